using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// Looks again at what was decided on dates that a correction moved. Pure: both cases are read under the same settings on the same day, so that only
/// the correction can make them differ.
/// </summary>
public static class Rechecks
{
    /// <summary>What stands otherwise after the correction; empty where nothing does.</summary>
    /// <param name="today">The local date as of which penalties are counted.</param>
    public static ImmutableArray<Overtaken> Of(Case before, Case after, Organisation facts, DateOnly today)
    {
        var (was, now) = (Stand.Of(before, facts, today), Stand.Of(after, facts, today));
        return
        [
            .. now.Checks.Select(check => (Was: was.Checks.FirstOrDefault(x => x.IsSame(check)), Now: check))
                .Where(pair => pair.Was is { } earlier && earlier.Holds != pair.Now.Holds)
                .Select(pair => new Overtaken(
                    pair.Now.Holds ? pair.Now.Good : pair.Now.Bad, pair.Now.Subject, pair.Now.TermId, pair.Now.On, pair.Was!.Day, pair.Now.Day)),
            .. Penalties(was.Terms, now.Terms),
        ];
    }

    private static IEnumerable<Overtaken> Penalties(ImmutableArray<Term> before, ImmutableArray<Term> after) =>
        from term in after
        let was = before.FirstOrDefault(x => x.TermId == term.TermId)
        where was is not null && Accrued(was) != Accrued(term)
        select new Overtaken(
            Accrued(was) == 0 ? OvertakenKind.PenaltyDue : Accrued(term) == 0 ? OvertakenKind.PenaltyNotDue : OvertakenKind.PenaltyOtherwise,
            term.TermId, term.TermId, On: null, FirstDay(was), FirstDay(term));

    private static int Accrued(Term term) => term.Penalty?.Accrued ?? 0;

    private static DateOnly? FirstDay(Term term) => Accrued(term) > 0 ? term.Penalty!.From : null;

    /// <summary>One thing that was done, held against the day that counts for it.</summary>
    /// <param name="Holds">Whether it was done as it should be.</param>
    /// <param name="Day">The day it was held against; null where there is none.</param>
    private sealed record Check(OvertakenKind Good, OvertakenKind Bad, string Subject, string? TermId, DateOnly On, DateOnly? Day, bool Holds)
    {
        public bool IsSame(Check other) => Good == other.Good && Subject == other.Subject && TermId == other.TermId;
    }

    /// <summary>How everything that was done in a case stands on its dates.</summary>
    private sealed record Stand(ImmutableArray<Term> Terms, ImmutableArray<Check> Checks)
    {
        public static Stand Of(Case c, Organisation facts, DateOnly today)
        {
            var terms = CaseTerms.Of(c, facts, today);
            return new Stand(terms,
            [
                .. Decisions(c, terms),
                .. Extensions(c, facts, today),
                .. c.Remedies.Where(remedy => remedy.Kind == RemedyKind.Objection).SelectMany(remedy => OnObjection(c, remedy, facts, today)),
                .. Notices(c, terms),
                .. Lodged(c, facts, today),
                .. ForLateness(c, terms),
                .. Releases(c),
                .. Closing(c, facts),
            ]);
        }

        private static IEnumerable<Check> Decisions(Case c, ImmutableArray<Term> terms) =>
            from term in terms
            let decision = DecidedBy(c, term)
            where decision?.DispatchedOn is not null
            // Woo 4.6 and Awb 4:5(4) count the day of the decision, and the term says so.
            let day = term.Kind == TermKind.Decline ? term.MetOn ?? decision.DispatchedOn!.Value : decision.DispatchedOn!.Value
            select new Check(OvertakenKind.DecisionInTime, OvertakenKind.DecisionLate, decision.Id.ToString(), term.TermId, day, term.Due, day <= term.Due);

        /// <summary>The decision that a term for deciding asks for, once there is one.</summary>
        private static Decision? DecidedBy(Case c, Term term) => term.Kind switch
        {
            TermKind.Decision => c.Decisions.FirstOrDefault(d => d.Settles && d.DispatchedOn is not null),
            TermKind.Decline => c.Decisions.FirstOrDefault(d => term.TermId == $"decline:{d.Id}"),
            TermKind.ObjectionDecision => Answer(c, c.Remedies.FirstOrDefault(remedy => term.TermId == CaseTerms.ObjectionDecisionTerm(remedy.Id))?.DecidedBy),
            TermKind.NewDecision => Answer(c, c.Rulings.Find(applied => term.TermId == applied.NewDecisionTerm)?.AnsweredBy),
            TermKind.LoopRepair => Answer(c, c.Rulings.Find(applied => term.TermId == applied.LoopTerm)?.AnsweredBy),
            _ => null,
        };

        private static Decision? Answer(Case c, DecisionId? id) => id is { } known ? c.Decisions[known] : null;

        private static IEnumerable<Check> Extensions(Case c, Organisation facts, DateOnly today)
        {
            if (c.Intake.Extension is not { } extension || c.Request is null)
                yield break;
            // The notice counts; where none went out yet, the day on which it was decided.
            var (on, last) = (extension.NoticeOn ?? extension.DecidedOn, CaseTerms.LastDayToExtend(c, facts, today));
            yield return new Check(OvertakenKind.ExtensionInTime, OvertakenKind.ExtensionTooLate, "extension", CaseTerms.DecisionTerm, on, last, on <= last);
            yield return new Check(
                OvertakenKind.ExtensionWithinBounds, OvertakenKind.ExtensionTooLong, "extension", CaseTerms.DecisionTerm, on, last,
                extension.Days <= CaseTerms.ExtensionCeiling(c));
        }

        private static IEnumerable<Check> OnObjection(Case c, Remedy objection, Organisation facts, DateOnly today)
        {
            var (subject, term) = (objection.Id.ToString(), CaseTerms.ObjectionDecisionTerm(objection.Id));
            if (objection.CommitteeToldOn is { } told && CaseTerms.LastDayToTellOfCommittee(c, objection, facts, today) is var six)
                yield return new Check(OvertakenKind.CommitteeToldInTime, OvertakenKind.CommitteeToldTooLate, subject, term, told, six, told <= six);
            if (objection.Extension is { } extension && CaseTerms.LastDayToExtend(c, objection, facts, today) is var last)
                yield return new Check(OvertakenKind.ExtensionInTime, OvertakenKind.ExtensionTooLate, subject, term, extension.On, last, extension.On <= last);
        }

        private static IEnumerable<Check> Notices(Case c, ImmutableArray<Term> terms) =>
            from notice in c.Notices
            let late = terms.FirstOrDefault(term => term.TermId == notice.TermId)
            where late is not null
            select new Check(
                OvertakenKind.NoticeEffective, OvertakenKind.NoticePremature, notice.Id.ToString(), notice.TermId, notice.ReceivedOn, late.Due,
                !LateDecision.IsPremature(late.Due, notice.ReceivedOn));

        /// <summary>Remedies with a term of their own: what was excused is none the less late.</summary>
        private static IEnumerable<Check> Lodged(Case c, Organisation facts, DateOnly today) =>
            from remedy in c.Remedies
            let term = Routes.TermOf(c, remedy, facts, today)
            where term is not null
            select new Check(
                OvertakenKind.RemedyInTime, OvertakenKind.RemedyLate, remedy.Id.ToString(), term.TermId, remedy.LodgedOn, term.Due,
                !Routes.IsLate(term.Due, remedy.LodgedOn, remedy.PostedOn));

        private static IEnumerable<Check> ForLateness(Case c, ImmutableArray<Term> terms) =>
            from remedy in c.Remedies
            where remedy.Kind is RemedyKind.LateObjection or RemedyKind.LateAppeal
            let late = terms.FirstOrDefault(term => term.TermId == remedy.LateTerm)
            where late is not null
            select new Check(
                OvertakenKind.RemedyNotPremature, OvertakenKind.RemedyPremature, remedy.Id.ToString(), late.TermId, remedy.LodgedOn, late.Due,
                remedy.Kind == RemedyKind.LateObjection
                    ? remedy.LodgedOn > late.Due
                    : c.Notices.Any(notice => notice.TermId == late.TermId && LateDecision.EarliestAppeal(late.Due, notice.ReceivedOn) <= remedy.LodgedOn));

        private static IEnumerable<Check> Releases(Case c) =>
            from publication in c.Publications
            where publication.ObjectionExpected && c.Decisions[publication.DecisionId]!.DispatchedOn is not null
            let began = publication.Rounds.Find(round => round.StoppedOn is null)?.BegunOn
            where began is not null
            let first = ReleaseDelay.EarliestRelease(c.Decisions[publication.DecisionId]!.DispatchedOn!.Value)
            select new Check(
                OvertakenKind.ReleaseNotEarly, OvertakenKind.ReleaseEarly, publication.Id.ToString(), $"release:{publication.Id}", began.Value, first, began >= first);

        private static IEnumerable<Check> Closing(Case c, Organisation facts) => c.ClosedOn is { } closed
            ? [new Check(OvertakenKind.ClosedInTime, OvertakenKind.ClosedEarly, "case", null, closed, null, Remedies.StillContestable(c, facts, closed) is null)]
            : [];
    }
}
