using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A line of the inventory (inventarislijst): one document as the case judges it now. It is derived, and kept nowhere.</summary>
/// <param name="Number">The number on the inventory: that of the document, given when it came in and never given again.</param>
/// <param name="Reference">The id that it goes by in the tool in which it was collected; null where it came from none.</param>
/// <param name="Kind">The sort of document.</param>
/// <param name="Judgement">Null while it wasn't judged.</param>
/// <param name="Grounds">In the order of the act.</param>
/// <param name="Location">Where it can be found already; only with <see cref="Judgement.AlreadyPublic"/>.</param>
/// <param name="Remark">The explanatory note (toelichting) beside it; null for none.</param>
/// <param name="DuplicateOf">The document of which it is a duplicate (dubbel), with which it was judged.</param>
/// <param name="Family">The document to which it is attached, at the end of the chain; null where it is attached to none.</param>
/// <param name="Related">Documents that it derives from, or has to do with.</param>
/// <param name="Suspended">Whether its disclosure is suspended (opgeschort).</param>
/// <param name="DroppedOn">When it was found not to belong to the case, after a decision had listed it; null for every other line.</param>
/// <param name="FamilyCode">The code of its family where it was collected; null where it has none, or <paramref name="Family"/> says it.</param>
/// <param name="Thread">The code of the conversation that a mail is part of; null where there is none.</param>
/// <param name="FileType">Without a dot; null where nobody knows.</param>
public sealed record InventoryLine(
    DocumentId DocumentId,
    int Number,
    string? Reference,
    FreeText Title,
    DateOnly? Date,
    DocumentKind Kind,
    Judgement? Judgement,
    ImmutableArray<Ground> Grounds,
    string? Location,
    FreeText? Remark,
    DocumentId? DuplicateOf,
    DocumentId? Family,
    ImmutableArray<DocumentId> Related,
    bool Suspended,
    DateOnly? DroppedOn,
    string? FamilyCode = null,
    string? Thread = null,
    string? FileType = null)
{
    /// <summary>What it goes by: the id that it came with, or our own.</summary>
    public string Id => Reference ?? DocumentId.ToString();
}
