using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace WobWorkflow.Dossiers;

/// <summary>Work that takes long, as far as it has come.</summary>
/// <param name="Id">Its id, as in <c>/jobs/{jobId}</c>.</param>
/// <param name="Kind">What is being done.</param>
/// <param name="State">Whether it goes on.</param>
/// <param name="Done">How many of <paramref name="Total"/> have been done, those that failed included.</param>
/// <param name="Total">How many there are; 0 as long as that is unknown.</param>
/// <param name="Cursor">Where to resume: opaque, for who does the work.</param>
/// <param name="Failures">What could not be done.</param>
public sealed record Job(
    string Id, string Kind, JobState State, long Done, long Total, string? Cursor, IReadOnlyList<JobFailure> Failures);

/// <summary>What could not be done, and a reason without content.</summary>
public sealed record JobFailure(string Subject, string Reason);

/// <summary>Whether a job goes on.</summary>
public enum JobState
{
    Running,
    Done,
    Failed,
}

/// <summary>A job as it was read; the tag changes with it.</summary>
public sealed record StoredJob(Job Job, string Tag);

/// <summary>
/// Keeps how far jobs have come, as <c>jobs/{id}.json</c> in the cache container. What a job does must bear repetition, and what calls for it
/// must show from the logs: a job that is lost is begun again by its caller, and nothing else is lost with it. It changes all the time, so it
/// could not stand among the logs, where nothing is ever overwritten.
/// </summary>
public sealed class JobStore(StorageAccount account)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter<JobState>(JsonNamingPolicy.CamelCase) },
    };

    private readonly BlobContainerClient _cache = account.Cache;

    /// <summary>Null if there is no such job (any more).</summary>
    public async Task<StoredJob?> FindAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var answer = (await Blob(id).DownloadContentAsync(cancellation)).Value;
            return new StoredJob(answer.Content.ToObjectFromJson<Job>(Json)!, answer.Details.ETag.ToString());
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return null;
        }
    }

    /// <summary>Begins a job, unless one of this id was begun; either way the job as it is now.</summary>
    public async Task<StoredJob> BeginAsync(Job job, CancellationToken cancellation) =>
        await PutAsync(job, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellation)
        ?? await FindAsync(job.Id, cancellation)
        ?? throw new StorageUnavailableException("A job was there and is not.");

    /// <summary>
    /// Records progress if nobody else has; null if somebody has, or the job is lost. After a lost answer null may be ours: read.
    /// </summary>
    public Task<StoredJob?> AdvanceAsync(StoredJob from, Job to, CancellationToken cancellation) =>
        PutAsync(to, new BlobRequestConditions { IfMatch = new ETag(from.Tag) }, cancellation);

    private async Task<StoredJob?> PutAsync(Job job, BlobRequestConditions conditions, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobUploadOptions
            {
                Conditions = conditions,
                HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" },
            };
            var answer = await Blob(job.Id).UploadAsync(BinaryData.FromObjectAsJson(job, Json), options, cancellation);
            return new StoredJob(job, answer.Value.ETag.ToString());
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private BlobClient Blob(string id) => _cache.GetBlobClient($"jobs/{LogId.Checked(id)}.json");
}
