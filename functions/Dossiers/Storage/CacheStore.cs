using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Bytes by name that may be lost at any time: snapshots, and keys of creates. Never the only place of anything. Names are made of ids and
/// hashes.
/// </summary>
public sealed class CacheStore(StorageAccount account)
{
    private readonly BlobContainerClient _cache = account.Cache;

    /// <summary>Null if it is not there (any more).</summary>
    public async Task<BinaryData?> GetAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return (await _cache.GetBlobClient(name).DownloadContentAsync(cancellation)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Stores these bytes, whatever was there.</summary>
    public Task PutAsync(string name, BinaryData content, CancellationToken cancellation) =>
        _cache.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);

    /// <summary>Stores these bytes unless there are some: of all who come at once, all get the bytes of the first.</summary>
    /// <returns>What is there now.</returns>
    public async Task<BinaryData> AddAsync(string name, BinaryData content, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await _cache.GetBlobClient(name).UploadAsync(content, Unless, cancellation);
                return content;
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                if (await GetAsync(name, cancellation) is { } present) return present;
            }
        }
    }

    public Task RemoveAsync(string name, CancellationToken cancellation) =>
        _cache.GetBlobClient(name).DeleteIfExistsAsync(cancellationToken: cancellation);

    /// <summary>Names that begin so.</summary>
    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) =>
        _cache.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation).Select(blob => blob.Name);

    private static BlobUploadOptions Unless => new() { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
}
