using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>What lies beside a finished package.</summary>
public sealed class PackageFiles(ArtifactStore artifacts)
{
    /// <summary>Its manifest; null where it isn't there.</summary>
    public async Task<StoredFile?> OpenManifestAsync(string caseId, PackageResult result, CancellationToken cancellation) =>
        await artifacts.OpenAsync(PackageBuilding.ManifestPathOf(caseId, result.ManifestSha256), cancellation) is { } content
            ? new StoredFile(content, PackageManifest.MediaType, ".json", content.Length)
            : null;
}
