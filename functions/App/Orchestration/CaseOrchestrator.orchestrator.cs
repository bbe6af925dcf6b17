using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using WobWorkflow.Dossiers;

namespace WobWorkflow.App;

/// <summary>Drives one case, from its registration until there is no such case any more.</summary>
public static class CaseOrchestrator
{
    public const string Name = "case";

    [Function(Name)]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, string caseId) =>
        AggregateTurn.RunAsync(new DurableTurn(context, caseId), LogId.Case(caseId).Text);
}
