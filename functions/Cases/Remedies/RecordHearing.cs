using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records that objectors were heard, with the report (Awb 7:7), or why they were not (Awb 7:3).</summary>
/// <param name="Waiver">Why nobody was heard; left out where they were.</param>
/// <param name="Report">What was said; asked where they were heard.</param>
/// <param name="HeardBy">Who heard, by the ids of their tokens, first who led; left out where others than who works here did, or it isn't known.</param>
public sealed record RecordHearing(
    RemedyId RemedyId,
    HearingWaiver? Waiver = null,
    [property: MaxLength(100_000)] string? Report = null,
    ImmutableArray<string> HeardBy = default) : IStep<Case, RecordHearing>
{
    /// <summary>Never a default array.</summary>
    [MaxLength(20)]
    public ImmutableArray<string> HeardBy { get; init; } = HeardBy.IsDefault ? [] : HeardBy;

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
        if (step.HeardBy.IsEmpty)
            return new HearingRecorded(step.RemedyId, step.Waiver, at.KeepOrNull(step.Report));
        if (step.HeardBy.Any(id => !PersonIds.IsOne(id)))
            return Refused.Invalid("heardBy", "person-unclear", PersonIds.HowToWrite);
        if (step.Waiver is not null)
            return Refused.Invalid("heardBy", "nobody-heard", "Er is niet gehoord: laat weg wie het horen deed.");
        return remedy.DecisionId is { } contested && !Preparing.AreOthers(c, c.Decisions[contested]!, step.HeardBy)
            ? new Refused("heard-by-preparer",
                "Wie het bestreden besluit voorbereidde, leidt het horen niet, en is daarbij niet in de meerderheid. Geef wie hoorde, te beginnen met wie het horen leidde.", "Awb 7:5(1)")
            : new HearingRecorded(step.RemedyId, step.Waiver, at.KeepOrNull(step.Report), step.HeardBy);
    }
}

public sealed record HearingRecorded(RemedyId RemedyId, HearingWaiver? Waiver, FreeText? Report, ImmutableArray<string>? HeardBy = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            Hearing = new RemedyHearing(entry.On, remedy.Hearing?.KnownOn ?? entry.On, Waiver is null, Waiver, Report) { HeardBy = HeardBy ?? [], RecordedBy = entry.Actor },
        }),
    };
}
