using System.Runtime.CompilerServices;
using Azure;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Append-only logs of events in append blobs: the only record there is. What <see cref="AppendAsync"/> has acknowledged is durable, stands in
/// the log once, and directly after the position that was expected.
/// </summary>
/// <remarks>
/// Every append is conditional on the length of the log, so of several writers at one position one succeeds. A failed append is never taken
/// for one that was not done: the log is read, and tells. All methods throw <see cref="StorageUnavailableException"/> when storage does not
/// answer, and <see cref="LogBrokenException"/> when a log is not what was written to it. Cancelling during a write leaves its outcome open.
/// Nothing here remembers anything; one instance serves all logs and threads.
/// </remarks>
public sealed class LogStore(StorageAccount account)
{
    // Each round either settles the matter or ends with storage failing anew; this bounds how long we hope.
    private const int Rounds = 6;

    // Room for some hundreds of events; a line that is longer is asked for again with more room.
    private const int SmallChunk = 128 * 1024;
    private const int Few = 500;

    private readonly LogBlobs _blobs = new(account.Logs);

    /// <summary>
    /// Registers a log with its first events, in two operations. A log whose creation stopped between them is empty, does not exist for
    /// readers, and is filled by whoever comes next.
    /// </summary>
    /// <returns><see cref="Created"/>, also when an earlier attempt with the same command had succeeded; otherwise <see cref="Exists"/>.</returns>
    /// <exception cref="StepTooLargeException">The events exceed 1 MiB.</exception>
    public async Task<CreateResult> CreateAsync(LogId log, IReadOnlyList<NewEntry> entries, CancellationToken cancellation)
    {
        _ = LogLine.Write(LogPosition.Start, entries); // what cannot be written must not leave an empty log
        await _blobs.CreateAsync(log, 1, cancellation);
        return await AppendAsync(log, LogPosition.Start, entries, cancellation) switch
        {
            Appended appended => new Created(appended.Entries, appended.Position, appended.Version),
            AppendResult other => new Exists(other.Entries, other.Position),
        };
    }

    /// <summary>
    /// Appends the events of one step, all or none, if nothing came after <paramref name="expected"/>. One storage operation; more only when
    /// that one fails or the segment is full.
    /// </summary>
    /// <returns>
    /// <see cref="Appended"/> if the first event after <paramref name="expected"/> is of this command, whichever attempt or twin of it wrote that;
    /// otherwise <see cref="Moved"/>: decide again on what came.
    /// </returns>
    /// <exception cref="StepTooLargeException">The events exceed 1 MiB; nothing was asked of storage.</exception>
    /// <exception cref="StorageUnavailableException">Whether they were appended is unknown: ask again with the same command.</exception>
    public async Task<AppendResult> AppendAsync(
        LogId log, LogPosition expected, IReadOnlyList<NewEntry> entries, CancellationToken cancellation)
    {
        var position = expected;
        var absent = false;
        for (var round = 1; ; round++)
        {
            Exception failure;
            try
            {
                if (absent) await _blobs.CreateAsync(log, position.Segment, cancellation);
                if (position.Blocks >= account.BlocksPerSegment) position = await RollAsync(log, position, cancellation);

                var block = LogLine.Write(position, entries);
                var blocks = await _blobs.AppendAsync(log, position.Segment, position.Offset, block.Bytes, cancellation);
                var offset = position.Offset + block.Bytes.Length;
                return new Appended(
                    block.Entries, position with { Offset = offset, Blocks = blocks, Seq = block.Seq, Hash = block.Hash }, block.Seq);
            }
            catch (Exception exception) when (exception is RequestFailedException or StorageUnavailableException)
            {
                failure = exception;
            }

            var now = await ReadAfterFailureAsync(log, expected, failure, cancellation);
            if (now.Entries.Count > 0) return WhoseIs(now, entries[0].Command);
            if (round == Rounds)
                throw new StorageUnavailableException("Storage does not take an append; whether it was done is unknown.", failure);
            // Nothing came after it. A straggling attempt of ours and the next one are conditional on the same length: one at most succeeds.
            position = now.Position;
            // Whoever sealed the segment before this one did not come to create it.
            absent = position.Offset == 0 && failure is RequestFailedException { Status: 404 };
        }
    }

    /// <summary>Reads the events after <paramref name="from"/> (null: all), checking the chain on the way.</summary>
    /// <returns>Null if nothing was ever registered under this name.</returns>
    public async Task<LogRead?> ReadAsync(LogId log, LogPosition? from, CancellationToken cancellation)
    {
        var read = await ReadFromAsync(log, from ?? LogPosition.Start, int.MaxValue, LogBlobs.ChunkSize, cancellation);
        return read.Position.Seq == 0 ? null : read;
    }

    /// <summary>Reads at most so many events after a position, and of storage little more than those. The position is none to append at.</summary>
    public Task<LogRead> ReadSomeAsync(LogId log, LogPosition from, int most, CancellationToken cancellation) =>
        ReadFromAsync(log, from, most, most > Few ? LogBlobs.ChunkSize : SmallChunk, cancellation);

    /// <summary>
    /// Whether the log ends exactly here. One HEAD. False also when it only was sealed: reading then brings a new position and no events.
    /// </summary>
    public async Task<bool> IsHeadAsync(LogId log, LogPosition position, CancellationToken cancellation) =>
        (await _blobs.LengthAsync(log, position.Segment, cancellation) ?? 0) == position.Offset;

    /// <summary>
    /// Every log whose name begins so (<c>cases/</c>, or empty for all) that has anything in it, and its bytes across all segments.
    /// </summary>
    public async IAsyncEnumerable<(LogId Log, long Length)> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        (LogId? Log, long Length) current = default;
        await foreach (var (name, _, length) in _blobs.ListAsync(prefix, cancellation))
        {
            if (current.Log?.Text != name)
            {
                if (current is { Log: not null, Length: > 0 }) yield return (current.Log, current.Length);
                current = LogId.TryParse(name, out var log) ? (log, 0) : default;
            }
            current.Length += length;
        }
        if (current is { Log: not null, Length: > 0 }) yield return (current.Log, current.Length);
    }

    /// <summary>
    /// Checks a whole log: every line, the chain across segments, the seals, and that no segment is missing or superfluous. A chain cannot
    /// show that its own end was taken away or exchanged: pass a position that was once acknowledged to have that checked too.
    /// </summary>
    /// <returns>Null if nothing was ever registered under this name and no position is known.</returns>
    public Task<LogVerification?> VerifyAsync(LogId log, LogPosition? known, CancellationToken cancellation) =>
        new LogVerifier(_blobs, log, known).VerifyAsync(cancellation);

    // Seals the segment, then creates the next one: in this order, or two writers would each go on in a segment of their own.
    private async Task<LogPosition> RollAsync(LogId log, LogPosition position, CancellationToken cancellation)
    {
        var seal = LogLine.Seal(position);
        await _blobs.AppendAsync(log, position.Segment, position.Offset, seal.Bytes, cancellation);
        var after = position with { Offset = position.Offset + seal.Bytes.Length, Hash = seal.Hash };
        await _blobs.CreateAsync(log, position.Segment + 1, cancellation);
        return after.InNextSegment();
    }

    private async Task<LogRead> ReadAfterFailureAsync(LogId log, LogPosition from, Exception failure, CancellationToken cancellation)
    {
        try
        {
            return await ReadFromAsync(log, from, int.MaxValue, LogBlobs.ChunkSize, cancellation);
        }
        catch (Exception exception) when (exception is RequestFailedException or StorageUnavailableException)
        {
            throw new StorageUnavailableException(
                "Storage answers neither an append nor the question whether it was done.", new AggregateException(failure, exception));
        }
    }

    private static AppendResult WhoseIs(LogRead now, string command)
    {
        var own = now.Entries.TakeWhile(entry => entry.Command == command).LastOrDefault();
        return own is null ? new Moved(now.Entries, now.Position) : new Appended(now.Entries, now.Position, own.Seq);
    }

    private async Task<LogRead> ReadFromAsync(LogId log, LogPosition from, int most, int room, CancellationToken cancellation)
    {
        var (entries, marks) = (new List<LogEntry>(), new List<LogPosition>());
        var position = from;
        while (await _blobs.ReadAsync(log, position, room, cancellation) is { } chunk)
        {
            var (begin, rest) = (position, chunk.Bytes);
            while (position.Segment == begin.Segment && entries.Count < most && rest.Span.IndexOf((byte)'\n') is var end and >= 0)
            {
                (position, var entry) = LogChain.Follow(log, position, rest[..end]);
                if (entry is not null) entries.Add(entry);
                if (entry?.Seq % LogRead.Apart == 0) marks.Add(position);
                rest = rest[(end + 1)..];
            }
            if (entries.Count == most) return new LogRead(entries, position, marks);

            var read = begin.Offset + chunk.Bytes.Length - rest.Length;
            if (position.Segment > begin.Segment)
            {
                if (read < chunk.Total)
                    throw LogChain.Broken(log, position with { Segment = begin.Segment }, LogBreakKind.Fork, "something follows the seal");
                continue;
            }
            if (read == chunk.Total) return new LogRead(entries, position with { Blocks = chunk.Blocks }, marks);
            if (read == begin.Offset && room < LogBlobs.ChunkSize)
                room = LogBlobs.ChunkSize;
            else if (begin.Offset + chunk.Bytes.Length == chunk.Total || read == begin.Offset)
                throw LogChain.Broken(log, position, LogBreakKind.Cut, "the last line does not end");
        }

        // No such segment: the next one after a seal need not have been created yet, but one that we have read from must be there.
        if (position.Offset > 0 || (position.Segment == 1 && position.Seq > 0))
            throw LogChain.Broken(log, position, LogBreakKind.Missing, "the segment is gone");
        return new LogRead(entries, position, marks);
    }
}

/// <summary>What became of an append.</summary>
/// <param name="Entries">All events after the position that was expected.</param>
/// <param name="Position">Where the log ends now.</param>
public abstract record AppendResult(IReadOnlyList<LogEntry> Entries, LogPosition Position);

/// <summary>The step stands in the log. After a lost answer <paramref name="Entries"/> may hold what others appended after it.</summary>
/// <param name="Entries">All events after the position that was expected; the step's own come first.</param>
/// <param name="Position">Where the log ends now.</param>
/// <param name="Version">The sequence number of the step's last event.</param>
public sealed record Appended(IReadOnlyList<LogEntry> Entries, LogPosition Position, long Version) : AppendResult(Entries, Position);

/// <summary>Others came first, and the step was not appended.</summary>
public sealed record Moved(IReadOnlyList<LogEntry> Entries, LogPosition Position) : AppendResult(Entries, Position);

/// <summary>What became of a registration.</summary>
/// <param name="Entries">All events of the log.</param>
/// <param name="Position">Where the log ends now.</param>
public abstract record CreateResult(IReadOnlyList<LogEntry> Entries, LogPosition Position);

/// <summary>The log is registered with these events first.</summary>
/// <param name="Entries">All events of the log; those of the registration come first.</param>
/// <param name="Position">Where the log ends now.</param>
/// <param name="Version">The sequence number of the registration's last event.</param>
public sealed record Created(IReadOnlyList<LogEntry> Entries, LogPosition Position, long Version) : CreateResult(Entries, Position);

/// <summary>Another command had registered this log.</summary>
public sealed record Exists(IReadOnlyList<LogEntry> Entries, LogPosition Position) : CreateResult(Entries, Position);
