using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>How far work has come that was answered with 202.</summary>
internal static class JobEndpoints
{
    public static string PathOf(string jobId) => $"{ApiPaths.Root}/jobs/{jobId}";

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/jobs/{jobId}", SeeAsync)
        .Produces<JobView>().ProducesProblems(404).WithSummary("Voortgang van werk dat lang duurt").WithTags("Werk");

    private static async Task<IResult> SeeAsync(HttpContext http, string jobId, CancellationToken cancellation)
    {
        // What a job failed on names cases, which not everyone may know of.
        if (http.Actor() is { } actor && (actor.Is(Role.Liaison) || actor.Is(Role.Unit) || !JobIds.AreSafe(jobId)))
            return new ProblemAnswer(Problems.NotFound);
        var found = await http.RequestServices.GetRequiredService<JobStore>().FindAsync(jobId, cancellation);
        return found is null ? new ProblemAnswer(Problems.NotFound) : Answers.Json(JobView.Of(found.Job));
    }
}

/// <summary>Ids of jobs as an address may hold them.</summary>
internal static class JobIds
{
    public static bool AreSafe(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}

/// <param name="Total">0 as long as it isn't known.</param>
/// <param name="Failures">What could not be done: the case's id and a code.</param>
internal sealed record JobView(string State, string Kind, long Done, long Total, ImmutableArray<JobFailure> Failures)
{
    public static JobView Of(Job job) => new(Kebab.Of(job.State), job.Kind, job.Done, job.Total, [.. job.Failures]);
}
