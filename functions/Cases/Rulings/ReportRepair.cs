using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records that the court was told how the defect was repaired (Awb 8:51b(2)), on the day on which it was; the repairing decisions went out before.</summary>
public sealed record ReportRepair([property: MaxLength(4000)] string? Note = null) : IStep<Ruling, ReportRepair>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "report-repair", nl: "Herstel melden", en: "Report the repair", [Role.Litigator, Role.Coordinator], article: "Awb 8:51b(2)",
        when: ruling => RulingSteps.NotInterim(ruling)
            ?? (ruling.Loop is not { Accepted: true } ? new Refused("loop-not-accepted", "Leg eerst vast dat het gebrek wordt hersteld.")
            : ruling.RepairReportedOn is not null ? new Refused("already-reported", "Het herstel is al gemeld.")
            : null));

    public static Outcome Decide(Ruling ruling, ReportRepair step, At at)
    {
        if (ruling.Rows.FirstOrDefault(row => row.NotApplied is null && row.AnsweredOn is null) is { } waiting)
            return new Refused("repair-missing", $"In de zaak van {waiting.CaseNumber} is nog geen herstelbesluit bekendgemaakt.");
        return ruling.Rows.Max(row => row.AnsweredOn) is { } last && at.On < last
            ? Refused.Invalid("effectiveOn", "before-repair", "Het herstel kan niet zijn gemeld vóór het besluit bekend was gemaakt.")
            : new RepairReported(at.KeepOrNull(step.Note));
    }
}

public sealed record RepairReported(FreeText? Note) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with { RepairReportedOn = entry.On };
}
