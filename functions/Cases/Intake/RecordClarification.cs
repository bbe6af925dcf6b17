using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records what the requester answered; the suspension ends on the day of receipt, which is the step's date of effect.</summary>
public sealed record RecordClarification(ClarificationId ClarificationId, [property: MaxLength(20_000)] string Answer) : IStep<Case, RecordClarification>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-clarification", nl: "Precisering vastleggen", en: "Record the clarification", [Role.Handler], article: "Awb 4:15(1)(a)",
        when: c => c.Intake.Clarifications.Any(asked => asked.AnsweredOn is null)
            ? null
            : new Refused("no-clarification-open", "Er loopt geen verzoek om precisering."));

    public static Outcome Decide(Case c, RecordClarification step, At at) => c.Intake.Clarifications[step.ClarificationId] switch
    {
        null => Refused.Unknown("clarification-not-found", "Dit verzoek om precisering hoort niet bij deze zaak."),
        { AnsweredOn: not null } => new Refused("already-answered", "De reactie op dit verzoek om precisering is al vastgelegd."),
        { SentOn: { } sent } when at.On < sent =>
            Refused.Invalid("effectiveOn", "before-dispatch", "De reactie kan niet zijn ontvangen vóór de brief was verzonden."),
        _ => new ClarificationRecorded(step.ClarificationId, at.Keep(step.Answer)),
    };
}

public sealed record ClarificationRecorded(ClarificationId ClarificationId, FreeText Answer) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with
        {
            Clarifications = c.Intake.Clarifications.With(ClarificationId, asked => asked with { AnsweredOn = entry.On, Answer = Answer }),
        },
    };
}
