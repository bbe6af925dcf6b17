using Microsoft.Extensions.Logging;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Wake-ups on their way to whatever runtime drives aggregates: one at a time for each aggregate. Calls that come while one is under way become one more,
/// since each costs a look at the agenda.
/// </summary>
public sealed partial class WakeUps(Driving driving, TimeProvider real, ILogger<WakeUps> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<LogId, bool> _underWay = []; // the value says whether it was woken once more meanwhile
    private readonly Dictionary<LogId, DateTimeOffset> _woken = [];
    private TaskCompletionSource? _idle;

    /// <summary>Returns at once. It outlives the request that brought it.</summary>
    /// <param name="handOver">Wakes the aggregate; false where that did not succeed. It may fail.</param>
    public void Begin(LogId aggregate, Func<LogId, Task<bool>> handOver)
    {
        lock (_gate)
        {
            if (!_underWay.TryAdd(aggregate, false))
            {
                _underWay[aggregate] = true;
                return;
            }
        }

        // What flows with the request ends with its answer.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => HandOverAsync(aggregate, handOver), CancellationToken.None);
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

    private async Task HandOverAsync(LogId aggregate, Func<LogId, Task<bool>> handOver)
    {
        do
        {
            try
            {
                // While another host drives, its sweeper finds the step in the agenda.
                if (await driving.EpochAsync(CancellationToken.None) is null)
                    continue;
                lock (_gate)
                    _woken[aggregate] = real.GetUtcNow();
                if (!await handOver(aggregate))
                    NotWoken(aggregate.Text, "");
            }
            catch (Exception exception)
            {
                // The sweeper finds what is left lying. The message may hold anything, its type does not.
                NotWoken(aggregate.Text, exception.GetType().Name);
            }
        }
        while (OnceMore(aggregate));
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
