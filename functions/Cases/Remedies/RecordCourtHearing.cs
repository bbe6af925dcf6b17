using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records the date of the court's hearing (zitting), on the day on which it became known: further documents can be filed until ten days before it
/// (Awb 8:58). Taken again with <paramref name="Held"/>, that it was held.
/// </summary>
/// <param name="Date">The day of the hearing, to come or held.</param>
public sealed record RecordCourtHearing(
    RemedyId RemedyId,
    DateOnly Date,
    bool Held = false,
    [property: MaxLength(20_000)] string? Note = null) : IStep<Case, RecordCourtHearing>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-court-hearing", nl: "Zitting vastleggen", en: "Record the court's hearing", [Role.Litigator, Role.ObjectionHandler, Role.Coordinator],
        article: "Awb 8:58", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, RecordCourtHearing step, At at)
    {
        if (Remedies.NotBeforeACourt(c, step.RemedyId) is { } refused)
            return refused;
        var remedy = c.Remedies[step.RemedyId]!;
        if (step.Date < remedy.LodgedOn)
            return Refused.Invalid("date", "before-remedy", "De zitting kan niet van vóór het beroep zijn.");
        if (step.Held && step.Date > at.Today)
            return Refused.Invalid("date", "date-in-future", "Een zitting die nog komt, kan niet zijn gehouden.");
        return Treating.TooFar("date", step.Date, at) ?? (Outcome)new CourtHearingRecorded(step.RemedyId, step.Date, step.Held, at.KeepOrNull(step.Note));
    }
}

public sealed record CourtHearingRecorded(RemedyId RemedyId, DateOnly Date, bool Held, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with
        {
            Hearing = new RemedyHearing(Date, remedy.Hearing is { } known && known.On == Date ? known.KnownOn : entry.On, Held ? true : null, null, Note),
        }),
    };
}
