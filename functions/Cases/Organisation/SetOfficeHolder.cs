using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Enters who holds a public office from a day on (ambtsdrager): a letter that the body signs itself, such as one to Parliament, prints who holds it
/// on its date. Entered again for the same day, it puts a name right.
/// </summary>
/// <param name="Office">As it signs: <c>De Minister van Justitie en Veiligheid</c>.</param>
/// <param name="Name">As it is printed. Who holds such an office is published by the State itself, so it stands in the log as it is.</param>
/// <param name="From">The first day.</param>
public sealed record SetOfficeHolder(
    [property: MaxLength(200)] string Office,
    [property: MaxLength(200)] string Name,
    DateOnly From) : IStep<Organisation, SetOfficeHolder>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "set-office-holder", nl: "Ambtsdrager vastleggen", en: "Enter an office-holder", [Role.Administrator]);

    public static Outcome Decide(Organisation organisation, SetOfficeHolder step, At at) =>
        organisation.OfficeHolders.Contains(new OfficeHolder(step.Office, step.Name, step.From))
            ? new Refused("nothing-to-change", "Zo was dit al vastgelegd.")
            : new OfficeHolderSet(step.Office, step.Name, step.From);
}

/// <summary>Who holds an office from a day on, until the next one does.</summary>
public sealed record OfficeHolder(string Office, string Name, DateOnly From);

public sealed record OfficeHolderSet(string Office, string Name, DateOnly From) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with
    {
        OfficeHolders =
        [
            .. organisation.OfficeHolders.Where(there => there.Office != Office || there.From != From)
                .Append(new OfficeHolder(Office, Name, From)).OrderBy(there => there.Office, StringComparer.Ordinal).ThenBy(there => there.From),
        ],
    };
}
