using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Takes back a designated day that should not have been there.</summary>
public sealed record UndesignateDay(DateOnly Date, [property: MaxLength(500)] string Reason) : IStep<Organisation, UndesignateDay>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "undesignate-day", nl: "Aangewezen dag schrappen", en: "Take back a designated day", [Role.Administrator], article: "Atw 3(3)");

    public static Outcome Decide(Organisation organisation, UndesignateDay step, At at) =>
        organisation.Calendar.Designated.ContainsKey(step.Date)
            ? new DayUndesignated(step.Date, step.Reason)
            : Refused.Unknown("not-designated", "Deze dag is niet aangewezen.");
}

public sealed record DayUndesignated(DateOnly Date, string Reason) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with { Calendar = organisation.Calendar.Undesignate(Date) };
}
