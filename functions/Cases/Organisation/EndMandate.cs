namespace WobWorkflow.Cases;

/// <summary>Ends a mandate. It stays in the register, for the decisions that were taken under it.</summary>
/// <param name="To">The last day on which it holds.</param>
public sealed record EndMandate(MandateId MandateId, DateOnly To) : IStep<Organisation, EndMandate>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "end-mandate", nl: "Mandaat beëindigen", en: "End a mandate", [Role.Administrator], article: "Awb 10:8");

    public static Outcome Decide(Organisation organisation, EndMandate step, At at) => organisation.Mandates[step.MandateId] switch
    {
        null => Refused.Unknown("mandate-not-found", "Dit mandaat staat niet in het register."),
        { From: var from } when step.To < from => Refused.Invalid("to", "date-out-of-order", "Een mandaat eindigt niet vóór het begint."),
        _ => new MandateEnded(step.MandateId, step.To),
    };
}

public sealed record MandateEnded(MandateId MandateId, DateOnly To) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) =>
        organisation with { Mandates = organisation.Mandates.With(MandateId, mandate => mandate with { To = To }) };
}
