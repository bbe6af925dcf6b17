using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The documents of a case that are nearly the same as another, and what other pages show of that.</summary>
internal sealed class ResemblingPages(CaseEndpoints cases, ResemblingEndpoints resembling, CaseFiles files, Dossier<Case> dossiers)
{
    private const int PerPage = 50;
    private const int MostTexts = 3;
    private const int LongestText = 8_000;

    public static void Map(IEndpointRouteBuilder pages) =>
        pages.MapGet("/cases/{caseId}/resembling", (HttpContext http, string caseId, CancellationToken cancellation) =>
            http.RequestServices.GetRequiredService<ResemblingPages>().SeeAsync(http, caseId, cancellation));

    /// <summary>What one document resembles, for the page about it.</summary>
    /// <param name="withTexts">Whether the texts of the nearest are shown beside it.</param>
    public async Task<ResemblingModel> OfAsync(Folded<Case> found, Document document, Asked asked, bool withTexts, CancellationToken cancellation)
    {
        var items = await resembling.OfAsync(found, document, asked.Sight, cancellation);
        var texts = ImmutableDictionary.CreateBuilder<ResemblingDocument, string>();
        foreach (var other in items.Take(withTexts ? MostTexts : 0).Select(item => item.Resembles))
        {
            // What it resembles may be read: else it would not be said.
            if (await dossiers.GlanceAsync(other.CaseId, cancellation) is { State: var c } && Id.TryParse<DocumentId>(other.DocumentId, out var id) && c.Documents[id] is { } there
                && asked.Sight.Reads(there.Marking) && await files.ReadTextAsync(c.Id, there, cancellation) is { } text)
            {
                texts[other] = text.Length > LongestText ? text[..LongestText] + " …" : text;
            }
        }

        return new ResemblingModel(found.State.Id, items, texts.ToImmutable(), MayLink(found, asked));
    }

    /// <summary>What is to be said of a case while a decision on it is prepared: pairs that are judged differently. Null where there is nothing to say.</summary>
    public async Task<ResemblingNotice?> NoticeAsync(Folded<Case> found, Asked asked, CancellationToken cancellation)
    {
        if (!asked.Sight.SeesAll || !found.State.Decisions.Any(decision => decision.TakenOn is null))
            return null;
        var (differently, _) = await resembling.CountAsync(found, asked.Sight, cancellation);
        return differently == 0 ? null : new ResemblingNotice(found.State.Id, differently);
    }

    private static bool MayLink(Folded<Case> found, Asked asked) => CaseEndpoints.StepOf<LinkDocument>().MayBeTaken(found.State, asked.Actor);

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            throw new ProblemException(gone);
        var only = http.Request.Query["differently"] == "true";
        var page = new PageAsked(PerPage, http.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null);
        var (items, next) = await resembling.InAsync(found, asked.Sight, only, page, cancellation);
        return Html.Page<ResemblingPage>(new ResemblingListModel(caseId, items, only, next, MayLink(found, asked)));
    }
}

/// <param name="Texts">What was read from the nearest, where that is shown.</param>
/// <param name="MayLink">Whether the reader may say how two documents hang together.</param>
internal sealed record ResemblingModel(string CaseId, ImmutableArray<ResemblingView> Items, ImmutableDictionary<ResemblingDocument, string> Texts, bool MayLink);

/// <param name="JudgedDifferently">How many pairs.</param>
internal sealed record ResemblingNotice(string CaseId, int JudgedDifferently);

/// <param name="Only">Whether only what is judged differently is shown.</param>
/// <param name="Next">Null where this is the last page.</param>
internal sealed record ResemblingListModel(string CaseId, ImmutableArray<ResemblingView> Items, bool Only, string? Next, bool MayLink);
