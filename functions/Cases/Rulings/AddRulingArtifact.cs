using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// Adds a file to a ruling: the ruling itself, what was received about it, or an edited version of the letter to Parliament, which from then on holds.
/// Taken by <c>POST …/artifacts</c>.
/// </summary>
/// <param name="Kind">What it is, in a word or two: <c>letter-to-parliament</c> for an edited letter, <c>ruling</c>, <c>advice</c>.</param>
public sealed record AddRulingArtifact(
    [property: RegularExpression("[a-z][a-z0-9-]{1,39}")] string Kind,
    [property: MaxLength(64)] string? About = null) : IStep<Ruling, AddRulingArtifact>
{
    public static StepRule<Ruling> Rule { get; } = new(
        "add-artifact", nl: "Stuk toevoegen", en: "Add an artifact", [Role.Litigator, Role.Coordinator, Role.Handler, Role.Signatory], afterClosing: true,
        when: RulingSteps.NotRegistered);

    /// <summary>The file, stored before the step is taken. Never part of what a client sends.</summary>
    [JsonIgnore]
    public StoredContent? Content { get; init; }

    public static Outcome Decide(Ruling ruling, AddRulingArtifact step, At at)
    {
        if (step.Content is not { } content)
            return Refused.Invalid("file", "file-missing", "Stuur het bestand mee.");
        return (step.Kind == ParliamentLetter.Kind ? NotAnEdit(ruling, content) : null)
            ?? (Outcome)new RulingArtifactAdded(
                ruling.Artifacts.NextId, step.Kind, content.Sha256, content.MediaType, content.Extension, content.Size, step.About,
                content.OpenPlaces.IsEmpty ? null : content.OpenPlaces);
    }

    /// <summary>Why the file can't take the place of the letter; null where it can.</summary>
    private static Refused? NotAnEdit(Ruling ruling, StoredContent content)
    {
        if (ruling.InformedOn is not null)
            return new Refused("already-informed", "De Kamer is al geïnformeerd; de brief verandert niet meer.");
        if (ruling.Letter is not { IsPrepared: true } letter)
            return new Refused("letter-missing", "Er is nog geen concept van de Kamerbrief om te bewerken: stel de brief op en wacht tot het concept er is.");
        if (content.Extension != ".docx")
            return Refused.Invalid("file", "not-a-docx", "Een bewerkte brief komt terug als Word-bestand (.docx).");
        return ruling.Artifacts[letter.Versions[^1]]!.Sha256 == content.Sha256
            ? new Refused("nothing-to-change", "Precies deze versie van de brief is er al.")
            : null;
    }
}

public sealed record RulingArtifactAdded(ArtifactId ArtifactId, string Kind, string Sha256, string MediaType, string Extension, long Size, string? About, ImmutableArray<string>? OpenPlaces = null) : RulingEvent
{
    public override Ruling ApplyTo(Ruling ruling, Entry entry) => ruling with
    {
        Artifacts = ruling.Artifacts.Add(new Artifact(ArtifactId, Kind, Sha256, MediaType, Extension, Size, About, entry.Actor, entry.On) { OpenPlaces = OpenPlaces ?? [] }),
        Letter = Kind == ParliamentLetter.Kind && ruling.Letter is { } letter
            ? letter with { Versions = letter.Versions.Add(ArtifactId), EditedBy = entry.Actor, SignedBy = null, SignedOn = null }
            : ruling.Letter,
    };
}
