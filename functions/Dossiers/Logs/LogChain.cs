namespace WobWorkflow.Dossiers;

/// <summary>How one line follows another. Reading and verifying both go through here, so what one takes for sound the other does too.</summary>
internal static class LogChain
{
    /// <summary>The position after this line, in the next segment if it is a seal, and the entry unless it is.</summary>
    /// <exception cref="LogBrokenException">The line does not follow.</exception>
    public static (LogPosition Position, LogEntry? Entry) Follow(LogId log, LogPosition before, ReadOnlyMemory<byte> line)
    {
        var (entry, seal) = ReadLine(log, before, line);
        var after = before with { Offset = before.Offset + line.Length + 1, Hash = LogLine.Hash(line.Span) };
        if (seal is not null)
        {
            FollowSeal(log, before, seal);
            return (after.InNextSegment(), null);
        }

        var expected = before.Seq + 1;
        if (entry!.Seq > expected)
            throw Broken(log, before, LogBreakKind.Missing, $"event {entry.Seq} stands where {expected} is due");
        if (entry.Seq < expected)
            throw Broken(log, before, LogBreakKind.Fork, $"event {entry.Seq} stands where {expected} is due");
        if (entry.Prev != before.Hash) throw Unchained(log, before);
        return (after with { Seq = expected }, entry);
    }

    private static void FollowSeal(LogId log, LogPosition before, LogSeal seal)
    {
        if (seal.Prev != before.Hash) throw Unchained(log, before);
        if (seal.Head != before.Hash)
            throw Broken(log, before, LogBreakKind.Seal, "the seal names another head than the last event before it");
        if (seal.Continued != LogLine.SegmentName(before.Segment + 1))
            throw Broken(log, before, LogBreakKind.Seal, "the seal names another segment than the next one");
    }

    private static (LogEntry?, LogSeal?) ReadLine(LogId log, LogPosition before, ReadOnlyMemory<byte> line)
    {
        try
        {
            return LogLine.Read(line);
        }
        catch (FormatException)
        {
            throw Broken(log, before, LogBreakKind.Unreadable, "a line is not one that is written here");
        }
    }

    public static LogBrokenException Broken(LogId log, LogPosition before, LogBreakKind kind, string explanation) =>
        new(log, new LogBreak(kind, before.Segment, before.Seq + 1, explanation));

    private static LogBrokenException Unchained(LogId log, LogPosition before) =>
        Broken(log, before, LogBreakKind.Tampered, "the line is chained to another than the one before it");
}
