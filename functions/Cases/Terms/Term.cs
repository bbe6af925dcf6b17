using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A term (termijn) of a case as it stands on a day, with its proof.</summary>
/// <param name="TermId">Stable within the case: <c>decision</c>, <c>objection:decision-1</c>, <c>consultation:consultation-2</c>.</param>
/// <param name="Nominal">The last day before the roll over weekends and holidays.</param>
/// <param name="Due">The last day.</param>
/// <param name="MetOn">When what it asked was done; null while it wasn't.</param>
/// <param name="Trail">Every line of how the date came about.</param>
public sealed record Term(
    string TermId,
    TermKind Kind,
    TermRule Rule,
    DecisionId? DecisionId,
    DateOnly StartedOn,
    DateOnly Nominal,
    DateOnly Due,
    TermState State,
    DateOnly? MetOn,
    int DaysLeft,
    ImmutableArray<ProofLine> Trail)
{
    public string Article => Rule.Article;

    /// <summary>What missing it costs (dwangsom); null where that is nothing.</summary>
    public TermPenalty? Penalty { get; init; }
}

/// <summary>A penalty for being late (dwangsom), in whole euros.</summary>
/// <param name="PerDay">Null where the amount differs from day to day.</param>
/// <param name="Maximum">Null where there is none, or the law gives it.</param>
/// <param name="Accrued">What it came to until now, or until the term was met.</param>
/// <param name="From">The first day for which it is due.</param>
/// <param name="Paid">What was paid of it.</param>
public sealed record TermPenalty(int? PerDay, int? Maximum, int Accrued, DateOnly From, int Paid);

/// <summary>What a term is for.</summary>
public enum TermKind
{
    /// <summary>For deciding on the request (beslistermijn).</summary>
    Decision,

    /// <summary>For the requester to be more precise.</summary>
    Clarification,

    /// <summary>For an agency to answer; practice, not law.</summary>
    Consultation,

    /// <summary>For objecting to a decision (bezwaartermijn).</summary>
    Objection,

    /// <summary>For appealing against a decision (beroepstermijn).</summary>
    Appeal,

    /// <summary>For the new decision that a court ordered.</summary>
    NewDecision,

    /// <summary>For a third party to give its view (zienswijze).</summary>
    View,

    /// <summary>For a unit of the body to answer; practice, not law.</summary>
    UnitAnswer,

    /// <summary>For whoever has it to hand over information that was demanded (Woo 4.2(2)).</summary>
    Demand,

    /// <summary>For deciding on a part, as agreed with the requester (Woo 4.2a).</summary>
    AgreedPhase,

    /// <summary>For deciding not to treat the request (Woo 4.1(6), 4.6, Awb 4:5(4)).</summary>
    Decline,

    /// <summary>For deciding on an objection (Awb 7:10, Woo 7.3(3)).</summary>
    ObjectionDecision,

    /// <summary>For who objects to repair a defect (Awb 6:6).</summary>
    Repair,

    /// <summary>For sending documents and defence to the court (Awb 8:42).</summary>
    CourtDocuments,

    /// <summary>For further documents before the court's hearing (Awb 8:58).</summary>
    HearingDocuments,

    /// <summary>For higher appeal against a ruling.</summary>
    HigherAppeal,

    /// <summary>The two weeks after a notice of default, after which a late-decision appeal is possible (Awb 6:12(2)).</summary>
    NoticeOfDefault,

    /// <summary>For repairing a defect that an interim ruling found (Awb 8:51a).</summary>
    LoopRepair,

    /// <summary>For releasing what a third party is expected to object to (Woo 4.4(5), Wob 6(5)).</summary>
    Release,

    /// <summary>For notifying a leak of personal data (GDPR 33).</summary>
    Leak,

    /// <summary>For telling the requester again how far a late request is; practice, not law.</summary>
    Progress,

    /// <summary>For telling a third party of a decision at the time at which the requester is told (Woo 4.4(6), Awb 3:43(1)).</summary>
    ThirdPartyTold,

    /// <summary>For sending a decision to the court that has something which it joins: at once, without a number of days (Awb 6:19(3), 6:20).</summary>
    CourtNotice,

    /// <summary>For saying what becomes of documents that a court will not keep from other parties, or for asking that of a higher court anew (Awb 8:29).</summary>
    LimitedKnowledge,
}

public enum TermState
{
    Running,
    Suspended,
    Met,
    Lapsed,
    Withdrawn,
}
