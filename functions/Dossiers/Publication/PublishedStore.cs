using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>
/// What the public may read. Of each document there is a record, <c>records/{caseId}/{documentId}.json</c>, that says what is public of it now, and its
/// content, <c>cases/{caseId}/{documentId}/{sha256}{extension}</c>. Only content that a record names is public: on publishing the content is
/// written first and then the record, on removal the record first and then the content goes.
/// </summary>
public sealed class PublishedStore(StorageAccount account)
{
    private const string Records = "records/";

    private readonly BlobContainerClient _published = account.Published;

    /// <summary>Null where nothing of the document ever was public.</summary>
    public async Task<BinaryData?> GetRecordAsync(string caseId, string documentId, CancellationToken cancellation)
    {
        try
        {
            return (await Record(caseId, documentId).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Says what is public of a document from now on.</summary>
    public Task PutRecordAsync(string caseId, string documentId, BinaryData record, CancellationToken cancellation) =>
        Record(caseId, documentId).UploadAsync(
            record, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellation);

    /// <summary>Writes content; it is public once the record names it. A repeat writes the same.</summary>
    /// <param name="extension">With its dot.</param>
    public Task PutContentAsync(
        string caseId, string documentId, string sha256, string extension, string mediaType, Stream content, CancellationToken cancellation) =>
        _published.GetBlobClient(Content(caseId, documentId) + sha256 + extension).UploadAsync(
            content, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = mediaType } }, cancellation);

    /// <summary>A stream that can seek; null where there is no such content.</summary>
    public async Task<Stream?> OpenContentAsync(string caseId, string documentId, string sha256, string extension, CancellationToken cancellation)
    {
        try
        {
            return await _published.GetBlobClient(Content(caseId, documentId) + sha256 + extension)
                .OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Removes all content of a document but one version.</summary>
    /// <param name="except">The version that stays, by its hash; null where none does.</param>
    public async Task RemoveContentAsync(string caseId, string documentId, string? except, CancellationToken cancellation)
    {
        var prefix = Content(caseId, documentId);
        await foreach (var blob in _published.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            if (except is null || !blob.Name.StartsWith(prefix + except, StringComparison.Ordinal))
                await _published.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
        }
    }

    /// <summary>The cases of which a document is public, or was.</summary>
    public async IAsyncEnumerable<string> CasesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var folder in _published.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Prefix = Records, Delimiter = "/" }, cancellation))
        {
            if (folder.IsPrefix)
                yield return folder.Prefix[Records.Length..^1];
        }
    }

    /// <summary>The documents of a case that are public, or were.</summary>
    public async IAsyncEnumerable<string> DocumentsAsync(
        string caseId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var prefix = $"{Records}{LogId.Checked(caseId)}/";
        await foreach (var blob in _published.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
            yield return Path.GetFileNameWithoutExtension(blob.Name[prefix.Length..]);
    }

    private BlobClient Record(string caseId, string documentId) =>
        _published.GetBlobClient($"{Records}{LogId.Checked(caseId)}/{LogId.Checked(documentId)}.json");

    private static string Content(string caseId, string documentId) => $"cases/{LogId.Checked(caseId)}/{LogId.Checked(documentId)}/";
}
