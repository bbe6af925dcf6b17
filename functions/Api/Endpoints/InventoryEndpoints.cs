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
        var found = await FindAsync(caseId, asked.Sight, cancellation);
        var list = ListOf(http.Request);
        var (state, decision) = await AsOfAsync(found, http.Request.Query["decision"].ToString(), cancellation);
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
            Csv => CsvOf(list, lines),
            _ => await WorkbookAsync(list, lines, cancellation),
        };
    }

    /// <summary>The case, for who may see its inventory: what the body makes of documents is its own until it is decided.</summary>
    /// <exception cref="ProblemException">There is none for this caller.</exception>
    public async Task<Folded<Case>> FindAsync(string caseId, Sight sight, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            throw new ProblemException(gone);
        return sight.SeesAll ? found : throw new ProblemException(Problems.NotFound);
    }

    /// <summary>A list as a file that people download.</summary>
    /// <param name="text">The decision as of which it is; empty for the list as it stands now.</param>
    /// <param name="workbook">As XLSX; otherwise as CSV.</param>
    public async Task<IResult> FileAsync(Folded<Case> found, Sight sight, InventoryList list, string text, bool workbook, CancellationToken cancellation)
    {
        var (state, _) = await AsOfAsync(found, text, cancellation);
        var lines = entries.OfAsync(state, sight.Reads, anonymised: list == InventoryList.Public, cancellation);
        return workbook ? await WorkbookAsync(list, lines, cancellation) : CsvOf(list, lines);
    }

    /// <summary>The case as it was when a decision was taken; as it is now where none is named.</summary>
    /// <exception cref="ProblemException">There is no such decision, or it was not taken.</exception>
    public async Task<(Case State, Decision? Decision)> AsOfAsync(Folded<Case> found, string text, CancellationToken cancellation)
    {
        if (text.Length == 0)
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

    private static IResult CsvOf(InventoryList list, IAsyncEnumerable<InventoryEntry> lines) =>
        Results.Stream(to => WriteCsvAsync(to, list, lines), InventoryCsv.MediaType, $"{list.Name}{InventoryCsv.Extension}");

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
