using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>Tells a rehearsal when the orchestrations that this process woke have done what was due.</summary>
internal sealed class DurableDriver(WakeUps wakeUps, IInstances instances, TimeProvider real) : IDriver
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    /// <summary>Longer than this and something is stuck; who waits looks at the agenda itself and wakes again what is due.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task WhenQuietAsync(CancellationToken cancellation)
    {
        await wakeUps.WhenIdleAsync(cancellation);
        var until = real.GetUtcNow() + Patience;
        foreach (var (aggregate, moment) in wakeUps.TakeWoken())
        {
            while (!await instances.RestsSinceAsync(aggregate, moment, cancellation) && real.GetUtcNow() < until)
                await Task.Delay(LookAgain, real, cancellation);
        }
    }
}
