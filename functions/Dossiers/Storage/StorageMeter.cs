using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Counts requests as they go over the wire, retries included, by kind: method, container or table, and operation where the method does not
/// say it (<c>PUT logs appendblock</c>, <c>HEAD logs</c>, <c>GET agenda</c>, <c>POST batch</c>). No name of a blob is ever in it.
/// </summary>
public sealed class StorageMeter : HttpPipelinePolicy
{
    private static readonly string[] Places = ["logs", "artifacts", "parties", "cache", "published", "leases", "agenda", "worklist", "content", "resemblance", "bands"];

    private static readonly Meter Meter = new("WobWorkflow.Dossiers");
    private static readonly Counter<long> Requests =
        Meter.CreateCounter<long>("wobworkflow.storage.requests", "{request}", "Requests to storage, by kind.");

    private readonly string _prefix;
    private readonly AsyncLocal<StorageTally?> _current = new();

    internal StorageMeter(string prefix) => _prefix = prefix;

    /// <summary>Counts what this flow of execution asks of storage from here until the tally is disposed; tallies may nest.</summary>
    public StorageTally Measure() => _current.Value = new StorageTally(_current.Value, outer => _current.Value = outer);

    /// <inheritdoc />
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        ProcessNext(message, pipeline);
    }

    /// <inheritdoc />
    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Count(message.Request);
        return ProcessNextAsync(message, pipeline);
    }

    private void Count(Request request)
    {
        var kind = KindOf(request);
        Requests.Add(1, new KeyValuePair<string, object?>("kind", kind));
        for (var tally = _current.Value; tally is not null; tally = tally.Outer)
            tally.Count(kind);
    }

    private string KindOf(Request request)
    {
        var uri = request.Uri.ToUri();
        var operation = uri.Query.TrimStart('?').Split('&')
            .Where(part => part.StartsWith("comp=", StringComparison.Ordinal) || part.StartsWith("restype=", StringComparison.Ordinal))
            .Select(part => part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return string.Join(' ', [request.Method.Method, PlaceOf(uri), .. operation]);
    }

    private string PlaceOf(Uri uri)
    {
        foreach (var segment in uri.Segments.Skip(1).Take(2))
        {
            var name = segment.TrimEnd('/').Split('(')[0];
            if (name == "$batch") return "batch";
            if (!name.StartsWith(_prefix, StringComparison.Ordinal)) continue;
            var plain = name[_prefix.Length..].TrimStart('-');
            if (Places.Contains(plain, StringComparer.Ordinal)) return plain;
        }
        return "account";
    }
}

/// <summary>What one flow of execution asked of storage.</summary>
public sealed class StorageTally : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly Action<StorageTally?> _restore;

    internal StorageTally(StorageTally? outer, Action<StorageTally?> restore) => (Outer, _restore) = (outer, restore);

    internal StorageTally? Outer { get; }

    /// <summary>Requests by kind.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>All requests.</summary>
    public int Total => _kinds.Values.Sum();

    public void Dispose() => _restore(Outer);

    internal void Count(string kind) => _kinds.AddOrUpdate(kind, 1, (_, count) => count + 1);
}
