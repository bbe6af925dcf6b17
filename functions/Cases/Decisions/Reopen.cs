using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Opens a closed case again.</summary>
public sealed record Reopen([property: MaxLength(4000)] string Reason) : IStep<Case, Reopen>
{
    public static StepRule<Case> Rule { get; } = new(
        "reopen", nl: "Zaak heropenen", en: "Reopen the case", [Role.Coordinator], afterClosing: true,
        when: c => c.IsClosed ? null : new Refused("not-closed", "Deze zaak is niet gesloten."));

    public static Outcome Decide(Case c, Reopen step, At at) => new CaseReopened(at.Keep(step.Reason));
}

public sealed record CaseReopened(FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { ClosedOn = null };
}
