namespace WobWorkflow.Cases;

/// <summary>Records that the documents of the case and the defence went to the court (Awb 8:42), on the day on which they were sent.</summary>
public sealed record FileCourtDocuments(RemedyId RemedyId) : IStep<Case, FileCourtDocuments>
{
    public static StepRule<Case> Rule { get; } = new(
        "file-court-documents", nl: "Stukken aan de rechter zenden", en: "File documents with the court", [Role.Litigator, Role.ObjectionHandler, Role.Coordinator],
        article: "Awb 8:42", when: Remedies.NoneRuns);

    public static Outcome Decide(Case c, FileCourtDocuments step, At at)
    {
        if (Remedies.NotBeforeACourt(c, step.RemedyId) is { } refused)
            return refused;
        return c.Remedies[step.RemedyId]! switch
        {
            { DocumentsFiledOn: not null } => new Refused("already-filed", "De stukken in deze procedure zijn al ingezonden."),
            { LodgedOn: var lodged } when at.On < lodged => Refused.Invalid("effectiveOn", "before-remedy", "De stukken kunnen niet van vóór het beroep zijn."),
            _ => new CourtDocumentsFiled(step.RemedyId),
        };
    }
}

public sealed record CourtDocumentsFiled(RemedyId RemedyId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Remedies = c.Remedies.With(RemedyId, remedy => remedy with { DocumentsFiledOn = entry.On }),
    };
}
