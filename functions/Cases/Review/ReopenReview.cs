using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Opens a closed review again.</summary>
public sealed record ReopenReview([property: MaxLength(4000)] string Reason) : IStep<Case, ReopenReview>
{
    public static StepRule<Case> Rule { get; } = new(
        "reopen-review", nl: "Beoordeling heropenen", en: "Reopen the review", [Role.Reviewer, Role.Handler, Role.Coordinator],
        when: c => c.Milestones.ReviewClosedOn is null ? new Refused("not-closed", "De beoordeling is niet afgesloten.") : Pending.WhyNot(c));

    public static Outcome Decide(Case c, ReopenReview step, At at) => new ReviewReopened(at.Keep(step.Reason));
}

public sealed record ReviewReopened(FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Milestones = c.Milestones with { ReviewClosedOn = null } };
}
