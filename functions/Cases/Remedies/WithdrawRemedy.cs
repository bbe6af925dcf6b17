using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records that who lodged a remedy withdrew it (intrekking, Awb 6:21).</summary>
public sealed record WithdrawRemedy(RemedyId RemedyId, [property: MaxLength(4000)] string? Note = null) : IStep<Case, WithdrawRemedy>
{
    public static StepRule<Case> Rule { get; } = new(
        "withdraw-remedy", nl: "Intrekking bezwaar of beroep vastleggen", en: "Record the withdrawal of a remedy",
        [Role.ObjectionHandler, Role.Litigator, Role.Handler, Role.Coordinator], article: "Awb 6:21", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, WithdrawRemedy step, At at) => c.Remedies[step.RemedyId] switch
    {
        null => Remedies.NotFound,
        { Runs: false } => new Refused("remedy-ended", "Dit rechtsmiddel is al geëindigd."),
        { LodgedOn: var lodged } when at.On < lodged => Refused.Invalid("effectiveOn", "before-remedy", "De intrekking kan niet van vóór het instellen zijn."),
        _ => new RemedyWithdrawn(step.RemedyId, at.KeepOrNull(step.Note)),
    };
}

public sealed record RemedyWithdrawn(RemedyId RemedyId, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            State = RemedyState.Withdrawn,
            EndedOn = entry.On,
            Relief = remedy.Relief is null ? null : InterimReliefState.Withdrawn,
        }),
    };
}
