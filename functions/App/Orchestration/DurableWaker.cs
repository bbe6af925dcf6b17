using Microsoft.Extensions.Logging;
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

/// <summary>
/// Wakes the orchestration of an aggregate: raises an event, starts one where none is alive, and raises again where it is alive after all. Calls that come
/// while one is under way become one more, since each event costs a look at the agenda.
/// </summary>
internal sealed partial class DurableWaker(IInstances instances, Driving driving, TimeProvider real, ILogger<DurableWaker> log) : IWaker
{
    private const int Attempts = 3;
    private readonly Lock _gate = new();
    private readonly Dictionary<LogId, bool> _underWay = []; // the value says whether it was woken once more meanwhile
    private readonly Dictionary<LogId, DateTimeOffset> _woken = [];
    private TaskCompletionSource? _idle;

    public void Wake(LogId aggregate)
    {
        lock (_gate)
        {
            if (!_underWay.TryAdd(aggregate, false))
            {
                _underWay[aggregate] = true;
                return;
            }
        }

        // It outlives the request that brought it; what flows with that one ends with its answer.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => WakeAsync(aggregate), CancellationToken.None);
    }

    /// <summary>Returns when every wake-up was handed over or given up.</summary>
    public Task WhenIdleAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_underWay.Count == 0)
                return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task.WaitAsync(cancellation);
        }
    }

    /// <summary>What was woken since the last time this was asked, and when, in real time.</summary>
    public IReadOnlyDictionary<LogId, DateTimeOffset> TakeWoken()
    {
        lock (_gate)
        {
            var woken = new Dictionary<LogId, DateTimeOffset>(_woken);
            _woken.Clear();
            return woken;
        }
    }

    private async Task WakeAsync(LogId aggregate)
    {
        do
        {
            try
            {
                // While another host drives, its sweeper finds the step in the agenda.
                if (await driving.EpochAsync(CancellationToken.None) is not null)
                    await RaiseOrStartAsync(aggregate);
            }
            catch (Exception exception)
            {
                // The sweeper finds what is left lying. The message may hold anything, its type does not.
                NotWoken(aggregate.Text, exception.GetType().Name);
            }
        }
        while (OnceMore(aggregate));
    }

    private async Task RaiseOrStartAsync(LogId aggregate)
    {
        lock (_gate)
            _woken[aggregate] = real.GetUtcNow();
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            if (await instances.RaiseAsync(aggregate, CancellationToken.None) || await instances.StartAsync(aggregate, CancellationToken.None))
                return;
        }

        NotWoken(aggregate.Text, "");
    }

    private bool OnceMore(LogId aggregate)
    {
        lock (_gate)
        {
            if (_underWay[aggregate])
            {
                _underWay[aggregate] = false;
                return true;
            }

            _underWay.Remove(aggregate);
            if (_underWay.Count > 0)
                return false;
            _idle?.SetResult();
            _idle = null;
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Aggregate} could not be woken: {Exception}. The sweeper will find it")]
    private partial void NotWoken(string aggregate, string exception);
}
