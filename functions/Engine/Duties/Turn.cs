using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// The turn that both hosts run for an aggregate each time it is woken: read the agenda, perform what is due, and say when to come back. It may be run
/// at any time, twice at once and again after a crash: a duty is discharged by an event, and no event twice.
/// </summary>
public sealed class Turn(Agendas agendas, DutyPerformer performer, Indexer indexer, Driving driving, CaseClock clock)
{
    /// <summary>Performing one duty can bring another; more rounds than this mean that something spins.</summary>
    private const int Rounds = 20;

    /// <exception cref="StorageUnavailableException">Storage does not answer: run the turn again later.</exception>
    public async Task<TurnResult> RunAsync(LogId aggregate, CancellationToken cancellation)
    {
        var result = await PerformAsync(aggregate, cancellation);
        // Time, or a setting, may have moved the next moment without any event: else the row stays due and is swept up again and again.
        indexer.Mark(aggregate);
        return result;
    }

    private async Task<TurnResult> PerformAsync(LogId aggregate, CancellationToken cancellation)
    {
        var performed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            if (await driving.EpochAsync(cancellation) is null)
                return new TurnResult(null, performed);
            var agenda = await agendas.OfAsync(aggregate, cancellation);
            if (agenda.Due.IsEmpty)
                return new TurnResult(agenda.Next, performed);
            foreach (var duty in agenda.Due)
            {
                await performer.PerformAsync(aggregate, duty, cancellation);
                performed++;
            }
        }

        return new TurnResult(clock.Now + TimeSpan.FromMinutes(1), performed);
    }
}

/// <summary>What came of a turn.</summary>
/// <param name="Next">When to come back, in the time of cases; null where nothing will fall due by itself, or where another host drives.</param>
/// <param name="Performed">How many duties were performed or tried.</param>
public sealed record TurnResult(DateTimeOffset? Next, int Performed);

/// <summary>Reads the agenda of any aggregate.</summary>
public sealed class Agendas(Dossier<Case> cases, Dossier<Ruling> rulings, Settings settings, CaseClock clock)
{
    private static readonly Agenda Nothing = new([], null);

    public async Task<Agenda> OfAsync(LogId aggregate, CancellationToken cancellation)
    {
        if (aggregate.CaseId() is { } caseId)
            return await cases.ReadAsync(caseId, cancellation) is { } c ? Agenda.Of(c.State, await settings.CurrentAsync(cancellation), clock.Now) : Nothing;
        if (aggregate.RulingId() is { } rulingId)
            return await rulings.ReadAsync(rulingId, cancellation) is { } ruling ? Agenda.Of(ruling.State, clock.Now) : Nothing;
        return Nothing;
    }
}

/// <summary>What a log is the log of.</summary>
public static class LogIds
{
    /// <summary>The case's id; null where it's another kind of log.</summary>
    public static string? CaseId(this LogId log) => After(log, "cases/");

    /// <summary>The ruling's id; null where it's another kind of log.</summary>
    public static string? RulingId(this LogId log) => After(log, "rulings/");

    private static string? After(LogId log, string prefix) => log.Text.StartsWith(prefix, StringComparison.Ordinal) ? log.Text[prefix.Length..] : null;
}
