using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The terms of a case, computed anew from its facts each time: never from an earlier result.</summary>
public static partial class CaseTerms
{
    public const string DecisionTerm = "decision";

    /// <summary>The term for deciding on an objection.</summary>
    public static string ObjectionDecisionTerm(RemedyId objection) => $"objection-decision:{objection}";

    /// <summary>All terms, in the order in which they started.</summary>
    /// <param name="today">The local date as of which they stand.</param>
    public static ImmutableArray<Term> Of(Case c, Organisation facts, DateOnly today)
    {
        if (c.Request is null)
            return [];
        ImmutableArray<Term> terms =
        [
            ForDeciding(c, facts, today),
            .. c.Intake.Clarifications.Where(asked => asked.SentOn is not null).Select(asked => ForAnswer(c, asked, facts, today)),
            .. c.Consultations.Where(asked => asked.SentOn is not null).Select(asked => ForAdvice(c, asked, facts, today)),
            .. AroundTheRequest(c, facts, today),
            .. c.Decisions.Where(d => d.DispatchedOn is not null).Select(d => ForRemedy(c, d, facts, today)),
            .. c.Rulings.Where(applied => applied.Owes).Select(applied => ForNewDecision(c, applied, facts, today)),
            .. OfRemedies(c, facts, today),
            .. OfPublications(c, facts, today),
        ];
        return [.. terms.Select(term => WithPenalty(c, term, today)), .. OfNotices(c, terms, facts, today)];
    }

    /// <summary>The term for deciding on the request; the request must be registered.</summary>
    public static Term ForDeciding(Case c, Organisation facts, DateOnly today)
    {
        var rule = TermRules.Find(RuleForDeciding(c))!;
        var met = c.Decisions.Where(d => d.Settles).Select(d => d.DispatchedOn).FirstOrDefault(on => on is not null);
        var first = FirstTerm(c, today);
        // The notice counts, not the intention: told too late, the extension has no effect.
        var extended = c.Intake.Extension is { NoticeOn: { } notice } extension && notice <= LastDayToExtend(c, facts, today)
            // A corrected day of receipt can bring the request under the other act, which allows less.
            ? first with { ExtensionDays = Math.Min(extension.Days, ExtensionCeiling(c)) }
            : first;
        return SplitProof.On(c, UnlessReleased(c, Term(DecisionTerm, TermKind.Decision, rule, null, extended, facts, today, met)));
    }

    /// <summary>The last day on which the requester can be told of an extension.</summary>
    public static DateOnly LastDayToExtend(Case c, Organisation facts, DateOnly today) => Terms.LastDayToExtend(FirstTerm(c, today), facts.CalendarOn(today), today);

    /// <summary>Whether the term for deciding on a request that was received on that day can be computed: the acts are known from a day on.</summary>
    public static bool CanRunFrom(DateOnly receivedOn) => Terms.Validate(new TermFacts(RuleForDeciding(receivedOn), receivedOn)).IsEmpty;

    private static TermFacts FirstTerm(Case c, DateOnly today) =>
        new(RuleForDeciding(c), c.Request!.ReceivedOn, Suspensions: Suspensions(c, today));

    /// <summary>At most so many days may the term for deciding be extended.</summary>
    public static int ExtensionCeiling(Case c) => TermRules.Find(RuleForDeciding(c))!.ExtensionCeilingDays ?? 0;

    public static string? ExtensionArticle(Case c) => TermRules.Find(RuleForDeciding(c))!.ExtensionArticle;

    /// <summary>Which rule governs the term follows from the day of receipt: a term that ran on 1 May 2022 is taken to have run on.</summary>
    private static string RuleForDeciding(Case c) => HasEnvironmentalTerm(c) ? "wob-6-6" : RuleForDeciding(c.Request!.ReceivedOn);

    /// <summary>
    /// Whether the term of two weeks runs (Wob 6(6)(a)): for environmental information that is to be disclosed while an objection is expected. It counts
    /// from receipt whenever that was intended (assumption <c>environmental-intention</c>).
    /// </summary>
    public static bool HasEnvironmentalTerm(Case c) =>
        c is { Request: { Environmental: true } request, Intake.Intention: not null } && Regimes.Of(request.ReceivedOn) == Regime.Wob;

    private static string RuleForDeciding(DateOnly receivedOn) => Regimes.Of(receivedOn) == Regime.Wob ? "wob-6-1" : "woo-4.4-1";

    /// <summary>What suspends the term for deciding, as the facts stand; days may overlap.</summary>
    public static ImmutableArray<Suspension> Suspensions(Case c, DateOnly today)
    {
        var supplement = SuspensionBases.Find("awb-4.15-1-a")!;
        return
        [
            .. c.Intake.Clarifications.Where(asked => asked.SentOn is not null && asked.SentOn < asked.AnswerBy && !(asked.AnsweredOn < asked.SentOn)).Select(asked =>
            {
                var unused = asked.AnsweredOn is null ? today > asked.AnswerBy : asked.AnsweredOn > asked.AnswerBy;
                return supplement.Between(asked.SentOn!.Value, unused ? asked.AnswerBy : asked.AnsweredOn) is { } days ? days with { TermUnused = unused } : null;
            }).OfType<Suspension>(),
            .. c.Intake.Suspensions.Select(suspension => suspension.Days).OfType<Suspension>(),
            // Views are asked for environmental information too, and give no longer term (Wob 6(6)(c)).
            .. c.Intake.SuspendedBefore.Where(_ => !HasEnvironmentalTerm(c)),
            .. c.ViewRounds.Where(_ => !HasEnvironmentalTerm(c)).Select(round => ThirdPartyViews.SuspendedBy(c, round, today)).OfType<Suspension>(),
        ];
    }

    private static Term ForAnswer(Case c, Clarification asked, Organisation facts, DateOnly today)
    {
        var term = Chosen($"clarification:{asked.Id}", TermKind.Clarification, "practice-supplement", asked.SentOn!.Value, asked.AnswerBy, facts, today, asked.AnsweredOn);
        return asked.EndedOn is null || asked.AnsweredOn is not null ? UnlessReleased(c, term) : term with { State = TermState.Withdrawn };
    }

    private static Term ForAdvice(Case c, Consultation asked, Organisation facts, DateOnly today)
    {
        var term = Chosen($"consultation:{asked.Id}", TermKind.Consultation, "practice-consultation", asked.SentOn!.Value, asked.AnswerBy, facts, today, asked.AnsweredOn);
        return asked.EndedOn is null ? UnlessReleased(c, term) : term with { State = TermState.Withdrawn };
    }

    private static Term ForNewDecision(Case c, AppliedRuling applied, Organisation facts, DateOnly today)
    {
        var met = applied.AnsweredBy is { } id ? c.Decisions[id]!.DispatchedOn : null;
        var of = FactsForNewDecision(applied.SentOn, applied.TermDays, applied.LateTerm is not null);
        return Term(applied.NewDecisionTerm, TermKind.NewDecision, TermRules.Find(of.Rule)!, applied.DecisionId, of, facts, today, met);
    }

    /// <summary>Without a term in the ruling: the one that applied to the first decision on objection (ECLI:NL:CRVB:2017:2275).</summary>
    /// <param name="termDays">The term that the court set; null where it set none.</param>
    /// <param name="late">Whether no decision was taken in time: two weeks then, or a special term (Awb 8:55d, Woo 8.4).</param>
    public static TermFacts FactsForNewDecision(DateOnly sentOn, int? termDays, bool late) => (termDays, late) switch
    {
        ({ } days, true) => new(Regimes.Of(sentOn) == Regime.Woo ? "woo-8.4" : "awb-8.55d-3", sentOn, TermLength.Days(days)),
        (null, true) => new("awb-8.55d-1", sentOn),
        ({ } days, false) => new("awb-8.72-4", sentOn, TermLength.Days(days)),
        _ => new("awb-7.10-1-anew", sentOn),
    };

    private static Term Chosen(string id, TermKind kind, string rule, DateOnly start, DateOnly lastDay, Organisation facts, DateOnly today, DateOnly? met)
    {
        // A letter that left after the day it asked for gives the addressee one day.
        var days = Math.Clamp(lastDay.DayNumber - start.DayNumber, 1, Terms.LongestChosenDays);
        return Term(id, kind, TermRules.Find(rule)!, null, new TermFacts(rule, start, TermLength.Days(days)), facts, today, met);
    }

    private static Term Term(
        string id, TermKind kind, TermRule rule, DecisionId? decision, TermFacts of, Organisation facts, DateOnly today, DateOnly? met)
    {
        var calculated = Calculate(of, facts, met < today ? met.Value : today);
        if (met is null && today > calculated.Due && kind is TermKind.Objection or TermKind.Appeal or TermKind.HigherAppeal)
            calculated = AsItLapsed(of, facts, today, calculated);
        var state = met is not null ? TermState.Met
            : today > calculated.Due ? TermState.Lapsed
            : calculated.Suspended ? TermState.Suspended
            : TermState.Running;
        return new Term(
            id, kind, rule, decision, of.StartedOn, calculated.Nominal, calculated.Due, state, met, calculated.Due.DayNumber - today.DayNumber, calculated.Trail);
    }

    /// <summary>
    /// What others could do is over once its term has lapsed: a day that is designated years later gives nobody that term back. It keeps the calendar
    /// that was known on its last day.
    /// </summary>
    private static TermCalculation AsItLapsed(TermFacts of, Organisation facts, DateOnly today, TermCalculation now)
    {
        var then = Terms.Calculate(of, facts.CalendarOn(now.Nominal), today);
        then = Terms.Calculate(of, facts.CalendarOn(then.Due), today);
        return today > then.Due ? then : now;
    }

    /// <summary>A running term follows the calendar of today; one that was met keeps the calendar of that day.</summary>
    private static TermCalculation Calculate(TermFacts of, Organisation facts, DateOnly asOf) => Terms.Calculate(of, facts.CalendarOn(asOf), asOf);
}
