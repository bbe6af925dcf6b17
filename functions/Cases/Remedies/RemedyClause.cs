using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What can be done against a decision.</summary>
public enum RemedyRoute
{
    /// <summary>Objection with the body itself (bezwaar, Awb 7:1).</summary>
    Objection,

    /// <summary>Appeal to the district court (beroep, Awb 8:1).</summary>
    Appeal,

    /// <summary>Appeal to the Afdeling alone (Awb 8:113(2)).</summary>
    AppealToDivision,

    /// <summary>The objection that is pending concerns this decision too (Awb 6:19).</summary>
    JoinsPendingObjection,

    /// <summary>The appeal or higher appeal that is pending concerns this decision too (Awb 6:19, 6:24).</summary>
    JoinsPendingAppeal,
}

/// <summary>
/// The remedies clause of a decision (rechtsmiddelenclausule, Awb 3:45, 6:23): it follows from the kind of decision, from what a ruling said, and from
/// what is pending. Of a decision that was announced it is the clause of that day.
/// </summary>
/// <param name="Article">The article of the route.</param>
/// <param name="Court">Code of the court; null where it is the body itself, or the district court of whoever appeals.</param>
/// <param name="Pending">The remedy that it joins; null where it joins none that is recorded here.</param>
/// <param name="CaseNumber">The court's number of what it joins; null where it joins nothing, or the number isn't known.</param>
/// <param name="LateAppeal">The appeal for lateness that extends to this decision (Awb 6:20(3)); null where none was pending.</param>
/// <param name="Assumption">The named assumption on which the route rests; null where it rests on none.</param>
public sealed record RemedyClause(
    RemedyRoute Route,
    string Article,
    string? Court = null,
    RemedyId? Pending = null,
    string? CaseNumber = null,
    RemedyId? LateAppeal = null,
    string? Assumption = null)
{
    private const string Division = "RVS";
    private const string Joins = "joins-pending-remedy";
    private const string FirstOnes = "amending-is-objectable";

    /// <summary>The term, in weeks after announcement (Awb 6:7).</summary>
    public const int Weeks = 6;

    /// <summary>The named assumptions on which clauses rest.</summary>
    public static ImmutableArray<string> Assumptions { get; } = [Joins, FirstOnes];

    public static RemedyClause Of(Case c, Decision decision)
    {
        var pending = decision.DispatchedOn is null ? PendingFor(c, decision) : decision.Joins is { } joined ? c.Remedies[joined] : null;
        if (pending is { Kind: RemedyKind.Objection })
            return new(RemedyRoute.JoinsPendingObjection, "Awb 6:19(1)", Pending: pending.Id, Assumption: Joins);
        if (pending is not null)
        {
            return new(RemedyRoute.JoinsPendingAppeal, pending.Kind == RemedyKind.HigherAppeal ? "Awb 6:24" : "Awb 6:19(1)", CourtOf(c, pending), pending.Id, pending.CaseNumber,
                Assumption: Joins);
        }

        var ruling = decision.AnswersRuling is { } id ? c.Rulings.FindLast(applied => applied.RulingId == id) : null;
        if (ruling is { Kind: RulingKind.Interim })
            return new(RemedyRoute.JoinsPendingAppeal, ruling.Court == Division ? "Awb 6:24" : "Awb 6:19(1)", ruling.Court, CaseNumber: ruling.CaseNumber, Assumption: Joins);
        if (ruling is not null && ruling.Outcomes.Contains(Dictum.DivisionAlone))
            return new(RemedyRoute.AppealToDivision, "Awb 8:113(2)", Division);
        if (!Routes.IsObjectable(c, decision))
            return new(RemedyRoute.Appeal, "Awb 8:1");
        var late = decision.DispatchedOn is null ? LateAppealFor(c, decision)?.Id : decision.TellsCourtOf;
        return new(RemedyRoute.Objection, "Awb 7:1", LateAppeal: late, Assumption: Routes.IsFirst(decision) ? null : FirstOnes);
    }

    /// <summary>The remedy that a decision joins when it is announced: the highest that runs against what it comes on top of, or takes the place of.</summary>
    internal static Remedy? PendingFor(Case c, Decision decision)
    {
        if (Routes.IsFirst(decision) || decision.Kind == DecisionKind.OnObjection)
            return null;
        var earlier = Earlier(c, decision);
        return c.Remedies
            .Where(remedy => remedy is { Runs: true, Kind: RemedyKind.Objection or RemedyKind.DirectAppeal or RemedyKind.Appeal or RemedyKind.HigherAppeal })
            .Where(remedy => (remedy.DecisionId ?? c.Rulings.FindLast(applied => applied.RulingId == remedy.RulingId)?.DecisionId) is { } contested && earlier.Contains(contested))
            .MaxBy(remedy => remedy.Kind);
    }

    /// <summary>The appeal for lateness that a decision on the request meets; null where none runs.</summary>
    internal static Remedy? LateAppealFor(Case c, Decision decision) =>
        decision.Settles ? c.Remedies.LastOrDefault(remedy => remedy is { Runs: true, Kind: RemedyKind.LateAppeal, LateTerm: CaseTerms.DecisionTerm }) : null;

    /// <summary>The remedy whose court is to be sent the decision at once (Awb 6:19(3), 6:20); null where no court has one.</summary>
    internal static RemedyId? CourtToTell(Case c, Decision decision) =>
        PendingFor(c, decision) is { } pending ? pending.Kind == RemedyKind.Objection ? null : pending.Id : LateAppealFor(c, decision)?.Id;

    /// <summary>Code of the court that has a remedy; null where it isn't known.</summary>
    public static string? CourtOf(Case c, Remedy remedy) => remedy.Kind is RemedyKind.HigherAppeal or RemedyKind.CrossAppeal
        ? Division
        : c.Rulings.FindLast(applied => applied.CaseNumber == remedy.CaseNumber)?.Court;

    private static ImmutableHashSet<DecisionId> Earlier(Case c, Decision decision) =>
        decision.Supplements is { } before ? Earlier(c, c.Decisions[before]!).Add(before) : [];
}
