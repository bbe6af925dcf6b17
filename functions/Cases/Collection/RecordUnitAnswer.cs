using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records what a unit answered, by the unit itself or for it. The documents and searches have steps of their own.</summary>
public sealed record RecordUnitAnswer(
    UnitQuestionId UnitQuestionId,
    UnitAnswer Answer,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, RecordUnitAnswer>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-unit-answer", nl: "Antwoord van onderdeel vastleggen", en: "Record a unit's answer", [Role.Unit, Role.Handler, Role.Coordinator], article: "Woo 4.1",
        when: c => c.UnitQuestions.Any(asked => asked.AnsweredOn is null) ? null : new Refused("no-question-open", "Er staat geen uitvraag open."));

    public static Outcome Decide(Case c, RecordUnitAnswer step, At at) => c.UnitQuestions[step.UnitQuestionId] switch
    {
        null => Refused.Unknown("unit-question-not-found", "Deze uitvraag hoort niet bij deze zaak."),
        { AnsweredOn: not null } => new Refused("already-answered", "Het antwoord op deze uitvraag is al vastgelegd."),
        { AskedOn: var asked } when at.On < asked => Refused.Invalid("effectiveOn", "before-question", "Het antwoord kan niet van vóór de uitvraag zijn."),
        _ => new UnitAnswered(step.UnitQuestionId, step.Answer, at.KeepOrNull(step.Note)),
    };
}

public sealed record UnitAnswered(UnitQuestionId UnitQuestionId, UnitAnswer Answer, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        UnitQuestions = c.UnitQuestions.With(UnitQuestionId, asked => asked with { AnsweredOn = entry.On, Answer = Answer, Note = Note }),
    };
}
