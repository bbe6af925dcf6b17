namespace WobWorkflow.Cases;

/// <summary>The engine drafted a letter. Drafting is all it does with it. A newer draft of a decision letter takes the place of the one before it.</summary>
public sealed record LetterPrepared(
    LetterId LetterId,
    LetterKind Kind,
    string About,
    Addressee To,
    ArtifactId ArtifactId,
    string Sha256,
    string MediaType,
    string Extension,
    long Size,
    string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Letters = Superseded(c).Add(new Letter(LetterId, Kind, About, To, LetterState.Drafted, entry.Actor, [ArtifactId])
        {
            Basis = c.Basis,
            WrittenOn = entry.On,
        }),
        Artifacts = c.Artifacts.Add(new Artifact(ArtifactId, Kebab.Of(Kind), Sha256, MediaType, Extension, Size, About, entry.Actor, entry.On)),
    };

    private Numbered<LetterId, Letter> Superseded(Case c) => Kind != LetterKind.Decision
        ? c.Letters
        : c.Letters.Where(there => there.Kind == Kind && there.About == About && there.State <= LetterState.Approved)
            .Aggregate(c.Letters, (all, there) => all.With(there.Id, letter => letter with { State = LetterState.Withdrawn }));
}
