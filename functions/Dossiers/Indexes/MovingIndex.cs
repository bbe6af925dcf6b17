using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace WobWorkflow.Dossiers;

/// <summary>How far a log had come when something was derived from it.</summary>
/// <param name="Log">The log.</param>
/// <param name="Version">The sequence number of its last event then.</param>
/// <param name="Length">Its bytes across all segments then.</param>
public sealed record IndexedLog(LogId Log, long Version, long Length);

/// <summary>
/// A table with one row a log, ordered by a moment that changes. The row's key begins with the moment, so moving is deleting and inserting;
/// a pointer row beside it tells the key, and its ETag lets one of several hosts move at a time. Row and pointer move in one transaction: a log
/// never has two rows, and never loses the one it has.
/// </summary>
internal sealed class MovingIndex(TableClient table)
{
    private const int Buckets = 16;
    private const int Attempts = 50;
    private const string Pointers = "id|";
    private const string AfterPointers = "id}";

    private static readonly string[] RowOnly = ["PartitionKey", "RowKey"];

    /// <summary>
    /// Moves a log's row to another moment with other content, unless what is there was derived from a later version. What was derived
    /// from the same version replaces it: a calendar or a template may have changed.
    /// </summary>
    /// <param name="of">What the row was derived from.</param>
    /// <param name="moment">
    /// The new moment, given the one it stands at (null: none) and whether version and content are the same; answering null leaves the log
    /// without a row.
    /// </param>
    /// <param name="content">The columns of the row.</param>
    /// <param name="cancellation">Leaves open whether it was moved.</param>
    /// <returns>False if a later version is there.</returns>
    public async Task<bool> SetAsync(
        IndexedLog of,
        Func<DateTimeOffset?, bool, DateTimeOffset?> moment,
        IReadOnlyDictionary<string, object> content,
        CancellationToken cancellation)
    {
        var (bucket, id) = (BucketOf(of.Log), KeyOf(of.Log));
        var fingerprint = FingerprintOf(content);
        ETag? withoutRow = null;
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(bucket, Pointers + id, cancellationToken: cancellation);
            var pointer = found.HasValue ? found.Value : null;
            if (pointer?.GetInt64("Version") > of.Version) return false;

            var current = pointer?.GetString("Row");
            var same = pointer?.GetInt64("Version") == of.Version && pointer.GetString("Content") == fingerprint;
            var next = moment(current is null ? null : MomentOf(current), same) is { } to ? $"{SortKey(to)}|{id}" : null;
            var fresh = new TableEntity(bucket, Pointers + id)
            {
                ["Version"] = of.Version,
                ["Length"] = of.Length,
                ["Row"] = next,
                ["Content"] = fingerprint,
            };
            if (same && pointer!.GetInt64("Length") == of.Length && current == next) return true;

            var move = new List<TableTransactionAction>
            {
                pointer is null
                    ? new(TableTransactionActionType.Add, fresh)
                    : new(TableTransactionActionType.UpdateReplace, fresh, pointer.ETag),
            };
            if (current is not null && current != next && withoutRow != pointer!.ETag)
                move.Add(new(TableTransactionActionType.Delete, new TableEntity(bucket, current), ETag.All));
            if (next is not null)
            {
                var row = new TableEntity(bucket, next) { ["Version"] = of.Version };
                foreach (var (name, value) in content) row[name] = value;
                move.Add(new(TableTransactionActionType.UpsertReplace, row));
            }

            try
            {
                await table.SubmitTransactionAsync(move, cancellation);
                return true;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
            {
                // Another host moved it, or this is our own lost answer: look again. A pointer whose row is gone though nobody moved it
                // comes of clearing the table meanwhile.
                if (attempt == Attempts) throw new StorageUnavailableException("A row could not be moved: others kept moving it.", exception);
                withoutRow = exception.Status == 404 ? pointer?.ETag : null;
            }
        }
    }

    /// <summary>Rows at or after one moment and at or before another, in order; null leaves that side open.</summary>
    public async Task<List<(LogId Log, DateTimeOffset Moment, TableEntity Row)>> RowsAsync(
        DateTimeOffset? from, DateTimeOffset? until, CancellationToken cancellation)
    {
        var low = SortKey(from ?? DateTimeOffset.MinValue);
        var high = until is { } last && last.UtcTicks < DateTimeOffset.MaxValue.UtcTicks ? SortKey(last.AddTicks(1)) : Pointers;
        var buckets = await Task.WhenAll(Enumerable.Range(0, Buckets).Select(bucket => RowsAsync(bucket, low, high, cancellation)));
        return [.. buckets.SelectMany(rows => rows).OrderBy(row => row.Moment)];
    }

    /// <summary>The first row of all; null if there is none.</summary>
    public async Task<(LogId Log, DateTimeOffset Moment, TableEntity Row)?> FirstAsync(CancellationToken cancellation)
    {
        var firsts = await Task.WhenAll(Enumerable.Range(0, Buckets).Select(bucket => FirstAsync(bucket, cancellation)));
        return firsts.Where(first => first is not null).OrderBy(first => first!.Value.Moment).FirstOrDefault();
    }

    /// <summary>What every log's row was derived from, also of logs without a row at present.</summary>
    public async IAsyncEnumerable<IndexedLog> LengthsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"RowKey ge {Pointers} and RowKey lt {AfterPointers}");
        await foreach (var pointer in table.QueryAsync<TableEntity>(filter, select: ["RowKey", "Version", "Length"], cancellationToken: cancellation))
            yield return new IndexedLog(LogOf(pointer.RowKey), pointer.GetInt64("Version") ?? 0, pointer.GetInt64("Length") ?? 0);
    }

    /// <summary>Forgets a log altogether.</summary>
    public async Task ForgetAsync(LogId log, CancellationToken cancellation)
    {
        var (bucket, id) = (BucketOf(log), KeyOf(log));
        for (var attempt = 1; ; attempt++)
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(bucket, Pointers + id, cancellationToken: cancellation);
            if (!found.HasValue) return;
            var pointer = found.Value!;
            var gone = new List<TableTransactionAction> { new(TableTransactionActionType.Delete, pointer, pointer.ETag) };
            if (pointer.GetString("Row") is { } row && await ExistsAsync(bucket, row, cancellation))
                gone.Add(new(TableTransactionActionType.Delete, new TableEntity(bucket, row), ETag.All));
            try
            {
                await table.SubmitTransactionAsync(gone, cancellation);
                return;
            }
            catch (RequestFailedException exception) when (exception.Status is 404 or 412)
            {
                if (attempt == Attempts) throw new StorageUnavailableException("A row could not be deleted: others kept moving it.", exception);
            }
        }
    }

    /// <summary>Forgets all logs, before everything is derived anew.</summary>
    public Task ClearAsync(CancellationToken cancellation) => table.DeleteAllAsync(cancellation);

    private async Task<bool> ExistsAsync(string bucket, string row, CancellationToken cancellation) =>
        (await table.GetEntityIfExistsAsync<TableEntity>(bucket, row, RowOnly, cancellation)).HasValue;

    private async Task<List<(LogId Log, DateTimeOffset Moment, TableEntity Row)>> RowsAsync(
        int bucket, string low, string high, CancellationToken cancellation)
    {
        var rows = new List<(LogId, DateTimeOffset, TableEntity)>();
        await foreach (var row in table.QueryAsync<TableEntity>(Filter(bucket, low, high), cancellationToken: cancellation))
            rows.Add((LogOf(row.RowKey), MomentOf(row.RowKey), row));
        return rows;
    }

    private async Task<(LogId Log, DateTimeOffset Moment, TableEntity Row)?> FirstAsync(int bucket, CancellationToken cancellation)
    {
        var rows = table.QueryAsync<TableEntity>(Filter(bucket, "0", Pointers), maxPerPage: 1, cancellationToken: cancellation);
        await foreach (var row in rows) return (LogOf(row.RowKey), MomentOf(row.RowKey), row);
        return null;
    }

    private static string Filter(int bucket, string low, string high) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {Bucket(bucket)} and RowKey ge {low} and RowKey lt {high}");

    private static string FingerprintOf(IReadOnlyDictionary<string, object> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, value) in content)
        {
            var bytes = value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture)!);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}:{bytes.Length}:"));
            hash.AppendData(bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string BucketOf(LogId log) => Bucket(SHA256.HashData(Encoding.UTF8.GetBytes(log.Text))[0] % Buckets);

    private static string Bucket(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    private static string SortKey(DateTimeOffset moment) => moment.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    // A key of a table has no slash.
    private static string KeyOf(LogId log) => log.Text.Replace('/', ':');

    private static LogId LogOf(string rowKey) => LogId.Parse(rowKey[(rowKey.IndexOf('|', StringComparison.Ordinal) + 1)..].Replace(':', '/'));

    private static DateTimeOffset MomentOf(string rowKey) => new(long.Parse(rowKey.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);
}
