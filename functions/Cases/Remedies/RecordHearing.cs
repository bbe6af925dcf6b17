using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records that objectors were heard, with the report (Awb 7:7), or why they were not (Awb 7:3).</summary>
/// <param name="Waiver">Why nobody was heard; left out where they were.</param>
/// <param name="Report">What was said; asked where they were heard.</param>
public sealed record RecordHearing(
    RemedyId RemedyId,
    HearingWaiver? Waiver = null,
    [property: MaxLength(100_000)] string? Report = null) : IStep<Case, RecordHearing>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-hearing", nl: "Horen vastleggen", en: "Record the hearing", [Role.ObjectionHandler, Role.Handler, Role.Coordinator], article: "Awb 7:7",
        when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, RecordHearing step, At at)
    {
        if (Remedies.NotARunningObjection(c, step.RemedyId) is { } refused)
            return refused;
        var remedy = c.Remedies[step.RemedyId]!;
        if (remedy.Hearing is { Held: not null })
            return new Refused("already-heard", "Over dit bezwaar is al gehoord, of van horen is afgezien.");
        if (at.On < remedy.LodgedOn)
            return Refused.Invalid("effectiveOn", "before-remedy", "Er kan niet zijn gehoord vóór het bezwaar er was.");
        if (step.Waiver is null && string.IsNullOrWhiteSpace(step.Report))
            return Refused.Invalid("report", "report-missing", "Van het horen wordt een verslag gemaakt: geef dat, of zeg waarom niet is gehoord.");
        return new HearingRecorded(step.RemedyId, step.Waiver, at.KeepOrNull(step.Report));
    }
}

public sealed record HearingRecorded(RemedyId RemedyId, HearingWaiver? Waiver, FreeText? Report) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            Hearing = new RemedyHearing(entry.On, remedy.Hearing?.KnownOn ?? entry.On, Waiver is null, Waiver, Report),
        }),
    };
}
