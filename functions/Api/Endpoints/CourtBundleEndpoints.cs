using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>
/// What only a judge may see (Awb 8:29), for who litigates, and the log of it, for who supervises that too. To everybody else it isn't there. A list is shown
/// only after the log has who read it; the bundle itself is a package (<see cref="FetchPackage"/>).
/// </summary>
internal sealed class CourtBundleEndpoints(CaseEndpoints cases, Dossier<Case> dossiers, Steps steps, PackageOverviewWriter overviews, Texts texts)
{
    private const string Tag = "Beperkte kennisneming";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{caseId}/court-bundles/{courtBundleId}",
                (HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, courtBundleId, cancellation))
            .Produces<CourtBundleView>().ProducesProblems(404).WithSummary("Wat voor de rechter alleen is ingediend").WithTags(Tag);
        api.MapGet("/cases/{caseId}/court-bundles/{courtBundleId}/list",
                (HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation) => Of(http).ListAsync(http, caseId, courtBundleId, cancellation))
            .Produces<SealedListView>().ProducesProblems(404).WithSummary("De passages die alleen de rechter ziet, met de redenen; het inzien staat eerst in het logboek").WithTags(Tag);
        api.MapGet("/cases/{caseId}/court-bundles/{courtBundleId}/log",
                (HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation) => Of(http).LogAsync(http, caseId, courtBundleId, cancellation))
            .Produces<Page<LogRow>>().ProducesProblems(404, 422).WithSummary("Wie de bundel vroeg, inzag en ophaalde, en wanneer").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
    }

    private static CourtBundleEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<CourtBundleEndpoints>();

    /// <summary>The bundle as this caller may know it.</summary>
    /// <exception cref="ProblemException">There is none, or not for this caller: both look the same.</exception>
    public async Task<CourtBundleView> SeeAsync(string caseId, string courtBundleId, Asked asked, CancellationToken cancellation)
    {
        var (found, bundle) = await FindAsync(caseId, courtBundleId, asked.Sight, cancellation);
        return await ViewTexts.FillAsync(text => CourtBundleView.Of(found.State, bundle, asked.Sight, text), wanted => texts.ReadAsync(found.Log, wanted, cancellation));
    }

    /// <summary>The list, after the log has who reads it.</summary>
    /// <exception cref="ProblemException">There is none, or not for this caller: both look the same.</exception>
    public async Task<SealedListView> ReadListAsync(string caseId, string courtBundleId, Asked asked, CancellationToken cancellation)
    {
        var (found, bundle) = await FindAsync(caseId, courtBundleId, asked.Sight, cancellation);
        if (!asked.Sight.ReadsSealed(found.State, bundle))
            throw new ProblemException(Problems.NotFound);
        var taken = await steps.TakeAsync(
            caseId, CaseEndpoints.StepOf<ReadCourtBundle>(), new ReadCourtBundle(bundle.Id), asked.Actor, null, null, ReadOnlyMemory<byte>.Empty, null, cancellation);
        if (taken is not Done<Case> { After.State: var c })
            throw new ProblemException(Problems.NotFound);
        var lines = await overviews.LinesAsync(c, c.CourtBundles[bundle.Id]!.Sealed, cancellation);
        return new SealedListView(bundle.Id.ToString(), [.. lines.Select(SealedLineView.Of)]);
    }

    /// <summary>Its log: everything that was done with it.</summary>
    public async Task<ImmutableArray<LogRow>> LogAsync(string caseId, string courtBundleId, Sight sight, CancellationToken cancellation)
    {
        var (found, bundle) = await FindAsync(caseId, courtBundleId, sight, cancellation);
        var packages = found.State.Packages.Where(package => package.Kind == PackageKind.Court && package.About == bundle.Id.ToString()).Select(package => package.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await dossiers.ReadLogAsync(caseId, 0, cancellation) ?? []).Select(LogRow.Of)
                .Where(row => row.Says("courtBundleId") == bundle.Id.ToString() || (row.Says("packageId") is { } package && packages.Contains(package))),
        ];
    }

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation) =>
        Answers.Json(await SeeAsync(caseId, courtBundleId, Asked.Of(http), cancellation));

    private async Task<IResult> ListAsync(HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Answers.Json(await ReadListAsync(caseId, courtBundleId, Asked.Of(http), cancellation));
    }

    private async Task<IResult> LogAsync(HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation)
    {
        var page = PageAsked.Of(http.Request);
        var (items, next) = FileAnswers.PageOf(await LogAsync(caseId, courtBundleId, new Sight(http.Actor()), cancellation), page);
        return Answers.Json(new Page<LogRow>(items, next));
    }

    private async Task<(Folded<Case> Found, CourtBundle Bundle)> FindAsync(string caseId, string courtBundleId, Sight sight, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, sight, cancellation);
        return sight.SeesSealed && Id.TryParse<CourtBundleId>(courtBundleId, out var id) && found.State.CourtBundles[id] is { } bundle
            ? (found, bundle)
            : throw new ProblemException(Problems.NotFound);
    }
}
