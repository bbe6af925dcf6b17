using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Adds a day that was put on a par with a holiday by royal decree (Algemene termijnenwet 3(3)).</summary>
/// <param name="Reason">The decree and where it was published.</param>
public sealed record DesignateDay(DateOnly Date, [property: MaxLength(500)] string Reason) : IStep<Organisation, DesignateDay>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "designate-day", nl: "Dag aanwijzen", en: "Designate a day", [Role.Administrator], article: "Atw 3(3)");

    public static Outcome Decide(Organisation organisation, DesignateDay step, At at) =>
        organisation.Calendar.Designated.ContainsKey(step.Date)
            ? new Refused("already-designated", "Deze dag was al aangewezen.")
            : new DayDesignated(step.Date, step.Reason);
}

public sealed record DayDesignated(DateOnly Date, string Reason) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with { Calendar = organisation.Calendar.Designate(Date, Reason) };
}
