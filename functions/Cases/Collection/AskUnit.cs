using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Asks a unit of the body's own for its documents (uitvraag). The day is chosen, and the term for deciding runs on.</summary>
public sealed record AskUnit(
    [property: MaxLength(300)] string Unit,
    [property: MaxLength(4000)] string Question,
    DateOnly AnswerBy) : IStep<Case, AskUnit>
{
    public static StepRule<Case> Rule { get; } = new(
        "ask-unit", nl: "Onderdeel uitvragen", en: "Ask a unit", [Role.Handler, Role.Coordinator], article: "Woo 4.1", when: Collecting.WhyNot);

    public static Outcome Decide(Case c, AskUnit step, At at) =>
        step.AnswerBy <= at.On
            ? Refused.Invalid("answerBy", "date-too-early", "De gevraagde reactiedatum moet na vandaag liggen.")
            : Treating.TooFar("answerBy", step.AnswerBy, at) ?? (Outcome)new UnitAsked(c.UnitQuestions.NextId, at.Keep(step.Unit), at.Keep(step.Question), step.AnswerBy);
}

/// <summary>A question to a unit (uitvraag).</summary>
public sealed record UnitQuestion(
    UnitQuestionId Id,
    FreeText Unit,
    FreeText Question,
    DateOnly AnswerBy,
    DateOnly AskedOn,
    string AskedBy,
    DateOnly? AnsweredOn = null,
    UnitAnswer? Answer = null,
    FreeText? Note = null);

/// <summary>What a unit answered.</summary>
public enum UnitAnswer
{
    /// <summary>It delivered what it has.</summary>
    Delivered,

    /// <summary>It searched and found nothing.</summary>
    NothingFound,

    /// <summary>It is not the one to ask: it holds nothing of the kind.</summary>
    NotHeldHere,
}

public sealed record UnitAsked(UnitQuestionId UnitQuestionId, FreeText Unit, FreeText Question, DateOnly AnswerBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        UnitQuestions = c.UnitQuestions.Add(new UnitQuestion(UnitQuestionId, Unit, Question, AnswerBy, entry.On, entry.Actor)),
    };
}
