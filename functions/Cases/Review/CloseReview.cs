using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Declares the review (beoordeling) complete: judgements stand still until it is reopened.</summary>
public sealed record CloseReview([property: MaxLength(4000)] string? Note = null) : IStep<Case, CloseReview>
{
    public static StepRule<Case> Rule { get; } = new(
        "close-review", nl: "Beoordeling afsluiten", en: "Close the review", [Role.Reviewer, Role.Handler, Role.Coordinator], article: "Woo 5.1",
        when: c => c.Milestones.ReviewClosedOn is null ? null : new Refused("already-closed", "De beoordeling is al afgesloten."));

    public static Outcome Decide(Case c, CloseReview step, At at) =>
        InventoryImports.WhyNot(c) is { } importing ? importing
        : Reviewing.Unassessed(c) is [var first, ..] left ? new Refused("documents-unassessed", $"Nog niet beoordeeld: {left.Length} documenten, te beginnen met {first.Id}.")
        : new ReviewClosed(at.KeepOrNull(step.Note));
}

public sealed record ReviewClosed(FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Milestones = c.Milestones with { ReviewClosedOn = entry.On } };
}
