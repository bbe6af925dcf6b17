using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Local;

/// <summary>Renews the lease of the process that drives, well before it ends; asks again for it where this process stands by; lets go of it at a stop.</summary>
internal sealed class LeaseKeeper(Driving driving, DriverLease lease, TimeProvider real) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    /// <summary>A host that is stopped waits no longer than this to hand over; after that its lease ends by itself.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!lease.IsHeld)
            return;
        using var patience = new CancellationTokenSource(Farewell, real);
        try
        {
            await lease.LetGoAsync(patience.Token);
        }
        catch (Exception exception) when (exception is StorageUnavailableException or OperationCanceledException)
        {
            // It ends by itself.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, real);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await driving.KeepLeaseAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is StorageUnavailableException or Azure.RequestFailedException)
            {
                // As it is until its time is over; the next tick asks again.
            }
        }
    }
}
