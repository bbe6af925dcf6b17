using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <content>The terms of remedies.</content>
public static partial class CaseTerms
{
    /// <summary>The term within which a decision can be contested: by objection or, where that came before, by appeal. The decision was announced.</summary>
    public static Term ForRemedy(Case c, Decision decision, Organisation facts, DateOnly today)
    {
        var objection = Routes.IsObjectable(c, decision);
        var (id, kind, rule) = objection ? ("objection", TermKind.Objection, "awb-6.7") : ("appeal", TermKind.Appeal, "awb-6.7-appeal");
        ImmutableArray<Suspension> complaints = objection
            ? [.. c.Complaints.Where(complaint => complaint.DecisionId == decision.Id).Select(complaint => complaint.Days).OfType<Suspension>()]
            : [];
        var of = new TermFacts(rule, decision.DispatchedOn!.Value, Suspensions: complaints);
        return Term($"{id}:{decision.Id}", kind, TermRules.Find(rule)!, decision.Id, of, facts, today, null);
    }

    /// <summary>
    /// The term for deciding on an objection: from the end of the objection term (Awb 7:10(1)), or after the council on openness from its advice
    /// (Woo 7.3(3)). An objection that came later than that is decided upon from the day it came.
    /// </summary>
    /// <param name="objection">A remedy of the kind <see cref="RemedyKind.Objection"/>.</param>
    public static Term ForDecidingObjection(Case c, Remedy objection, Organisation facts, DateOnly today)
    {
        var contested = c.Decisions[objection.DecisionId!.Value]!;
        var objectionTerm = ForRemedy(c, contested, facts, today);
        var complaint = objection.Hears(c, today);
        var of = complaint is { EndedOn: { } advised }
            ? new TermFacts("woo-7.3-3", Later(advised, objection.LodgedOn), Suspensions: OnObjection(objection, today))
            : Ordinary(objection, Later(objectionTerm.Due, objection.LodgedOn), facts, today);
        var met = objection.State == RemedyState.Decided ? objection.EndedOn : null;
        var term = Term(ObjectionDecisionTerm(objection.Id), TermKind.ObjectionDecision, TermRules.Find(of.Rule)!, contested.Id, of, facts, today, met);
        return objection.State == RemedyState.Withdrawn ? term with { State = TermState.Withdrawn }
            // While the council considers the complaint, nobody knows from when the term will run.
            : complaint is { EndedOn: null } && met is null ? term with { State = TermState.Suspended }
            : term;
    }

    /// <summary>The last day on which the term for deciding on an objection can be extended (Awb 7:10(3)).</summary>
    internal static DateOnly LastDayToExtend(Case c, Remedy objection, Organisation facts, DateOnly today) =>
        Calculate(WithoutExtension(objection, StartFor(c, objection, facts, today), facts, today), facts, today).Nominal;

    /// <summary>The last day on which telling that a committee advises gives twelve weeks (ECLI:NL:RVS:2016:2233).</summary>
    internal static DateOnly LastDayToTellOfCommittee(Case c, Remedy objection, Organisation facts, DateOnly today) =>
        Calculate(SixWeeks(objection, StartFor(c, objection, facts, today), today), facts, today).Due;

    /// <summary>The term for higher appeal against a final ruling of a district court.</summary>
    public static Term ForHigherAppeal(Case c, AppliedRuling ruling, Organisation facts, DateOnly today) => Term(
        $"higher-appeal:{ruling.RulingId}:{ruling.Contested}", TermKind.HigherAppeal, TermRules.Find("awb-6.7-higher-appeal")!, ruling.DecisionId,
        new TermFacts("awb-6.7-higher-appeal", ruling.SentOn), facts, today, null);

    private static IEnumerable<Term> OfRemedies(Case c, Organisation facts, DateOnly today) =>
    [
        .. c.Rulings.Where(applied => applied is { AllowsHigherAppeal: true, Court: not null }).Select(applied => ForHigherAppeal(c, applied, facts, today)),
        .. c.Rulings.Where(applied => applied is { Kind: RulingKind.Interim, LoopAccepted: not false } && (applied.LoopAccepted is true || applied.Outcomes.Contains(Dictum.Loop)))
            .Select(applied => ForLoop(c, applied, facts, today)),
        .. c.Remedies.Where(remedy => remedy.Kind == RemedyKind.Objection).Select(remedy => ForDecidingObjection(c, remedy, facts, today)),
        .. c.Remedies.SelectMany(remedy => remedy.Repairs.Select((repair, i) => WhileItRuns(remedy, Chosen(
            $"repair:{remedy.Id}:{i + 1}", TermKind.Repair, "practice-repair-objection", repair.InvitedOn, repair.RepairBy, facts, today, repair.RepairedOn)))),
        .. c.Remedies.Where(remedy => remedy is { Kind: RemedyKind.Appeal or RemedyKind.DirectAppeal or RemedyKind.HigherAppeal or RemedyKind.LateAppeal, NoticeOn: not null })
            .Select(remedy => WhileItRuns(remedy, Term(
                $"court-documents:{remedy.Id}", TermKind.CourtDocuments, TermRules.Find("awb-8.42-1")!, remedy.DecisionId,
                new TermFacts("awb-8.42-1", remedy.NoticeOn!.Value), facts, today, remedy.DocumentsFiledOn))),
        .. c.Remedies.Where(remedy => remedy is { Hearing.Held: null, Kind: not (RemedyKind.Objection or RemedyKind.LateObjection or RemedyKind.InterimRelief) })
            .Select(remedy => ForHearing(remedy, facts, today)),
        .. c.CourtBundles.Where(bundle => bundle.Ruling is { Refused.IsEmpty: false }).Select(bundle => ForRefusedDocuments(c.Remedies[bundle.RemedyId]!, bundle, facts, today)),
        .. c.Remedies.Where(remedy => remedy.NoticeOn is not null && CourtBundles.IsToRedo(c, remedy)).Select(remedy => Term(
            $"limited-knowledge:{remedy.Id}", TermKind.LimitedKnowledge, TermRules.Find("practice-limited-knowledge-anew")!, remedy.DecisionId,
            new TermFacts("practice-limited-knowledge-anew", remedy.NoticeOn!.Value), facts, today, null)),
        .. c.Decisions.Where(d => d is { TellsCourtOf: not null, DispatchedOn: not null }).Select(d => ForCourtNotice(c, d, facts, today)),
        .. c.Decisions.Where(d => d.DispatchedOn is not null).SelectMany(d => ThirdPartiesTold.Of(c, d).Select(party => ForThirdParty(c, d, party, facts, today))),
    ];

    /// <summary>The act says "at the same time" and names no days: the day after the announcement is the choice of practice.</summary>
    private static Term ForThirdParty(Case c, Decision decision, PersonId party, Organisation facts, DateOnly today)
    {
        var about = ThirdPartiesTold.AboutOf(decision.Id, party);
        var told = c.Letters.Where(letter => letter.Kind == LetterKind.ThirdPartyDecision && letter.About == about).Select(letter => letter.DispatchedOn).FirstOrDefault(on => on is not null);
        return Term(
            $"third-party-told:{about}", TermKind.ThirdPartyTold, TermRules.Find("practice-third-party-told")!, decision.Id,
            new TermFacts("practice-third-party-told", decision.DispatchedOn!.Value), facts, today, told);
    }

    /// <summary>The act says "at once" and names no days: the day after the announcement is the choice of practice, and the letter's own dispatch meets it.</summary>
    private static Term ForCourtNotice(Case c, Decision decision, Organisation facts, DateOnly today)
    {
        var about = decision.Id.ToString();
        var sent = c.Letters.Where(letter => letter.Kind == LetterKind.CourtNotice && letter.About == about).Select(letter => letter.DispatchedOn).FirstOrDefault(on => on is not null);
        return Term(
            $"court-notice:{decision.Id}", TermKind.CourtNotice, TermRules.Find("practice-court-notice")!, decision.Id,
            new TermFacts("practice-court-notice", decision.DispatchedOn!.Value), facts, today, sent);
    }

    /// <summary>The notices of default that took effect; one that came too early has no term.</summary>
    private static IEnumerable<Term> OfNotices(Case c, IReadOnlyCollection<Term> terms, Organisation facts, DateOnly today) =>
        c.Notices.Select(notice => (Notice: notice, Late: terms.FirstOrDefault(term => term.TermId == notice.TermId)))
            .Where(pair => pair.Late is { } late && !LateDecision.IsPremature(late.Due, pair.Notice.ReceivedOn))
            .Select(pair =>
            {
                var term = Term(
                    $"notice:{pair.Notice.Id}", TermKind.NoticeOfDefault, TermRules.Find("awb-6.12-2")!, pair.Late!.DecisionId,
                    new TermFacts("awb-6.12-2", pair.Notice.ReceivedOn), facts, today, pair.Late.MetOn);
                return pair.Late.State == TermState.Withdrawn ? term with { State = TermState.Withdrawn } : term;
            });

    /// <summary>The term with the penalty that accrued on it: of the court's ruling, or of the law where that still has one (Awb 4:17).</summary>
    private static Term WithPenalty(Case c, Term term, DateOnly today)
    {
        var last = term.MetOn ?? today;
        if (term.Kind == TermKind.NewDecision
            && c.Rulings.Find(applied => term.TermId == applied.NewDecisionTerm) is { PenaltyPerDay: { } perDay } ruling)
        {
            var accrued = (long)perDay * Math.Max(0, last.DayNumber - term.Due.DayNumber);
            return term with
            {
                Penalty = new TermPenalty(
                    perDay, ruling.PenaltyMaximum, (int)Math.Min(accrued, ruling.PenaltyMaximum ?? int.MaxValue), term.Due.AddDays(1),
                    Paid(c, PaymentKind.CourtPenalty, ruling.RulingId)),
            };
        }

        foreach (var notice in c.Notices.Where(notice => notice.TermId == term.TermId))
        {
            if (StatutoryPenalty.FirstDay(term.Due, notice.ReceivedOn) is { } first
                && StatutoryPenalty.Euros(Regimes.Of(last), notice.ReceivedOn, last.DayNumber - first.DayNumber + 1) is { } euros)
                return term with { Penalty = new TermPenalty(null, null, euros, first, Paid(c, PaymentKind.StatutoryPenalty, null)) };
        }

        return term;
    }

    private static int Paid(Case c, PaymentKind kind, string? ruling) =>
        c.Payments.Where(payment => payment.Kind == kind && (ruling is null || payment.RulingId == ruling)).Sum(payment => payment.Euros);

    private static DateOnly StartFor(Case c, Remedy objection, Organisation facts, DateOnly today) =>
        Later(ForRemedy(c, c.Decisions[objection.DecisionId!.Value]!, facts, today).Due, objection.LodgedOn);

    private static TermFacts Ordinary(Remedy objection, DateOnly start, Organisation facts, DateOnly today)
    {
        var first = WithoutExtension(objection, start, facts, today);
        return objection.Extension is { } extension && extension.On <= Calculate(first, facts, today).Nominal
            ? first with { ExtensionDays = extension.Days }
            : first;
    }

    private static TermFacts WithoutExtension(Remedy objection, DateOnly start, Organisation facts, DateOnly today)
    {
        var six = SixWeeks(objection, start, today);
        // Twelve weeks only where the objector was told of the committee while six weeks ran (ECLI:NL:RVS:2016:2233).
        return objection.CommitteeToldOn is { } told && told <= Calculate(six, facts, today).Due ? six with { Rule = "awb-7.10-1-committee" } : six;
    }

    private static TermFacts SixWeeks(Remedy objection, DateOnly start, DateOnly today) => new("awb-7.10-1", start, Suspensions: OnObjection(objection, today));

    private static ImmutableArray<Suspension> OnObjection(Remedy objection, DateOnly today)
    {
        var repair = SuspensionBases.Find("awb-7.10-2")!;
        var delay = SuspensionBases.Find("awb-7.10-4")!;
        return
        [
            .. objection.Repairs.Select(asked =>
            {
                var unused = asked.RepairedOn is { } repaired ? repaired > asked.RepairBy : today > asked.RepairBy;
                return repair.Between(asked.InvitedOn, unused ? asked.RepairBy : asked.RepairedOn) is { } days ? days with { TermUnused = unused } : null;
            }).OfType<Suspension>(),
            .. objection.Delays.Select(agreed => delay.Between(agreed.From, agreed.Through)).OfType<Suspension>(),
        ];
    }

    /// <summary>The term for repairing a defect: the court's, or six weeks where it named none.</summary>
    private static Term ForLoop(Case c, AppliedRuling applied, Organisation facts, DateOnly today) => Term(
        applied.LoopTerm, TermKind.LoopRepair, TermRules.Find("awb-8.51a-2")!, applied.DecisionId,
        new TermFacts("awb-8.51a-2", applied.SentOn, applied.TermDays is { } days ? TermLength.Days(days) : null), facts, today,
        applied.AnsweredBy is { } id ? c.Decisions[id]!.DispatchedOn : null);

    private static Term ForHearing(Remedy remedy, Organisation facts, DateOnly today)
    {
        var hearing = remedy.Hearing!;
        var term = Term(
            $"hearing-documents:{remedy.Id}", TermKind.HearingDocuments, TermRules.Find("awb-8.58-1")!, remedy.DecisionId,
            new TermFacts("awb-8.58-1", hearing.On), facts, today, null);
        // It counts back from the hearing; what began is the knowledge of its date.
        return WhileItRuns(remedy, term with { StartedOn = hearing.KnownOn });
    }

    /// <summary>The court sets a day; where it set none the body says within two weeks what becomes of the documents.</summary>
    private static Term ForRefusedDocuments(Remedy remedy, CourtBundle bundle, Organisation facts, DateOnly today)
    {
        var (ruling, termId) = (bundle.Ruling!, $"secrecy-ruling:{remedy.Id}:{bundle.Id}");
        return WhileItRuns(remedy, ruling.AnswerBy is { } day
            ? Chosen(termId, TermKind.LimitedKnowledge, "practice-secrecy-ruling", ruling.On, day, facts, today, bundle.FollowUp?.On)
            : Term(termId, TermKind.LimitedKnowledge, TermRules.Find("practice-secrecy-ruling")!, remedy.DecisionId,
                new TermFacts("practice-secrecy-ruling", ruling.On), facts, today, bundle.FollowUp?.On));
    }

    private static Term WhileItRuns(Remedy remedy, Term term) => remedy.Runs || term.MetOn is not null ? term : term with { State = TermState.Withdrawn };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
