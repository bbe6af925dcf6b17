using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Local;

/// <summary>What a host does by the clock, in real time: write changed rows each second, read other hosts' rows, sweep each minute, compare each hour.</summary>
internal sealed partial class Upkeep(Indexer indexer, Sweeper sweeper, Redating redating, TimeProvider real, ILogger<Upkeep> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EveryAsync(TimeSpan.FromSeconds(1), indexer.FlushAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(30), indexer.CatchUpAsync, stoppingToken),
        EveryAsync(TimeSpan.FromMinutes(1), sweeper.SweepAsync, stoppingToken),
        EveryAsync(TimeSpan.FromHours(1), sweeper.CompareAsync, stoppingToken),
        RedateAsync(stoppingToken));

    private async Task RedateAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await TryAsync(redating.RunPendingAsync, stopping);
            await redating.WaitAsync(TimeSpan.FromMinutes(5), stopping);
        }
    }

    private async Task EveryAsync(TimeSpan period, Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(period, real);
        while (await timer.WaitForNextTickAsync(stopping))
            await TryAsync(work, stopping);
    }

    private async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stopping)
    {
        try
        {
            await work(stopping);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or Azure.RequestFailedException)
        {
            // Storage is out; the next time tries again and nothing is lost meanwhile.
            Postponed(work.Method.Name, exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Work} is postponed: {Exception}")]
    private partial void Postponed(string work, string exception);
}
