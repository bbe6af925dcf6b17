using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A remedy (rechtsmiddel), with all that happened in it.</summary>
/// <param name="Person">Who lodged it; absent where the body itself did.</param>
/// <param name="CaseNumber">The court's number; absent where there is none yet.</param>
/// <param name="Terms">The terms that run in it: for deciding on an objection, repairing a defect, filing with the court. How they came about is in <c>terms</c> of the case.</param>
/// <param name="PenaltyAccrued">Whole euros, on the terms that were late here or that the ruling on it set; absent where there is no penalty.</param>
internal sealed record RemedyView(
    string RemedyId,
    RemedyKind Kind,
    RemedyParty By,
    string? Person,
    string? DecisionId,
    string? RulingId,
    string? LateTerm,
    RemedyState State,
    DateOnly LodgedOn,
    bool Late,
    bool Excusable,
    string? CaseNumber,
    string? Grounds,
    DateOnly? NoticeOn,
    ImmutableArray<RepairView> Repairs,
    ImmutableArray<string> Joined,
    DateOnly? CommitteeToldOn,
    HearingView? Hearing,
    CommitteeAdviceView? CommitteeAdvice,
    ObjectionExtensionView? Extension,
    ImmutableArray<AgreedDelay> Delays,
    DateOnly? DocumentsFiledOn,
    ImmutableArray<LimitedKnowledgeView> LimitedKnowledge,
    bool LimitedKnowledgeToRedo,
    InterimReliefState? Relief,
    DateOnly? EndedOn,
    string? DecidedBy,
    string? RuledBy,
    ImmutableArray<RemedyTermView> Terms,
    int? PenaltyAccrued);

/// <param name="RepairedOn">Absent while the defect is there.</param>
internal sealed record RepairView(string? Defect, DateOnly InvitedOn, DateOnly RepairBy, DateOnly? RepairedOn);

/// <param name="Held">Absent while it is to come; false where it was dispensed with.</param>
internal sealed record HearingView(DateOnly On, DateOnly KnownOn, bool? Held, HearingWaiver? Waiver, string? Report);

internal sealed record CommitteeAdviceView(CommitteeAdviceKind Kind, string? Text, DateOnly On);

internal sealed record ObjectionExtensionView(int Days, string? Reason, DateOnly On);

/// <summary>What was asked of a court under Awb 8:29, and what came of it.</summary>
/// <param name="Reasons">Absent for who doesn't litigate.</param>
/// <param name="Ruling">Absent until the secrecy chamber decided, and where it need not.</param>
/// <param name="Consents">What the other parties said, each the last thing.</param>
/// <param name="Referred">Whether another chamber decides, because a party refused its consent.</param>
/// <param name="FollowUp">What became of the documents for which the limitation was refused; absent until then.</param>
/// <param name="Href">The bundle and its log; absent for who may not know of it.</param>
internal sealed record LimitedKnowledgeView(
    string CourtBundleId,
    LimitedKnowledge Asked,
    CourtBundleState State,
    ImmutableArray<string> Documents,
    string? Reasons,
    DateOnly AskedOn,
    string AskedBy,
    SecrecyRulingView? Ruling,
    ImmutableArray<ConsentView> Consents,
    bool Referred,
    RefusedDocumentsView? FollowUp,
    string? Href);

internal sealed record SecrecyRulingView(SecrecyOutcome Outcome, ImmutableArray<string> Refused, DateOnly? AnswerBy, string? Note, DateOnly On);

internal sealed record ConsentView(string Person, bool Given, DateOnly On);

internal sealed record RefusedDocumentsView(RefusedAnswer Answer, string? Note, DateOnly On);

internal sealed record RemedyTermView(string TermId, TermKind Kind, DateOnly Due, TermState State);

/// <summary>Builds the views of remedies.</summary>
/// <param name="terms">Of the case, as of today.</param>
internal sealed class RemedyViews(Case c, ImmutableArray<Term> terms, Sight sight, Func<FreeText, string?> text)
{
    public RemedyView Of(Remedy remedy) => new(
        remedy.Id.ToString(),
        remedy.Kind,
        remedy.By,
        remedy.Person?.ToString(),
        remedy.DecisionId?.ToString(),
        remedy.RulingId,
        remedy.LateTerm,
        remedy.State,
        remedy.LodgedOn,
        remedy.Late,
        remedy.Excusable,
        remedy.CaseNumber,
        Read(remedy.Grounds),
        remedy.NoticeOn,
        [.. remedy.Repairs.Select(repair => new RepairView(text(repair.Defect), repair.InvitedOn, repair.RepairBy, repair.RepairedOn))],
        [.. remedy.Joined.Select(person => person.ToString())],
        remedy.CommitteeToldOn,
        remedy.Hearing is { } hearing ? new HearingView(hearing.On, hearing.KnownOn, hearing.Held, hearing.Waiver, Read(hearing.Report)) : null,
        remedy.CommitteeAdvice is { } advice ? new CommitteeAdviceView(advice.Kind, Read(advice.Text), advice.On) : null,
        remedy.Extension is { } extension ? new ObjectionExtensionView(extension.Days, text(extension.Reason), extension.On) : null,
        [.. remedy.Delays],
        remedy.DocumentsFiledOn,
        [.. CourtBundles.Of(c, remedy.Id).Select(Of)],
        CourtBundles.IsToRedo(c, remedy),
        remedy.Relief,
        remedy.EndedOn,
        remedy.DecidedBy?.ToString(),
        remedy.RuledBy,
        [.. terms.Where(term => RunsIn(term, remedy)).Select(term => new RemedyTermView(term.TermId, term.Kind, term.Due, term.State))],
        PenaltyOf(remedy));

    /// <summary>The parts of a term's id name what it belongs to: <c>court-documents:remedy-1</c>.</summary>
    private static bool RunsIn(Term term, Remedy remedy) => term.TermId.Split(':').Contains(remedy.Id.ToString(), StringComparer.Ordinal);

    private int? PenaltyOf(Remedy remedy)
    {
        var ruled = c.Rulings.Where(applied => applied.RulingId == remedy.RuledBy).Select(applied => applied.NewDecisionTerm).ToHashSet(StringComparer.Ordinal);
        var penalties = terms.Where(term => term.Penalty is not null && (term.TermId == remedy.LateTerm || ruled.Contains(term.TermId))).ToList();
        return penalties.Count == 0 ? null : penalties.Sum(term => term.Penalty!.Accrued);
    }

    /// <summary>That knowledge was limited, everyone on the case may know; why, and what was filed, only who litigates.</summary>
    private LimitedKnowledgeView Of(CourtBundle bundle)
    {
        var reads = sight.ReadsSealed(c, bundle);
        return new LimitedKnowledgeView(
            bundle.Id.ToString(), bundle.Asked, bundle.State, [.. bundle.Documents.Select(id => id.ToString())], reads ? text(bundle.Reasons) : null, bundle.AskedOn, bundle.AskedBy,
            bundle.Ruling is { } ruling
                ? new SecrecyRulingView(ruling.Outcome, [.. ruling.Refused.Select(id => id.ToString())], ruling.AnswerBy, reads ? Read(ruling.Note) : null, ruling.On)
                : null,
            [.. bundle.Consents.GroupBy(consent => consent.Party).Select(of => new ConsentView(of.Key.ToString(), of.Last().Given, of.Last().On))],
            bundle.IsReferred,
            bundle.FollowUp is { } followUp ? new RefusedDocumentsView(followUp.Answer, reads ? Read(followUp.Note) : null, followUp.On) : null,
            sight.SeesSealed ? $"{CaseLinks.Of(c.Id).Self}/court-bundles/{bundle.Id}" : null);
    }

    private string? Read(FreeText? kept) => kept is null ? null : text(kept);
}
