using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Asks the requester to be more precise (precisering). The engine drafts the letter; the term is suspended from the day after its dispatch
/// until the day of the answer, or until the term set for it has passed unused.
/// </summary>
/// <param name="AnswerBy">The last day of the term set; without such a term nothing is suspended (ECLI:NL:RVS:2016:2527).</param>
public sealed record AskClarification([property: MaxLength(4000)] string Question, DateOnly AnswerBy) : IStep<Case, AskClarification>
{
    public static StepRule<Case> Rule { get; } = new(
        "ask-clarification", nl: "Precisering vragen", en: "Ask for clarification", [Role.Handler], article: "Woo 4.1(5)",
        when: c => c.Decisions.Any(d => d.TakenOn is not null)
            ? new Refused("already-decided", "Na het besluit kan geen precisering meer worden gevraagd.")
            : null);

    public static Outcome Decide(Case c, AskClarification step, At at) =>
        ChosenDay.WhyNot("answerBy", step.AnswerBy, at) is { } refused ? refused
            : c.Intake.Clarifications.Any(asked => asked.IsOpen && (asked.SentOn is null || at.On <= asked.AnswerBy))
            ? new Refused("clarification-open", "Er loopt al een verzoek om precisering; leg eerst de reactie vast, of wacht de termijn daarvoor af.")
            : new ClarificationAsked(c.Intake.Clarifications.NextId, at.Keep(step.Question), step.AnswerBy);
}

public sealed record ClarificationAsked(ClarificationId ClarificationId, FreeText Question, DateOnly AnswerBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with
        {
            Clarifications = c.Intake.Clarifications.Add(new Clarification(ClarificationId, Question, AnswerBy, entry.Actor, null, null, null)),
        },
    };
}
