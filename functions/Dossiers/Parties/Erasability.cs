using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>Erasing is a legal duty (AVG 17): a container where deleted blobs stay behind must never be used for parties.</summary>
internal static class Erasability
{
    /// <summary>Writes an empty blob, deletes it, and looks whether anything of it is left.</summary>
    /// <exception cref="InvalidOperationException">Something is left: versioning or soft delete is on.</exception>
    public static async Task ProveAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        var name = $"probes/{Guid.NewGuid():N}";
        var blob = container.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.Empty, overwrite: true, cancellation);
        await blob.DeleteAsync(cancellationToken: cancellation);

        var remains = new GetBlobsOptions { Prefix = name, States = BlobStates.Deleted | BlobStates.Version };
        await foreach (var _ in container.GetBlobsAsync(remains, cancellation))
            throw new SettingException("Parties need a storage account without blob versioning and without soft delete: turn both off, or name another account in Storage:Parties.");
    }
}
