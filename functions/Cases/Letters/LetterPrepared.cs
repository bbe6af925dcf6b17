using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The engine drafted a letter. Drafting is all it does with it. A newer draft of a decision letter takes the place of the one before it.</summary>
/// <param name="OpenPlaces">What the draft leaves to people, as codes; null where nothing.</param>
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
    string DutyKey,
    PreparedRendition? Anonymised = null,
    ImmutableArray<string>? OpenPlaces = null) : CaseEvent, IDischarge
{
    /// <summary>What an anonymised rendition is called among the artifacts.</summary>
    public const string AnonymisedKind = "decision-anonymised";

    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Letters = Superseded(c).Add(new Letter(LetterId, Kind, About, To, LetterState.Drafted, entry.Actor, [ArtifactId])
        {
            Basis = c.Basis,
            WrittenOn = entry.On,
            Anonymised = Anonymised?.ArtifactId,
        }),
        Artifacts = WithAnonymised(c.Artifacts.Add(new Artifact(ArtifactId, Kebab.Of(Kind), Sha256, MediaType, Extension, Size, About, entry.Actor, entry.On)
        {
            Rendition = Kind == LetterKind.Decision ? LetterRendition.Named : null,
            OpenPlaces = OpenPlaces ?? [],
        }), entry),
    };

    private Numbered<ArtifactId, Artifact> WithAnonymised(Numbered<ArtifactId, Artifact> artifacts, Entry entry) => Anonymised is not { } other
        ? artifacts
        : artifacts.Add(new Artifact(other.ArtifactId, AnonymisedKind, other.Sha256, MediaType, Extension, other.Size, About, entry.Actor, entry.On)
        {
            Rendition = LetterRendition.Anonymised,
            OpenPlaces = OpenPlaces ?? [],
        });

    private Numbered<LetterId, Letter> Superseded(Case c) => Kind != LetterKind.Decision
        ? c.Letters
        : c.Letters.Where(there => there.Kind == Kind && there.About == About && there.State <= LetterState.Approved)
            .Aggregate(c.Letters, (all, there) => all.With(there.Id, letter => letter with { State = LetterState.Withdrawn }));
}

/// <summary>The anonymised rendition that was drafted beside a decision letter; of the same media type.</summary>
public sealed record PreparedRendition(ArtifactId ArtifactId, string Sha256, long Size);
