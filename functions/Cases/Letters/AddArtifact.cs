using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>Adds a file that was received, edited or signed. Taken by <c>POST …/artifacts</c>.</summary>
/// <param name="Kind">What it is, in a word or two: <c>edited-letter</c>, <c>signed-decision</c>, <c>advice</c>.</param>
public sealed record AddArtifact(
    [property: RegularExpression("[a-z][a-z0-9-]{1,39}")] string Kind,
    [property: MaxLength(64)] string? About = null) : IStep<Case, AddArtifact>
{
    public static StepRule<Case> Rule { get; } = new(
        "add-artifact", nl: "Stuk toevoegen", en: "Add an artifact",
        [Role.Handler, Role.Coordinator, Role.Approver, Role.Signatory, Role.ObjectionHandler, Role.Litigator, Role.Publisher], afterClosing: true);

    /// <summary>The file, stored before the step is taken. Never part of what a client sends.</summary>
    [JsonIgnore]
    public StoredContent? Content { get; init; }

    public static Outcome Decide(Case c, AddArtifact step, At at) =>
        PackageKinds.OfArtifact(step.Kind) is not null ? Refused.Invalid("kind", "kind-reserved", "Zo heet wat de motor zelf maakt: geef dit stuk een andere soort.")
            : step.Content is { } content
            ? new ArtifactAdded(c.Artifacts.NextId, step.Kind, content.Sha256, content.MediaType, content.Extension, content.Size, step.About,
                content.OpenPlaces.IsEmpty ? null : content.OpenPlaces)
            : Refused.Invalid("file", "file-missing", "Stuur het bestand mee.");
}

/// <param name="OpenPlaces">What was left open in it, as codes; null where nothing was.</param>
public sealed record ArtifactAdded(
    ArtifactId ArtifactId, string Kind, string Sha256, string MediaType, string Extension, long Size, string? About, ImmutableArray<string>? OpenPlaces = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Artifacts = c.Artifacts.Add(new Artifact(ArtifactId, Kind, Sha256, MediaType, Extension, Size, About, entry.Actor, entry.On) { OpenPlaces = OpenPlaces ?? [] }),
    };
}
