using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A document that cases of one matter share, or that another body has too.</summary>
/// <param name="Places">Where it lies here; the same file in several cases is one document.</param>
internal sealed record SharedDocument(ImmutableArray<(Case Case, Document Document)> Places)
{
    /// <summary>The texts of a case that its view asks for.</summary>
    public IEnumerable<FreeText> TextsOf(Case c, Sight sight) =>
    [
        .. Places.Where(place => place.Case.Id == c.Id && sight.Reads(place.Document.Marking)).Select(place => place.Document.Title),
        .. Linked().Where(there => there.Case.Id == c.Id).SelectMany(there => new[] { there.Linked.Body, there.Linked.Reference }).OfType<FreeText>(),
    ];

    public SharedDocumentView ViewFor(Sight sight, Func<FreeText, string?> text) => new(
        [.. Places.Select(place => HereOf(place.Case, place.Document, sight, text))],
        [
            .. Linked().Select(there => new DocumentElsewhere(
                there.Case.Id, there.Linked.Id.ToString(), LinkedCaseView.BodyOf(there.Linked, text), text(there.Linked.Reference), JudgedBy(there.Case, there.Document, there.Linked.Id))),
        ]);

    private static DocumentHere HereOf(Case c, Document document, Sight sight, Func<FreeText, string?> text)
    {
        var reads = sight.Reads(document.Marking);
        return new DocumentHere(
            c.Id, document.Id.ToString(), reads ? text(document.Title) : null, reads ? null : DocumentViews.Clearance, Reviewing.JudgementOf(c, document),
            Judging.BodyFor(c, document) is not null ? Judged.Nothing
            : c.Passages.Any(passage => passage.DocumentId == document.Id && Judging.BodyFor(c, passage) is not null) ? Judged.InPart
            : Judged.Whole);
    }

    private IEnumerable<(Case Case, Document Document, LinkedCase Linked)> Linked() =>
        from place in Places
        from linked in place.Case.Connections.Linked
        where linked.Documents.Contains(place.Document.Id) || JudgedBy(place.Case, place.Document, linked.Id) != Judged.Nothing
        select (place.Case, place.Document, linked);

    private static Judged JudgedBy(Case c, Document document, LinkedCaseId id) =>
        document.Assessment?.JudgedBy == id ? Judged.Whole
        : c.Passages.Any(passage => passage.DocumentId == document.Id && passage.JudgedBy == id) ? Judged.InPart
        : Judged.Nothing;

    public bool IsShared => Places.Length > 1 || Linked().Any();
}

/// <summary>Finds what the cases of a matter share.</summary>
internal static class SharedDocuments
{
    public static ImmutableArray<SharedDocument> In(IEnumerable<Case> cases) =>
    [
        .. cases.SelectMany(c => c.Documents.Where(document => document.InScope).Select(document => (Case: c, Document: document)))
            .GroupBy(place => place.Document.Content?.Sha256 ?? $"{place.Case.Id}/{place.Document.Id}", StringComparer.Ordinal)
            .Select(same => new SharedDocument([.. same]))
            .Where(document => document.IsShared),
    ];
}
