using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records what the requester answered; the suspension ends on the day of receipt, which is the step's date of effect. Without an answer, that none
/// came within the term and the request is treated as it is; not to treat it is a decision of its own (<see cref="DeclineToTreat"/>, Awb 4:5).
/// </summary>
/// <param name="Answer">Left out where the term set went by unused.</param>
public sealed record RecordClarification(ClarificationId ClarificationId, [property: MaxLength(20_000)] string? Answer = null) : IStep<Case, RecordClarification>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-clarification", nl: "Precisering vastleggen", en: "Record the clarification", [Role.Handler], article: "Awb 4:15(1)(a)",
        when: c => c.Intake.Clarifications.Any(asked => asked.IsOpen)
            ? null
            : new Refused("no-clarification-open", "Er loopt geen verzoek om precisering."));

    public static Outcome Decide(Case c, RecordClarification step, At at) => c.Intake.Clarifications[step.ClarificationId] switch
    {
        null => Refused.Unknown("clarification-not-found", "Dit verzoek om precisering hoort niet bij deze zaak."),
        { AnsweredOn: not null } => new Refused("already-answered", "De reactie op dit verzoek om precisering is al vastgelegd."),
        { SentOn: { } sent } when at.On < sent =>
            Refused.Invalid("effectiveOn", "before-dispatch", "De reactie kan niet zijn ontvangen vóór de brief was verzonden."),
        { EndedOn: not null } when string.IsNullOrWhiteSpace(step.Answer) => new Refused("already-ended", "Dat geen reactie kwam, is al vastgelegd."),
        { AnswerBy: var last } when string.IsNullOrWhiteSpace(step.Answer) && at.On <= last =>
            new Refused("term-still-running", $"De termijn voor de reactie loopt tot en met {Dutch.Date(last)}: wacht die af, of leg de reactie vast."),
        _ when string.IsNullOrWhiteSpace(step.Answer) => new ClarificationLapsed(step.ClarificationId),
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

/// <summary>The requester did not answer within the term, and the handler goes on without.</summary>
public sealed record ClarificationLapsed(ClarificationId ClarificationId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Clarifications = c.Intake.Clarifications.With(ClarificationId, asked => asked with { EndedOn = entry.On }) },
    };
}
