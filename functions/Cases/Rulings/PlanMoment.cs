namespace WobWorkflow.Cases;

/// <summary>
/// Plans the one moment in which the decisions that answer a ruling, their documents and the letter to Parliament come out together. It can be moved; the letter
/// is not drafted anew for it, and goes no earlier. Releases that are planned for another day in the cases are pointed out.
/// </summary>
/// <param name="On">The day.</param>
public sealed record PlanMoment(DateOnly On) : IStep<Ruling, PlanMoment>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "plan-moment", nl: "Moment plannen", en: "Plan the moment", [Role.Litigator, Role.Coordinator, Role.Handler],
        when: ruling => RulingSteps.NotRegistered(ruling)
            ?? (ruling.InformedOn is not null ? new Refused("already-informed", "De Kamer is al geïnformeerd.") : null));

    public static Outcome Decide(Ruling ruling, PlanMoment step, At at) =>
        step.On < at.On ? Refused.Invalid("on", "date-in-past", "Het moment waarop alles naar buiten gaat, ligt niet in het verleden.")
        : step.On == ruling.PlannedOn ? new Refused("moment-known", $"Het moment staat al op {Dutch.Date(step.On)}.")
        : Treating.TooFar("on", step.On, at) ?? (Outcome)new MomentPlanned(step.On);
}

public sealed record MomentPlanned(DateOnly On) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { PlannedOn = On };
}
