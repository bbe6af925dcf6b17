using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents;

/// <summary>A line of the inventory with its words, as it is printed in a list.</summary>
/// <param name="Title">What the list calls the document.</param>
/// <param name="Remark">The explanatory note; null for none.</param>
/// <param name="CaseId">The case that it belongs to.</param>
/// <param name="Matter">The matter that links the case with others; null for none.</param>
/// <param name="FamilyId">The id of the document to which it is attached; null where it is attached to none.</param>
/// <param name="RelatedIds">Ids of what it duplicates or derives from.</param>
/// <param name="RelatedNumbers">Their numbers on the inventory.</param>
/// <param name="PublicLink">Where the public finds it; null where it doesn't.</param>
/// <param name="RelatedLinks">Where the public finds what it duplicates or derives from, in the same order; empty where it doesn't.</param>
/// <param name="Decision">What the decision is called; null while there is none.</param>
public sealed record InventoryEntry(
    InventoryLine Line,
    string Title,
    string? Remark,
    string CaseId,
    string? Matter,
    string? FamilyId,
    ImmutableArray<string> RelatedIds,
    ImmutableArray<int> RelatedNumbers,
    string? PublicLink,
    ImmutableArray<string> RelatedLinks,
    string? Decision);
