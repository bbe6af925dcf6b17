using Azure.Core;

namespace WobWorkflow.Dossiers;

/// <summary>Where dossiers are kept, and how patiently storage is asked.</summary>
public sealed record StorageOptions
{
    /// <summary>The account that holds logs, artifacts, cache, published documents and tables.</summary>
    public required StorageLocation Account { get; init; }

    /// <summary>
    /// The account that holds <c>parties</c>; null keeps them in <see cref="Account"/>. Versioning and soft delete are settings of a whole
    /// account: where artifacts stand under a version-level immutability policy, what must be erasable for good needs an account of its own.
    /// </summary>
    public StorageLocation? Parties { get; init; }

    /// <summary>
    /// Lower-case letters and digits, at most 20, beginning with a letter; every container and table begins with it. Empty: plain names.
    /// </summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether a storage emulator will do. It keeps its metadata in memory between saves, so nothing real belongs there.</summary>
    public bool AllowEmulator { get; init; }

    /// <summary>Blocks after which a log rolls on to its next segment. Azure refuses block 50,001, the seal included.</summary>
    public int BlocksPerSegment { get; init; } = 40_000;

    /// <summary>How long one attempt may take before it counts as unanswered.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often the SDK tries again after the first attempt.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>The pause before the first retry; it doubles from there, to at most ten times itself.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Further policies or a transport of one's own, for every client; the faults of the tests come in here.</summary>
    public Action<ClientOptions>? Configure { get; init; }
}

/// <summary>One storage account: by connection string, or by addresses and the identity the process runs under.</summary>
public sealed record StorageLocation
{
    private StorageLocation() { }

    internal string? ConnectionString { get; private init; }

    internal Uri? Blobs { get; private init; }

    internal Uri? Tables { get; private init; }

    internal string? ClientId { get; private init; }

    public static StorageLocation Of(string connectionString) => new() { ConnectionString = connectionString };

    /// <param name="blobs">For instance <c>https://account.blob.core.windows.net</c>.</param>
    /// <param name="tables">Null derives it from <paramref name="blobs"/>.</param>
    /// <param name="clientId">The client id of a user-assigned managed identity; null takes what the environment offers.</param>
    public static StorageLocation Of(Uri blobs, Uri? tables = null, string? clientId = null) => new()
    {
        Blobs = blobs,
        Tables = tables ?? new UriBuilder(blobs) { Host = blobs.Host.Replace(".blob.", ".table.", StringComparison.Ordinal) }.Uri,
        ClientId = clientId,
    };

    /// <summary>Never the connection string: it holds a key.</summary>
    public override string ToString() => Blobs?.Host ?? "storage account by connection string";
}
