using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The inventory (inventarislijst) of a case, in the form that the caller accepts.</summary>
internal sealed class InventoryEndpoints(Dossier<Case> dossiers, InventoryEntries entries, CaseEndpoints cases)
{
    private const string Tag = "Inventarislijst";
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/cases/{caseId}/inventory", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).GetAsync(http, caseId, cancellation))
            .Produces<InventoryView>(contentType: Json, additionalContentTypes: [Csv, InventoryWorkbook.MediaType]).ProducesProblems(404, 406, 422)
            .WithMetadata(
                new QueryParameter("list", "public: de kolommen van de openbare lijst, zonder namen van natuurlijke personen; anders die van het productierapport"),
                new QueryParameter("decision", "Zoals de lijst was toen dit besluit werd genomen"))
            .WithSummary("Inventarislijst, als JSON, CSV of XLSX").WithTags(Tag);

    private static InventoryEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<InventoryEndpoints>();

    private async Task<IResult> GetAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            return new ProblemAnswer(gone);
        // What the body makes of documents is its own until it is decided.
        if (!asked.Sight.SeesAll)
            return new ProblemAnswer(Problems.NotFound);
        var list = ListOf(http.Request);
        var (state, decision) = await AsOfAsync(found, http.Request, cancellation);
        var form = FormOf(http.Request);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        http.Response.Headers.Vary = HeaderNames.Accept;
        if (form == Json && Versions.IsKnown(http.Request, found.Version))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        var lines = entries.OfAsync(state, asked.Sight.Reads, anonymised: list == InventoryList.Public, cancellation);
        return form switch
        {
            Json => Answers.Json(new InventoryView(
                caseId, found.Version, decision?.Id.ToString(), [.. await lines.Select(InventoryLineView.Of).ToListAsync(cancellation)])),
            Csv => Results.Stream(to => WriteCsvAsync(to, list, lines), InventoryCsv.MediaType, $"{list.Name}{InventoryCsv.Extension}"),
            _ => await WorkbookAsync(list, lines, cancellation),
        };
    }

    private async Task<(Case State, Decision? Decision)> AsOfAsync(Folded<Case> found, HttpRequest request, CancellationToken cancellation)
    {
        if (request.Query["decision"].ToString() is not { Length: > 0 } text)
            return (found.State, null);
        if (!Id.TryParse<DecisionId>(text, out var id) || found.State.Decisions[id] is not { } decision)
            throw new ProblemException(Problems.Invalid("decision", "Dit besluit hoort niet bij deze zaak."));
        return decision.TakenAt is { } version
            ? ((await dossiers.ReadAtAsync(found.State.Id, version, cancellation))!.State, decision)
            : throw new ProblemException(Problems.Invalid("decision", "Dit besluit is nog niet genomen: vraag de lijst zonder besluit."));
    }

    private static InventoryList ListOf(HttpRequest request) => request.Query["list"].ToString() switch
    {
        "" or "production-report" => InventoryList.ProductionReport,
        "public" => InventoryList.Public,
        _ => throw new ProblemException(Problems.Invalid("list", "Kies een van: production-report, public.")),
    };

    /// <summary>The best of what the caller accepts, by weight; what comes first where weights are the same.</summary>
    private static string FormOf(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
            throw new ProblemException(Problems.NotAcceptable);
        string[] forms = [Json, Csv, InventoryWorkbook.MediaType];
        return accepted.Where(range => range.Quality is not 0).OrderByDescending(range => range.Quality ?? 1)
            .Select(range => forms.FirstOrDefault(form => new MediaTypeHeaderValue(form).IsSubsetOf(Plain(range)))).OfType<string>().FirstOrDefault()
            ?? throw new ProblemException(Problems.NotAcceptable);
    }

    private static MediaTypeHeaderValue Plain(MediaTypeHeaderValue range) => new(range.MediaType);

    private static async Task WriteCsvAsync(Stream to, InventoryList list, IAsyncEnumerable<InventoryEntry> lines)
    {
        await using var csv = await InventoryCsv.BeginAsync(to, list);
        await foreach (var line in lines)
            await csv.WriteAsync(list.RowOf(line));
    }

    /// <summary>A workbook is a package that is written back and forth: on disk first.</summary>
    private static async Task<IResult> WorkbookAsync(InventoryList list, IAsyncEnumerable<InventoryEntry> lines, CancellationToken cancellation)
    {
        var file = Scratch.Open();
        try
        {
            using (var workbook = InventoryWorkbook.Begin(file, list))
            {
                await foreach (var line in lines.WithCancellation(cancellation))
                    workbook.Write(list.RowOf(line));
            }

            file.Position = 0;
            return Results.Stream(file, InventoryWorkbook.MediaType, string.Create(CultureInfo.InvariantCulture, $"{list.Name}{InventoryWorkbook.Extension}"));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
