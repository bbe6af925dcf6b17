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
/// <c>damaged-archive</c>, <c>damaged-document</c>, <c>too-many-entries</c>, <c>expands-too-much</c>, <c>too-many-pages</c>, <c>too-much-text</c>,
/// <c>too-many-members</c>, <c>picture-too-large</c> or <c>outlook-message</c>.
/// </param>
public sealed record DocumentReading(
    string MediaType,
    string Extension,
    int? Pages,
    string Text,
    ImmutableArray<string> PageTexts,
    DateOnly? ProposedDate,
    bool Readable,
    string? ProblemCode)
{
    /// <summary>How many files are in it that are documents of their own: of an archive its files, of a mail its attachments.</summary>
    public int Members { get; init; }

    /// <summary>Names the conversation that a mail belongs to: the same for each of its mails, and nothing of what is in them. Null for what is no mail.</summary>
    public string? Thread { get; init; }

    /// <summary>Who it seems to be from; null where it doesn't say.</summary>
    public string? ProposedFrom { get; init; }

    /// <summary>Whom it seems to be to; null where it doesn't say.</summary>
    public string? ProposedTo { get; init; }

    /// <summary>What it seems to be called; null where it doesn't say.</summary>
    public string? ProposedTitle { get; init; }
}
