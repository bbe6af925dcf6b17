using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The dates and amounts of a case that the numbers of a year are counted from. No word of what it is about, and nobody's name.</summary>
/// <param name="IsForInformation">Whether it is a request for public information, or nobody said yet what it is; the others have their own law and are counted apart.</param>
/// <param name="Due">The last day for deciding on it.</param>
/// <param name="SettledOn">When the decision that settled it was announced (bekendgemaakt); null until then.</param>
/// <param name="Outcome">What came of it, as its documents are judged now; null until it was settled.</param>
/// <param name="ReleasedOn">When it needed no decision any more: withdrawn, or forwarded as a whole; null where that didn't happen.</param>
/// <param name="Extended">Whether the requester was told of an extension.</param>
/// <param name="SuspendedDays">Days on which the term for deciding stood still, until it was settled; days in two suspensions count once.</param>
/// <param name="Notices">When notices of default came, those that came too early left out.</param>
public sealed record CaseFigures(
    bool IsForInformation,
    DateOnly ReceivedOn,
    DateOnly Due,
    DateOnly? SettledOn,
    RequestOutcome? Outcome,
    DateOnly? ReleasedOn,
    bool Withdrawn,
    bool Extended,
    int SuspendedDays,
    ImmutableArray<DateOnly> Notices,
    ImmutableArray<RemedyFigures> Remedies,
    ImmutableArray<PaymentFigures> Payments)
{
    /// <summary>The figures of a registered case, as they stand on a day.</summary>
    public static CaseFigures Of(Case c, Organisation facts, DateOnly today)
    {
        var term = CaseTerms.ForDeciding(c, facts, today);
        var until = term.MetOn ?? c.Intake.ReleasedOn ?? today;
        return new CaseFigures(
            c.Intake.Qualification is null or Qualification.PublicInformation,
            c.Request!.ReceivedOn,
            term.Due,
            term.MetOn,
            term.MetOn is null ? null : OutcomeOf(c),
            c.Intake.ReleasedOn,
            c.Intake.WithdrawnOn is not null,
            c.Intake.Extension?.NoticeOn is not null,
            Cases.SuspendedDays.Union(CaseTerms.Suspensions(c, until), until).Sum(run => Math.Min(run.Through!.Value.DayNumber, until.DayNumber) - run.From.DayNumber + 1),
            [.. c.Notices.Where(notice => !IsPremature(c, notice, facts, today)).Select(notice => notice.ReceivedOn)],
            [.. c.Remedies.Select(remedy => new RemedyFigures(remedy.Kind, remedy.By, remedy.LodgedOn, remedy.EndedOn))],
            [.. c.Payments.Select(paid => new PaymentFigures(paid.Kind, paid.Euros, paid.On))]);
    }

    private static RequestOutcome OutcomeOf(Case c)
    {
        if (c.Decisions.First(decision => decision is { Settles: true, DispatchedOn: not null }).Kind == DecisionKind.NotTreated)
            return RequestOutcome.NotTreated;
        var judged = c.Documents.Where(document => document.InScope).Select(document => Reviewing.JudgementOf(c, document)).Where(judgement => judgement is not null and not Judgement.OutOfScope).ToList();
        return judged.Count == 0 ? RequestOutcome.NothingFound
            : judged.TrueForAll(judgement => judgement == Judgement.AlreadyPublic) ? RequestOutcome.AlreadyPublic
            : judged.TrueForAll(judgement => judgement is Judgement.Public or Judgement.AlreadyPublic) ? RequestOutcome.Disclosed
            : judged.TrueForAll(judgement => judgement is Judgement.NotPublic) ? RequestOutcome.NotDisclosed
            : RequestOutcome.PartlyDisclosed;
    }

    private static bool IsPremature(Case c, NoticeOfDefault notice, Organisation facts, DateOnly today) =>
        CaseTerms.Of(c, facts, today).FirstOrDefault(term => term.TermId == notice.TermId) is { } late && LateDecision.IsPremature(late.Due, notice.ReceivedOn);
}

/// <param name="EndedOn">Null while it runs.</param>
public sealed record RemedyFigures(RemedyKind Kind, RemedyParty By, DateOnly LodgedOn, DateOnly? EndedOn);

/// <param name="Euros">Whole euros.</param>
public sealed record PaymentFigures(PaymentKind Kind, int Euros, DateOnly On);
