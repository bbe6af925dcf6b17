using WobWorkflow.App;

namespace WobWorkflow.Engine.Tests;

/// <summary>
/// The durable runtime in memory, as far as a turn sees it: wake-ups are buffered until they are taken, a timer fires when a test says so, and what was
/// not taken goes along when the turn begins anew. Time does not pass by itself.
/// </summary>
internal sealed class InMemoryTurn(Func<Look> look, Func<string, Errand, Task> perform) : IDurableTurn
{
    private readonly Queue<TaskCompletionSource> _waiting = new();
    private int _buffered;
    private TaskCompletionSource? _timer;

    public int Looks { get; private set; }

    public List<string> Performed { get; } = [];

    public List<TimeSpan> Slept { get; } = [];

    public List<TurnStatus> Shown { get; } = [];

    public bool TimerCancelled { get; private set; }

    public bool BegunAnew { get; private set; }

    /// <summary>Wake-ups that no turn has taken.</summary>
    public int Buffered => _buffered;

    public void StepTaken()
    {
        if (_waiting.TryDequeue(out var waiting))
            waiting.SetResult();
        else
            _buffered++;
    }

    public void TimerFires() => _timer!.SetResult();

    public Task<Look> LookAsync(string aggregate)
    {
        Looks++;
        return Task.FromResult(look());
    }

    public Task PerformAsync(string kind, Errand errand)
    {
        Performed.Add($"{kind} {errand.Key} {errand.Epoch}");
        return perform(kind, errand);
    }

    public Task WokenAsync()
    {
        if (_buffered > 0)
        {
            _buffered--;
            return Task.CompletedTask;
        }

        var waiting = new TaskCompletionSource();
        _waiting.Enqueue(waiting);
        return waiting.Task;
    }

    public Task SleepAsync(TimeSpan delay, CancellationToken cancellation)
    {
        Slept.Add(delay);
        cancellation.Register(() => TimerCancelled = true);
        _timer = new TaskCompletionSource();
        return _timer.Task;
    }

    public void Show(TurnStatus status) => Shown.Add(status);

    public void ContinueAsNew() => BegunAnew = true;
}
