using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Demands information that the body should have held from whoever has it (vorderen, Woo 4.2(2)), who must give it at once; taken again with
/// <paramref name="Received"/>, records that it came.
/// </summary>
/// <param name="From">Who has it; left out where a demand was met.</param>
/// <param name="What">What is demanded, and by which rule it should have been held.</param>
/// <param name="AnswerBy">The day that was set; "at once" has no number of days.</param>
/// <param name="Received">The demand that was met; null for a new one.</param>
public sealed record DemandInformation(
    [property: MaxLength(500)] string? From = null,
    [property: MaxLength(4000)] string? What = null,
    DateOnly? AnswerBy = null,
    DemandId? Received = null) : IStep<Case, DemandInformation>
{
    public static StepRule<Case> Rule { get; } = new(
        "demand-information", nl: "Informatie vorderen", en: "Demand information", [Role.Handler, Role.Coordinator], article: "Woo 4.2(2)");

    public static Outcome Decide(Case c, DemandInformation step, At at)
    {
        if (step.Received is { } id)
        {
            return c.Intake.Demands[id] switch
            {
                null => Refused.Unknown("demand-not-found", "Deze vordering hoort niet bij deze zaak."),
                { ReceivedOn: not null } => new Refused("already-received", "Op deze vordering is de informatie al ontvangen."),
                { On: var on } when at.On < on => Refused.Invalid("effectiveOn", "before-demand", "De informatie kan niet zijn ontvangen vóór zij was gevorderd."),
                _ => new DemandMet(id),
            };
        }

        if (string.IsNullOrWhiteSpace(step.From))
            return Refused.Invalid("from", "holder-missing", "Zeg van wie de informatie wordt gevorderd.");
        if (string.IsNullOrWhiteSpace(step.What))
            return Refused.Invalid("what", "demand-empty", "Zeg welke informatie wordt gevorderd, en waarom die hier had moeten berusten.");
        if (step.AnswerBy is not { } by || by <= at.On)
            return Refused.Invalid("answerBy", "date-too-early", "Geef een dag na vandaag waarop de informatie er moet zijn.");
        return Treating.TooFar("answerBy", by, at) ?? (Outcome)new InformationDemanded(c.Intake.Demands.NextId, at.Keep(step.From), at.Keep(step.What), by);
    }
}

/// <summary>A demand for information that should have been held.</summary>
public sealed record Demand(DemandId Id, FreeText From, FreeText What, DateOnly AnswerBy, DateOnly On, string By, DateOnly? ReceivedOn = null);

public sealed record InformationDemanded(DemandId DemandId, FreeText From, FreeText What, DateOnly AnswerBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Demands = c.Intake.Demands.Add(new Demand(DemandId, From, What, AnswerBy, entry.On, entry.Actor)) },
    };
}

public sealed record DemandMet(DemandId DemandId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with { Demands = c.Intake.Demands.With(DemandId, demand => demand with { ReceivedOn = entry.On }) },
    };
}
