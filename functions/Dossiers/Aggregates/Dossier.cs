using System.Collections.Concurrent;
using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Dossiers;

/// <summary>
/// The aggregates of one type: fold (kept in memory), decide, one conditional append. Whatever is held in memory only saves reading; an acceptance is
/// proved by the append, and nothing is refused before the log's length was checked.
/// </summary>
/// <param name="scope">Where the texts of an aggregate are kept; null where it has none.</param>
/// <param name="capacity">How many aggregates are held in memory at most.</param>
public sealed class Dossier<T>(LogStore logs, PartyStore parties, Func<string, LogId> log, Func<string, PartyScope?> scope, int capacity = 4000)
    where T : IAggregate<T>
{
    private readonly ConcurrentDictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);
    private long _uses;
    private int _clearing;

    /// <summary>Called after each append of this process, with what the aggregate became. Must be quick and must not throw.</summary>
    public event Action<Folded<T>>? Changed;

    public LogId LogOf(string id) => log(id);

    /// <summary>The aggregate as it stands: one HEAD when it is in memory. Null where there is none.</summary>
    public async Task<Folded<T>?> ReadAsync(string id, CancellationToken cancellation)
    {
        var shelf = ShelfOf(id);
        return shelf.Current is { } known && await logs.IsHeadAsync(known.Log, known.Position, cancellation)
            ? known
            : await CatchUpAsync(id, shelf, cancellation);
    }

    /// <summary>The aggregate as this process last saw it, without asking storage where it is in memory. For what may be a little old.</summary>
    public async Task<Folded<T>?> GlanceAsync(string id, CancellationToken cancellation)
    {
        var shelf = ShelfOf(id);
        return shelf.Current ?? await CatchUpAsync(id, shelf, cancellation);
    }

    /// <summary>The aggregate as it stood at a version. Reads the whole log.</summary>
    public async Task<Folded<T>?> ReadAtAsync(string id, long version, CancellationToken cancellation)
    {
        var read = await logs.ReadAsync(log(id), null, cancellation);
        return read is null
            ? null
            : Folded<T>.Blank(log(id), id).With(read.Entries.Where(entry => entry.Seq <= version), read.Position with { Seq = Math.Min(version, read.Position.Seq) });
    }

    /// <summary>All events after a version, oldest first; null where there is no such aggregate.</summary>
    public Task<IReadOnlyList<LogEntry>?> ReadLogAsync(string id, long after, CancellationToken cancellation) => ReadLogAsync(id, after, int.MaxValue, cancellation);

    /// <summary>
    /// The events after a version, oldest first; null where there is no such aggregate. Of a log that this process has read before, little more is read
    /// than what is asked for.
    /// </summary>
    /// <param name="most">How many at most.</param>
    public async Task<IReadOnlyList<LogEntry>?> ReadLogAsync(string id, long after, int most, CancellationToken cancellation)
    {
        var shelf = ShelfOf(id);
        var from = shelf.MarkBefore(after);
        var read = await logs.ReadSomeAsync(log(id), from, (int)Math.Min(int.MaxValue, after - from.Seq + most), cancellation);
        shelf.Mark(read.Marks);
        return read.Position.Seq == 0 ? null : [.. read.Entries.Where(entry => entry.Seq > after)];
    }

    /// <summary>Takes a step that may be the first of a new aggregate. The same command again gives the same aggregate.</summary>
    /// <param name="ifMatch">The version that the caller knew, 0 before the first step; null where that doesn't matter.</param>
    /// <inheritdoc cref="TakeAsync(string, Command, long?, At, Func{T, Outcome}, CancellationToken)"/>
    public Task<Taken<T>> CreateAsync(string id, Command command, long? ifMatch, At at, Func<T, Outcome> decide, CancellationToken cancellation) =>
        TakeAsync(id, command, ifMatch, at, decide, mayCreate: true, cancellation);

    /// <summary>Takes a step. When the aggregate is in memory an accepted step is exactly one append, and before it one write for each text it holds.</summary>
    /// <param name="ifMatch">The version that the caller knew; null where that doesn't matter.</param>
    /// <param name="decide">Pure; it is called again whenever the state turns out to be another.</param>
    /// <param name="cancellation">Heeded until the append begins. From then on the step is seen through, or its outcome would be known to nobody.</param>
    /// <exception cref="StorageUnavailableException">Whether the step was taken is unknown: ask again with the same command.</exception>
    public Task<Taken<T>> TakeAsync(string id, Command command, long? ifMatch, At at, Func<T, Outcome> decide, CancellationToken cancellation) =>
        TakeAsync(id, command, ifMatch, at, decide, mayCreate: false, cancellation);

    /// <summary>Forgets what is in memory, as a restart would.</summary>
    public void Forget() => _shelves.Clear();

    private async Task<Taken<T>> TakeAsync(
        string id, Command command, long? ifMatch, At at, Func<T, Outcome> decide, bool mayCreate, CancellationToken cancellation)
    {
        var shelf = ShelfOf(id);
        // One writer of this process at a time: the others would only lose the race for the same position.
        await shelf.Turn.WaitAsync(cancellation);
        try
        {
            return await TakeInTurnAsync(id, shelf, command, ifMatch, at, decide, mayCreate, cancellation);
        }
        finally
        {
            shelf.Turn.Release();
        }
    }

    private async Task<Taken<T>> TakeInTurnAsync(
        string id, Shelf shelf, Command command, long? ifMatch, At at, Func<T, Outcome> decide, bool mayCreate, CancellationToken cancellation)
    {
        var known = shelf.Current;
        var newest = false;
        if (known is null)
            (known, newest) = mayCreate ? (Folded<T>.Blank(log(id), id), false) : (await CatchUpAsync(id, shelf, cancellation), true);
        while (true)
        {
            if (known is null)
                return new Missing<T>();
            if (Earlier(known, command) is { } seen)
                return seen;
            var outcome = ifMatch is { } version && !known.StillStands(version) ? null : decide(known.State);
            if (outcome is not Accepted accepted)
            {
                // A refusal on a state that has moved on would be a wrong one.
                if (newest || await logs.IsHeadAsync(known.Log, known.Position, cancellation))
                    return outcome is Refused refused ? new NotTaken<T>(refused, known) : new Outdated<T>(known);
                (known, newest) = (await CatchUpAsync(id, shelf, cancellation), true);
                continue;
            }

            if (accepted.Events.IsEmpty)
                return new Done<T>(known, known.Version, Replayed: true);
            var result = await AppendAsync(id, known, command, at, accepted.Events, cancellation);
            known = Keep(shelf, known.With(result.Entries, result.Position));
            if (result is Appended appended)
            {
                Changed?.Invoke(known);
                return new Done<T>(known, appended.Version, Replayed: false);
            }

            newest = true;
        }
    }

    /// <summary>What came of the command when it was taken before; null where it wasn't.</summary>
    private static Taken<T>? Earlier(Folded<T> known, Command command) =>
        !known.Commands.TryGetValue(command.Key, out var trace) ? null
        : trace.Fingerprint == command.Fingerprint ? new Done<T>(known, trace.Version, Replayed: true)
        : new KeyUsedBefore<T>();

    private async Task<AppendResult> AppendAsync(
        string id, Folded<T> known, Command command, At at, ImmutableArray<Event> events, CancellationToken cancellation)
    {
        // Texts first: an event that refers to a text that isn't there would lose it; a text that no event refers to harms nobody.
        if (scope(id) is { } where)
            await Task.WhenAll(FreeTexts.In(events).Select(text => parties.PutAsync(where, at.Salt.AsMemory(), text.Text!, cancellation)));
        cancellation.ThrowIfCancellationRequested();
        // A caller that leaves now must not leave a step behind of which nobody knows whether it was taken.
        return await AppendAsync(known, command, at, events);
    }

    private async Task<AppendResult> AppendAsync(Folded<T> known, Command command, At at, ImmutableArray<Event> events)
    {
        var entries = events.Select(happened => new NewEntry(at.Moment, at.On, at.Actor.Id, command.Text, EventJson.Write(happened))).ToList();
        if (known.Version > 0)
            return await logs.AppendAsync(known.Log, known.Position, entries, CancellationToken.None);
        return await logs.CreateAsync(known.Log, entries, CancellationToken.None) switch
        {
            Created created => new Appended(created.Entries, created.Position, created.Version),
            var there => new Moved(there.Entries, there.Position),
        };
    }

    private async Task<Folded<T>?> CatchUpAsync(string id, Shelf shelf, CancellationToken cancellation)
    {
        var known = shelf.Current;
        var read = await logs.ReadAsync(log(id), known?.Position, cancellation);
        shelf.Mark(read?.Marks ?? []);
        return read is null ? null : Keep(shelf, (known ?? Folded<T>.Blank(log(id), id)).With(read.Entries, read.Position));
    }

    /// <summary>Puts what was read or written on the shelf, unless something newer lies there already.</summary>
    private static Folded<T> Keep(Shelf shelf, Folded<T> folded)
    {
        while (true)
        {
            var current = shelf.Current;
            if (current is not null && current.Position.Length >= folded.Position.Length)
                return current;
            if (shelf.Replace(current, folded))
                return folded;
        }
    }

    private Shelf ShelfOf(string id)
    {
        var shelf = _shelves.GetOrAdd(id, static _ => new Shelf());
        shelf.LastUse = Interlocked.Increment(ref _uses);
        // One of many at once is enough: the others would take as much again.
        if (_shelves.Count > capacity && Interlocked.Exchange(ref _clearing, 1) == 0)
        {
            ClearOut();
            Volatile.Write(ref _clearing, 0);
        }

        return shelf;
    }

    /// <summary>Takes the tenth that was unused longest from memory. Who still holds one of them loses nothing: its append is conditional.</summary>
    private void ClearOut()
    {
        // The dictionary's own copy: any other fails when one is added meanwhile.
        foreach (var (id, _) in _shelves.ToArray().OrderBy(pair => pair.Value.LastUse).Take(Math.Max(1, capacity / 10)))
            _shelves.TryRemove(id, out _);
    }

    private sealed class Shelf
    {
        private readonly ConcurrentDictionary<long, LogPosition> _marks = [];
        private Folded<T>? _current;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public long LastUse { get; set; }

        public Folded<T>? Current => Volatile.Read(ref _current);

        public bool Replace(Folded<T>? before, Folded<T> after) => ReferenceEquals(Interlocked.CompareExchange(ref _current, after, before), before);

        /// <summary>Remembers places in the log from which reading can begin; lines are never changed, so they hold for good.</summary>
        public void Mark(IEnumerable<LogPosition> marks)
        {
            foreach (var mark in marks)
                _marks[mark.Seq / LogRead.Apart] = mark;
        }

        /// <summary>The nearest known place before the event that follows this version.</summary>
        public LogPosition MarkBefore(long version)
        {
            for (var i = version / LogRead.Apart; i > 0; i--)
            {
                if (_marks.TryGetValue(i, out var mark))
                    return mark;
            }

            return LogPosition.Start;
        }
    }
}
