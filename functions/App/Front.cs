using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace WobWorkflow.App;

/// <summary>Takes every request, except those under <c>/admin</c> and <c>/runtime</c>, which the Functions host keeps to itself.</summary>
public sealed class Front(Pipeline pipeline, DurableInstances instances)
{
    [Function("front")]
    public Task RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        instances.Meet(client);
        return pipeline.RunAsync(request.HttpContext);
    }
}
