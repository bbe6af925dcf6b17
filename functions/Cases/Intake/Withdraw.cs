using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records that the requester withdrew the request (intrekking). No decision is owed any more, and the case can be closed.</summary>
public sealed record Withdraw([property: MaxLength(4000)] string? Note = null) : IStep<Case, Withdraw>
{
    public static StepRule<Case> Rule { get; } = new(
        "withdraw", nl: "Intrekking vastleggen", en: "Record the withdrawal", [Role.Handler, Role.Coordinator], article: "Woo 4.1", when: Treating.WhyNot);

    public static Outcome Decide(Case c, Withdraw step, At at) => new RequestWithdrawn(at.KeepOrNull(step.Note));
}

public sealed record RequestWithdrawn(FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Intake = c.Intake with { WithdrawnOn = entry.On } };
}
