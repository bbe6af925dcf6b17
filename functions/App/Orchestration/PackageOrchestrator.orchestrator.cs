using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>
/// Makes packages of a case, a batch in each activity, beside the turn of the case. It knows ids and counts alone: what is in a package, and how far it came, stands in
/// storage. So it may be lost, started twice or fail without harm; the sweep starts it again.
/// </summary>
public sealed class PackageOrchestrator(PackageBuilding building)
{
    public const string Name = "package";

    /// <summary>After so many it begins anew with an empty history.</summary>
    private const int Batches = 50;

    [Function(Name)]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, PackageErrand errand)
    {
        for (var batch = 0; batch < Batches; batch++)
        {
            var progress = await context.CallActivityAsync<PackageProgress>("package-batch", errand, DurableTurn.Quick);
            context.SetCustomStatus(progress);
            if (progress.Work != PackageWork.Goes)
                return;
        }

        context.ContinueAsNew(errand);
    }

    [Function("package-batch")]
    public Task<PackageProgress> PackAsync([ActivityTrigger] PackageErrand errand, CancellationToken cancellation) =>
        building.BatchAsync(errand.CaseId, errand.About, cancellation);
}

/// <summary>Which packages of which case; ids alone.</summary>
public sealed record PackageErrand(string CaseId, string About);
