using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Reading a production report into the inventory of a case. What is sent goes the way of <c>PUT .../inventory</c>.</summary>
internal sealed class ReportImportPages(InventoryEndpoints inventory, ReportImport imports)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/inventory/import", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, cancellation));
        pages.MapForm("/cases/{caseId}/inventory/import", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).ImportAsync(http, caseId, cancellation));
    }

    private static ReportImportPages Of(HttpContext http) => http.RequestServices.GetRequiredService<ReportImportPages>();

    private static Asked AskedOf(HttpContext http) => new(http.Actor(), null, null, Language.Nl);

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = AskedOf(http);
        var found = await inventory.FindAsync(caseId, asked.Sight, cancellation);
        return Html.Page<ReportImportPage>(ModelOf(found, asked, CaseStepPages.NewKey(), null, Done(found.State, http.Request.Query)));
    }

    private async Task<IResult> ImportAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        try
        {
            var (_, _, import) = await imports.RunAsync(caseId, asked, () => ReadAsync(form, cancellation), cancellation);
            if (import is { FinishedOn: null })
                return Html.SeeOther(http, $"/jobs/{InventoryImporting.JobOf(caseId, import.Number)}?back=/cases/{caseId}/inventory/import");
            return Html.SeeOther(http, $"/cases/{caseId}/inventory/import?done={import?.Number.ToString(CultureInfo.InvariantCulture) ?? "nothing"}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await AgainAsync(caseId, asked, refused.Problem, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(caseId, asked, Problems.StorageUnavailable, cancellation);
        }
    }

    private static async Task<(ReadOnlyMemory<byte> File, DateOnly? EffectiveOn)> ReadAsync(IFormCollection form, CancellationToken cancellation) => form.Files.GetFile("file") switch
    {
        null or { Length: 0, FileName: "" } => throw new ProblemException(Problems.Invalid("file", Sentences.Say("inventory.import.choose-file"))),
        { Length: > Upload.MaxFileBytes } => throw new ProblemException(Problems.FileTooLarge),
        var file => (await ReportImport.ReadAsync(file, cancellation), null),
    };

    private async Task<IResult> AgainAsync(string caseId, Asked asked, Problem problem, CancellationToken cancellation)
    {
        var found = await inventory.FindAsync(caseId, asked.Sight, cancellation);
        return Html.Page<ReportImportPage>(ModelOf(found, asked, CaseStepPages.NewKey(), problem, null), problem.Status);
    }

    private static ReportImportModel ModelOf(Folded<Case> found, Asked asked, string key, Problem? refusal, string? done) => new(
        found.State.Id, found.State.Imports, key, refusal, done,
        asked.Sight.StepsOn(found.State).Any(step => step.Payload == typeof(ImportInventory)));

    private static string? Done(Case c, IQueryCollection query) => query["done"].ToString() switch
    {
        "" => null,
        "nothing" => Sentences.Say("inventory.import.nothing-new"),
        var number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && c.Imports.Find(import => import.Number == n) is { } import =>
            Sentences.Say("inventory.import.told", Sentences.Count("inventory.import.told-rows", import.Rows), Sentences.Count("inventory.import.told-new", import.Added), import.Updated)
            + (import.Left == 0 ? "" : " " + Sentences.Count("inventory.import.told-left", import.Left)),
        _ => null,
    };
}

/// <param name="Refusal">Null where nothing was refused.</param>
/// <param name="Done">What came of a report that was read in just now; null for none.</param>
/// <param name="MayImport">Whether a report may be read in now.</param>
internal sealed record ReportImportModel(string CaseId, ImmutableList<InventoryImport> Imports, string Key, Problem? Refusal, string? Done, bool MayImport)
{
    /// <summary>What is wrong, by row and column in the order of the file; what is wrong with the file as a whole comes first.</summary>
    public IEnumerable<(string Row, string Column, string Detail)> Wrong => (Refusal?.Errors ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty)
        .SelectMany(error => error.Value.Select(detail => (Place: PlaceOf(error.Key), Detail: detail)))
        .OrderBy(error => error.Place.Row).ThenBy(error => error.Place.Column, StringComparer.Ordinal)
        .Select(error => (error.Place.Row == 0 ? "" : error.Place.Row.ToString(CultureInfo.InvariantCulture), error.Place.Column, error.Detail));

    private static (int Row, string Column) PlaceOf(string field) =>
        field.StartsWith("rows[", StringComparison.Ordinal) && field.IndexOf(']', StringComparison.Ordinal) is > 0 and var end
            ? (int.Parse(field.AsSpan(5, end - 5), CultureInfo.InvariantCulture), field[(end + 2)..])
            : (0, "");
}
