using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Keeps everything of the case from being destroyed, erased or dropped until it is lifted (bevriezen): for a court, an inquiry, or a law that says so. Any
/// number can hold at once.
/// </summary>
/// <param name="Reason">For whom or what it is kept.</param>
public sealed record PlaceLegalHold([property: MaxLength(4000)] string Reason) : IStep<Case, PlaceLegalHold>
{
    public static StepRule<Case> Rule { get; } = new(
        "place-legal-hold", nl: "Bewaarplicht opleggen", en: "Place a legal hold", [Role.Coordinator, Role.Litigator, Role.Archivist, Role.Administrator], afterClosing: true);

    public static Outcome Decide(Case c, PlaceLegalHold step, At at) => new LegalHoldPlaced(c.Holds.NextId, at.Keep(step.Reason));
}

public sealed record LegalHoldPlaced(HoldId HoldId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Holds = c.Holds.Add(new LegalHold(HoldId, Reason, entry.On, entry.Actor)) };
}

/// <summary>Lifts a legal hold. Never by who placed it: what may be destroyed from then on is seen by two.</summary>
public sealed record LiftLegalHold(HoldId HoldId, [property: MaxLength(4000)] string Reason) : IStep<Case, LiftLegalHold>
{
    public static StepRule<Case> Rule { get; } = new(
        "lift-legal-hold", nl: "Bewaarplicht opheffen", en: "Lift a legal hold", [Role.Coordinator, Role.Archivist], afterClosing: true,
        when: c => c.Holds.Any(hold => hold.LiftedOn is null) ? null : new Refused("no-legal-hold", "Op deze zaak rust geen bewaarplicht."),
        offeredTo: (c, actor) => c.Holds.Any(hold => hold.LiftedOn is null && hold.PlacedBy != actor.Id));

    public static Outcome Decide(Case c, LiftLegalHold step, At at) => c.Holds[step.HoldId] switch
    {
        null => Refused.Unknown("hold-not-found", "Deze bewaarplicht rust niet op deze zaak."),
        { LiftedOn: not null } => new Refused("already-lifted", "Deze bewaarplicht was al opgeheven."),
        { PlacedBy: var by } when by == at.Actor.Id => Refused.Forbidden("lifter-is-placer", "Wie een bewaarplicht oplegt, heft haar niet op: vraag een ander."),
        { On: var since } when at.On < since => Refused.Invalid("effectiveOn", "before-hold", "Een bewaarplicht eindigt niet vóór de dag waarop zij begon."),
        _ => new LegalHoldLifted(step.HoldId, at.Keep(step.Reason)),
    };
}

public sealed record LegalHoldLifted(HoldId HoldId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Holds = c.Holds.With(HoldId, hold => hold with { LiftedOn = entry.On, LiftedBy = entry.Actor, LiftedBecause = Reason }),
    };
}

/// <summary>That everything of a case is kept, for a time.</summary>
/// <param name="LiftedOn">Null while it holds.</param>
public sealed record LegalHold(HoldId Id, FreeText Reason, DateOnly On, string PlacedBy, DateOnly? LiftedOn = null, string? LiftedBy = null, FreeText? LiftedBecause = null)
{
    /// <summary>The refusal of what would lose something; null where nothing holds it.</summary>
    internal static Refused? WhyNot(Case c) => c.Holds.FirstOrDefault(hold => hold.LiftedOn is null) is { } held
        ? new Refused("legal-hold", $"Op deze zaak rust een bewaarplicht ({held.Id}, sinds {Dutch.Date(held.On)}): er mag niets worden vernietigd, gewist of weggelaten.")
        : null;
}
