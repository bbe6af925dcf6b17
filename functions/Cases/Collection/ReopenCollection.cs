using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Opens the collection again, and with it a review that was closed: what comes in has to be judged.</summary>
public sealed record ReopenCollection([property: MaxLength(4000)] string Reason) : IStep<Case, ReopenCollection>
{
    public static StepRule<Case> Rule { get; } = new(
        "reopen-collection", nl: "Inventarisatie heropenen", en: "Reopen the collection", [Role.Handler, Role.Coordinator],
        when: c => c.Milestones.CollectionClosedOn is null ? new Refused("not-closed", "De inventarisatie is niet afgesloten.") : Pending.WhyNot(c));

    public static Outcome Decide(Case c, ReopenCollection step, At at) => new CollectionReopened(at.Keep(step.Reason));
}

public sealed record CollectionReopened(FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Milestones = c.Milestones with { CollectionClosedOn = null, ReviewClosedOn = null },
    };
}

/// <summary>From submission to dispatch everything stands still, so that what is announced is what was approved.</summary>
internal static class Pending
{
    public static Refused? WhyNot(Case c) => c.Decisions.FirstOrDefault(d => d.State is DecisionState.Approval or DecisionState.Approved or DecisionState.Taken) switch
    {
        null => InventoryImports.WhyNot(c),
        { State: DecisionState.Taken } => new Refused("decision-pending", "Er is een besluit genomen dat nog niet bekend is gemaakt; leg eerst de verzending vast."),
        _ => new Refused("decision-pending", "Er ligt een besluit ter accordering; neem dat eerst of stuur het terug."),
    };
}
