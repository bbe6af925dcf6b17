using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A court's ruling (uitspraak): an aggregate of its own, because one ruling reaches into several cases. It is closed when every decision that it
/// made necessary has been announced.
/// </summary>
public sealed record Ruling(string Id) : IAggregate<Ruling>, ISubject
{
    /// <summary>Null until the ruling is registered.</summary>
    public RulingFacts? Facts { get; init; }

    public ImmutableArray<RulingRow> Rows { get; init; } = [];

    /// <summary>What the court told the body to do, one by one.</summary>
    public ImmutableArray<FreeText> Instructions { get; init; } = [];

    /// <summary>When a person confirmed that the rows name everything that the ruling reaches; null until then.</summary>
    public DateOnly? ScopeConfirmedOn { get; init; }

    /// <summary>Whether the body repairs the defect that an interim ruling found; null while the court wasn't told.</summary>
    public LoopAnswer? Loop { get; init; }

    /// <summary>When the court was told of the repair; null until then.</summary>
    public DateOnly? RepairReportedOn { get; init; }

    public ImmutableList<FurtherAppeal> Appeals { get; init; } = [];

    public ImmutableList<EarlierParliamentLetter> EarlierLetters { get; init; } = [];

    /// <summary>The letter to Parliament; null where none was drafted.</summary>
    public ParliamentLetter? Letter { get; init; }

    /// <summary>The day that a person set on which decisions, documents and letter come out together; null where nobody did (<see cref="PlannedMoment"/>).</summary>
    public DateOnly? PlannedOn { get; init; }

    /// <summary>When Parliament was informed; null until then.</summary>
    public DateOnly? InformedOn { get; init; }

    /// <summary>What Parliament called the letter; null where it wasn't said.</summary>
    public string? ParliamentNumber { get; init; }

    /// <summary>Stored files: drafts and edited versions of the letter, and what was received.</summary>
    public Numbered<ArtifactId, Artifact> Artifacts { get; init; } = Numbered<ArtifactId, Artifact>.None;

    public ImmutableSortedDictionary<string, DutyFailure> Failures { get; init; } = ImmutableSortedDictionary<string, DutyFailure>.Empty;

    public DateOnly? ClosedOn { get; init; }

    public bool IsClosed => ClosedOn is not null;

    public DateOnly? Since => Facts?.PronouncedOn;

    public static Ruling Blank(string id) => new(id);

    public Ruling Apply(Event happened, Entry entry)
    {
        var next = ((RulingEvent)happened).ApplyTo(this, entry);
        return happened is IDischarge discharge && next.Failures.ContainsKey(discharge.DutyKey)
            ? next with { Failures = next.Failures.Remove(discharge.DutyKey) }
            : next;
    }
}

/// <summary>What a ruling is, apart from what it does in each case.</summary>
/// <param name="Court">Code of the court, as in an ECLI: <c>RVS</c>, <c>RBMNE</c>.</param>
/// <param name="Ecli">European Case Law Identifier; null where it isn't known.</param>
/// <param name="PronouncedOn">Null where it isn't known.</param>
/// <param name="SentOn">When the court sent it: its terms run from here.</param>
public sealed record RulingFacts(string Court, RulingKind Kind, string? Ecli, string? Url, DateOnly? PronouncedOn, DateOnly SentOn, string RegisteredBy);

public enum RulingKind
{
    /// <summary>Final (einduitspraak).</summary>
    Final,

    /// <summary>Interim (tussenuitspraak), with a loop for repair.</summary>
    Interim,

    /// <summary>On interim relief (voorlopige voorziening, Awb 8:84).</summary>
    InterimRelief,

    /// <summary>On opposition (verzet, Awb 8:55).</summary>
    Opposition,
}

/// <summary>What a ruling does with one decision in one case, or with the lack of one (Awb 6:2, 8:55d).</summary>
/// <param name="CaseNumber">The court's number: <c>202003618/1/A3</c>.</param>
/// <param name="DecisionId">The contested decision in that case; null where the court ruled that none was taken in time, and then the remedy is named.</param>
/// <param name="Outcomes">The dictum: several combine.</param>
/// <param name="TermDays">The term for a new decision that the court set, in days from sending; null where it set none.</param>
/// <param name="AppliedOn">When it was recorded in the case; null until then.</param>
/// <param name="NotApplied">Why the case refused it, as a code; null where it didn't.</param>
/// <param name="AnsweredOn">When the decision that it made necessary was announced; null until then.</param>
/// <param name="RemedyId">The remedy in that case on which was ruled; null where nobody said.</param>
/// <param name="PenaltyPerDay">Whole euros for each day that a new decision is late (Awb 8:72(6), 8:55d(2)); null for none.</param>
public sealed record RulingRow(
    string CaseNumber,
    string CaseId,
    DecisionId? DecisionId,
    ImmutableArray<Dictum> Outcomes,
    int? TermDays,
    DateOnly? AppliedOn = null,
    string? NotApplied = null,
    DateOnly? AnsweredOn = null,
    RemedyId? RemedyId = null,
    int? PenaltyPerDay = null,
    int? PenaltyMaximum = null)
{
    /// <summary>Whether the body repairs; null where no loop was answered.</summary>
    public bool? LoopAccepted { get; init; }

    /// <summary>Goes up each time that the row changes after its case took it in.</summary>
    public int Revision { get; init; }

    /// <summary>The revision that the case knows.</summary>
    public int ReachedRevision { get; init; }

    /// <summary>The row after a change; its case must be told where it has the row already.</summary>
    public RulingRow Amended() => AppliedOn is null && LoopAccepted is null ? this : this with { Revision = Revision + 1 };

    public bool Owes => Rulings.Owe(Outcomes);

    /// <summary>What is contested, as names of duties and terms hold it.</summary>
    public string Contested => Rulings.Contested(DecisionId, RemedyId);
}

/// <summary>What a court decides (Awb 8:70, 8:72). Several of these make a dictum.</summary>
public enum Dictum
{
    /// <summary>No jurisdiction (onbevoegd).</summary>
    NoJurisdiction,

    /// <summary>Inadmissible (niet-ontvankelijk).</summary>
    Inadmissible,

    /// <summary>Unfounded (ongegrond).</summary>
    Unfounded,

    /// <summary>Well-founded (gegrond).</summary>
    WellFounded,

    /// <summary>Annulled (vernietigd).</summary>
    Annulled,

    /// <summary>Annulled in part.</summary>
    AnnulledInPart,

    /// <summary>The annulled decision's effects are upheld (rechtsgevolgen in stand, 8:72(3)(a)).</summary>
    EffectsUpheld,

    /// <summary>The ruling takes the place of the annulled decision (zelf voorzien, 8:72(3)(b)).</summary>
    CourtDecides,

    /// <summary>A new decision is ordered (8:72(4)).</summary>
    NewDecision,

    /// <summary>The contested ruling is upheld (bevestigd).</summary>
    Upheld,

    /// <summary>Referred back to the lower court (terugwijzing, 8:115).</summary>
    ReferredBack,

    /// <summary>The contested ruling is annulled (aangevallen uitspraak vernietigd); what then follows on the appeal is named beside it.</summary>
    RulingAnnulled,

    /// <summary>The contested ruling is upheld on better grounds (bevestigd met verbetering van gronden).</summary>
    UpheldOnOtherGrounds,

    /// <summary>The effects are upheld in part (8:72(3)(a)); for the rest is decided anew.</summary>
    EffectsUpheldInPart,

    /// <summary>The body may or must repair a defect (bestuurlijke lus, 8:51a, 8:51d).</summary>
    Loop,

    /// <summary>Against the new decision lies appeal with the Afdeling alone (judiciële lus, 8:113(2)).</summary>
    DivisionAlone,

    /// <summary>A provisional measure of the court itself (8:72(5)).</summary>
    ProvisionalMeasure,

    /// <summary>A penalty for being late (dwangsom, 8:72(6), 8:55d(2)).</summary>
    Penalty,

    /// <summary>The court fee is paid back (griffierecht, 8:74).</summary>
    FeeRefunded,

    /// <summary>Costs are awarded (proceskosten, 8:75).</summary>
    CostsAwarded,
}

/// <summary>What follows from a dictum.</summary>
public static class Rulings
{
    /// <summary>Whether the body must decide anew: ordered, or annulled without anything in its place.</summary>
    public static bool Owe(ImmutableArray<Dictum> outcomes) =>
        outcomes.Contains(Dictum.NewDecision)
        || ((outcomes.Contains(Dictum.Annulled) || outcomes.Contains(Dictum.AnnulledInPart))
            && !outcomes.Contains(Dictum.EffectsUpheld) && !outcomes.Contains(Dictum.CourtDecides) && !outcomes.Contains(Dictum.ReferredBack));

    internal static string Contested(DecisionId? decision, RemedyId? remedy) => decision?.ToString() ?? remedy?.ToString() ?? "";

    /// <summary>
    /// What a new decision answers: where a ruling annulled several decisions of one case, the one that the new decision takes the place of.
    /// </summary>
    /// <returns>Null where nothing of that ruling is open, or it can't be told which.</returns>
    public static AppliedRuling? OpenFor(Case c, string? rulingId, DecisionId? supplements)
    {
        var open = c.Rulings.FindAll(applied => applied.RulingId == rulingId && applied is { DecisionId: not null, AnsweredBy: null });
        return open.Find(applied => applied.DecisionId == supplements) ?? (open.Count == 1 ? open[0] : null);
    }
}


/// <summary>A ruling as a case knows it.</summary>
/// <param name="DecisionId">The contested decision; null where the court ruled that none was taken in time.</param>
/// <param name="AnsweredBy">The decision that answers it and was announced; null until then.</param>
/// <param name="TellingDone">Whether the ruling has been told so.</param>
public sealed record AppliedRuling(
    string RulingId,
    string CaseNumber,
    DecisionId? DecisionId,
    ImmutableArray<Dictum> Outcomes,
    DateOnly SentOn,
    int? TermDays,
    DecisionId? AnsweredBy = null,
    bool TellingDone = false)
{
    /// <summary>Null where it isn't known: then it is taken for a final one.</summary>
    public RulingKind? Kind { get; init; }

    /// <summary>Code of the court; null where it isn't known.</summary>
    public string? Court { get; init; }

    /// <summary>The day of the ruling; null where it isn't known.</summary>
    public DateOnly? PronouncedOn { get; init; }

    /// <summary>European Case Law Identifier; null where it isn't known.</summary>
    public string? Ecli { get; init; }

    /// <summary>Whole euros for each day that the new decision is late; null where the court attached no penalty.</summary>
    public int? PenaltyPerDay { get; init; }

    public int? PenaltyMaximum { get; init; }

    /// <summary>What the court told the body to do, in the order of the ruling.</summary>
    public ImmutableList<Instruction> Instructions { get; init; } = [];

    /// <summary>Whether the body repairs the defect; null where that wasn't told, or there is no loop.</summary>
    public bool? LoopAccepted { get; init; }

    /// <summary>The remedy on which was ruled; null where nobody said.</summary>
    public RemedyId? RemedyId { get; init; }

    /// <summary>The term that passed without a decision; null where a decision was contested.</summary>
    public string? LateTerm { get; init; }

    public bool Owes => Rulings.Owe(Outcomes);

    /// <summary>What is contested, as names of terms hold it.</summary>
    public string Contested => Rulings.Contested(DecisionId, RemedyId);

    /// <summary>The term for the decision that it makes necessary.</summary>
    public string NewDecisionTerm => $"ruling:{RulingId}:{Contested}";

    /// <summary>The term for repairing what an interim ruling found.</summary>
    public string LoopTerm => $"loop:{RulingId}:{Contested}";

    public bool IsFinal => Kind is null or RulingKind.Final;

    /// <summary>Whether higher appeal lies against it: it is final, and not of the court above. An unknown court may be a district court.</summary>
    public bool AllowsHigherAppeal => IsFinal && (Court is null || Courts.Find(Court) is null or { Kind: CourtKind.DistrictCourt });
}
