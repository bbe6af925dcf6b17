using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What was filed with a court for the judge alone, with its log; the list in it is a page of its own, since reading it is an event.</summary>
internal sealed class CourtBundlePages(CourtBundleEndpoints bundles, CaseEndpoints cases, People people)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/court-bundles/{courtBundleId}",
            (HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, courtBundleId, cancellation));
        pages.MapGet("/cases/{caseId}/court-bundles/{courtBundleId}/list",
            (HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation) => Of(http).ListAsync(http, caseId, courtBundleId, cancellation));
        pages.MapGet("/cases/{caseId}/packages/{packageId}/content",
            (HttpContext http, string caseId, string packageId, CancellationToken cancellation) => PackageContentEndpoints.Of(http).GetAsync(http, caseId, packageId, cancellation));
    }

    private static CourtBundlePages Of(HttpContext http) => http.RequestServices.GetRequiredService<CourtBundlePages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var view = await bundles.SeeAsync(caseId, courtBundleId, asked, cancellation);
        var log = await bundles.LogAsync(caseId, courtBundleId, asked.Sight, cancellation);
        var subject = (await cases.ViewAsync(await cases.FindAsync(caseId, asked.Sight, cancellation), asked, cancellation)).Subject;
        return Html.Page<CourtBundlePage>(new CourtBundleModel(
            caseId, subject ?? caseId, view, [.. log.Select(row => CaseStepPages.LineOf(row, people))], CaseStepPages.NewKey(), id => id == Actor.Engine.Id ? Sentences.Say("common.engine") : people.NameOf(id) ?? id));
    }

    private async Task<IResult> ListAsync(HttpContext http, string caseId, string courtBundleId, CancellationToken cancellation)
    {
        var list = await bundles.ReadListAsync(caseId, courtBundleId, new Asked(http.Actor(), null, null, Language.Nl), cancellation);
        return Html.Page<SealedListPage>(new SealedListModel(caseId, list));
    }
}

/// <param name="NameOf">Who someone is, by id.</param>
internal sealed record CourtBundleModel(string CaseId, string Subject, CourtBundleView Bundle, ImmutableArray<LogLine> Log, string Key, Func<string, string> NameOf)
{
    /// <summary>Whether a bundle can be made of it.</summary>
    public bool MayMake => Bundle is { Readable: true, Asked: LimitedKnowledge.OnlyTheJudge, Sealed.IsEmpty: false };
}

internal sealed record SealedListModel(string CaseId, SealedListView List);
