using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Who judges what, where another body has the same documents.</summary>
public static class Judging
{
    /// <summary>The assumption under which a document is left to another body.</summary>
    public const string Assumption = "left-to-other-body";

    /// <summary>The body that judges a document or passage; null where that is this one.</summary>
    public static LinkedCase? BodyFor(Case c, Document document) => document.Assessment?.JudgedBy is { } id ? c.Connections.Linked[id] : null;

    /// <inheritdoc cref="BodyFor(Case, Document)"/>
    public static LinkedCase? BodyFor(Case c, Passage passage) => passage.JudgedBy is { } id ? c.Connections.Linked[id] : null;

    /// <summary>Whether anything is left to that request at another body.</summary>
    public static bool IsJudgedBy(Case c, LinkedCaseId id) => c.Documents.Any(document => document.Assessment?.JudgedBy == id) || c.Passages.Any(passage => passage.JudgedBy == id);

    /// <summary>Documents of which the whole is another body's to judge.</summary>
    public static ImmutableArray<(Document Document, LinkedCase By)> LeftWhole(Case c) =>
        [.. c.Documents.Where(document => document.InScope).Select(document => (document, By: BodyFor(c, document))).Where(left => left.By is not null).Select(left => (left.document, left.By!))];

    /// <summary>Documents of which a passage is another body's to judge, each once for each body.</summary>
    public static ImmutableArray<(Document Document, LinkedCase By)> LeftInPart(Case c) =>
    [
        .. c.Passages.Select(passage => (passage.DocumentId, By: BodyFor(c, passage))).Where(left => left.By is not null && c.Documents[left.DocumentId] is { InScope: true } document && BodyFor(c, document) is null)
            .DistinctBy(left => (left.DocumentId, left.By!.Id)).Select(left => (c.Documents[left.DocumentId]!, left.By!)),
    ];

    /// <summary>The refusal of a body that judges what is judged here, or isn't known here; null where it can.</summary>
    internal static Refused? WhyNot(Case c, LinkedCaseId? by, bool leaves) =>
        by is not { } id ? null
        : !leaves ? Refused.Invalid("judgedBy", "judged-here", "Alleen wat u aan een ander bestuursorgaan overlaat, wordt daar beoordeeld.")
        : c.Connections.Linked[id] is null ? Refused.Unknown("linked-case-not-found", "Deze zaak bij een ander bestuursorgaan is hier niet vastgelegd (link-case).")
        : null;
}
