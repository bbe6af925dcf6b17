namespace WobWorkflow.Dossiers;

/// <summary>A log is not what was written to it. It names the place and never the content.</summary>
public sealed class LogBrokenException : Exception
{
    public LogBrokenException() : this("A log is broken.") { }

    public LogBrokenException(string message) : base(message) { }

    public LogBrokenException(string message, Exception? inner) : base(message, inner) { }

    internal LogBrokenException(LogId log, LogBreak fault)
        : base($"Log {log} is broken in segment {fault.Segment} at {fault.Seq}: {fault.Explanation}")
    {
        Log = log;
        Break = fault;
    }

    /// <summary>The log.</summary>
    public LogId? Log { get; }

    /// <summary>Where it breaks and how.</summary>
    public LogBreak? Break { get; }
}

/// <summary>Where a log breaks and how.</summary>
/// <param name="Kind">How.</param>
/// <param name="Segment">In which segment, from 1.</param>
/// <param name="Seq">At which event; for a seal, or what is no event, the one that was expected there.</param>
/// <param name="Explanation">A sentence without content.</param>
public sealed record LogBreak(LogBreakKind Kind, int Segment, long Seq, string Explanation);

/// <summary>How a log can be broken.</summary>
public enum LogBreakKind
{
    /// <summary>A line was changed after it was written.</summary>
    Tampered,

    /// <summary>A line, a segment or the end of the log is gone.</summary>
    Missing,

    /// <summary>Lines stand in another order than they were written in.</summary>
    Swapped,

    /// <summary>The last line does not end.</summary>
    Cut,

    /// <summary>Two lines follow the same one, or there is a segment that nothing continues in.</summary>
    Fork,

    /// <summary>A segment's seal does not fit what it seals.</summary>
    Seal,

    /// <summary>A line is not one that this program writes.</summary>
    Unreadable,
}

/// <summary>
/// All events of a step together exceed what is appended in one operation (1 MiB): put the payload in a blob that the event refers to.
/// </summary>
public sealed class StepTooLargeException : Exception
{
    public StepTooLargeException() : this("A step appends at most 1 MiB.") { }

    public StepTooLargeException(string message) : base(message) { }

    public StepTooLargeException(string message, Exception? inner) : base(message, inner) { }
}
