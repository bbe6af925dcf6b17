using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Declares the collection (inventarisatie) complete: no document comes or goes any more until it is reopened.</summary>
public sealed record CloseCollection([property: MaxLength(4000)] string? Note = null) : IStep<Case, CloseCollection>
{
    public static StepRule<Case> Rule { get; } = new(
        "close-collection", nl: "Inventarisatie afsluiten", en: "Close the collection", [Role.Handler, Role.Coordinator], article: "Woo 4.1",
        when: c => c.Milestones.CollectionClosedOn is null ? null : new Refused("already-closed", "De inventarisatie is al afgesloten."));

    public static Outcome Decide(Case c, CloseCollection step, At at)
    {
        if (c.Searches.IsEmpty)
            return new Refused("no-search-recorded", "Leg eerst vast hoe er is gezocht, ook als dat niets opleverde.");
        if (c.UnitQuestions.FirstOrDefault(asked => asked.AnsweredOn is null) is { } asked)
            return new Refused("question-open", $"{asked.Id} is nog niet beantwoord: leg het antwoord vast.");
        if (c.Documents.FirstOrDefault(Containers.IsUnfinished) is { } container)
            return new Refused("container-unfinished", $"{container.Id} wordt nog uitgepakt; probeer het zo opnieuw.");
        if (InventoryImports.WhyNot(c) is { } importing)
            return importing;
        return c.Intake.Demands.FirstOrDefault(demand => demand.ReceivedOn is null) is { } demanded
            ? new Refused("demand-open", $"Op {demanded.Id} is nog niets ontvangen.", "Woo 4.2(2)")
            : new CollectionClosed(at.KeepOrNull(step.Note));
    }
}

/// <summary>Which parts of the work were declared done; a date is null where that part is open.</summary>
public sealed record Milestones(DateOnly? CollectionClosedOn = null, DateOnly? ConsultationClosedOn = null, DateOnly? ReviewClosedOn = null);

public sealed record CollectionClosed(FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Milestones = c.Milestones with { CollectionClosedOn = entry.On } };
}
