using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A stored file of a case or ruling that is not a document of the request.</summary>
/// <param name="Rendition">Which rendition of a decision letter it is; only the anonymised one is for publication and third parties.</param>
/// <param name="RemovedOn">When its file was taken out of storage, because it held a document that may not be kept here; absent where it is there.</param>
/// <param name="About">What it is about: the id of a decision, consultation or the like; absent where it's about nothing in particular.</param>
internal sealed record ArtifactView(
    string ArtifactId, string Kind, string MediaType, string Extension, long Size, string Sha256, string? About, string AddedBy, DateOnly AddedOn, string Href,
    LetterRendition? Rendition, DateOnly? RemovedOn)
{
    public static ArtifactView Of(string caseId, Artifact artifact) => In($"{ApiPaths.Root}/cases/{caseId}", artifact);

    public static ArtifactView Of(Ruling ruling, Artifact artifact) => In($"{ApiPaths.Root}/rulings/{ruling.Id}", artifact);

    private static ArtifactView In(string owner, Artifact artifact) => new(
        artifact.Id.ToString(), artifact.Kind, artifact.MediaType, artifact.Extension, artifact.Size, artifact.Sha256, artifact.About, artifact.AddedBy,
        artifact.AddedOn, $"{owner}/artifacts/{artifact.Id}", artifact.Rendition, artifact.RemovedOn);
}
