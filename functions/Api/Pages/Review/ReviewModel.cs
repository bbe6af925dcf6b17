using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A document beside its passages.</summary>
/// <param name="Subject">Of the case.</param>
/// <param name="Neighbours">The documents before and after it.</param>
/// <param name="Page">The page that is shown, from 1.</param>
/// <param name="Shown">How it can be shown.</param>
/// <param name="Text">What was read from a document without pages, cut at its passages; empty for a PDF.</param>
/// <param name="Form">The passage as it is being judged; null for who may not, or not now.</param>
/// <param name="WhyNot">Why it can't be judged now; null where it can, or the reader's role never does.</param>
/// <param name="Related">What it derives from, duplicates or belongs to, and the other way round.</param>
/// <param name="Earlier">Reasons given before in this case, the last one first.</param>
/// <param name="Done">The passage that was judged just now.</param>
/// <param name="Act">Whose grounds a judgement of today rests on.</param>
internal sealed record ReviewModel(
    DocumentView Document,
    string Subject,
    ReviewNeighbours Neighbours,
    int Page,
    ShownAs Shown,
    ImmutableArray<TextCut> Text,
    StepForm? Form,
    string? WhyNot,
    ImmutableArray<RelatedDocument> Related,
    ImmutableArray<EarlierReason> Earlier,
    string? Done,
    Regime Act)
{
    /// <summary>What is nearly the same, here or in another case.</summary>
    public required ResemblingModel Resembling { get; init; }

    public string Href => $"/cases/{Document.CaseId}/documents/{Document.DocumentId}/review";

    public string Original => $"/cases/{Document.CaseId}/documents/{Document.DocumentId}/original";

    /// <summary>The passage that is judged again; null for a new one.</summary>
    public string? Judged => Form?.Values["passageId"]?.ToString();
}

/// <summary>How a browser shows a document.</summary>
internal enum ShownAs
{
    /// <summary>Page by page, by script.</summary>
    Pages,

    /// <summary>As the text that was read from it.</summary>
    Text,

    /// <summary>Not at all: there is no file, no text, or no clearance.</summary>
    Nothing,
}

/// <summary>The documents of the case around one, by id; null where there is none.</summary>
/// <param name="Place">From 1.</param>
/// <param name="Unjudged">The next one that nobody judged yet.</param>
internal sealed record ReviewNeighbours(string? Before, string? After, string? Unjudged, int Place, int Of);

/// <summary>A part of a text.</summary>
/// <param name="PassageId">The passage that it is; null for what lies between.</param>
internal sealed record TextCut(string Text, string? PassageId);

/// <summary>A document that hangs together with the one under review.</summary>
/// <param name="Relation">In words: <c>Afgeleid van</c>.</param>
/// <param name="Text">The beginning of what was read from it; null where there is none, or it may not be read.</param>
internal sealed record RelatedDocument(DocumentView Document, string Relation, string? Text);

/// <summary>Grounds and the reason given for them before, to be used again.</summary>
/// <param name="Theme">The heading of a theme; null for the reason of a passage.</param>
internal sealed record EarlierReason(string? Theme, ImmutableArray<string> Grounds, string Reason);
