using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Enters a mandate in the register (mandaat, Awb 10:3): who may take and sign which decisions in the name of the body, and in what capacity. Once
/// there is one for a kind of decision, only who has a mandate on the day takes and signs such decisions.
/// </summary>
/// <param name="Person">The id in the person's token.</param>
/// <param name="Capacity">As it signs: <c>de directeur-generaal</c>.</param>
/// <param name="Kinds">Left out: all kinds of decision.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; left out while no end is known.</param>
public sealed record GrantMandate(
    [property: MaxLength(128), RegularExpression(@"[\w.@:\-]+")] string Person,
    [property: MaxLength(200)] string Capacity,
    DateOnly From,
    ImmutableArray<DecisionKind> Kinds = default,
    DateOnly? To = null) : IStep<Organisation, GrantMandate>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "grant-mandate", nl: "Mandaat verlenen", en: "Grant a mandate", [Role.Administrator], article: "Awb 10:3");

    public static Outcome Decide(Organisation organisation, GrantMandate step, At at) =>
        step.To < step.From
            ? Refused.Invalid("to", "date-out-of-order", "Een mandaat eindigt niet vóór het begint.")
            : new MandateGranted(organisation.Mandates.NextId, step.Person, step.Capacity, step.Kinds.IsDefault ? [] : step.Kinds, step.From, step.To);
}

/// <summary>A mandate in the register.</summary>
/// <param name="Person">The id in the person's token.</param>
/// <param name="Kinds">Empty for all kinds of decision.</param>
/// <param name="To">The last day; null while no end is known.</param>
public sealed record Mandate(MandateId Id, string Person, string Capacity, ImmutableArray<DecisionKind> Kinds, DateOnly From, DateOnly? To)
{
    public bool AppliesTo(DecisionKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    public bool HoldsOn(DateOnly day) => From <= day && !(To < day);
}

public sealed record MandateGranted(
    MandateId MandateId, string Person, string Capacity, ImmutableArray<DecisionKind> Kinds, DateOnly From, DateOnly? To) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) =>
        organisation with { Mandates = organisation.Mandates.Add(new Mandate(MandateId, Person, Capacity, Kinds, From, To)) };
}
