using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>
/// The keys by which every host reads the cookies and forms of the others, as documents that whoever protects them makes. Synchronous, because those who
/// ask for them are: once at start and once a day.
/// </summary>
public sealed class KeyStore(StorageAccount account)
{
    private readonly BlobContainerClient _keys = account.Keys;

    public IReadOnlyList<string> All() =>
        [.. _keys.GetBlobs(new GetBlobsOptions()).Select(blob => _keys.GetBlobClient(blob.Name).DownloadContent().Value.Content.ToString())];

    /// <param name="name">Chosen by who made the key, and never twice.</param>
    public void Add(string name, string document) => _keys.GetBlobClient($"{name}.xml").Upload(BinaryData.FromString(document), overwrite: true);
}
