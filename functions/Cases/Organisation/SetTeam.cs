using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Says who work together, so that each of them can see the others' work beside their own. It gives nobody a right.</summary>
/// <param name="Persons">The ids by which tokens name them; empty: the team is no more.</param>
public sealed record SetTeam([property: MaxLength(100)] string Name, [property: MaxLength(200)] ImmutableArray<string> Persons = default) : IStep<Organisation, SetTeam>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "set-team", nl: "Team instellen", en: "Set a team", [Role.Coordinator, Role.Administrator]);

    public static Outcome Decide(Organisation organisation, SetTeam step, At at)
    {
        ImmutableArray<string> persons = step.Persons.IsDefault ? [] : [.. step.Persons.Distinct(StringComparer.Ordinal)];
        if (!persons.All(PersonIds.IsOne))
            return Refused.Invalid("persons", "person-unclear", PersonIds.HowToWrite);
        return persons.IsEmpty && !organisation.Teams.ContainsKey(step.Name.Trim())
            ? new Refused("team-not-found", "Dit team is er niet: noem wie erin werken.")
            : new TeamSet(step.Name.Trim(), persons);
    }
}

public sealed record TeamSet(string Name, ImmutableArray<string> Persons) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with
    {
        Teams = Persons.IsEmpty ? organisation.Teams.Remove(Name) : organisation.Teams.SetItem(Name, Persons),
    };
}
