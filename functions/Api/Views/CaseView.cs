using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A case as one caller may see it today.</summary>
/// <param name="Subject">Null where it was erased.</param>
/// <param name="Handler">Null while the case is nobody's.</param>
internal sealed record CaseView(
    string CaseId,
    long Version,
    Phase Phase,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Subject,
    DateOnly ReceivedOn,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Handler,
    string? MatterId,
    string? Division,
    DateOnly? ClosedOn,
    RequestView? Request,
    ExtensionView? Extension,
    ImmutableArray<ClarificationView> Clarifications,
    ImmutableArray<TermView> Terms,
    ImmutableArray<StepChoice> Steps,
    ImmutableArray<PartyView> Parties,
    ImmutableArray<SearchView> Searches,
    ImmutableArray<UnitQuestionView> UnitQuestions,
    ImmutableArray<ConsultationView> Consultations,
    ImmutableArray<AskedView> Views,
    DocumentCounts Documents,
    ImmutableArray<MotivationView> Motivations,
    ImmutableArray<DecisionView> Decisions,
    ImmutableArray<LetterView> Letters,
    ImmutableArray<PublicationView> Publications,
    ImmutableArray<RemedyView> Remedies,
    ImmutableArray<NoticeView> Notices,
    ImmutableArray<PaymentView> Payments,
    ImmutableArray<AppliedRulingView> Rulings,
    OriginView? Origin,
    ImmutableArray<SplitView> Splits,
    ImmutableArray<JoiningView> Joinings,
    ImmutableArray<JoinedCaseView> Joined,
    ImmutableArray<LegalHoldView> Holds,
    RetentionView? Retention,
    ImmutableArray<ErasureView> Erasures,
    DestructionView? Destruction,
    ImmutableArray<LinkedCaseView> LinkedCases,
    ImmutableArray<CorrectionView> Corrections,
    ImmutableArray<ReminderView> Reminders,
    ImmutableArray<FailureView> Failures,
    CaseLinks Links);

/// <param name="DisclosureIntendedOn">Since when disclosure is intended while an objection is expected (Wob 6(6)(a)); absent where it isn't.</param>
internal sealed record RequestView(
    string? Text, Channel Channel, string Requester, bool Environmental, string Language, Qualification? Qualification, string RegisteredBy, DateOnly? DisclosureIntendedOn);

/// <param name="NoticeOn">When the requester was told; absent until then, and the extension has no effect before.</param>
internal sealed record ExtensionView(int Days, string? Reason, DateOnly DecidedOn, string By, DateOnly? NoticeOn);

internal sealed record ClarificationView(
    string ClarificationId, string? Question, DateOnly AnswerBy, string AskedBy, DateOnly? SentOn, DateOnly? AnsweredOn, string? Answer);

/// <param name="DaysLeft">Until the last day; negative once it has passed.</param>
/// <param name="Penalty">What missing it costs, in whole euros; absent where that is nothing.</param>
/// <param name="Trail">How the date came about, a sentence a step.</param>
internal sealed record TermView(
    string TermId,
    string? DecisionId,
    TermKind Kind,
    string Rule,
    string Article,
    DateOnly StartedOn,
    DateOnly Nominal,
    DateOnly Due,
    TermState State,
    DateOnly? MetOn,
    int DaysLeft,
    TermPenalty? Penalty,
    ImmutableArray<TrailLine> Trail);

/// <param name="Basis">The article or source; null where the sentence rests on none.</param>
internal sealed record TrailLine(DateOnly Date, string Text, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Basis)
{
    public static TrailLine Of(ProofLine line, Language language) => new(line.Date, line.In(language), line.Basis);
}

internal sealed record StepChoice(string Name, string Title)
{
    public static StepChoice Of<TAggregate>(StepRule<TAggregate> rule, Language language) =>
        new(rule.Name, language == Language.En ? rule.TitleEn : rule.TitleNl);
}

/// <param name="Erased">Whether who it is was erased for good.</param>
/// <param name="Remedies">The remedies in which it takes part.</param>
/// <param name="RepresentedBy">Who acts for it.</param>
/// <param name="AlsoIn">Where the same person is a party too, as somebody said.</param>
internal sealed record PartyView(
    string PersonId, PartyRole Role, string? Name, string? Email, string? Address, string? Capacity, string? Representative, bool Erased,
    ImmutableArray<PartyRemedyView> Remedies, ImmutableArray<RepresentationView> RepresentedBy, ImmutableArray<PartyElsewhereView> AlsoIn);

internal sealed record SearchView(
    SearchChannel Channel, string? Place, string? Terms, DateOnly? From, DateOnly? Through, int Found, string? Note, DateOnly On, string By);

/// <summary>A question to a unit of the body's own (uitvraag). A unit sees those of the case, and answers them.</summary>
/// <param name="AnsweredOn">Absent while it is open.</param>
internal sealed record UnitQuestionView(
    string UnitQuestionId, string? Unit, string? Question, DateOnly AnswerBy, DateOnly AskedOn, string AskedBy, DateOnly? AnsweredOn, UnitAnswer? Answer, string? Note);

internal sealed record ConsultationView(
    string ConsultationId,
    string Agency,
    ConsultationState State,
    ImmutableArray<string> Documents,
    string? Question,
    string? Withheld,
    DateOnly AnswerBy,
    DateOnly AskedOn,
    string AskedBy,
    DateOnly? SentOn,
    DateOnly? AnsweredOn,
    DateOnly? EndedOn,
    DateOnly? EscalatedOn,
    ImmutableArray<AdviceView> Advices,
    ImmutableArray<AdviceLineView> Lines,
    EnclosedView? Package,
    ImmutableArray<ForReaderView>? ForReader);

/// <summary>How far a consultation is.</summary>
internal enum ConsultationState
{
    /// <summary>Asked, and the letter is still to be dispatched.</summary>
    Asked,
    Dispatched,
    Answered,

    /// <summary>Ended without an answer.</summary>
    Ended,
}

/// <summary>A third party's view (zienswijze), asked or given.</summary>
/// <param name="Withheld">Why its texts are not shown: <c>clearance</c>; absent where they are.</param>
/// <param name="SentOn">When the letter to the third party went; absent until then.</param>
/// <param name="NoticeOn">When the requester was told, from which the suspension follows; absent until then.</param>
internal sealed record AskedView(
    string ViewId,
    string Person,
    ImmutableArray<string> Documents,
    string? Concern,
    string? Withheld,
    DateOnly AnswerBy,
    string AskedBy,
    DateOnly? SentOn,
    DateOnly? NoticeOn,
    DateOnly? AnsweredOn,
    ViewDrift? Drift,
    string? View,
    EnclosedView? Package,
    ImmutableArray<ForReaderView>? ForReader);

/// <summary>A notice of default (ingebrekestelling).</summary>
/// <param name="Premature">Whether it came before the term had ended, and so has no effect.</param>
/// <param name="AppealFrom">The first day on which an appeal for lateness is admissible; absent where it was premature.</param>
internal sealed record NoticeView(string NoticeId, string TermId, string From, string? Note, DateOnly ReceivedOn, bool Premature, DateOnly? AppealFrom);

/// <param name="Euros">Whole euros.</param>
internal sealed record PaymentView(PaymentKind Kind, int Euros, string? RulingId, string? RemedyId, DateOnly On, string By);

internal sealed record AdviceView(AdviceKind Advice, ImmutableArray<AdviceItemView> Items, string? Note, DateOnly ReceivedOn, string RecordedBy);

/// <param name="PassageId">Absent where it's about the document as a whole, or a page of it.</param>
internal sealed record AdviceItemView(string DocumentId, AdviceKind Advice, string? PassageId, Ground? Ground, int? Page, string? Reason);

/// <summary>A line of an advice and what was done with it. The agency sees it once the decision went out.</summary>
/// <param name="Line">Its number within the consultation, from 1, as <c>depart-from-advice</c> names it.</param>
/// <param name="Departure">Why it was departed from; absent where it wasn't, and where nobody said.</param>
internal sealed record AdviceLineView(
    int Line, string DocumentId, string? PassageId, int? Page, AdviceKind Advice, Ground? Ground, AdviceFollowUp FollowUp, AdviceDepartureView? Departure);

/// <param name="Told">Whether the decision says so.</param>
internal sealed record AdviceDepartureView(string? Reason, DateOnly On, string? By, bool Told);

/// <param name="Total">Documents that belong to the case and that the caller may see.</param>
/// <param name="ByJudgement">How many have each judgement; <c>unassessed</c> for those without one.</param>
internal sealed record DocumentCounts(int Total, ImmutableSortedDictionary<string, int> ByJudgement);

/// <param name="RemedyRoute">What can be done against it.</param>
/// <param name="Remedy">The remedies clause: route, article, weeks, court, and what it joins.</param>
/// <param name="IrrevocableOn">The first day on which nothing can be done against it any more; absent until it was dispatched, or where it was contested.</param>
/// <param name="Checks">What is looked at before it is approved; empty once it was.</param>
/// <param name="Route">The levels along which it is approved, in their order; while it is a draft, those that would apply.</param>
/// <param name="Mandate">Under what mandate it was taken; absent where the register of mandates asked for none.</param>
/// <param name="Outdated">Whether its letter was written before something changed that it tells; then it can't be submitted, approved or taken.</param>
/// <param name="Changes">What it changes per document and passage against the decision that it supplements; only what changed. Empty for a first decision.</param>
internal sealed record DecisionView(
    string DecisionId,
    DecisionKind Kind,
    string? Part,
    string? Considerations,
    Regime Regime,
    DecisionState State,
    int Revision,
    string DraftedBy,
    ImmutableArray<ApprovalView> Approvals,
    DateOnly? TakenOn,
    string? TakenBy,
    DateOnly? DispatchedOn,
    RemedyRoute RemedyRoute,
    DateOnly? IrrevocableOn,
    string? Supplements,
    string? AnswersRuling,
    bool Outdated,
    ImmutableArray<RouteLevelView> Route,
    MandateUsedView? Mandate,
    ImmutableArray<CheckView> Checks,
    RemedyClauseView Remedy,
    ImmutableArray<DocumentChangeView> Changes,
    FollowedView? Follows);

/// <param name="Before">Absent where the document was no part of the earlier decision.</param>
/// <param name="Now">Absent where it is no part of this one any more.</param>
/// <param name="GroundsBefore">On which the document as a whole was withheld.</param>
/// <param name="Grounds">On which it is now.</param>
/// <param name="Disclosed">Passages that could not be read after the earlier decision, and can be after this one.</param>
/// <param name="StillWithheld">Passages withheld in both.</param>
/// <param name="Other">Passages of which something else changed: withheld now, judged for the first time.</param>
internal sealed record DocumentChangeView(
    string DocumentId,
    Judgement? Before,
    Judgement? Now,
    ImmutableArray<string> GroundsBefore,
    ImmutableArray<string> Grounds,
    ImmutableArray<PassageChangeView> Disclosed,
    ImmutableArray<PassageChangeView> StillWithheld,
    ImmutableArray<PassageChangeView> Other)
{
    public static DocumentChangeView Of(DocumentChange change) => new(
        change.DocumentId.ToString(), change.Before, change.Now, [.. change.GroundsBefore.Select(ground => ground.Key)], [.. change.Grounds.Select(ground => ground.Key)],
        [.. change.Passages.Where(passage => passage.IsDisclosedNow).Select(PassageChangeView.Of)],
        [.. change.Passages.Where(passage => passage.IsStillWithheld).Select(PassageChangeView.Of)],
        [.. change.Passages.Where(passage => passage is { IsAny: true, IsDisclosedNow: false, IsStillWithheld: false }).Select(PassageChangeView.Of)]);
}

/// <param name="Before">Absent where it was not judged in the earlier decision.</param>
/// <param name="New">Whether it was not judged apart in the earlier decision.</param>
internal sealed record PassageChangeView(
    string PassageId, int Page, Treatment? Before, Treatment Now, ImmutableArray<string> GroundsBefore, ImmutableArray<string> Grounds, bool New)
{
    public static PassageChangeView Of(PassageChange change) => new(
        change.PassageId.ToString(), change.Page, change.Before, change.Now, [.. change.GroundsBefore.Select(ground => ground.Key)], [.. change.Grounds.Select(ground => ground.Key)],
        change.IsNew);
}

/// <param name="Court">Code of the court; absent where it is the body itself, or the district court of whoever appeals.</param>
/// <param name="Pending">The remedy that the decision joins.</param>
/// <param name="LateAppeal">The appeal for lateness that extends to the decision.</param>
/// <param name="Assumption">The named assumption on which the route rests.</param>
internal sealed record RemedyClauseView(
    RemedyRoute Route, string Article, int Weeks, string? Court, string? Pending, string? CaseNumber, string? LateAppeal, string? Assumption)
{
    public static RemedyClauseView Of(RemedyClause clause) => new(
        clause.Route, clause.Article, RemedyClause.Weeks, clause.Court, clause.Pending?.ToString(), clause.CaseNumber, clause.LateAppeal?.ToString(), clause.Assumption);
}

/// <param name="Found">What is wrong, a sentence for each.</param>
/// <param name="Assumption">The named assumption on which the check rests; absent where it rests on none.</param>
/// <param name="Settled">Whether it keeps nobody from approving: it is right, doesn't apply, or was answered.</param>
/// <param name="Answer">Absent where nobody answered since the letter, or what it tells, changed.</param>
internal sealed record CheckView(
    DecisionCheck Check,
    string? Article,
    string Question,
    CheckState State,
    ImmutableArray<string> Found,
    bool Settled,
    CheckAnswer? Answer,
    string? Remark,
    string? AnsweredBy,
    DateOnly? AnsweredOn,
    string? Assumption);

internal sealed record ApprovalView(string By, DateOnly On);

/// <param name="Next">Whether it is this level's turn.</param>
/// <param name="ApprovedBy">Absent until it approved.</param>
internal sealed record RouteLevelView(
    int Level, string Name, Role Role, ImmutableArray<string> Persons, ImmutableArray<string> Deputies, bool Next, string? ApprovedBy, DateOnly? ApprovedOn);

internal sealed record MandateUsedView(string Person, string Capacity);

/// <param name="ArtifactId">The latest version, as it was signed.</param>
/// <param name="DatedCopy">The copy with the date of dispatch; absent until the engine filed it.</param>
/// <param name="OpenPlaces">What is to be filled in before the letter can go on: <c>third-party-views</c>, <c>objection-grounds</c>, <c>hearing</c>, <c>other</c>.</param>
internal sealed record LetterView(
    string LetterId,
    string ArtifactId,
    LetterKind Kind,
    string About,
    LetterState State,
    AddresseeView To,
    string DraftedBy,
    string? ApprovedBy,
    string? SignedBy,
    DateOnly? SignedOn,
    DateOnly? DispatchedOn,
    Channel? Channel,
    ImmutableArray<string> Versions,
    string? Anonymised,
    string? DatedCopy,
    ImmutableArray<string> OpenPlaces);

/// <summary>To whom: a person of this case or an agency.</summary>
internal sealed record AddresseeView(string? PersonId, string? Agency, string? Name);

/// <param name="Due">The last day for the decision that it made necessary; absent where it made none necessary.</param>
/// <param name="LoopAccepted">Whether the body repairs the defect; absent where that wasn't told, or there is no loop.</param>
/// <param name="DecisionId">The contested decision; absent where the court ruled that none was taken in time.</param>
/// <param name="ReviewedUnder">The act under which the court reviews: that of the contested decision, whenever it rules; absent without one.</param>
internal sealed record AppliedRulingView(
    string RulingId,
    string CaseNumber,
    string? DecisionId,
    RulingKind? Kind,
    string? Court,
    string? CourtName,
    ImmutableArray<Dictum> Outcomes,
    DateOnly SentOn,
    int? TermDays,
    DateOnly? Due,
    int? PenaltyPerDay,
    int? PenaltyMaximum,
    ImmutableArray<AnsweredInstructionView> Instructions,
    bool? LoopAccepted,
    bool Owes,
    string? AnsweredBy,
    string Href,
    Regime? ReviewedUnder);

/// <param name="Number">Its place in the ruling, from 1.</param>
/// <param name="Answer">How the new decision does it; absent until someone said.</param>
internal sealed record AnsweredInstructionView(int Number, string? Text, string? Answer);

/// <param name="To">A person's id; null for all coordinators.</param>
/// <param name="DeliveredAt">Absent until it was handed over for delivery.</param>
/// <param name="Also">Who hears of it besides, as who handles the remedy; absent where nobody does.</param>
internal sealed record ReminderView(
    string MessageId,
    ReminderKind Kind,
    string TermId,
    DateOnly Due,
    string Rung,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? To,
    DateTimeOffset At,
    DateTimeOffset? DeliveredAt,
    string? Also);

internal sealed record FailureView(string Key, string Kind, int Attempt, DateTimeOffset RetryAt, string Reason)
{
    public static FailureView Of(DutyFailure failure) => new(failure.Key, failure.Kind, failure.Attempt, failure.RetryAt, failure.Reason);
}

internal sealed record CaseLinks(string Self, string Steps, string Log, string Verification, string Documents, string Artifacts, string Inventory)
{
    public static CaseLinks Of(string caseId)
    {
        var self = $"{ApiPaths.Root}/cases/{caseId}";
        return new CaseLinks(self, $"{self}/steps", $"{self}/log", $"{self}/log/verification", $"{self}/documents", $"{self}/artifacts", $"{self}/inventory");
    }
}
