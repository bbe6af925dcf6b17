using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// States that the designated days of a year are all recorded (Algemene termijnenwet 3(3)): the decree was read, and holds no others. Until then every
/// proof says that a term which ends in the year may still move, also where some of its days are known already.
/// </summary>
/// <param name="Reason">The decree and where it was published.</param>
public sealed record CompleteYear([property: Range(1980, 2199)] int Year, [property: MaxLength(500)] string Reason) : IStep<Organisation, CompleteYear>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "complete-year", nl: "Jaar compleet verklaren", en: "Declare a year complete", [Role.Administrator], article: "Atw 3(3)");

    /// <summary>A year that rests on an assumption can be confirmed.</summary>
    public static Outcome Decide(Organisation organisation, CompleteYear step, At at) =>
        organisation.Calendar.Years.TryGetValue(step.Year, out var known) && known.Assumption is null
            ? new Refused("already-complete", "Van dit jaar zijn alle aangewezen dagen al bekend.")
            : new YearCompleted(step.Year, step.Reason);
}

public sealed record YearCompleted(int Year, string Reason) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with { Calendar = organisation.Calendar.Complete(Year, Reason) };
}
