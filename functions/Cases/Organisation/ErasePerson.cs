using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Erases name and address of someone who worked here (AVG 17). Logs keep the opaque id. Who signs in again is known again.
/// </summary>
/// <param name="Person">The id by which tokens name that person.</param>
public sealed record ErasePerson([property: MaxLength(128)] string Person) : IStep<Organisation, ErasePerson>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "erase-person", nl: "Gegevens van een medewerker wissen", en: "Erase an employee's data", [Role.Administrator, Role.Archivist], article: "AVG 17");

    public static Outcome Decide(Organisation organisation, ErasePerson step, At at) =>
        PersonIds.IsOne(step.Person) ? new PersonErased(step.Person) : Refused.Invalid("person", "person-unclear", PersonIds.HowToWrite);
}

/// <summary>Name and address of a person were erased before this was recorded.</summary>
public sealed record PersonErased(string Person) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation;
}
