using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Which host this process is.</summary>
/// <param name="Kind"><c>local</c> or <c>functions</c>.</param>
/// <param name="Hub">The task hub of a Functions host; processes of one hub share the work.</param>
public sealed record HostIdentity(string Kind, string Hub)
{
    public static HostIdentity Local { get; } = new("local", "local");
}

/// <summary>
/// Whether this host drives: performs the engine's duties. One host does at a time, named in a durable record that an operator changes. The others take steps
/// and answer questions, and leave what is owed to the one that drives, whose sweeper finds it in the agenda.
/// </summary>
/// <param name="lease">Which process of this host drives; null where its processes share the work.</param>
public sealed class Driving(HostRegister register, HostIdentity me, TimeProvider real, DriverLease? lease = null)
{
    /// <summary>The first appointment of all is made by the engine itself, for the host that starts first.</summary>
    internal const string FirstToCome = "engine";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private (HostRecord? Record, DateTimeOffset ReadAt)? _known;

    public HostIdentity Me => me;

    /// <summary>
    /// The epoch in which this process drives, as it stood at most five seconds ago: 0 where nobody was ever appointed, null where another host drives, or
    /// another process of this one.
    /// </summary>
    /// <exception cref="StorageUnavailableException">The record can't be read.</exception>
    public async ValueTask<long?> EpochAsync(CancellationToken cancellation)
    {
        var epoch = EpochOf(await RecentAsync(cancellation));
        return lease is null or { IsHeld: true } ? epoch : null;
    }

    /// <summary>The same, as it stands: for what can't be taken back.</summary>
    /// <inheritdoc cref="EpochAsync"/>
    public async Task<long?> EpochNowAsync(CancellationToken cancellation) =>
        EpochOf(await CurrentAsync(cancellation)) is { } epoch && (lease is null || await lease.HoldAsync(cancellation)) ? epoch : null;

    /// <summary>What this process does, as it stood at most five seconds ago.</summary>
    /// <inheritdoc cref="EpochAsync"/>
    public async ValueTask<Stand> StandAsync(CancellationToken cancellation) =>
        EpochOf(await RecentAsync(cancellation)) is null ? Stand.BehindAnotherHost
        : lease is { IsHeld: false } ? Stand.BehindAnotherProcess
        : Stand.Drives;

    /// <summary>Keeps the lease where this host is the one, and lets go of it where another is. To be called every few seconds.</summary>
    /// <inheritdoc cref="EpochAsync"/>
    public async Task KeepLeaseAsync(CancellationToken cancellation)
    {
        if (lease is null)
            return;
        if (EpochOf(await CurrentAsync(cancellation)) is not null)
            await lease.HoldAsync(cancellation);
        else if (lease.IsHeld)
            await lease.LetGoAsync(cancellation);
    }

    /// <summary>Who drives; null where nobody was ever appointed.</summary>
    public async Task<HostRecord?> CurrentAsync(CancellationToken cancellation) => Keep(await register.CurrentAsync(cancellation));

    /// <summary>Takes the wheel where nobody was ever appointed. Of several that start at once one gets it.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        if (await CurrentAsync(cancellation) is null)
            await AppointAsync(null, me, FirstToCome, cancellation);
        await KeepLeaseAsync(cancellation);
    }

    /// <summary>Appoints a host in place of the one that drives now.</summary>
    /// <param name="expected">Who is believed to drive; null: nobody yet.</param>
    /// <param name="by">The operator.</param>
    public async Task<HostAppointment> AppointAsync(HostRecord? expected, HostIdentity host, string by, CancellationToken cancellation)
    {
        var command = $"appoint:{host.Kind}/{host.Hub}:after:{expected?.Epoch ?? 0}";
        var appointment = await register.AppointAsync(expected, host.Kind, host.Hub, (by, command, real.GetUtcNow()), cancellation);
        Keep(appointment.Current);
        return appointment;
    }

    /// <summary>Everything was thrown away, this record too.</summary>
    internal void Forget()
    {
        register.Forget();
        lock (_gate)
            _known = null;
    }

    private ValueTask<HostRecord?> RecentAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_known is { } known && real.GetUtcNow() - known.ReadAt < Fresh)
                return ValueTask.FromResult(known.Record);
        }

        return new ValueTask<HostRecord?>(CurrentAsync(cancellation));
    }

    private HostRecord? Keep(HostRecord? record)
    {
        lock (_gate)
            _known = (record, real.GetUtcNow());
        return record;
    }

    private long? EpochOf(HostRecord? record) => record is null ? 0 : record.Kind == me.Kind && record.Hub == me.Hub ? record.Epoch : null;
}

/// <summary>What a process does with what cases call for.</summary>
public enum Stand
{
    /// <summary>It performs the engine's duties.</summary>
    Drives,

    /// <summary>A host of another kind, or another task hub, is appointed.</summary>
    BehindAnotherHost,

    /// <summary>Another process of this host performs them; this one takes over when that one is gone.</summary>
    BehindAnotherProcess,
}
