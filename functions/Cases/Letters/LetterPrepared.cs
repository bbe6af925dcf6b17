namespace WobWorkflow.Cases;

/// <summary>The engine drafted a letter. Drafting is all it does with it.</summary>
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
        Letters = c.Letters.Add(new Letter(LetterId, Kind, About, To, LetterState.Drafted, entry.Actor, [ArtifactId])),
        Artifacts = c.Artifacts.Add(new Artifact(ArtifactId, Kebab.Of(Kind), Sha256, MediaType, Extension, Size, About, entry.Actor, entry.On)),
    };
}
