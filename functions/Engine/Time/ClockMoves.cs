using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Moves the clock of a rehearsal for who asks over HTTP. A move over years may take longer than a request may last (the Functions host cuts it off after
/// less than four minutes), so after some time it goes on as a job.
/// </summary>
public sealed class ClockMoves(Rehearsal rehearsal, JobStore jobs, TimeProvider real)
{
    private const string Kind = "move-clock";

    /// <summary>How long who asks is kept waiting.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Moves the clock; a move that is under way is waited for first. It goes on when nobody waits any longer.</summary>
    /// <returns>What came of it, or the job that goes on with it.</returns>
    public async Task<ClockMove> MoveAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        Task<MoveResult> move;
        // It may outlive the request, whose trace and count of storage operations end with its answer.
        using (ExecutionContext.SuppressFlow())
            move = Task.Run(() => rehearsal.MoveAsync(to, CancellationToken.None), CancellationToken.None);
        try
        {
            return new ClockMove(await move.WaitAsync(Patience, real, cancellation), JobId: null);
        }
        catch (TimeoutException) when (!move.IsCompleted)
        {
            var job = await jobs.BeginAsync(new Job($"clock-{Guid.NewGuid():n}", Kind, JobState.Running, 0, 1, null, []), cancellation);
            _ = FollowAsync(job, move);
            return new ClockMove(Result: null, job.Job.Id);
        }
    }

    private async Task FollowAsync(StoredJob job, Task<MoveResult> move)
    {
        JobFailure[] failures;
        try
        {
            failures = (await move).Refused is { } refused ? [new JobFailure("clock", refused.Code)] : [];
        }
        catch (Exception exception)
        {
            // It is taken up where it stopped by whoever asks again.
            failures = [new JobFailure("clock", exception is StorageUnavailableException ? "storage-unavailable" : "unexpected")];
        }

        var state = failures.Length == 0 ? JobState.Done : JobState.Failed;
        await jobs.AdvanceAsync(job, job.Job with { State = state, Done = 1, Failures = failures }, CancellationToken.None);
    }
}

/// <summary>A move of the clock, done or under way.</summary>
/// <param name="Result">Null while it goes on as a job.</param>
/// <param name="JobId">Null where it is done.</param>
public sealed record ClockMove(MoveResult? Result, string? JobId);
