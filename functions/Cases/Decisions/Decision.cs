using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A decision (besluit), from draft to dispatch. The decision and not the case is what terms, remedies and court rulings hang on: a request may
/// be decided upon in parts, on objection, and years later in a supplementary decision.
/// </summary>
/// <param name="Part">What it decides upon, where that is a part of the request; null for all that is left.</param>
/// <param name="Revision">Counts from 1; goes up each time it comes back for work, and with it a new letter is drafted.</param>
/// <param name="TakenOn">The date of the decision, which picks the act that governs it; null until it was taken.</param>
/// <param name="DispatchedOn">The date of announcement (bekendmaking, Awb 3:41); null until then. Terms for remedies start the day after.</param>
/// <param name="Supplements">The earlier decision that it supplements or replaces; null for a first one.</param>
/// <param name="AnswersRuling">The ruling that made it necessary; null where none did.</param>
public sealed record Decision(
    DecisionId Id,
    DecisionKind Kind,
    FreeText? Part,
    FreeText? Considerations,
    DecisionState State,
    string DraftedBy,
    int Revision = 1,
    DateOnly? TakenOn = null,
    string? TakenBy = null,
    DateOnly? DispatchedOn = null,
    DecisionId? Supplements = null,
    string? AnswersRuling = null)
{
    /// <summary>In the order of the levels of <see cref="Route"/>.</summary>
    public ImmutableList<Approval> Approvals { get; init; } = [];

    /// <summary>The event by which it was taken; null until it was.</summary>
    public long? TakenAt { get; init; }

    /// <summary>How documents and passages were judged when it was taken; null until it was.</summary>
    public JudgedThen? Judged { get; init; }

    /// <summary>The documents that its inventory listed when it was taken; empty until it was.</summary>
    public ImmutableArray<DocumentId> Listed { get; init; } = [];

    /// <summary>What its inventory said when it was taken (<see cref="Inventory.BasisOf"/>); null until it was.</summary>
    public string? InventoryBasis { get; init; }

    /// <summary>The levels along which it is approved, as they were when it was submitted.</summary>
    public ImmutableArray<ApprovalLevel> Route { get; init; } = [ApprovalLevel.Default];

    /// <summary>What people answered to the checks, oldest first; of those on the same check the last one holds.</summary>
    public ImmutableList<CheckAnswered> CheckAnswers { get; init; } = [];

    /// <summary>The capacity in which it was taken under mandate; null where the register of mandates asked for none.</summary>
    public string? Capacity { get; init; }

    /// <summary>The remedy that it joined when it was announced (Awb 6:19, 6:24); null where none ran.</summary>
    public RemedyId? Joins { get; init; }

    /// <summary>The remedy whose court it is sent to at once (Awb 6:19(3), 6:20); null where no court had one.</summary>
    public RemedyId? TellsCourtOf { get; init; }

    /// <summary>The decision of the case in which this request was treated too; null where it was decided upon here.</summary>
    public Followed? Follows { get; init; }

    /// <summary>The level whose turn it is; null where it awaits no approval.</summary>
    public ApprovalLevel? NextLevel => State == DecisionState.Approval && Approvals.Count < Route.Length ? Route[Approvals.Count] : null;

    /// <summary>On what it rests that the request isn't treated; null for every other decision, and where nobody said.</summary>
    public Decline? Decline { get; init; }

    /// <summary>The act that governs it: that of its own date (ECLI:NL:RVS:2022:1432), whenever the request was made.</summary>
    public Regime RegimeOn(DateOnly today) => Regimes.Of(TakenOn ?? today);

    /// <summary>Whether this person drafted it, or wrote the letter that announces it.</summary>
    public bool WasWrittenBy(Actor actor, Case c) =>
        DraftedBy == actor.Id || c.Letters.Any(l => l.About == Id.ToString() && l.State != LetterState.Withdrawn && l.DraftedBy == actor.Id);

    /// <summary>Whether it settles the request, so that the term for deciding is met; a partial decision does not.</summary>
    public bool Settles => Kind is DecisionKind.Primary or DecisionKind.NotTreated;
}

/// <summary>An approval (akkoord) on the way to a decision.</summary>
public sealed record Approval(string By, DateOnly On);

/// <summary>The kinds of decision. "Supplementary" (aanvullend besluit) is what practice calls it, not a kind that the law knows.</summary>
public enum DecisionKind
{
    /// <summary>The first decision on the request (primair besluit).</summary>
    Primary,

    /// <summary>A decision on a part of the request (deelbesluit).</summary>
    Partial,

    /// <summary>A decision not to treat the request (Awb 4:5, Woo 4.1(6), 4.6).</summary>
    NotTreated,

    /// <summary>A decision on objection (besluit op bezwaar, Awb 7:11).</summary>
    OnObjection,

    /// <summary>A repair within the court's loop (herstelbesluit, Awb 8:51a, 8:51d).</summary>
    Repair,

    /// <summary>A new decision after annulment (Awb 8:72(4)).</summary>
    NewAfterAnnulment,

    /// <summary>A decision that supplements an earlier one (aanvullend besluit).</summary>
    Supplementary,

    /// <summary>A decision that amends a contested one (Awb 6:19).</summary>
    Amending,
}

public enum DecisionState
{
    Draft,

    /// <summary>Submitted; waits for its approvals.</summary>
    Approval,
    Approved,
    Taken,
    Dispatched,
}
