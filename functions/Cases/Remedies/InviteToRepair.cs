using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records the invitation to repair a defect in an objection (herstel verzuim, Awb 6:6), on the day on which it was sent: from the day after, the
/// term for deciding is suspended (Awb 7:10(2)). Taken again with <paramref name="Repaired"/>, that the defect was repaired.
/// </summary>
/// <param name="RepairBy">The last day of the term set.</param>
public sealed record InviteToRepair(
    RemedyId RemedyId,
    [property: MaxLength(4000)] string? Defect = null,
    DateOnly? RepairBy = null,
    bool Repaired = false) : IStep<Case, InviteToRepair>
{
    public static StepRule<Case> Rule { get; } = new(
        "invite-to-repair", nl: "Herstel verzuim vragen", en: "Ask to repair a defect", [Role.ObjectionHandler, Role.Handler, Role.Coordinator],
        article: "Awb 6:6", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, InviteToRepair step, At at)
    {
        if (Remedies.NotARunningObjection(c, step.RemedyId) is { } refused)
            return refused;
        var remedy = c.Remedies[step.RemedyId]!;
        var open = remedy.Repairs.FindLast(repair => repair.RepairedOn is null && at.On <= repair.RepairBy);
        if (step.Repaired)
        {
            var asked = remedy.Repairs.FindLast(repair => repair.RepairedOn is null);
            return asked is null ? new Refused("nothing-to-repair", "Er is geen herstel gevraagd dat nog ontbreekt.")
                : at.On < asked.InvitedOn ? Refused.Invalid("effectiveOn", "before-invitation", "Het herstel kan niet van vóór de uitnodiging zijn.")
                : new DefectRepaired(step.RemedyId);
        }

        if (at.On < remedy.LodgedOn)
            return Refused.Invalid("effectiveOn", "before-remedy", "Herstel kan niet zijn gevraagd vóór het bezwaar er was.");
        if (open is not null)
            return new Refused("repair-open", $"De termijn voor herstel loopt al, tot en met {Dutch.Date(open.RepairBy)}.");
        if (string.IsNullOrWhiteSpace(step.Defect))
            return Refused.Invalid("defect", "defect-missing", "Zeg wat er aan het bezwaar ontbreekt.");
        if (step.RepairBy is not { } by || by <= at.On)
            return Refused.Invalid("repairBy", "date-too-early", "Geef een laatste dag voor het herstel, na vandaag.");
        return Treating.TooFar("repairBy", by, at) ?? (Outcome)new RepairInvited(step.RemedyId, at.Keep(step.Defect), by);
    }
}

public sealed record RepairInvited(RemedyId RemedyId, FreeText Defect, DateOnly RepairBy) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with { Repairs = remedy.Repairs.Add(new RepairInvitation(Defect, entry.On, RepairBy)) }),
    };
}

public sealed record DefectRepaired(RemedyId RemedyId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy =>
        {
            var asked = remedy.Repairs.FindLastIndex(repair => repair.RepairedOn is null);
            return remedy with { Repairs = remedy.Repairs.SetItem(asked, remedy.Repairs[asked] with { RepairedOn = entry.On }) };
        }),
    };
}
