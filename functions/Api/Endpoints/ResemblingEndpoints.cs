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
/// Documents that are nearly the same. That one resembles another tells what is in the other, and connects cases: so it is for who sees whole cases, and only
/// of documents that both may be read.
/// </summary>
internal sealed class ResemblingEndpoints(CaseEndpoints cases, FileEndpoints files, Resemblances resemblances, Texts texts)
{
    private const string Tag = "Documenten en stukken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{caseId}/documents/{documentId}/resembling",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).OfDocumentAsync(http, caseId, documentId, cancellation))
            .Produces<Page<ResemblingView>>().ProducesProblems(404, 410).WithSummary("Documenten die bijna hetzelfde zijn als dit, ook in andere zaken").WithTags(Tag);
        api.MapGet("/cases/{caseId}/resembling", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).InCaseAsync(http, caseId, cancellation))
            .Produces<Page<ResemblingView>>().ProducesProblems(404, 410, 422).WithSummary("Documenten van de zaak die bijna hetzelfde zijn als een ander").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("judgedDifferently", "true voor alleen wat anders is beoordeeld", Type: "boolean"),
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
    }

    private static ResemblingEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<ResemblingEndpoints>();

    private async Task<IResult> OfDocumentAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var (found, document) = await files.FindDocumentAsync(caseId, documentId, sight, cancellation);
        return Problems.Destroyed(found.State) is { } gone
            ? new ProblemAnswer(gone)
            : Answers.Json(new Page<ResemblingView>(await OfAsync(found, document, sight, cancellation), Next: null));
    }

    private async Task<IResult> InCaseAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await cases.FindAsync(caseId, sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            return new ProblemAnswer(gone);
        var page = PageAsked.Of(http.Request);
        var only = http.Request.Query["judgedDifferently"].ToString();
        if (only is not ("" or "true" or "false"))
            return new ProblemAnswer(Problems.Invalid("judgedDifferently", "Geef true of false."));
        var (items, next) = await InAsync(found, sight, only == "true", page, cancellation);
        return Answers.Json(new Page<ResemblingView>(items, next));
    }

    /// <summary>What a document resembles, the nearest first.</summary>
    public async Task<ImmutableArray<ResemblingView>> OfAsync(Folded<Case> found, Document document, Sight sight, CancellationToken cancellation) =>
        sight.SeesAll && sight.Reads(document.Marking)
            ? await ViewsAsync(found, [.. Seen(found, await resemblances.OfAsync(found, document.Id, cancellation), sight)], cancellation)
            : [];

    /// <summary>The pairs of a case; what is judged differently comes first.</summary>
    public async Task<(ImmutableArray<ResemblingView> Items, string? Next)> InAsync(
        Folded<Case> found, Sight sight, bool judgedDifferently, PageAsked page, CancellationToken cancellation)
    {
        if (!sight.SeesAll)
            return ([], null);
        var pairs = Seen(found, await resemblances.InAsync(found, cancellation), sight).OrderByDescending(pair => pair.IsJudgedDifferently(found.State));
        var (items, next) = FileAnswers.PageOf(pairs.Where(pair => !judgedDifferently || pair.IsJudgedDifferently(found.State)), page);
        return (await ViewsAsync(found, [.. items], cancellation), next);
    }

    /// <summary>How many pairs of a case are judged differently, and how many there are.</summary>
    public async Task<(int JudgedDifferently, int All)> CountAsync(Folded<Case> found, Sight sight, CancellationToken cancellation)
    {
        if (!sight.SeesAll)
            return (0, 0);
        var pairs = Seen(found, await resemblances.InAsync(found, cancellation), sight).ToList();
        return (pairs.Count(pair => pair.IsJudgedDifferently(found.State)), pairs.Count);
    }

    private static IEnumerable<Resembling> Seen(Folded<Case> found, ImmutableArray<Resembling> pairs, Sight sight) => pairs.Where(pair =>
        sight.Sees(pair.Other.State) && sight.Sees(found.State, pair.Document) && sight.Reads(pair.Document.Marking)
        && sight.Sees(pair.Other.State, pair.OtherDocument) && sight.Reads(pair.OtherDocument.Marking));

    private async Task<ImmutableArray<ResemblingView>> ViewsAsync(Folded<Case> found, ImmutableArray<Resembling> pairs, CancellationToken cancellation)
    {
        var words = new Dictionary<FreeText, string?>();
        var titles = pairs.SelectMany(pair => ((LogId Log, FreeText Title)[])[(found.Log, pair.Document.Title), (pair.Other.Log, pair.OtherDocument.Title)]);
        foreach (var log in titles.GroupBy(title => title.Log))
        {
            foreach (var (text, read) in await texts.ReadAsync(log.Key, log.Select(title => title.Title), cancellation))
                words[text] = read;
        }

        return [.. pairs.Select(pair => ResemblingView.Of(found.State, pair, words.GetValueOrDefault))];
    }
}
