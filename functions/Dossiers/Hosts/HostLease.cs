using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace WobWorkflow.Dossiers;

/// <summary>A process, as others on its machine can tell whether it is still there.</summary>
/// <param name="Place">The machine, since it was started, and where processes are numbered on it; empty where that can't be told.</param>
/// <param name="Started">When the process began, in whatever unit the machine keeps that: numbers of processes are used again.</param>
public sealed record ProcessMark(string Place, int Pid, string Started);

/// <summary>What came of asking for the lease.</summary>
/// <param name="Held">Whether this process holds it now.</param>
/// <param name="Holder">Who holds it otherwise, as far as that is known.</param>
/// <param name="Tag">What <paramref name="Holder"/> was read from; breaking the lease asks for it.</param>
public sealed record LeaseAnswer(bool Held, ProcessMark? Holder = null, string? Tag = null);

/// <summary>
/// Which of several processes of one host drives: who holds the lease on a blob of its own, never on a log. Storage measures the lease, so that no clock
/// of ours decides.
/// </summary>
public sealed class HostLease
{
    /// <summary>How long it holds without being renewed; storage takes 15 to 60 seconds.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(30);

    private readonly string _id = Guid.NewGuid().ToString();
    private readonly BlobClient _blob;
    private readonly BlobLeaseClient _lease;
    private readonly ProcessMark _me;
    private bool _signed;

    /// <param name="host">The host whose processes share nothing, as <c>local</c>.</param>
    /// <param name="me">What others are told of who holds it.</param>
    public HostLease(StorageAccount account, string host, ProcessMark me)
    {
        (_blob, _me) = (account.Leases.GetBlobClient(host), me);
        _lease = _blob.GetBlobLeaseClient(_id);
    }

    /// <summary>Takes the lease where it is free, renews it where this process holds it.</summary>
    /// <exception cref="StorageUnavailableException">Storage does not answer.</exception>
    public async Task<LeaseAnswer> HoldAsync(CancellationToken cancellation)
    {
        try
        {
            await AcquireAsync(cancellation);
            // Others may break the lease of a process that they see is gone, by what stands here: it counts only from when this stands here.
            if (!_signed)
                await _blob.UploadAsync(BinaryData.FromObjectAsJson(_me), new BlobUploadOptions { Conditions = new() { LeaseId = _id } }, cancellation);
            _signed = true;
            return new LeaseAnswer(Held: true);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            _signed = false;
            return await HolderAsync(cancellation);
        }
    }

    /// <summary>Ends a lease whose holder is gone, unless it has changed hands since.</summary>
    /// <param name="tag">As <see cref="LeaseAnswer.Tag"/>.</param>
    public async Task BreakAsync(string tag, CancellationToken cancellation)
    {
        try
        {
            await _lease.BreakAsync(TimeSpan.Zero, new RequestConditions { IfMatch = new ETag(tag) }, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            // It ended by itself, or is someone's who is there.
        }
    }

    /// <summary>Lets another process have it at once.</summary>
    public async Task ReleaseAsync(CancellationToken cancellation)
    {
        _signed = false;
        try
        {
            await _lease.ReleaseAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            // It wasn't ours any more.
        }
    }

    private async Task AcquireAsync(CancellationToken cancellation)
    {
        try
        {
            await _lease.AcquireAsync(Length, cancellationToken: cancellation);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            await CreateAsync(cancellation);
            await _lease.AcquireAsync(Length, cancellationToken: cancellation);
        }
    }

    private async Task CreateAsync(CancellationToken cancellation)
    {
        try
        {
            await _blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellation);
        }
        catch (RequestFailedException exception) when (exception.Status is 409 or 412)
        {
            // Another process made it.
        }
    }

    private async Task<LeaseAnswer> HolderAsync(CancellationToken cancellation)
    {
        try
        {
            var read = (await _blob.DownloadContentAsync(cancellation)).Value;
            return new LeaseAnswer(Held: false, read.Content.ToObjectFromJson<ProcessMark>(), read.Details.ETag.ToString());
        }
        catch (Exception exception) when (exception is JsonException or RequestFailedException { Status: 404 })
        {
            return new LeaseAnswer(Held: false);
        }
    }
}
