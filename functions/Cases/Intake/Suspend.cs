using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Suspends the term for deciding (opschorting) on a ground of Awb 4:15. It takes effect on the step's date: for a foreign authority the day on
/// which the requester was told, otherwise the first suspended day. Clarifications and third parties' views suspend by their own steps.
/// </summary>
/// <param name="Reason">Why, and where the requester's agreement or the notice can be found.</param>
/// <param name="Through">The last suspended day; asked where it was agreed, left out where only the facts will end it.</param>
public sealed record Suspend(
    SuspensionGround Ground,
    [property: MaxLength(4000)] string Reason,
    DateOnly? Through = null) : IStep<Case, Suspend>
{
    public static StepRule<Case> Rule { get; } = new(
        "suspend", nl: "Termijn opschorten", en: "Suspend the term", [Role.Handler, Role.Coordinator], article: "Awb 4:15", when: Treating.WhyNot);

    public static Outcome Decide(Case c, Suspend step, At at)
    {
        var article = step.Ground.Basis().Article;
        var agreed = step.Ground is SuspensionGround.RequesterAgreed or SuspensionGround.Phasing;
        if (agreed && step.Through is null)
            return Refused.Invalid("through", "period-missing", "Zeg tot en met welke dag de verzoeker met uitstel instemde.", article);
        if (step.Ground == SuspensionGround.ForeignAuthority && step.Through is not null)
        {
            return Refused.Invalid("through", "period-not-known", "Deze opschorting eindigt pas met de ontvangst van de informatie: leg die vast als hervatting.",
                article);
        }

        if (step.Through < at.On)
            return Refused.Invalid("through", "period-reversed", "De opschorting eindigt vóór zij begint.", article);
        return Treating.TooFar("through", step.Through, at) ?? Treating.TermEnded(c, at) ?? (Outcome)new RequestSuspended(c.Intake.Suspensions.NextId, step.Ground, at.Keep(step.Reason), step.Through);
    }
}

public sealed record RequestSuspended(SuspensionId SuspensionId, SuspensionGround Ground, FreeText Reason, DateOnly? Through) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Intake = c.Intake with
        {
            Suspensions = c.Intake.Suspensions.Add(new RequestSuspension(SuspensionId, Ground, Reason, entry.On, Through, entry.Actor)),
        },
    };
}
