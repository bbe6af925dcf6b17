using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>What came of reading in a production report.</summary>
/// <param name="Number">Which import of the case it was; absent where it changed nothing.</param>
/// <param name="State"><c>done</c>, or <c>running</c> while its rows are taken in.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Added">Documents that were new.</param>
/// <param name="Updated">Documents of which it changed something.</param>
/// <param name="Unchanged">Rows that said nothing new.</param>
/// <param name="Kept">Ids on the inventory that it doesn't list; they stay.</param>
internal sealed record InventoryImportView(string CaseId, long Version, int? Number, string State, int Rows, int Added, int Updated, int Unchanged, ImmutableArray<string> Kept)
{
    /// <param name="import">Null where nothing changed.</param>
    public static InventoryImportView Of(Case c, long version, InventoryImport? import, ImmutableArray<ReportedRow> rows)
    {
        var listed = rows.Select(row => row.Id).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (added, updated) = (import?.Added ?? 0, import?.Updated ?? 0);
        return new InventoryImportView(
            c.Id, version, import?.Number, import is { FinishedOn: null } ? "running" : "done", rows.Length, added, updated, rows.Length - added - updated,
            [.. Inventory.Of(c).Select(line => line.Id).Where(id => !listed.Contains(id))]);
    }
}
