using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>How far long work has come, as a page that looks again by itself.</summary>
internal static class JobPages
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/jobs/{jobId}", SeeAsync);

    private static async Task<IResult> SeeAsync(HttpContext http, string jobId, CancellationToken cancellation)
    {
        var found = new Sight(http.Actor()).SeesAll && JobIds.AreSafe(jobId)
            ? await http.RequestServices.GetRequiredService<JobStore>().FindAsync(jobId, cancellation)
            : null;
        return found is null
            ? throw new ProblemException(Problems.NotFound)
            : Html.Page<JobPage>(new JobModel(found.Job, Html.Local(http.Request.Query["back"])));
    }
}

/// <param name="Back">The page to go on with.</param>
internal sealed record JobModel(Job Job, string Back);
