using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Api;

/// <summary>The inventory of a case, by number.</summary>
/// <param name="DecisionId">The decision as of which it is; absent for the inventory as it stands now.</param>
internal sealed record InventoryView(string CaseId, long Version, string? DecisionId, ImmutableArray<InventoryLineView> Items);

/// <param name="Id">The id that the document came with, or else its own.</param>
/// <param name="Number">On the inventory: never another document's, and never changed.</param>
/// <param name="Judgement">Null while there is none.</param>
/// <param name="DroppedOn">Since when it does not belong to the case any more; it was listed before and stays.</param>
internal sealed record InventoryLineView(
    string Id,
    int Number,
    string DocumentId,
    string Title,
    DateOnly? Date,
    DocumentKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] Judgement? Judgement,
    ImmutableArray<string> Grounds,
    string? Remark,
    string? Location,
    string? PublicLink,
    string? DuplicateOf,
    string? Family,
    ImmutableArray<string> Related,
    bool Suspended,
    string? Decision,
    DateOnly? DroppedOn)
{
    public static InventoryLineView Of(InventoryEntry entry) => new(
        entry.Line.Id,
        entry.Line.Number,
        entry.Line.DocumentId.ToString(),
        entry.Title,
        entry.Line.Date,
        entry.Line.Kind,
        entry.Line.Judgement,
        [.. entry.Line.Grounds.Select(ground => ground.Key)],
        entry.Remark,
        entry.Line.Location,
        entry.PublicLink,
        entry.Line.DuplicateOf?.ToString(),
        entry.Line.Family?.ToString(),
        [.. entry.Line.Related.Select(id => id.ToString())],
        entry.Line.Suspended,
        entry.Decision,
        entry.Line.DroppedOn);
}
