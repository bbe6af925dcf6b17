using System.Buffers;
using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WobWorkflow.Dossiers;

/// <summary>
/// Documents, letters and all else that is made once and never changed. Writing is at least once, and a repeat writes the same.
/// </summary>
public sealed class ArtifactStore(StorageAccount account)
{
    private const int BlockSize = 8 * 1024 * 1024;
    private const string HashKey = "sha256";

    private readonly BlobContainerClient _artifacts = account.Artifacts;

    /// <summary>
    /// Stores content under a name, once. When this returns the artifact is durable, and nothing that comes later under this name can
    /// replace it.
    /// </summary>
    /// <param name="path">Its name.</param>
    /// <param name="content">Read from where it stands, twice: it must be able to go back.</param>
    /// <param name="contentType">A media type.</param>
    /// <param name="cancellation">Leaves open whether it was stored.</param>
    /// <exception cref="ArtifactDiffersException">There is other content under this name.</exception>
    public async Task<ArtifactPut> PutAsync(ArtifactPath path, Stream content, string contentType, CancellationToken cancellation)
    {
        var begin = content.Position;
        var hash = await ArtifactPath.HashOfAsync(content, cancellation);
        var length = content.Position - begin;
        content.Position = begin;
        try
        {
            await UploadAsync(_artifacts.GetBlockBlobClient(path.Text), content, length, hash, contentType, cancellation);
            return new ArtifactPut(path, hash, length, Existed: false);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            var present = await FindAsync(path, cancellation)
                ?? throw new StorageUnavailableException("An artifact was there and is not.", exception);
            if (present.Sha256 != hash || present.Length != length) throw new ArtifactDiffersException(path);
            return new ArtifactPut(path, hash, length, Existed: true);
        }
    }

    /// <summary>Stores the same content under another name too; what is there already stays.</summary>
    /// <exception cref="FileNotFoundException">There is nothing under the first name.</exception>
    /// <exception cref="ArtifactDiffersException">There is other content under the second name.</exception>
    public async Task CopyAsync(ArtifactPath from, ArtifactPath to, string contentType, CancellationToken cancellation)
    {
        await using var content = await OpenAsync(from, cancellation) ?? throw new FileNotFoundException("An artifact that is to be copied isn't there.");
        await PutAsync(to, content, contentType, cancellation);
    }

    /// <summary>Begins or goes on with an artifact that is written in parts. It is there once <see cref="JoinAsync"/> has made it of them.</summary>
    /// <param name="length">How much of it the parts before hold.</param>
    public ArtifactInParts WriteInParts(ArtifactPath path, long length) => new(_artifacts, path, length);

    /// <summary>Makes the parts into an artifact, once, and reads it back for its hash. A repeat finds it.</summary>
    /// <param name="blocks">Those of all parts, in their order.</param>
    /// <exception cref="ArtifactDiffersException">There is something else under this name.</exception>
    /// <exception cref="PartsLostException">Storage no longer has all parts.</exception>
    public async Task<ArtifactPut> JoinAsync(ArtifactPath path, IEnumerable<string> blocks, long length, string contentType, CancellationToken cancellation)
    {
        var existed = false;
        try
        {
            var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
            await _artifacts.GetBlockBlobClient(path.Text).CommitBlockListAsync(
                blocks, new CommitBlockListOptions { Conditions = conditions, HttpHeaders = new BlobHttpHeaders { ContentType = contentType } }, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 400 or 409 or 412)
        {
            // Also after a lost answer: the parts are gone then, because they have become the artifact.
            existed = await ExistsAsync(path, cancellation) ? true : throw new PartsLostException("Parts of an artifact are not where they were put.", exception);
        }

        return await FindJoinedAsync(path, cancellation) is { } joined && joined.Length == length ? joined with { Existed = existed } : throw new ArtifactDiffersException(path);
    }

    /// <summary>An artifact that was made of parts, read for its hash; null where it wasn't yet.</summary>
    public async Task<ArtifactPut?> FindJoinedAsync(ArtifactPath path, CancellationToken cancellation)
    {
        if (await OpenRangeAsync(path, 0, null, cancellation) is not { } content)
            return null;
        await using (content)
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[128 * 1024];
            long length = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; length += read)
                hash.AppendData(buffer, 0, read);
            return new ArtifactPut(path, Convert.ToHexStringLower(hash.GetHashAndReset()), length, Existed: true);
        }
    }

    /// <summary>What is known of an artifact without reading it; null if there is none. One HEAD.</summary>
    public async Task<ArtifactInfo?> FindAsync(ArtifactPath path, CancellationToken cancellation)
    {
        try
        {
            var found = (await _artifacts.GetBlobClient(path.Text).GetPropertiesAsync(cancellationToken: cancellation)).Value;
            return new ArtifactInfo(path, found.ContentLength, found.ContentType, found.Metadata.TryGetValue(HashKey, out var hash) ? hash : "");
        }
        catch (RequestFailedException exception) when (exception.Status == 404 && exception.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    public async Task<bool> ExistsAsync(ArtifactPath path, CancellationToken cancellation) => await FindAsync(path, cancellation) is not null;

    /// <summary>
    /// A stream that can seek, for answers to range requests; null if there is none. It asks for 4 MiB at a time, from wherever it is put.
    /// </summary>
    public async Task<Stream?> OpenAsync(ArtifactPath path, CancellationToken cancellation)
    {
        try
        {
            return await _artifacts.GetBlobClient(path.Text).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status == 404 && exception.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    /// <summary>A part of an artifact in one request; null if there is no artifact.</summary>
    /// <param name="path">Its name.</param>
    /// <param name="from">The first byte, from 0.</param>
    /// <param name="length">How many bytes at most; null for all that follow.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="ArgumentException">It begins after the end.</exception>
    public async Task<Stream?> OpenRangeAsync(ArtifactPath path, long from, long? length, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = from == 0 && length is null ? default : new HttpRange(from, length) };
            return (await _artifacts.GetBlobClient(path.Text).DownloadStreamingAsync(options, cancellation)).Value.Content;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
        catch (RequestFailedException exception) when (exception.Status == 416)
        {
            throw new ArgumentException("The range begins after the end of the artifact.", nameof(from), exception);
        }
    }

    /// <summary>What belongs to an owner.</summary>
    public IAsyncEnumerable<ArtifactInfo> ListAsync(LogId owner, CancellationToken cancellation) =>
        _artifacts.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{owner}/", Traits = BlobTraits.Metadata }, cancellation)
            .Select(blob => new ArtifactInfo(
                ArtifactPath.Parse(blob.Name),
                blob.Properties.ContentLength ?? 0,
                blob.Properties.ContentType,
                blob.Metadata.TryGetValue(HashKey, out var hash) ? hash : ""));

    /// <summary>Takes one artifact away for good, because it may not be kept here. Nothing else is ever taken away singly.</summary>
    /// <returns>How many went: none where it wasn't there.</returns>
    /// <exception cref="KeptByStorageException">A policy or a legal hold of storage itself forbids it.</exception>
    public Task<int> RemoveAsync(ArtifactPath path, CancellationToken cancellation) => _artifacts.DeleteAllAsync(path.Text, cancellation);

    /// <summary>Takes all renditions of a document away for good.</summary>
    /// <inheritdoc cref="RemoveAsync"/>
    public Task<int> RemoveDocumentAsync(LogId owner, string documentId, CancellationToken cancellation) =>
        _artifacts.DeleteAllAsync($"{owner}/documents/{LogId.Checked(documentId)}/", cancellation);

    /// <summary>Destroys what belongs to an owner, at the end of its retention. Storage refuses while a policy or a legal hold forbids it.</summary>
    public Task<int> DestroyAsync(LogId owner, CancellationToken cancellation) => _artifacts.DeleteAllAsync($"{owner}/", cancellation);

    private static async Task UploadAsync(
        BlockBlobClient blob, Stream content, long length, string hash, string contentType, CancellationToken cancellation)
    {
        var conditions = new BlobRequestConditions { IfNoneMatch = ETag.All };
        var headers = new BlobHttpHeaders { ContentType = contentType };
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [HashKey] = hash };
        if (length <= BlockSize)
        {
            var bytes = new byte[length];
            await content.ReadExactlyAsync(bytes, cancellation);
            using var whole = new MemoryStream(bytes);
            await blob.UploadAsync(
                whole, new BlobUploadOptions { Conditions = conditions, HttpHeaders = headers, Metadata = metadata }, cancellation);
            return;
        }

        // The SDK names blocks by their offset, so two uploads under one name at once could be committed mixed. Ours have names of their own.
        var upload = Guid.NewGuid();
        var blocks = new List<string>();
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            for (long done = 0; done < length;)
            {
                var size = (int)Math.Min(BlockSize, length - done);
                await content.ReadExactlyAsync(buffer.AsMemory(0, size), cancellation);
                blocks.Add(Convert.ToBase64String([.. upload.ToByteArray(), .. BitConverter.GetBytes(blocks.Count)]));
                using var block = new MemoryStream(buffer, 0, size, writable: false);
                await blob.StageBlockAsync(blocks[^1], block, cancellationToken: cancellation);
                done += size;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        await blob.CommitBlockListAsync(
            blocks, new CommitBlockListOptions { Conditions = conditions, HttpHeaders = headers, Metadata = metadata }, cancellation);
    }
}

/// <summary>What is known of an artifact.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ContentType">A media type.</param>
/// <param name="Sha256">Of its content, lower-case hexadecimal.</param>
public sealed record ArtifactInfo(ArtifactPath Path, long Length, string ContentType, string Sha256);

/// <summary>An artifact that is stored now.</summary>
/// <param name="Path">Its name.</param>
/// <param name="Sha256">Of its content, lower-case hexadecimal.</param>
/// <param name="Length">In bytes.</param>
/// <param name="Existed">Whether it was there before; true also if it was this attempt's own lost answer.</param>
public sealed record ArtifactPut(ArtifactPath Path, string Sha256, long Length, bool Existed);

/// <summary>There is other content under this name already; nothing was overwritten.</summary>
public sealed class ArtifactDiffersException : Exception
{
    public ArtifactDiffersException() : this("An artifact differs from the one under its name.") { }

    public ArtifactDiffersException(string message) : base(message) { }

    public ArtifactDiffersException(string message, Exception? inner) : base(message, inner) { }

    internal ArtifactDiffersException(ArtifactPath path) : this($"Other content stands under {path}.") { }
}

/// <summary>Storage no longer has the parts of which an artifact was to be made: whoever made them begins again.</summary>
public sealed class PartsLostException : Exception
{
    public PartsLostException() : this("Parts of an artifact are lost.") { }

    public PartsLostException(string message) : base(message) { }

    public PartsLostException(string message, Exception? inner) : base(message, inner) { }
}
