using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WobWorkflow.Dossiers;

/// <summary>
/// The blobs under a log. Nothing else in the program touches append blobs: creating one without a condition empties the one that is there,
/// and appending without one forks the log. A test holds both.
/// </summary>
internal sealed class LogBlobs(BlobContainerClient container)
{
    /// <summary>The most bytes that are asked for at once; no line is longer.</summary>
    public const int ChunkSize = 8 * 1024 * 1024;

    private const int BodyAttempts = 3;

    /// <summary>Creates a segment if it is not there; an existing one is left as it is.</summary>
    public async Task CreateAsync(LogId log, int segment, CancellationToken cancellation)
    {
        try
        {
            await Blob(log, segment).CreateAsync(
                new AppendBlobCreateOptions
                {
                    Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All },
                    HttpHeaders = new BlobHttpHeaders { ContentType = "application/x-ndjson" },
                },
                cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412 && exception.ErrorCode != "ContainerBeingDeleted")
        {
            // it is there
        }
    }

    /// <summary>Appends one block if the segment is exactly this long.</summary>
    /// <returns>How many blocks the segment has now.</returns>
    public async Task<int> AppendAsync(LogId log, int segment, long at, ReadOnlyMemory<byte> block, CancellationToken cancellation)
    {
        using var content = BinaryData.FromBytes(block).ToStream();
        var answer = await Blob(log, segment).AppendBlockAsync(
            content,
            new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = at } },
            cancellation);
        return answer.Value.BlobCommittedBlockCount;
    }

    /// <summary>Bytes from this offset on, at most 8 MiB at once; null if there is no such segment.</summary>
    /// <exception cref="LogBrokenException">The segment is shorter than that, or no line ends there.</exception>
    public Task<LogChunk?> ReadAsync(LogId log, LogPosition from, CancellationToken cancellation) => ReadAsync(log, from, ChunkSize, cancellation);

    /// <param name="most">Bytes; <see cref="ChunkSize"/> at most.</param>
    /// <inheritdoc cref="ReadAsync(LogId, LogPosition, CancellationToken)"/>
    public async Task<LogChunk?> ReadAsync(LogId log, LogPosition from, int most, CancellationToken cancellation)
    {
        // From one byte before: the end of the line that is known. So a segment without anything new answers with a byte rather than
        // an error, and one that was cut off shows.
        var known = from.Offset > 0 ? 1 : 0;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await Blob(log, from.Segment).DownloadStreamingAsync(
                    new BlobDownloadOptions { Range = new HttpRange(from.Offset - known, most + known) }, cancellation);
                using var body = answer.Value;
                var bytes = new byte[body.Details.ContentLength];
                await body.Content.ReadExactlyAsync(bytes, cancellation);
                if (known == 1 && bytes[0] != '\n')
                    throw LogChain.Broken(log, from, LogBreakKind.Tampered, "no line ends where one is known to end");
                return new LogChunk(bytes.AsMemory(known), TotalOf(body.Details), body.Details.BlobCommittedBlockCount);
            }
            catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
            catch (RequestFailedException exception) when (exception.Status == 416)
            {
                if (from.Offset == 0) return new LogChunk(ReadOnlyMemory<byte>.Empty, 0, 0);
                throw LogChain.Broken(log, from, LogBreakKind.Missing, "the segment is shorter than it was");
            }
            catch (Exception exception) when (BrokeOff(exception) && !cancellation.IsCancellationRequested)
            {
                // The answer broke off on the way, or the log grew while the SDK asked for the rest of it.
                if (attempt == BodyAttempts) throw new StorageUnavailableException("Storage stopped in the middle of an answer.", exception);
            }
        }
    }

    /// <summary>Bytes in a segment; null if there is none.</summary>
    public async Task<long?> LengthAsync(LogId log, int segment, CancellationToken cancellation)
    {
        try
        {
            return (await Blob(log, segment).GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentLength;
        }
        catch (RequestFailedException exception) when (exception.Status == 404 && exception.ErrorCode != BlobErrorCode.ContainerNotFound)
        {
            return null;
        }
    }

    /// <summary>Every segment of every log whose name begins so, log by log and in order. What is not named as a segment has segment 0.</summary>
    public async IAsyncEnumerable<(string Log, int Segment, long Length)> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix }, cancellation))
        {
            var slash = blob.Name.LastIndexOf('/');
            var name = blob.Name.AsSpan(slash + 1);
            var isSegment = name.EndsWith(".ndjson", StringComparison.Ordinal);
            _ = int.TryParse(isSegment ? name[..^7] : "", NumberStyles.None, CultureInfo.InvariantCulture, out var segment);
            yield return (slash < 0 ? "" : blob.Name[..slash], segment, blob.Properties.ContentLength ?? 0);
        }
    }

    private AppendBlobClient Blob(LogId log, int segment) => container.GetAppendBlobClient($"{log}/{LogLine.SegmentName(segment)}.ndjson");

    private static bool BrokeOff(Exception exception) =>
        exception is RequestFailedException { Status: 412 }
        || (exception is not StorageUnavailableException && UnansweredPolicy.IsUnanswered(exception));

    private static long TotalOf(BlobDownloadDetails details) =>
        details.ContentRange is { } range
            ? long.Parse(range.AsSpan(range.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture)
            : details.ContentLength;
}

/// <summary>A piece of a segment.</summary>
/// <param name="Bytes">The piece.</param>
/// <param name="Total">Bytes in the whole segment when it was read.</param>
/// <param name="Blocks">Blocks in the whole segment when it was read.</param>
internal sealed record LogChunk(ReadOnlyMemory<byte> Bytes, long Total, int Blocks);
