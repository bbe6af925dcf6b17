using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>
/// Moves the clock of a rehearsal for who asks it. Years may take longer than anyone waits for an answer: then it goes on as a job that can be followed.
/// </summary>
/// <param name="patience">How long an answer is waited for.</param>
internal sealed class ClockMoves(Rehearsal rehearsal, JobStore jobs, TimeProvider real, TimeSpan patience)
{
    private const string Kind = "clock";

    /// <returns>What came of it, or the id of the job by which it goes on.</returns>
    public async Task<(MoveResult? Moved, string? JobId)> MoveAsync(DateTimeOffset to, CancellationToken cancellation)
    {
        // Who asked may go away; what falls due on the way is done all the same.
        var moving = Task.Run(() => rehearsal.MoveAsync(to, CancellationToken.None), CancellationToken.None);
        if (await Task.WhenAny(moving, Task.Delay(patience, real, cancellation)) == moving)
            return (await moving, null);
        cancellation.ThrowIfCancellationRequested();
        var job = await jobs.BeginAsync(new Job($"{Kind}-{Guid.NewGuid():N}", Kind, JobState.Running, 0, 0, null, []), cancellation);
        _ = EndAsync(moving, job);
        return (null, job.Job.Id);
    }

    private async Task EndAsync(Task<MoveResult> moving, StoredJob job)
    {
        JobFailure? failure;
        try
        {
            failure = (await moving).Refused is { } refused ? new JobFailure(Kind, refused.Code) : null;
        }
        catch (Exception exception)
        {
            // Only the kind of exception is told: its message may quote a case.
            failure = new JobFailure(Kind, exception.GetType().Name);
        }

        await jobs.AdvanceAsync(job, job.Job with { State = failure is null ? JobState.Done : JobState.Failed, Done = 1, Total = 1, Failures = failure is null ? [] : [failure] }, CancellationToken.None);
    }
}
