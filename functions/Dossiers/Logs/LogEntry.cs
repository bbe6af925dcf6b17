namespace WobWorkflow.Dossiers;

/// <summary>An event as it stands in a log.</summary>
/// <param name="Seq">From 1, without gaps, across segments. The last one is the version of the aggregate.</param>
/// <param name="At">When it was recorded, UTC.</param>
/// <param name="On">The local date (Europe/Amsterdam) from which it has effect.</param>
/// <param name="Actor">Who did it; <c>engine</c> for a duty.</param>
/// <param name="Command">The step that appended it; all events of one step carry the same.</param>
/// <param name="Event">The event's JSON object, as it was written.</param>
/// <param name="Prev">SHA-256 of the line before, lower-case hexadecimal; 64 zeros on the first line of a log.</param>
public sealed record LogEntry(long Seq, DateTimeOffset At, DateOnly On, string Actor, string Command, ReadOnlyMemory<byte> Event, string Prev);

/// <summary>An event that is to be appended; for its parts see <see cref="LogEntry"/>.</summary>
public sealed record NewEntry(DateTimeOffset At, DateOnly On, string Actor, string Command, ReadOnlyMemory<byte> Event);

/// <summary>How far a log has been read or written. The next append is conditional on nothing having come after it.</summary>
/// <param name="Segment">The segment, from 1.</param>
/// <param name="Offset">Bytes in this segment.</param>
/// <param name="Blocks">Blocks in this segment, as storage counted them.</param>
/// <param name="Seq">The last event's sequence number; 0 in an empty log.</param>
/// <param name="Hash">SHA-256 of the last line, be it an event or a seal; 64 zeros in an empty log.</param>
/// <param name="Earlier">Bytes in all segments before this one.</param>
public sealed record LogPosition(int Segment, long Offset, int Blocks, long Seq, string Hash, long Earlier = 0)
{
    /// <summary>Before the first event.</summary>
    public static LogPosition Start { get; } = new(1, 0, 0, 0, LogLine.NoHash);

    /// <summary>Bytes in all segments up to here; what <see cref="LogStore.ListAsync"/> counts.</summary>
    public long Length => Earlier + Offset;

    internal LogPosition InNextSegment() => new(Segment + 1, 0, 0, Seq, Hash, Earlier + Offset);
}

/// <summary>What was read of a log, and how far that was.</summary>
/// <param name="Entries">The events, oldest first.</param>
/// <param name="Position">After the last of them.</param>
/// <param name="Marks">The positions after every hundredth event that was passed: places from which reading can begin another time.</param>
public sealed record LogRead(IReadOnlyList<LogEntry> Entries, LogPosition Position, IReadOnlyList<LogPosition> Marks)
{
    /// <summary>So many events lie between one mark and the next.</summary>
    public const int Apart = 100;
}
