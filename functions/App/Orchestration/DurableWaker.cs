using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>The instances of the durable runtime, as the waker needs them.</summary>
internal interface IInstances
{
    /// <summary>Wakes the instance of an aggregate.</summary>
    /// <returns>False where there is none that is alive.</returns>
    Task<bool> RaiseAsync(LogId aggregate, CancellationToken cancellation);

    /// <summary>Starts the instance of an aggregate.</summary>
    /// <returns>False where there is one that is alive after all.</returns>
    Task<bool> StartAsync(LogId aggregate, CancellationToken cancellation);

    /// <summary>Whether the instance has slept, or ended, since a moment of real time; also true where there is none.</summary>
    Task<bool> RestsSinceAsync(LogId aggregate, DateTimeOffset moment, CancellationToken cancellation);
}

/// <summary>Wakes the orchestration of an aggregate: raises an event, starts one where none is alive, and raises again where it is alive after all.</summary>
internal sealed class DurableWaker(IInstances instances, WakeUps wakeUps) : IWaker
{
    private const int Attempts = 3;

    public void Wake(LogId aggregate) => wakeUps.Begin(aggregate, RaiseOrStartAsync);

    private async Task<bool> RaiseOrStartAsync(LogId aggregate)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await instances.RaiseAsync(aggregate, CancellationToken.None) || await instances.StartAsync(aggregate, CancellationToken.None))
                return true;
        }

        return false;
    }
}
