using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Gives the case to a handler (behandelaar), who gets its reminders from then on.</summary>
public sealed record Assign([property: MaxLength(128), RegularExpression(@"[\w.@:\-]+")] string Handler) : IStep<Case, Assign>
{
    public static StepRule<Case> Rule { get; } = new("assign", nl: "Toewijzen", en: "Assign", [Role.Coordinator, Role.Handler]);

    public static Outcome Decide(Case c, Assign step, At at) =>
        c.Intake.Handler == step.Handler
            ? new Refused("already-assigned", "De zaak is al van deze behandelaar.")
            : new CaseAssigned(step.Handler);
}

public sealed record CaseAssigned(string Handler) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Intake = c.Intake with { Handler = Handler } };
}
