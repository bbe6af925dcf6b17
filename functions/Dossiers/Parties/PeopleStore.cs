using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>Names and addresses of those who work with the system, by the opaque id under which logs know them. Erasable, like all of the container.</summary>
public sealed class PeopleStore(StorageAccount account)
{
    private readonly BlobContainerClient _parties = account.Parties;

    /// <summary>What was last kept of a person; null where nothing was.</summary>
    public async Task<string?> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            return (await _parties.GetBlobClient(NameOf(id)).DownloadContentAsync(cancellation)).Value.Content.ToString();
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Keeps this in place of what was there.</summary>
    public Task KeepAsync(string id, string person, CancellationToken cancellation) =>
        _parties.GetBlobClient(NameOf(id)).UploadAsync(BinaryData.FromString(person), overwrite: true, cancellation);

    public Task EraseAsync(string id, CancellationToken cancellation) =>
        _parties.GetBlobClient(NameOf(id)).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>An id is whatever the identity provider makes it; its hash is a name that storage takes and that says nothing.</summary>
    private static string NameOf(string id) => $"people/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";
}
