using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>
/// The file of a package, for who may have it; to everybody else it isn't there. Of what went to an agency or is for a third party or a judge the log has who
/// fetches it before a byte leaves: without that event nothing is sent.
/// </summary>
internal sealed class PackageContentEndpoints(CaseEndpoints cases, CaseFiles files, Steps steps)
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/cases/{caseId}/packages/{packageId}/content",
            (HttpContext http, string caseId, string packageId, CancellationToken cancellation) => Of(http).GetAsync(http, caseId, packageId, cancellation))
        .Produces<FileContent>(contentType: "application/zip").ProducesProblems(404, 416).WithSummary("Het pakket zelf").WithTags("Pakketten");

    public static PackageContentEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<PackageContentEndpoints>();

    public async Task<IResult> GetAsync(HttpContext http, string caseId, string packageId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await cases.FindAsync(caseId, sight, cancellation);
        if (!Id.TryParse<PackageId>(packageId, out var id) || found.State.Packages[id] is not { Result: { } result } package || !PackageAccess.MayFetch(found.State, package, sight.Actor)
            || await files.OpenArtifactAsync(caseId, found.State.Artifacts[result.ArtifactId]!, cancellation) is not { } file)
            return new ProblemAnswer(Problems.Destroyed(found.State) ?? Problems.NotFound);
        if (PackageKinds.Find(package.Kind).IsFetchLogged)
        {
            try
            {
                var taken = await steps.TakeAsync(
                    caseId, CaseEndpoints.StepOf<FetchPackage>(), new FetchPackage(id), sight.Actor, null, null, ReadOnlyMemory<byte>.Empty, null, cancellation);
                if (taken is not Done<Case>)
                    throw new ProblemException(Problems.NotFound);
            }
            catch
            {
                await file.Content.DisposeAsync();
                throw;
            }

            http.Response.Headers.CacheControl = "no-store";
        }

        return FileAnswers.Download(http, file, package.Id.ToString(), found.State.Artifacts[result.ArtifactId]!.Sha256);
    }
}
