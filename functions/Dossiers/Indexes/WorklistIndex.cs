using System.Globalization;
using System.Runtime.CompilerServices;

namespace WobWorkflow.Dossiers;

/// <summary>A row of the worklist as it was last written.</summary>
/// <param name="Log">The log it was derived from.</param>
/// <param name="Kind">What sort of row; for who reads it.</param>
/// <param name="Row">Its content; empty if it was removed.</param>
/// <param name="Version">The version from which it was derived.</param>
/// <param name="Removed">Whether it is to disappear from lists.</param>
public sealed record IndexedRow(LogId Log, string Kind, ReadOnlyMemory<byte> Row, long Version, bool Removed);

/// <summary>Rows that changed, oldest change first, and the marker to ask on with.</summary>
public sealed record WorklistChanges(IReadOnlyList<IndexedRow> Rows, string Marker);

/// <summary>
/// One row a log, in the order in which they changed: the feed of the worklist that each host keeps in memory. Rows are opaque. Derived from the
/// logs, and rebuilt by setting every log anew.
/// </summary>
/// <remarks>
/// The order is by the clocks of the hosts that write (<paramref name="time"/>: real time). A feed therefore looks back two minutes from
/// its marker: each change comes at least once, most of them several times, and hosts whose clocks differ by more miss some until lengths are
/// compared.
/// </remarks>
public sealed class WorklistIndex(StorageAccount account, TimeProvider time)
{
    /// <summary>Bytes that a row may have.</summary>
    public const int MaxRow = 60 * 1024;

    private static readonly TimeSpan LookBack = TimeSpan.FromMinutes(2);

    private readonly MovingIndex _index = new(account.Worklist);

    /// <summary>Writes a log's row as the latest change. The same row of the same version again is no change.</summary>
    /// <returns>False, and nothing changed, if it was written from a later version before.</returns>
    /// <exception cref="ArgumentException">The row exceeds <see cref="MaxRow"/>.</exception>
    public Task<bool> SetAsync(
        LogId log, string kind, ReadOnlyMemory<byte> row, long version, long length, CancellationToken cancellation)
    {
        if (row.Length > MaxRow) throw new ArgumentException("A row of the worklist has at most 60 KB.", nameof(row));
        return SetAsync(new IndexedLog(log, version, length), kind, row, removed: false, cancellation);
    }

    /// <summary>Makes a log's row disappear: the feed tells so too.</summary>
    /// <returns>False, and nothing changed, if it was written from a later version before.</returns>
    public Task<bool> RemoveAsync(LogId log, long version, long length, CancellationToken cancellation) =>
        SetAsync(new IndexedLog(log, version, length), "", ReadOnlyMemory<byte>.Empty, removed: true, cancellation);

    /// <summary>What changed since the marker of an earlier answer; null: all rows. A row that was there may come again.</summary>
    /// <exception cref="FormatException">This is no marker.</exception>
    public async Task<WorklistChanges> ChangedSinceAsync(string? marker, CancellationToken cancellation)
    {
        var since = marker is null ? DateTimeOffset.MinValue : new DateTimeOffset(long.Parse(marker, CultureInfo.InvariantCulture), TimeSpan.Zero);
        var from = since - DateTimeOffset.MinValue > LookBack ? since - LookBack : DateTimeOffset.MinValue;
        var rows = await _index.RowsAsync(from, null, cancellation);
        var last = rows.Count > 0 && rows[^1].Moment > since ? rows[^1].Moment : since;
        return new WorklistChanges(
            [.. rows.Select(row => RowOf(row.Log, row.Row))], last.UtcTicks.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>All rows that were not removed.</summary>
    public async IAsyncEnumerable<IndexedRow> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var row in await _index.RowsAsync(null, null, cancellation))
        {
            if (RowOf(row.Log, row.Row) is { Removed: false } present) yield return present;
        }
    }

    /// <summary>How far each log had come when its row was written, to be compared with <see cref="LogStore.ListAsync"/>.</summary>
    public IAsyncEnumerable<IndexedLog> LengthsAsync(CancellationToken cancellation) => _index.LengthsAsync(cancellation);

    /// <summary>Forgets everything; the caller then sets every log anew.</summary>
    public Task ClearAsync(CancellationToken cancellation) => _index.ClearAsync(cancellation);

    private Task<bool> SetAsync(IndexedLog of, string kind, ReadOnlyMemory<byte> row, bool removed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var content = new Dictionary<string, object>(StringComparer.Ordinal) { ["Kind"] = kind, ["Row"] = row.ToArray(), ["Removed"] = removed };
        // Forward only: a change of an earlier host's future must not hide behind the markers that were given out.
        return _index.SetAsync(of, (at, same) => at is null ? now : same ? at : at >= now ? at.Value.AddTicks(1) : now, content, cancellation);
    }

    private static IndexedRow RowOf(LogId log, Azure.Data.Tables.TableEntity row) =>
        new(log, row.GetString("Kind"), row.GetBinary("Row"), row.GetInt64("Version") ?? 0, row.GetBoolean("Removed") ?? false);
}
