using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Api;

namespace WobWorkflow.App;

/// <summary>The HTTP pipeline that both hosts share, for requests that come through a trigger.</summary>
public sealed class Pipeline(IServiceProvider services)
{
    private readonly RequestDelegate _run = new ApplicationBuilder(services).UseWobApi().UseEndpoints(routes => routes.MapWobApi()).Build();

    public Task RunAsync(HttpContext http)
    {
        // Under the trigger's own route everything matches; routing looks again only where nothing has matched yet.
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();
        return _run(http);
    }
}
