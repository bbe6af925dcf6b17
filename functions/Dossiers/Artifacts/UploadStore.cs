using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>A file that comes in parts.</summary>
/// <param name="By">The id of who sends it; nobody else adds to it.</param>
/// <param name="Size">What all parts come to, in bytes.</param>
/// <param name="Sha256">What the whole should be, 64 lower-case hexadecimal digits; null where the sender didn't say.</param>
/// <param name="Terms">What was asked when it was begun, for who reads it; never a text that may name people.</param>
/// <param name="Done">What came of it, for who reads it; null until it is a file of the case.</param>
public sealed record PartedUpload(string Id, string By, long Size, string? Sha256, string Terms, string? Done = null);

/// <summary>A part of a file that is there.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="Size">In bytes.</param>
public sealed record UploadedPart(int Number, long Size);

/// <summary>
/// Parts of files on their way in: kept until the whole is stored, and gone a day after the last of them came. Nothing else refers to them, so they lie where things may be lost.
/// </summary>
public sealed class UploadStore(StorageAccount account)
{
    private const string Root = "uploads/";
    private const string Head = "upload";

    /// <summary>How long parts stay after the last one came.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly BlobContainerClient _cache = account.Cache;

    /// <summary>Begins an upload. The same id again gives the first.</summary>
    public async Task<PartedUpload> BeginAsync(string caseId, PartedUpload upload, CancellationToken cancellation)
    {
        var blob = _cache.GetBlobClient(NameOf(caseId, upload.Id, Head));
        try
        {
            await blob.UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(upload)), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = Azure.ETag.All } }, cancellation);
            return upload;
        }
        catch (Azure.RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            return await FindAsync(caseId, upload.Id, cancellation) ?? throw new StorageUnavailableException("An upload was there and is not.", exception);
        }
    }

    /// <summary>Null where there is none (any more).</summary>
    public async Task<PartedUpload?> FindAsync(string caseId, string id, CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<PartedUpload>((await _cache.GetBlobClient(NameOf(caseId, id, Head)).DownloadContentAsync(cancellation)).Value.Content);
        }
        catch (Azure.RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Keeps a part, in the place of what was sent under its number before.</summary>
    public async Task PutAsync(string caseId, string id, int number, ReadOnlyMemory<byte> part, CancellationToken cancellation) =>
        await _cache.GetBlobClient(NameOf(caseId, id, PartName(number))).UploadAsync(new BinaryData(part), overwrite: true, cancellation);

    /// <summary>The parts that are there, the first one first.</summary>
    public async Task<IReadOnlyList<UploadedPart>> PartsAsync(string caseId, string id, CancellationToken cancellation)
    {
        var parts = new List<UploadedPart>();
        await foreach (var blob in _cache.GetBlobsAsync(new GetBlobsOptions { Prefix = NameOf(caseId, id, "") }, cancellation))
        {
            if (int.TryParse(blob.Name.AsSpan(NameOf(caseId, id, "").Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                parts.Add(new UploadedPart(number, blob.Properties.ContentLength ?? 0));
        }

        return [.. parts.OrderBy(part => part.Number)];
    }

    /// <summary>Puts the parts behind each other.</summary>
    /// <returns>The hash of the whole, lower-case hexadecimal; null where a part is gone.</returns>
    public async Task<string?> JoinAsync(string caseId, string id, int parts, Stream to, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var number = 1; number <= parts; number++)
        {
            try
            {
                var part = (await _cache.GetBlobClient(NameOf(caseId, id, PartName(number))).DownloadContentAsync(cancellation)).Value.Content;
                hash.AppendData(part.ToMemory().Span);
                await to.WriteAsync(part.ToMemory(), cancellation);
            }
            catch (Azure.RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lets go of the parts of a file that is stored, and remembers for a day what came of it.</summary>
    public async Task FinishAsync(string caseId, PartedUpload upload, CancellationToken cancellation)
    {
        await _cache.GetBlobClient(NameOf(caseId, upload.Id, Head)).UploadAsync(new BinaryData(JsonSerializer.SerializeToUtf8Bytes(upload)), overwrite: true, cancellation);
        foreach (var part in await PartsAsync(caseId, upload.Id, cancellation))
            await _cache.GetBlobClient(NameOf(caseId, upload.Id, PartName(part.Number))).DeleteIfExistsAsync(cancellationToken: cancellation);
    }

    /// <summary>Forgets an upload and its parts.</summary>
    public Task RemoveAsync(string caseId, string id, CancellationToken cancellation) => _cache.DeleteAllAsync(NameOf(caseId, id, ""), cancellation);

    /// <summary>Forgets uploads of which the last part came too long ago.</summary>
    /// <returns>How many blobs went.</returns>
    public async Task<int> SweepAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var uploads = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        await foreach (var blob in _cache.GetBlobsAsync(new GetBlobsOptions { Prefix = Root }, cancellation))
        {
            var folder = blob.Name[..(blob.Name.LastIndexOf('/') + 1)];
            var at = blob.Properties.LastModified ?? now;
            uploads[folder] = uploads.TryGetValue(folder, out var last) && last > at ? last : at;
        }

        var gone = 0;
        foreach (var (folder, _) in uploads.Where(upload => upload.Value + Patience < now))
            gone += await _cache.DeleteAllAsync(folder, cancellation);
        return gone;
    }

    private static string NameOf(string caseId, string id, string name) => $"{Root}{LogId.Checked(caseId)}/{LogId.Checked(id)}/{name}";

    private static string PartName(int number) => number.ToString("00000", CultureInfo.InvariantCulture);
}
