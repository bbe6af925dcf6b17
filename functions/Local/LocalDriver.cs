using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Local;

/// <summary>
/// Drives every aggregate from one process: a turn when it is woken, and again at the next moment that the turn named. One turn at a time for each, some
/// for different ones at once. What it holds in memory is read back from the agenda when it takes the wheel; while another host drives it holds nothing.
/// </summary>
internal sealed partial class LocalDriver(
    Turn turn, LocalWaker waker, AgendaIndex agenda, Sweeper sweeper, Driving driving, DriverLease lease, CaseClock clock, ILogger<LocalDriver> log)
    : BackgroundService, IDriver
{
    private const int AtOnce = 4;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Dictionary<LogId, bool> _running = []; // the value says whether it was woken once more meanwhile
    private readonly Dictionary<LogId, DateTimeOffset> _next = [];
    private readonly PriorityQueue<LogId, DateTimeOffset> _order = new();
    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly SemaphoreSlim _changed = new(0);
    private TaskCompletionSource? _quiet;
    private (long? Epoch, long? Tenure) _seat;
    private CancellationToken _stopping;

    public Task WhenQuietAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_running.Count == 0)
                return Task.CompletedTask;
            _quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _quiet.Task.WaitAsync(cancellation);
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        waker.Woken = Wake;
        lease.Changed += () => _changed.Release();
        await driving.BeginAsync(cancellationToken);
        await TakeOrLeaveAsync(cancellationToken);
        if (_seat.Epoch is null)
            StandsBy(await BehindAsync(cancellationToken));
        await sweeper.CompareAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (StorageUnavailableException)
            {
                // As before, until storage says otherwise; a turn asks anew.
            }

            foreach (var aggregate in Due())
                Wake(aggregate);
            await _changed.WaitAsync(UntilNext(), stoppingToken);
        }
    }

    /// <summary>
    /// Follows an operator's appointment, and the lease among processes: reads all that lies ahead when this process is the one, and drops it when it is no
    /// longer.
    /// </summary>
    private async Task TakeOrLeaveAsync(CancellationToken cancellation)
    {
        var (tenure, epoch) = (lease.Tenure, await driving.EpochAsync(cancellation));
        if ((epoch, tenure) == _seat)
            return;
        lock (_gate)
        {
            _next.Clear();
            _order.Clear();
        }

        if (epoch is not null)
        {
            foreach (var row in await agenda.DueAsync(DateTimeOffset.MaxValue, cancellation))
                Schedule(row.Log, row.Next);
        }

        _seat = (epoch, tenure);
    }

    private async Task FollowAsync(CancellationToken cancellation)
    {
        var drove = _seat.Epoch is not null;
        await TakeOrLeaveAsync(cancellation);
        var drives = _seat.Epoch is not null;
        if (drives && !drove)
        {
            TakesOver();
            // Whoever drove before may have died between a step and the row that tells of it.
            await sweeper.CompareAsync(cancellation);
        }
        else if (drove && !drives)
            StandsBy(await BehindAsync(cancellation));
    }

    private async Task<string> BehindAsync(CancellationToken cancellation) =>
        await driving.StandAsync(cancellation) == Stand.BehindAnotherProcess
            ? "another process of this host"
            : $"a host of kind {(await driving.CurrentAsync(cancellation))?.Kind}";

    private void Wake(LogId aggregate)
    {
        lock (_gate)
        {
            if (!_running.TryAdd(aggregate, false))
            {
                _running[aggregate] = true;
                return;
            }

            // A turn is nobody's request: what flows with the one that woke it (its trace, its count of storage operations) ends with its answer.
            using (ExecutionContext.SuppressFlow())
                _ = Task.Run(() => RunAsync(aggregate), CancellationToken.None);
        }
    }

    private async Task RunAsync(LogId aggregate)
    {
        do
        {
            await _places.WaitAsync(CancellationToken.None);
            try
            {
                Schedule(aggregate, (await turn.RunAsync(aggregate, _stopping)).Next);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                // Whatever was left undone is found at the next start.
            }
            catch (Exception exception)
            {
                // Storage is out, or a log can't be read: nothing can be recorded now. The message may hold content, its type does not.
                TurnFailed(aggregate.Text, exception.GetType().Name);
                Schedule(aggregate, clock.Now + LookAgain);
            }
            finally
            {
                _places.Release();
            }
        }
        while (OnceMore(aggregate));
    }

    private bool OnceMore(LogId aggregate)
    {
        lock (_gate)
        {
            if (_running[aggregate] && !_stopping.IsCancellationRequested)
            {
                _running[aggregate] = false;
                return true;
            }

            _running.Remove(aggregate);
            if (_running.Count > 0)
                return false;
            _quiet?.SetResult();
            _quiet = null;
            return false;
        }
    }

    private void Schedule(LogId aggregate, DateTimeOffset? next)
    {
        lock (_gate)
        {
            if (next is null)
            {
                _next.Remove(aggregate);
                return;
            }

            _next[aggregate] = next.Value;
            _order.Enqueue(aggregate, next.Value);
        }

        _changed.Release();
    }

    private List<LogId> Due()
    {
        var due = new List<LogId>();
        lock (_gate)
        {
            while (_order.TryPeek(out var aggregate, out var moment) && moment <= clock.Now)
            {
                _order.Dequeue();
                // An entry that was rescheduled since is of no account.
                if (_next.TryGetValue(aggregate, out var next) && next == moment && _next.Remove(aggregate))
                    due.Add(aggregate);
            }
        }

        return due;
    }

    private TimeSpan UntilNext()
    {
        lock (_gate)
        {
            // Looking again now and then costs nothing and follows a clock that was moved.
            return _order.TryPeek(out _, out var moment) && clock.DelayUntil(moment) is var delay && delay < LookAgain ? delay : LookAgain;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "This process stands by: {Other} drives. Steps are taken; what they call for is done there")]
    private partial void StandsBy(string other);

    [LoggerMessage(Level = LogLevel.Warning, Message = "This process drives from now on")]
    private partial void TakesOver();

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of {Aggregate} failed: {Exception}")]
    private partial void TurnFailed(string aggregate, string exception);
}

/// <summary>Carries wake-ups to the driver. What comes before the driver is there is found by its look at the start.</summary>
internal sealed class LocalWaker : IWaker
{
    public Action<LogId>? Woken { get; set; }

    public void Wake(LogId aggregate) => Woken?.Invoke(aggregate);
}
