using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A remedy (rechtsmiddel) against a decision, against a ruling on one, or against the lack of a decision.</summary>
/// <param name="Person">Who lodged it; null where the body itself did.</param>
/// <param name="DecisionId">The contested decision; null where it is a ruling or the lack of a decision.</param>
/// <param name="RulingId">The contested ruling; null where it is a decision.</param>
/// <param name="LateTerm">The term that passed without a decision; null where a decision or ruling is contested.</param>
/// <param name="LodgedOn">When it was received; what came by post in time counts as in time (Awb 6:9).</param>
/// <param name="Late">Whether it came after its term.</param>
/// <param name="Excusable">Whether the lateness is excused, as the body sees it (Awb 6:11).</param>
/// <param name="NoticeOn">When the court sent the body its notice; null where no court has it.</param>
public sealed record Remedy(
    RemedyId Id,
    RemedyKind Kind,
    RemedyParty By,
    PersonId? Person,
    DecisionId? DecisionId,
    string? RulingId,
    string? LateTerm,
    DateOnly LodgedOn,
    bool Late,
    bool Excusable,
    string? CaseNumber,
    DateOnly? NoticeOn,
    FreeText? Grounds)
{
    /// <summary>Who took it in: the litigator or objection handler who is reminded of its terms; null where it isn't known.</summary>
    public string? TakenInBy { get; init; }

    /// <summary>When it was posted (Awb 6:9(2)); null where that isn't known.</summary>
    public DateOnly? PostedOn { get; init; }

    public RemedyState State { get; init; }

    /// <summary>When it was withdrawn or decided; null while it runs.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>The decision on objection that ended it; null where something else did.</summary>
    public DecisionId? DecidedBy { get; init; }

    /// <summary>The ruling that ended it; null where something else did.</summary>
    public string? RuledBy { get; init; }

    /// <summary>Invitations to repair a defect (Awb 6:6), oldest first.</summary>
    public ImmutableList<RepairInvitation> Repairs { get; init; } = [];

    /// <summary>Others who take part as interested parties.</summary>
    public ImmutableList<PersonId> Joined { get; init; } = [];

    /// <summary>When the objector was told that a committee advises (Awb 7:13(2)); null where none does or nobody was told.</summary>
    public DateOnly? CommitteeToldOn { get; init; }

    /// <summary>The hearing of objectors, or the court's hearing; null while none is planned.</summary>
    public RemedyHearing? Hearing { get; init; }

    public CommitteeAdvice? CommitteeAdvice { get; init; }

    /// <summary>The extension of the term for deciding on it (Awb 7:10(3)); null where there was none.</summary>
    public ObjectionExtension? Extension { get; init; }

    /// <summary>Further delay that was agreed (Awb 7:10(4)), oldest first.</summary>
    public ImmutableList<AgreedDelay> Delays { get; init; } = [];

    /// <summary>When the documents and the defence went to the court (Awb 8:42); null until then.</summary>
    public DateOnly? DocumentsFiledOn { get; init; }

    /// <summary>What became of a request for interim relief; null for every other remedy.</summary>
    public InterimReliefState? Relief { get; init; }

    public bool Runs => State == RemedyState.Running;

    /// <summary>Whether it keeps what it contests from becoming irrevocable: one that came too late without an excuse does not.</summary>
    public bool Counts => Kind is not (RemedyKind.InterimRelief or RemedyKind.LateObjection or RemedyKind.LateAppeal) && (!Late || Excusable);
}

/// <summary>The kinds of remedy.</summary>
public enum RemedyKind
{
    /// <summary>Objection with the body itself (bezwaar, Awb 7:1).</summary>
    Objection,

    /// <summary>Appeal without an objection first, by consent of the body (rechtstreeks beroep, Awb 7:1a).</summary>
    DirectAppeal,

    /// <summary>Appeal to the district court (beroep, Awb 8:1).</summary>
    Appeal,

    /// <summary>Higher appeal to the Afdeling (hoger beroep, Awb 8:104).</summary>
    HigherAppeal,

    /// <summary>Cross-appeal (incidenteel hoger beroep, Awb 8:110).</summary>
    CrossAppeal,

    /// <summary>Interim relief (voorlopige voorziening, Awb 8:81).</summary>
    InterimRelief,

    /// <summary>Opposition to a ruling without a hearing (verzet, Awb 8:55).</summary>
    Opposition,

    /// <summary>Objection because no decision was taken in time (Wob 15a, Woo 8.3).</summary>
    LateObjection,

    /// <summary>Appeal because no decision was taken in time (Awb 6:2, 6:12).</summary>
    LateAppeal,
}

/// <summary>Who lodges a remedy.</summary>
public enum RemedyParty
{
    Requester,
    ThirdParty,

    /// <summary>The administrative body itself.</summary>
    Body,
}

public enum RemedyState
{
    Running,
    Withdrawn,
    Decided,
}

/// <summary>An invitation to repair a defect in an objection (Awb 6:6).</summary>
/// <param name="RepairedOn">Null while it isn't repaired.</param>
public sealed record RepairInvitation(FreeText Defect, DateOnly InvitedOn, DateOnly RepairBy, DateOnly? RepairedOn = null);

/// <summary>A hearing, planned or held.</summary>
/// <param name="KnownOn">When its date became known.</param>
/// <param name="Held">Null while it is still to come; false where it was dispensed with.</param>
public sealed record RemedyHearing(DateOnly On, DateOnly KnownOn, bool? Held = null, HearingWaiver? Waiver = null, FreeText? Report = null)
{
    /// <summary>Who heard, first who led; empty where nobody said.</summary>
    public ImmutableArray<string> HeardBy { get; init; } = [];

    /// <summary>Who recorded that they were heard; null for a hearing that is only planned.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>Who heard: where nobody said, who recorded it.</summary>
    public ImmutableArray<string> WhoHeard => !HeardBy.IsEmpty || RecordedBy is not { } one ? HeardBy : [one];
}

/// <summary>Why objectors were not heard (Awb 7:3).</summary>
public enum HearingWaiver
{
    ManifestlyInadmissible,
    ManifestlyUnfounded,

    /// <summary>They said that they don't want to be heard.</summary>
    Declined,

    /// <summary>They did not say in time that they want to be heard.</summary>
    NoReaction,

    /// <summary>They get all they asked, and nobody else is harmed.</summary>
    FullyGranted,
}

/// <summary>The advice of a committee (Awb 7:13).</summary>
public sealed record CommitteeAdvice(CommitteeAdviceKind Kind, FreeText? Text, DateOnly On);

public enum CommitteeAdviceKind
{
    Inadmissible,
    Unfounded,
    PartlyFounded,
    Founded,
}

/// <summary>An extension of the term for deciding on an objection (Awb 7:10(3)).</summary>
public sealed record ObjectionExtension(int Days, FreeText Reason, DateOnly On);

/// <summary>Delay of a decision on objection to which those concerned agreed (Awb 7:10(4)).</summary>
public sealed record AgreedDelay(DateOnly From, DateOnly Through);

/// <summary>What became of a request for interim relief.</summary>
public enum InterimReliefState
{
    Requested,
    Granted,
    Refused,
    Withdrawn,
}
