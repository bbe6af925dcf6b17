using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// What every process does by the clock, in real time: write changed rows, compare new documents and follow the clock of a rehearsal each second, read other hosts' rows, re-date
/// what a changed calendar calls for; and sweep each minute and compare each hour, where nothing else does.
/// </summary>
public sealed partial class Upkeep(Indexer indexer, Resemblances resemblances, Redating redating, Rehearsal rehearsal, Sweeper sweeper, Sweeping sweeping, UploadStore uploads, TimeProvider real, ILogger<Upkeep> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        EveryAsync(TimeSpan.FromSeconds(1), indexer.FlushAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(1), resemblances.FlushAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(1), rehearsal.FollowAsync, stoppingToken),
        EveryAsync(TimeSpan.FromSeconds(30), indexer.CatchUpAsync, stoppingToken),
        sweeping.InProcess ? EveryAsync(TimeSpan.FromMinutes(1), sweeper.SweepAsync, stoppingToken) : Task.CompletedTask,
        sweeping.InProcess ? EveryAsync(TimeSpan.FromHours(1), sweeper.CompareAsync, stoppingToken) : Task.CompletedTask,
        // The hour at which a host starts differs, and who finds nothing to forget has lost nothing.
        EveryAsync(TimeSpan.FromHours(1), stopping => uploads.SweepAsync(real.GetUtcNow(), stopping), stoppingToken),
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

/// <summary>Who sweeps.</summary>
/// <param name="InProcess">Whether each process does, by its own clock; false where one timer does it for all.</param>
public sealed record Sweeping(bool InProcess);
