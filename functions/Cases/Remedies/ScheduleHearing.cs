namespace WobWorkflow.Cases;

/// <summary>
/// Plans the hearing on an objection (hoorzitting, Awb 7:2), on the day on which the invitation was sent. Where a committee hears and advises
/// (Awb 7:13) the objector is told so by it: only then, and only within the first six weeks, does the term for deciding become twelve.
/// </summary>
/// <param name="Date">The day of the hearing.</param>
/// <param name="Committee">Whether an advisory committee hears, and the objector was told.</param>
public sealed record ScheduleHearing(RemedyId RemedyId, DateOnly Date, bool Committee = false) : IStep<Case, ScheduleHearing>
{
    public static StepRule<Case> Rule { get; } = new(
        "schedule-hearing", nl: "Hoorzitting plannen", en: "Plan the hearing", [Role.ObjectionHandler, Role.Handler, Role.Coordinator], article: "Awb 7:2",
        when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, ScheduleHearing step, At at)
    {
        if (Remedies.NotARunningObjection(c, step.RemedyId) is { } refused)
            return refused;
        var remedy = c.Remedies[step.RemedyId]!;
        if (at.On < remedy.LodgedOn)
            return Refused.Invalid("effectiveOn", "before-remedy", "Een hoorzitting kan niet zijn gepland vóór het bezwaar er was.");
        if (step.Date <= at.On)
            return Refused.Invalid("date", "date-too-early", "De hoorzitting moet na de uitnodiging liggen.");
        return remedy.Hearing is { Held: not null }
            ? new Refused("already-heard", "Over dit bezwaar is al gehoord, of van horen is afgezien.")
            : Treating.TooFar("date", step.Date, at) ?? (Outcome)new HearingScheduled(step.RemedyId, step.Date, step.Committee);
    }
}

public sealed record HearingScheduled(RemedyId RemedyId, DateOnly Date, bool Committee) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            Hearing = new RemedyHearing(Date, entry.On),
            CommitteeToldOn = remedy.CommitteeToldOn ?? (Committee ? entry.On : null),
        }),
    };
}
