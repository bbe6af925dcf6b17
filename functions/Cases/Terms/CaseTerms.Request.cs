namespace WobWorkflow.Cases;

/// <content>The terms around a request, beside that for deciding on it.</content>
public static partial class CaseTerms
{
    /// <summary>How long a requester whose request is late waits between two letters: the choice of practice.</summary>
    public const int DaysBetweenProgressLetters = 14;

    private static IEnumerable<Term> AroundTheRequest(Case c, Organisation facts, DateOnly today) =>
    [
        .. c.Views.Where(asked => asked.SentOn is not null).Select(asked =>
            UnlessReleased(c, Chosen($"view:{asked.Id}", TermKind.View, "practice-view", asked.SentOn!.Value, asked.AnswerBy, facts, today, asked.AnsweredOn))),
        .. c.UnitQuestions.Select(asked =>
            UnlessReleased(c, Chosen($"unit:{asked.Id}", TermKind.UnitAnswer, "practice-chosen", asked.AskedOn, asked.AnswerBy, facts, today, asked.AnsweredOn))),
        .. c.Intake.Demands.Select(demand =>
            UnlessReleased(c, Chosen($"demand:{demand.Id}", TermKind.Demand, "practice-chosen", demand.On, demand.AnswerBy, facts, today, demand.ReceivedOn))),
        .. ForPhases(c, facts, today),
        .. c.Decisions.Where(d => d.Decline is not null && Terms.Validate(Declining.TermOf(d.Decline)).IsEmpty).Select(d => ForDeclining(c, d, d.Decline!, facts, today)),
        .. ForProgress(c, facts, today),
    ];

    /// <summary>Each part has its day; the first decision to go out meets the first, and one on all that is left meets the rest.</summary>
    private static IEnumerable<Term> ForPhases(Case c, Organisation facts, DateOnly today)
    {
        if (c.Intake.Phasings is not [.., var agreed])
            return [];
        var settled = c.Decisions.Where(d => d.Settles).Select(d => d.DispatchedOn).FirstOrDefault(on => on is not null);
        var inParts = c.Decisions.Where(d => d.Kind == DecisionKind.Partial && d.DispatchedOn >= agreed.On).Select(d => d.DispatchedOn).Order().ToList();
        return agreed.Phases.Select((phase, i) => UnlessReleased(
            c, Chosen($"phase:{i + 1}", TermKind.AgreedPhase, "practice-chosen", agreed.On, phase.By, facts, today, i < inParts.Count ? inParts[i] : settled)));
    }

    private static Term ForDeclining(Case c, Decision decision, Decline decline, Organisation facts, DateOnly today)
    {
        var of = Declining.TermOf(decline);
        // Woo 4.1(6) asks that the requester is told within the term, the others that is decided within it.
        var met = decline.Ground == DeclineGround.NotClarified ? decision.DispatchedOn : decision.TakenOn;
        return UnlessReleased(c, Term($"decline:{decision.Id}", TermKind.Decline, TermRules.Find(of.Rule)!, decision.Id, of, facts, today, met));
    }

    /// <summary>While a request is late its requester hears of it again and again.</summary>
    private static IEnumerable<Term> ForProgress(Case c, Organisation facts, DateOnly today)
    {
        if (ForDeciding(c, facts, today) is not { State: TermState.Lapsed, Due: var due })
            return [];
        var told = c.Intake.ProgressLetters.Select(letter => letter.SentOn).Where(on => on > due).Max() ?? due;
        return [Chosen("progress", TermKind.Progress, "practice-chosen", told, told.AddDays(DaysBetweenProgressLetters), facts, today, null)];
    }

    /// <summary>Nothing is asked of anyone once the request was withdrawn or forwarded as a whole.</summary>
    private static Term UnlessReleased(Case c, Term term) =>
        term.MetOn is null && c.Intake.ReleasedOn is not null ? term with { State = TermState.Withdrawn } : term;
}
