using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// The turn in pieces, for a host that runs each piece in a call of its own, perhaps on different machines. What goes from one piece to the next are ids,
/// keys and kinds; each piece derives what it needs anew from the log, so that pieces may come late, twice or not at all.
/// </summary>
public sealed class Errands(
    Agendas agendas, DutyPerformer performer, Indexer indexer, Driving driving, Rehearsal rehearsal, Dossier<Case> cases, Dossier<Ruling> rulings, CaseClock clock)
{
    /// <summary>Reads the agenda, and says how long to sleep where nothing is due.</summary>
    /// <exception cref="StorageUnavailableException">Storage does not answer: look again later.</exception>
    public async Task<Look> LookAsync(LogId aggregate, CancellationToken cancellation)
    {
        await rehearsal.FollowAsync(cancellation);
        if (await driving.EpochAsync(cancellation) is not { } epoch)
            return Look.Of(LookState.StandsBy);
        var agenda = await agendas.OfAsync(aggregate, cancellation);
        if (await FailuresAsync(aggregate, cancellation) is not { } failures)
            return Look.Of(LookState.Gone);
        // Time, or a setting, may have moved the next moment without any event: else the row stays due and is swept up again and again.
        indexer.Mark(aggregate);
        var delay = agenda.Next is { } next ? (long)clock.DelayUntil(next).TotalSeconds : (long?)null;
        return new Look(LookState.Drives, epoch, [.. agenda.Due.Select(duty => new OwedDuty(duty.Kind, duty.Key))], delay, agenda.Next, failures);
    }

    /// <summary>Performs a duty if it is still owed, and in the epoch for which it was called.</summary>
    /// <exception cref="StorageUnavailableException">Storage does not answer: perform it again later.</exception>
    public async Task PerformAsync(Errand errand, CancellationToken cancellation)
    {
        await rehearsal.FollowAsync(cancellation);
        var aggregate = LogId.Parse(errand.Aggregate);
        if (await driving.EpochAsync(cancellation) != errand.Epoch)
            return;
        var agenda = await agendas.OfAsync(aggregate, cancellation);
        if (agenda.Due.FirstOrDefault(duty => duty.Key == errand.Key) is not { } owed)
            return;
        await performer.PerformAsync(aggregate, owed, cancellation);
        indexer.Mark(aggregate);
    }

    /// <summary>The kinds of duties that failed and will be tried again; null where there is no such aggregate.</summary>
    private async Task<IReadOnlyList<string>?> FailuresAsync(LogId aggregate, CancellationToken cancellation)
    {
        var failures = aggregate.CaseId() is { } caseId ? (await cases.GlanceAsync(caseId, cancellation))?.State.Failures.Values
            : aggregate.RulingId() is { } rulingId ? (await rulings.GlanceAsync(rulingId, cancellation))?.State.Failures.Values
            : null;
        return failures is null ? null : [.. failures.Select(failure => failure.Kind).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>What a host saw on the agenda of an aggregate.</summary>
/// <param name="Epoch">The epoch in which this host drives; a duty is performed in the same one or not at all.</param>
/// <param name="Delay">Whole seconds of real time to sleep where nothing is due, a second more than it takes; null: until woken.</param>
/// <param name="Next">The moment (UTC) until which it sleeps, in the time of cases; for who looks on.</param>
/// <param name="Failing">Kinds of duties that failed and will be tried again.</param>
public sealed record Look(LookState State, long Epoch, IReadOnlyList<OwedDuty> Due, long? Delay, DateTimeOffset? Next, IReadOnlyList<string> Failing)
{
    public static Look Of(LookState state) => new(state, 0, [], null, null, []);
}

/// <summary>Whether there is anything to drive.</summary>
public enum LookState
{
    Drives,

    /// <summary>Another host drives: whatever runs here for the aggregate ends.</summary>
    StandsBy,

    /// <summary>There is no such aggregate (any more).</summary>
    Gone,
}

/// <summary>A duty that is due.</summary>
/// <param name="Kind">As in <see cref="Duty.Kind"/>.</param>
/// <param name="Key">As in <see cref="Duty.Key"/>.</param>
public sealed record OwedDuty(string Kind, string Key);

/// <summary>A duty to be performed.</summary>
/// <param name="Aggregate">As a log is named: <c>cases/{id}</c> or <c>rulings/{id}</c>.</param>
/// <param name="Key">As in <see cref="Duty.Key"/>.</param>
/// <param name="Epoch">As in <see cref="Look.Epoch"/>.</param>
public sealed record Errand(string Aggregate, string Key, long Epoch);
