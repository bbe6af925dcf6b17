using System.Text.Json;

namespace WobWorkflow.Dossiers;

/// <summary>Which kind of host drives the cases.</summary>
/// <param name="Kind">For instance <c>local</c> or <c>functions</c>.</param>
/// <param name="Hub">The task hub, or whatever tells two hosts of a kind apart.</param>
/// <param name="Epoch">Rises by one with every appointment; who carries an earlier one stops.</param>
public sealed record HostRecord(string Kind, string Hub, long Epoch);

/// <summary>What became of an appointment.</summary>
/// <param name="Made">Whether it is in force: true also for a repeat, false if another came first or since.</param>
/// <param name="Current">Who drives now; null if still nobody.</param>
public sealed record HostAppointment(bool Made, HostRecord? Current);

/// <summary>
/// The durable record of which host drives, changed by an operator's command. It is a log like the others, so that it can stand under the same
/// write-once policy and tells who appointed whom; the epoch is the sequence number.
/// </summary>
public sealed class HostRegister(LogStore logs)
{
    private Known? _known;

    /// <summary>Who drives now; null before the first appointment. One request.</summary>
    public async Task<HostRecord?> CurrentAsync(CancellationToken cancellation) => (await ReadAsync(cancellation))?.Record;

    /// <summary>Appoints a host if <paramref name="expected"/> still drives (null: nobody yet).</summary>
    /// <param name="expected">Who is believed to drive.</param>
    /// <param name="kind">See <see cref="HostRecord.Kind"/>.</param>
    /// <param name="hub">See <see cref="HostRecord.Hub"/>.</param>
    /// <param name="by">The operator, the command that makes a repeat recognisable, and when.</param>
    /// <param name="cancellation">Leaves the outcome open.</param>
    public async Task<HostAppointment> AppointAsync(
        HostRecord? expected, string kind, string hub, (string Actor, string Command, DateTimeOffset At) by, CancellationToken cancellation)
    {
        var now = await ReadAsync(cancellation);
        if (now?.Record != expected) return new HostAppointment(now is not null && now.Command == by.Command, now?.Record);

        var entry = new NewEntry(by.At, DateOnly.FromDateTime(by.At.UtcDateTime), by.Actor, by.Command, EventOf(kind, hub));
        var result = await logs.AppendAsync(LogId.Hosts, now?.Position ?? LogPosition.Start, [entry], cancellation);
        var last = _known = new Known(result.Position, RecordOf(result.Entries[^1]), result.Entries[^1].Command);
        return new HostAppointment(last.Command == by.Command, last.Record);
    }

    /// <summary>Forgets what is in memory: the record itself was thrown away.</summary>
    public void Forget() => _known = null;

    private async Task<Known?> ReadAsync(CancellationToken cancellation)
    {
        var known = _known;
        var read = await logs.ReadAsync(LogId.Hosts, known?.Position, cancellation);
        if (read is null) return null;
        return _known = read.Entries is [.., var last]
            ? new Known(read.Position, RecordOf(last), last.Command)
            : known! with { Position = read.Position };
    }

    private static byte[] EventOf(string kind, string hub) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = "host-appointed", kind, hub });

    private static HostRecord RecordOf(LogEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Event);
        var root = json.RootElement;
        return new HostRecord(root.GetProperty("kind").GetString()!, root.GetProperty("hub").GetString()!, entry.Seq);
    }

    private sealed record Known(LogPosition Position, HostRecord Record, string Command);
}
