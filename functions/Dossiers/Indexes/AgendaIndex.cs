namespace WobWorkflow.Dossiers;

/// <summary>A log that must be looked at.</summary>
/// <param name="Log">The log.</param>
/// <param name="Next">When, in the time of the cases.</param>
/// <param name="Version">The version from which that was derived.</param>
public sealed record DueLog(LogId Log, DateTimeOffset Next, long Version);

/// <summary>
/// When each aggregate must be woken next. Derived from the logs and their agenda: it may lag behind by as long as bringing it up to date takes,
/// and can be rebuilt by setting every log anew.
/// </summary>
public sealed class AgendaIndex(StorageAccount account)
{
    private static readonly Dictionary<string, object> Nothing = [];

    private readonly MovingIndex _index = new(account.Agenda);

    /// <summary>Tells when a log must be looked at next; null: not until it changes. Hosts may do this at once, in any order.</summary>
    /// <returns>False, and nothing changed, if it was told from a later version before.</returns>
    public Task<bool> SetAsync(LogId log, DateTimeOffset? next, long version, long length, CancellationToken cancellation) =>
        _index.SetAsync(new IndexedLog(log, version, length), (_, _) => next, Nothing, cancellation);

    /// <summary>What must be looked at until then and not later, earliest first.</summary>
    public async Task<IReadOnlyList<DueLog>> DueAsync(DateTimeOffset until, CancellationToken cancellation) =>
        [.. (await _index.RowsAsync(null, until, cancellation)).Select(row => new DueLog(row.Log, row.Moment, row.Row.GetInt64("Version") ?? 0))];

    /// <summary>What must be looked at first of all; null if nothing has a moment.</summary>
    public async Task<DueLog?> EarliestAsync(CancellationToken cancellation) =>
        await _index.FirstAsync(cancellation) is { } first ? new DueLog(first.Log, first.Moment, first.Row.GetInt64("Version") ?? 0) : null;

    /// <summary>How far each log had come when it was set, to be compared with <see cref="LogStore.ListAsync"/>.</summary>
    public IAsyncEnumerable<IndexedLog> LengthsAsync(CancellationToken cancellation) => _index.LengthsAsync(cancellation);

    /// <summary>Forgets one log, which is gone.</summary>
    public Task ForgetAsync(LogId log, CancellationToken cancellation) => _index.ForgetAsync(log, cancellation);

    /// <summary>Forgets everything; the caller then sets every log anew.</summary>
    public Task ClearAsync(CancellationToken cancellation) => _index.ClearAsync(cancellation);
}
