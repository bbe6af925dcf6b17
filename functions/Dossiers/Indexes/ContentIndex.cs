using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;

namespace WobWorkflow.Dossiers;

/// <summary>Content that was judged, as a case holds it.</summary>
/// <param name="Item">What of the case it is; for who reads it.</param>
/// <param name="Verdict">How it was judged; for who reads it.</param>
/// <param name="Judged">Where in the log it was judged last: back to an earlier verdict is a change too, because somebody may have looked in between.</param>
/// <param name="Keys">Under what it can be found.</param>
/// <param name="Quote">The hash of its words, to see whether they changed; null where there are none.</param>
public sealed record IndexedContent(string Item, string Verdict, long Judged, ImmutableArray<string> Keys, string? Quote)
{
    /// <summary>Whether nothing of it changed.</summary>
    public bool Is(IndexedContent? other) => other is not null && Item == other.Item && Verdict == other.Verdict && Judged == other.Judged && Quote == other.Quote && Keys.SequenceEqual(other.Keys);
}

/// <summary>Content under a key, in some case.</summary>
public sealed record FoundContent(LogId Log, string Item);

/// <summary>
/// Where the same content was judged: a row for each key of each item, and a row for each item that says what is there of it. Derived from the logs.
/// </summary>
/// <remarks>The row of the item comes last and goes last: what was cut off in between is done again.</remarks>
public sealed class ContentIndex(StorageAccount account)
{
    private const string Owner = "of:";

    private readonly TableClient _table = account.Content;

    /// <summary>What stands of a case, by item.</summary>
    public async Task<Dictionary<string, IndexedContent>> ItemsAsync(LogId log, CancellationToken cancellation)
    {
        var items = new Dictionary<string, IndexedContent>(StringComparer.Ordinal);
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Owner + KeyOf(log)}"), cancellationToken: cancellation))
            items[row.RowKey] = new IndexedContent(row.RowKey, row.GetString("Verdict"), row.GetInt64("Judged") ?? 0, [.. row.GetString("Keys").Split('|', StringSplitOptions.RemoveEmptyEntries)], row.GetString("Quote"));
        return items;
    }

    /// <summary>Makes an item findable under its keys.</summary>
    public async Task OfferAsync(LogId log, IndexedContent content, CancellationToken cancellation)
    {
        foreach (var key in content.Keys)
            await _table.UpsertEntityAsync(new TableEntity(key, $"{KeyOf(log)}|{content.Item}"), TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Ends what <see cref="OfferAsync"/> began: keys that the item had before go.</summary>
    public async Task SettleAsync(LogId log, IndexedContent content, IndexedContent? before, CancellationToken cancellation)
    {
        foreach (var gone in (before?.Keys ?? []).Except(content.Keys))
            await DeleteAsync(gone, $"{KeyOf(log)}|{content.Item}", cancellation);
        var row = new TableEntity(Owner + KeyOf(log), content.Item) { ["Verdict"] = content.Verdict, ["Judged"] = content.Judged, ["Keys"] = string.Join('|', content.Keys), ["Quote"] = content.Quote };
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    public async Task RemoveAsync(LogId log, IndexedContent content, CancellationToken cancellation)
    {
        foreach (var key in content.Keys)
            await DeleteAsync(key, $"{KeyOf(log)}|{content.Item}", cancellation);
        await DeleteAsync(Owner + KeyOf(log), content.Item, cancellation);
    }

    /// <summary>Everything under a key.</summary>
    public async Task<List<FoundContent>> FindAsync(string key, CancellationToken cancellation)
    {
        var found = new List<FoundContent>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key}"), cancellationToken: cancellation))
        {
            var (log, item) = (row.RowKey[..row.RowKey.IndexOf('|', StringComparison.Ordinal)], row.RowKey[(row.RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..]);
            found.Add(new FoundContent(LogId.Parse(log.Replace(':', '/')), item));
        }

        return found;
    }

    /// <summary>Forgets everything, before it is derived anew.</summary>
    public Task ClearAsync(CancellationToken cancellation) => _table.DeleteAllAsync(cancellation);

    private async Task DeleteAsync(string partition, string row, CancellationToken cancellation)
    {
        try
        {
            await _table.DeleteEntityAsync(partition, row, ETag.All, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404)
        {
            // gone already
        }
    }

    // A key of a table has no slash.
    private static string KeyOf(LogId log) => log.Text.Replace('/', ':');
}
