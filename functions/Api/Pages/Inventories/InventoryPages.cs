using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The inventory of a case to read, to print and to download.</summary>
internal sealed class InventoryPages(InventoryEndpoints inventories, InventoryEntries entries, Worklist worklist)
{
    private const int PerPage = 200;

    /// <summary>What can be downloaded, by the name of the file.</summary>
    private static readonly ImmutableDictionary<string, (InventoryList List, bool Workbook)> Files = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        new[] { InventoryList.Public, InventoryList.ProductionReport }.SelectMany(list => new[]
        {
            KeyValuePair.Create($"{list.Name}{InventoryWorkbook.Extension}", (list, true)),
            KeyValuePair.Create($"{list.Name}{InventoryCsv.Extension}", (list, false)),
        }));

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/inventory", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, cancellation));
        pages.MapGet("/cases/{caseId}/inventory/{file}", (HttpContext http, string caseId, string file, CancellationToken cancellation) => Of(http).FileAsync(http, caseId, file, cancellation));
    }

    private static InventoryPages Of(HttpContext http) => http.RequestServices.GetRequiredService<InventoryPages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var (sight, query) = (new Sight(http.Actor()), http.Request.Query);
        var found = await inventories.FindAsync(caseId, sight, cancellation);
        var (state, decision) = await inventories.AsOfAsync(found, query["decision"].ToString(), cancellation);
        // A list that is printed is printed as a whole.
        var whole = query["all"] == "true";
        var start = (int)Math.Min(int.MaxValue, new PageAsked(PerPage, query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null).Start());
        var total = Inventory.Of(state).Length;
        var lines = await entries.OfAsync(state, sight.Reads, anonymised: false, whole ? 0 : start, whole ? int.MaxValue : PerPage, cancellation).ToListAsync(cancellation);
        return Html.Page<InventoryPage>(new InventoryModel(
            caseId, worklist.RowOf(caseId)?.Subject ?? caseId, decision?.Id.ToString(),
            [.. found.State.Decisions.Where(taken => taken.TakenOn is not null).Select(taken => new FormOption(taken.Id.ToString(), Sentences.Say("inventory.of-date", Labels.Of(taken.Kind), Written.Date(taken.TakenOn))))],
            lines, total, whole, !whole && start + lines.Count < total ? PageAsked.CursorOf(start + lines.Count) : null,
            CaseEndpoints.StepOf<AddDocument>().MayBeTaken(found.State, sight.Actor)));
    }

    private async Task<IResult> FileAsync(HttpContext http, string caseId, string file, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await inventories.FindAsync(caseId, sight, cancellation);
        return Files.TryGetValue(file, out var known)
            ? await inventories.FileAsync(found, sight, known.List, http.Request.Query["decision"].ToString(), known.Workbook, cancellation)
            : throw new ProblemException(Problems.NotFound);
    }
}

/// <param name="DecisionId">The decision as of which the list is; null for as it stands now.</param>
/// <param name="Decisions">Those that were taken.</param>
/// <param name="Total">How many lines the whole list has.</param>
/// <param name="Whole">Whether all of it is on this page.</param>
/// <param name="Next">The cursor of what follows; null at the end.</param>
internal sealed record InventoryModel(
    string CaseId, string Subject, string? DecisionId, ImmutableArray<FormOption> Decisions, IReadOnlyList<InventoryEntry> Lines, int Total, bool Whole, string? Next, bool MayAdd)
{
    public string Href(string more = "")
    {
        var query = string.Join('&', new[] { DecisionId is null ? "" : $"decision={DecisionId}", more }.Where(part => part.Length > 0));
        return $"/cases/{CaseId}/inventory{(query.Length == 0 ? "" : "?" + query)}";
    }

    public string File(string name) => $"/cases/{CaseId}/inventory/{name}{(DecisionId is null ? "" : $"?decision={DecisionId}")}";
}
