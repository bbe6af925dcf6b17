using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>A level of the approval route (parafenlijn): jurist, director, secretary-general. Levels approve in their order, each by another person.</summary>
/// <param name="Role">Who approves holds this role, unless it is a deputy.</param>
/// <param name="Kinds">The kinds of decision that pass this level; empty for all of them.</param>
/// <param name="Persons">Only these persons, by the ids of their tokens; empty for everyone with the role. The first one is reminded.</param>
/// <param name="Deputies">Who may act for this level without its role (plaatsvervanger), by the ids of their tokens.</param>
public sealed record ApprovalLevel(
    [property: MaxLength(100)] string Name,
    Role Role,
    ImmutableArray<DecisionKind> Kinds = default,
    ImmutableArray<string> Persons = default,
    ImmutableArray<string> Deputies = default)
{
    /// <summary>The one level of an organisation that set no route.</summary>
    public static ApprovalLevel Default { get; } = new("Accordering", Role.Approver);

    public ImmutableArray<DecisionKind> Kinds { get; init; } = Kinds.IsDefault ? [] : Kinds;

    public ImmutableArray<string> Persons { get; init; } = Persons.IsDefault ? [] : Persons;

    public ImmutableArray<string> Deputies { get; init; } = Deputies.IsDefault ? [] : Deputies;

    public bool AppliesTo(DecisionKind kind) => Kinds.IsEmpty || Kinds.Contains(kind);

    /// <summary>Whether this person may approve at this level.</summary>
    public bool IsFor(Actor actor) => Deputies.Contains(actor.Id) || (actor.Is(Role) && (Persons.IsEmpty || Persons.Contains(actor.Id)));
}
