using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using WobWorkflow.Dossiers;

namespace WobWorkflow.App;

/// <summary>Drives one ruling of a court.</summary>
public static class RulingOrchestrator
{
    public const string Name = "ruling";

    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string rulingId) =>
        AggregateTurn.RunAsync(new DurableTurn(context, rulingId), LogId.Ruling(rulingId).Text);
}
