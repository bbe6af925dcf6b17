using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A package: files of the case that go out together.</summary>
/// <param name="About">What it belongs to: the id of a decision, consultation, view or court bundle.</param>
/// <param name="Job">Where its making can be watched; absent once it is made.</param>
/// <param name="Failure">Why it could not be made at all, as a code; absent where it was, or may still be.</param>
/// <param name="Href">The archive; absent while there is none, where it was removed, and for what only a judge may see.</param>
/// <param name="Manifest">Every file with its hash; absent while there is none.</param>
/// <param name="Files">How many files are in it, the manifest not counted.</param>
/// <param name="Documents">How many of those are documents of the request.</param>
/// <param name="Missing">What belongs in it and isn't there; the first ones where there are many.</param>
/// <param name="ChangedSince">What changed in the case since: <c>files</c>, <c>inventory</c>, <c>documents</c>. Empty where it still says what the case says.</param>
/// <param name="RemovedOn">When the archive was taken out of storage, because it held a document that may not be kept here; absent where it is there.</param>
internal sealed record PackageView(
    string PackageId,
    PackageKind Kind,
    string About,
    PackageState State,
    string AskedBy,
    DateOnly AskedOn,
    string? Job,
    string? Failure,
    string? ArtifactId,
    string? Href,
    string? Sha256,
    long? Size,
    string? Manifest,
    string? ManifestSha256,
    int? Files,
    int? Documents,
    ImmutableArray<PackageMissing> Missing,
    int MissingCount,
    ImmutableArray<string> ChangedSince,
    SignedDecisionView? Signed,
    DateOnly? RemovedOn)
{
    /// <summary>What is fetched under the eye of the log has a way of its own; what only a judge may see is found with its court bundle.</summary>
    private static string? HrefOf(string path, Package package, Artifact artifact) => PackageKinds.Find(package.Kind) switch
    {
        { IsSealed: true } => null,
        { IsFetchLogged: true } => $"{path}/packages/{package.Id}/content",
        _ => $"{path}/artifacts/{artifact.Id}",
    };

    public static PackageView Of(Case c, Package package, DateOnly today)
    {
        var (path, result) = ($"{ApiPaths.Root}/cases/{c.Id}", package.Result);
        var artifact = result is null ? null : c.Artifacts[result.ArtifactId];
        return new PackageView(
            package.Id.ToString(), package.Kind, package.About, package.State, package.AskedBy, package.AskedOn,
            package.State == PackageState.Making ? JobEndpoints.PathOf(Engine.PackageBuilding.JobOf(c.Id, package.Id)) : null,
            package.Failure, artifact?.Id.ToString(), artifact is null or { RemovedOn: not null } ? null : HrefOf(path, package, artifact), artifact?.Sha256, artifact?.Size,
            result is null ? null : $"{path}/packages/{package.Id}/manifest", result?.ManifestSha256, result?.Files, result?.Documents, result?.Missing ?? [], result?.MissingCount ?? 0,
            Packages.ChangedSince(c, package, today), package.Signed is { } signed ? SignedDecisionView.Of(package, signed) : null, artifact?.RemovedOn);
    }
}

/// <summary>The signed decision that was bound to a package.</summary>
/// <param name="Sha256">Of the signed file.</param>
/// <param name="ManifestSha256">Of the manifest with which it was signed.</param>
internal sealed record SignedDecisionView(string DecisionId, string ArtifactId, string Sha256, string ManifestSha256, string By, DateOnly On)
{
    public static SignedDecisionView Of(Package package, SignedDecision signed) =>
        new(package.About, signed.ArtifactId.ToString(), signed.Sha256, signed.ManifestSha256, signed.By, signed.On);
}
