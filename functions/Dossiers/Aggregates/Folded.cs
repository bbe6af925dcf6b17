using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Dossiers;

/// <summary>An aggregate as its log tells it, up to a position.</summary>
/// <param name="LastSubstantive">The version after which every event merely records a performed duty.</param>
/// <param name="Commands">The version to which each command brought the aggregate, by its key.</param>
public sealed record Folded<T>(LogId Log, T State, LogPosition Position, long LastSubstantive, ImmutableDictionary<string, CommandTrace> Commands)
    where T : IAggregate<T>
{
    /// <summary>The number of the last event.</summary>
    public long Version => Position.Seq;

    /// <summary>Whether what a client knew at <paramref name="version"/> still stands (<c>If-Match</c>).</summary>
    public bool StillStands(long version) => version >= LastSubstantive && version <= Version;

    internal static Folded<T> Blank(LogId log, string id) =>
        new(log, T.Blank(id), LogPosition.Start, 0, ImmutableDictionary<string, CommandTrace>.Empty);

    /// <exception cref="LogBrokenException">An event is of a type that this program does not know: it must not guess.</exception>
    internal Folded<T> With(IEnumerable<LogEntry> entries, LogPosition position)
    {
        var (state, substantive, commands) = (State, LastSubstantive, Commands.ToBuilder());
        foreach (var entry in entries)
        {
            var happened = Read(entry);
            state = Apply(state, happened, entry);
            if (!happened.MerelyRecordsDuty)
                substantive = entry.Seq;
            var command = Command.Parse(entry.Command);
            commands[command.Key] = new CommandTrace(command.Fingerprint, entry.Seq);
        }

        return this with { State = state, Position = position, LastSubstantive = substantive, Commands = commands.ToImmutable() };
    }

    private Event Read(LogEntry entry)
    {
        try
        {
            return EventJson.Read(entry.Event.Span);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or NotSupportedException)
        {
            // The message of the parser quotes what it read, and that is content.
            throw Unreadable(entry, "Event of an unknown type or shape.");
        }
    }

    private T Apply(T state, Event happened, LogEntry entry)
    {
        try
        {
            return state.Apply(happened, new Entry(entry.Seq, entry.At, entry.On, entry.Actor));
        }
        catch (InvalidCastException)
        {
            throw Unreadable(entry, "Event of another kind of aggregate.");
        }
    }

    private LogBrokenException Unreadable(LogEntry entry, string explanation) =>
        new(Log, new LogBreak(LogBreakKind.Unreadable, Position.Segment, entry.Seq, explanation));
}

/// <summary>What a command did.</summary>
/// <param name="Fingerprint">Of its payload; empty for the engine's own.</param>
/// <param name="Version">The number of its last event.</param>
public sealed record CommandTrace(string Fingerprint, long Version);
