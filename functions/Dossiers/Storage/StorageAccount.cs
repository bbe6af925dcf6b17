using System.Buffers;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>
/// The containers and tables that dossiers live in. Every operation of every client from here is counted by <see cref="Meter"/>, and throws
/// <see cref="StorageUnavailableException"/> when storage gave no answer to rely on.
/// </summary>
public sealed class StorageAccount
{
    private static readonly SearchValues<char> PrefixCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    private readonly StorageOptions _options;
    private readonly BlobServiceClient _blobs;
    private readonly BlobServiceClient _parties;
    private readonly TableServiceClient _tables;

    private StorageAccount(StorageOptions options)
    {
        _options = options;
        Meter = new StorageMeter(options.Prefix);
        _blobs = OpenBlobs(options.Account);
        _parties = options.Parties is null ? _blobs : OpenBlobs(options.Parties);
        _tables = OpenTables(options.Account);
    }

    /// <summary>Opens the account without asking it anything.</summary>
    /// <exception cref="ArgumentException">The prefix cannot begin the name of a container and of a table.</exception>
    /// <exception cref="SettingException">A connection string can't be read; or this is an emulator, and <see cref="StorageOptions.AllowEmulator"/> is false.</exception>
    public static StorageAccount Open(StorageOptions options)
    {
        var prefix = options.Prefix;
        if (prefix.Length > 20 || prefix.AsSpan().ContainsAnyExcept(PrefixCharacters) || (prefix.Length > 0 && char.IsAsciiDigit(prefix[0])))
            throw new ArgumentException("A prefix is at most 20 lower-case letters and digits and begins with a letter.", nameof(options));
        if (options.BlocksPerSegment is < 1 or > 49_000)
            throw new ArgumentException("A segment holds from 1 to 49,000 blocks; the seal must still fit.", nameof(options));

        var account = Opened(options);
        if (!options.AllowEmulator && (IsEmulator(account._blobs) || IsEmulator(account._parties)))
            throw new SettingException("This storage is an emulator, which forgets what it acknowledged when it is killed: set another, or start a rehearsal (--rehearsal).");
        return account;
    }

    private static StorageAccount Opened(StorageOptions options)
    {
        try
        {
            return new StorageAccount(options);
        }
        catch (FormatException)
        {
            throw Unreadable();
        }
        catch (ArgumentException)
        {
            throw Unreadable();
        }
        catch (InvalidOperationException)
        {
            throw Unreadable();
        }
    }

    /// <summary>What the SDK says of it is left out: it may quote the connection string, which holds a key.</summary>
    private static SettingException Unreadable() => new(
        "Storage:ConnectionString, or that of Storage:Parties, can't be read: copy it whole from the storage account, or set Storage:BlobUri and use an identity.");

    /// <summary>Counts what is asked of storage.</summary>
    public StorageMeter Meter { get; }

    /// <summary>What the public may read.</summary>
    public BlobContainerClient Published => _blobs.GetBlobContainerClient(ContainerName("published"));

    /// <summary>Where a document's content was judged, by hash.</summary>
    public TableClient Content => Table("content");

    /// <summary>Which documents are nearly the same, by signature.</summary>
    internal TableClient Resemblance => Table("resemblance");

    /// <summary>Where signatures are looked up. A table of its own: an emulator goes through all of a table to find what a query asks.</summary>
    internal TableClient Bands => Table("bands");

    internal BlobContainerClient Logs => _blobs.GetBlobContainerClient(ContainerName("logs"));

    internal BlobContainerClient Artifacts => _blobs.GetBlobContainerClient(ContainerName("artifacts"));

    internal BlobContainerClient Parties => _parties.GetBlobContainerClient(ContainerName("parties"));

    internal BlobContainerClient Cache => _blobs.GetBlobContainerClient(ContainerName("cache"));

    /// <summary>Keys that protect cookies and forms: no part of any dossier, so they outlive a rehearsal.</summary>
    internal BlobContainerClient Keys => _blobs.GetBlobContainerClient(ContainerName("keys"));

    /// <summary>Who drives among processes. No part of any dossier either, and what is leased can't be deleted.</summary>
    internal BlobContainerClient Leases => _blobs.GetBlobContainerClient(ContainerName("leases"));

    internal TableClient Agenda => Table("agenda");

    internal TableClient Worklist => Table("worklist");

    internal int BlocksPerSegment => _options.BlocksPerSegment;

    /// <summary>Creates the containers and tables that are missing. May be repeated, and by several hosts at once.</summary>
    /// <exception cref="InvalidOperationException">
    /// What is deleted from <c>parties</c> would stay behind as a version or under soft delete.
    /// </exception>
    public async Task CreateMissingAsync(CancellationToken cancellation)
    {
        foreach (var container in Containers.Append(Keys).Append(Leases))
            await container.CreateIfNotExistsAsync(PublicAccessType.None, cancellationToken: cancellation);
        foreach (var table in Tables)
            await table.CreateIfNotExistsAsync(cancellation);
        await Erasability.ProveAsync(Parties, cancellation);
    }

    /// <summary>Empties every container and table: the end of a rehearsal.</summary>
    /// <exception cref="InvalidOperationException">There is no prefix, so this might be the real thing.</exception>
    public async Task ForgetEverythingAsync(CancellationToken cancellation)
    {
        if (_options.Prefix.Length == 0)
            throw new InvalidOperationException("Only what is kept under a prefix of its own can be forgotten.");

        foreach (var container in Containers)
            await container.DeleteAllAsync("", cancellation);
        foreach (var table in Tables)
            await table.DeleteAllAsync(cancellation);
    }

    private IEnumerable<BlobContainerClient> Containers => [Logs, Artifacts, Parties, Cache, Published];

    private IEnumerable<TableClient> Tables => [Agenda, Worklist, Content, Resemblance, Bands];

    private string ContainerName(string name) => _options.Prefix.Length == 0 ? name : $"{_options.Prefix}-{name}";

    private TableClient Table(string name) => _tables.GetTableClient(_options.Prefix + name);

    private BlobServiceClient OpenBlobs(StorageLocation location)
    {
        var options = WithPolicies(new BlobClientOptions());
        return location.ConnectionString is { } connection
            ? new BlobServiceClient(connection, options)
            : new BlobServiceClient(location.Blobs, Identity(location), options);
    }

    private TableServiceClient OpenTables(StorageLocation location)
    {
        var options = WithPolicies(new TableClientOptions());
        return location.ConnectionString is { } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(location.Tables, Identity(location), options);
    }

    private static DefaultAzureCredential Identity(StorageLocation location) =>
        new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = location.ClientId });

    private T WithPolicies<T>(T options) where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = _options.Retries;
        options.Retry.Delay = _options.RetryDelay;
        options.Retry.MaxDelay = 10 * _options.RetryDelay;
        options.Retry.NetworkTimeout = _options.NetworkTimeout;
        options.AddPolicy(new UnansweredPolicy(), HttpPipelinePosition.PerCall);
        options.AddPolicy(Meter, HttpPipelinePosition.PerRetry);
        _options.Configure?.Invoke(options);
        return options;
    }

    // An emulator has the account in the path, is called devstoreaccount1, or runs on this machine.
    private static bool IsEmulator(BlobServiceClient client) =>
        client.Uri.IsLoopback || client.Uri.AbsolutePath != "/" || client.AccountName == "devstoreaccount1";
}
