using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>
/// Finds aggregates that nobody woke, or whose instance is missing, has failed or hangs: by what should have happened and did not. The host runs a timer
/// once, however many instances there are.
/// </summary>
public sealed class Sweeps(Sweeper sweeper, DurableInstances instances)
{
    [Function("sweep")]
    public Task SweepAsync([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        instances.Meet(client);
        return sweeper.SweepAsync(cancellation);
    }

    /// <summary>Each hour, and where a host starts: the one before it may have died between a step and the row that tells of it.</summary>
    [Function("compare")]
    public Task CompareAsync([TimerTrigger("30 7 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        instances.Meet(client);
        return sweeper.CompareAsync(cancellation);
    }
}
