using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>Starts the orchestration that makes packages, where none is alive. A start that fails costs a minute: the sweep comes again.</summary>
internal sealed class DurablePackages(DurableInstances instances, Driving driving) : IPackageStarter
{
    public void Start(string caseId, string about)
    {
        // It outlives the request that brought it; what flows with that one ends with its answer.
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(() => StartAsync(new PackageErrand(caseId, about)), CancellationToken.None);
    }

    private async Task StartAsync(PackageErrand errand)
    {
        if (await driving.EpochAsync(CancellationToken.None) is not null)
            await instances.StartAsync(PackageOrchestrator.Name, errand, $"{errand.CaseId}:package:{errand.About}", CancellationToken.None);
    }
}
