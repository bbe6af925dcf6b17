using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>
/// Matters (dossiers): cases about the same subject, of other bodies too. They are found by the list of cases, and told from the cases themselves. They
/// connect cases, so only who sees whole cases sees them.
/// </summary>
internal sealed class MatterEndpoints(Worklist worklist, Dossier<Case> cases, Texts texts, CaseClock clock)
{
    private const string Tag = "Dossiers";
    private const int AtOnce = 8;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/matters", (HttpContext http) => Of(http).List(http))
            .Produces<Page<MatterRow>>().ProducesProblems(422).WithSummary("Dossiers").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
        api.MapGet("/matters/{matterId}", (HttpContext http, string matterId, CancellationToken cancellation) => Of(http).SeeAsync(http, matterId, cancellation))
            .Produces<MatterView>().ProducesProblems(404).WithSummary("Dossier: samenhangende zaken, ook bij andere bestuursorganen").WithTags(Tag);
        api.MapGet("/matters/{matterId}/documents", (HttpContext http, string matterId, CancellationToken cancellation) => Of(http).DocumentsAsync(http, matterId, cancellation))
            .Produces<Page<SharedDocumentView>>().ProducesProblems(404, 422).WithSummary("Gedeelde documenten van een dossier, en wie wat beoordeelt").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
    }

    private static MatterEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<MatterEndpoints>();

    private IResult List(HttpContext http)
    {
        var page = PageAsked.Of(http.Request);
        if (!new Sight(http.Actor()).SeesAll)
            return Answers.Json(new Page<MatterRow>([], Next: null));
        var found = WorklistEndpoints.WithCursor(() => worklist.FindMatters(page.Limit, page.Cursor));
        return Answers.Json(new Page<MatterRow>(
            [.. found.Items.Select(row => new MatterRow(row.MatterId, row.Cases, row.Open, row.Due, row.Due < clock.Today, MatterLinks.Of(row.MatterId).Self))], found.Next));
    }

    private async Task<IResult> SeeAsync(HttpContext http, string matterId, CancellationToken cancellation)
    {
        var found = await FindAsync(matterId, new Sight(http.Actor()), cancellation);
        var linked = new List<LinkedCaseView>();
        foreach (var (_, of) in found)
        {
            linked.AddRange(await ViewTexts.FillAsync(
                text => of.State.Connections.Linked.Select(one => LinkedCaseView.Of(of.State, one, text)).ToList(), wanted => texts.ReadAsync(of.Log, wanted, cancellation)));
        }

        var parties = new List<MatterPartyView>();
        foreach (var same in MatterParties.In(found.Select(one => one.Of.State)))
        {
            // The first that says a name names the person.
            string? name = null;
            foreach (var (c, party) in same)
                name ??= await NameOfAsync(c, party, cancellation);
            parties.Add(new MatterPartyView(name, [.. same.Select(there => new MatterPartView(there.Case.Id, there.Party.Id.ToString(), there.Party.Role))]));
        }

        return Answers.Json(new MatterView(matterId, [.. found.Select(one => RowOf(one.Row))], [.. linked], [.. parties], MatterLinks.Of(matterId)));
    }

    private async Task<string?> NameOfAsync(Case c, Party party, CancellationToken cancellation) =>
        (await texts.ReadAsync(LogId.Case(c.Id), [party.Details], cancellation))[party.Details] is { } json
            ? JsonSerializer.Deserialize<PersonDetails>(json, CaseJson.Options)?.Name
            : null;

    private async Task<IResult> DocumentsAsync(HttpContext http, string matterId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await FindAsync(matterId, sight, cancellation);
        var (shared, next) = FileAnswers.PageOf(SharedDocuments.In(found.Select(one => one.Of.State)), PageAsked.Of(http.Request));
        var words = new Dictionary<FreeText, string?>();
        foreach (var (_, of) in found)
        {
            foreach (var (text, read) in await texts.ReadAsync(of.Log, shared.SelectMany(one => one.TextsOf(of.State, sight)), cancellation))
                words[text] = read;
        }

        return Answers.Json(new Page<SharedDocumentView>([.. shared.Select(one => one.ViewFor(sight, words.GetValueOrDefault))], next));
    }

    /// <summary>The cases of the matter as they stand; which they are is known from the list, which may be some seconds behind.</summary>
    /// <exception cref="ProblemException">There is no such matter, or not for this caller: both look the same.</exception>
    private async Task<ImmutableArray<(WorklistRow Row, Folded<Case> Of)>> FindAsync(string matterId, Sight sight, CancellationToken cancellation)
    {
        IReadOnlyList<WorklistRow> rows = sight.SeesAll ? worklist.InMatter(matterId) : [];
        var found = new (WorklistRow, Folded<Case>)?[rows.Count];
        await Parallel.ForAsync(0, rows.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (i, stop) =>
        {
            if (await cases.ReadAsync(rows[i].CaseId, stop) is { } c && c.State.Connections.MatterId == matterId)
                found[i] = (rows[i], c);
        });
        var there = found.OfType<(WorklistRow, Folded<Case>)>().ToImmutableArray();
        return there.IsEmpty ? throw new ProblemException(Problems.MatterNotFound) : there;
    }

    private CaseRow RowOf(WorklistRow row) =>
        new(row.CaseId, row.Subject, row.Phase, row.Handler, row.ReceivedOn, row.Due, row.IsOverdue(clock.Today), row.Version, row.Waiting);
}

/// <param name="Cases">How many cases are in it.</param>
/// <param name="Open">How many of those are not closed.</param>
/// <param name="Due">The first of their last days; absent where none runs.</param>
internal sealed record MatterRow(string MatterId, int Cases, int Open, DateOnly? Due, bool Overdue, string Href);
