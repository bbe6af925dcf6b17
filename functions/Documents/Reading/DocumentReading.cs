using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>What could be learnt of a document on arrival.</summary>
/// <param name="MediaType">By content, never by name; <c>application/octet-stream</c> for what is not known.</param>
/// <param name="Extension">With the dot, belonging to the media type.</param>
/// <param name="Pages">Pages, or slides; null where the format has none or does not say.</param>
/// <param name="Text">The text; empty for pictures, archives, scans without a text layer, and what cannot be read.</param>
/// <param name="PageTexts">The text page by page, for PDF; empty otherwise.</param>
/// <param name="ProposedDate">A date that the document seems to bear, for a person to confirm; null when none was found.</param>
/// <param name="Readable">Whether the document could be opened as what it is.</param>
/// <param name="ProblemCode">
/// Null when readable; otherwise <c>empty</c>, <c>too-large</c>, <c>unknown-type</c>, <c>legacy-office-document</c>, <c>encrypted-document</c>, <c>encrypted-pdf</c>, <c>damaged-pdf</c>,
/// <c>damaged-archive</c>, <c>damaged-document</c>, <c>too-many-entries</c>, <c>expands-too-much</c>, <c>too-many-pages</c> or <c>too-much-text</c>.
/// </param>
public sealed record DocumentReading(
    string MediaType,
    string Extension,
    int? Pages,
    string Text,
    ImmutableArray<string> PageTexts,
    DateOnly? ProposedDate,
    bool Readable,
    string? ProblemCode);
