using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>Reads the agenda of an aggregate.</summary>
public sealed class Looking(Errands errands, DurableInstances instances)
{
    public const string Name = "look";

    [Function(Name)]
    public Task<Look> LookAsync([ActivityTrigger] string aggregate, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        instances.Meet(client);
        return errands.LookAsync(LogId.Parse(aggregate), cancellation);
    }
}
