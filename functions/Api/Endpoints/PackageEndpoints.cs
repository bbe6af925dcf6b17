using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Packages: asked for here, made beside, fetched as an artifact of the case.</summary>
internal sealed class PackageEndpoints(CaseEndpoints cases, PackageBuilding building, PackageFiles manifests, CaseClock clock)
{
    private const string Tag = "Pakketten";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cases/{caseId}/packages", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, cancellation))
            .Produces<PackageView>(StatusCodes.Status202Accepted).Produces<PackageView>().ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(CaseEndpoints.StepOf<AskPackage>())).WithSummary("Pakket laten maken").WithTags(Tag);
        api.MapGet("/cases/{caseId}/packages", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).ListAsync(http, caseId, cancellation))
            .Produces<Page<PackageView>>().ProducesProblems(404).WithSummary("Pakketten van de zaak").WithTags(Tag);
        api.MapGet("/cases/{caseId}/packages/{packageId}",
                (HttpContext http, string caseId, string packageId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, packageId, cancellation))
            .Produces<PackageView>().ProducesProblems(404).WithSummary("Pakket: stand, wat ontbreekt en wat sindsdien wijzigde").WithTags(Tag);
        api.MapGet("/cases/{caseId}/packages/{packageId}/manifest",
                (HttpContext http, string caseId, string packageId, CancellationToken cancellation) => Of(http).ManifestAsync(http, caseId, packageId, cancellation))
            .Produces<FileContent>(contentType: "application/json").ProducesProblems(404).WithSummary("Manifest van het pakket: elk bestand met zijn SHA-256").WithTags(Tag);
    }

    /// <summary>Asks for a package, in whatever way.</summary>
    /// <returns>The case, and the package that answers it: a new one, or one that is being made or still holds.</returns>
    public async Task<(Folded<Case> After, Package Package)> AskAsync(string caseId, Asked asked, Func<Task<ReadOnlyMemory<byte>>> read, CancellationToken cancellation)
    {
        var body = await read();
        var after = await cases.TakeAsync(caseId, CaseEndpoints.StepOf<AskPackage>(), asked, () => Task.FromResult(body), cancellation);
        var step = (AskPackage)NotDone.Payload(typeof(AskPackage), body).Payload;
        var about = PackageKinds.Find(step.Kind).AboutOf(step);
        var package = after.State.Packages.Last(one => one.Kind == step.Kind && one.About == about);
        if (package.State == PackageState.Making)
            await building.BeginAsync(caseId, package.Id, cancellation);
        return (after, package);
    }

    /// <summary>The case with its packages, for who may see them.</summary>
    public async Task<Folded<Case>> FindAsync(string caseId, Asked asked, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        return asked.Sight.SeesAll ? found : throw new ProblemException(Problems.NotFound);
    }

    private static PackageEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<PackageEndpoints>();

    private async Task<IResult> AskAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var (after, package) = await AskAsync(caseId, Asked.Of(http), () => JsonBody.ReadAsync(http.Request, cancellation), cancellation);
        var view = PackageView.Of(after.State, package, clock.Today);
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        http.Response.Headers.Location = view.Job ?? $"{CaseLinks.Of(caseId).Self}/packages/{package.Id}";
        return Answers.Json(view, view.Job is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private async Task<IResult> ListAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await FindAsync(caseId, asked, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        return Answers.Json(new Page<PackageView>(
            [.. found.State.Packages.Where(package => asked.Sight.Sees(package)).Select(package => PackageView.Of(found.State, package, clock.Today))], Next: null));
    }

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string packageId, CancellationToken cancellation)
    {
        var (found, package) = await PackageAsync(http, caseId, packageId, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        return Answers.Json(PackageView.Of(found.State, package, clock.Today));
    }

    private async Task<IResult> ManifestAsync(HttpContext http, string caseId, string packageId, CancellationToken cancellation)
    {
        var (found, package) = await PackageAsync(http, caseId, packageId, cancellation);
        return package.Result is { } result && await manifests.OpenManifestAsync(caseId, result, cancellation) is { } file
            ? FileAnswers.Download(http, file, $"{package.Id}-manifest", result.ManifestSha256)
            : new ProblemAnswer(Problems.Destroyed(found.State) ?? Problems.NotFound);
    }

    private async Task<(Folded<Case> Found, Package Package)> PackageAsync(HttpContext http, string caseId, string packageId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await FindAsync(caseId, asked, cancellation);
        return Id.TryParse<PackageId>(packageId, out var id) && found.State.Packages[id] is { } package && asked.Sight.Sees(package)
            ? (found, package)
            : throw new ProblemException(Problems.NotFound);
    }
}
