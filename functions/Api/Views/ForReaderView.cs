using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A document that one reader gets otherwise than others do, and how far that is.</summary>
/// <param name="State"><c>current</c>, or the code of what keeps its package from being made.</param>
/// <param name="Hidden">How many passages this reader doesn't see that others do.</param>
/// <param name="NotMade">Why the engine could not make the rendition, as a code; absent where it did, or may still.</param>
internal sealed record ForReaderView(string DocumentId, string State, int Hidden, string? NotMade)
{
    private const string Current = "current";

    /// <summary>Null where this reader gets all documents as others do.</summary>
    public static ImmutableArray<ForReaderView>? Of(Case c, Reader reader) =>
        reader.Documents.Select(id => c.Documents[id]).OfType<Document>().Select(document => (Document: document, WhyNot: ReaderRenditions.WhyNot(c, reader, document)))
            .Where(row => row.WhyNot is not null || ReaderRenditions.Needs(c, reader, row.Document))
            .Select(row => new ForReaderView(
                row.Document.Id.ToString(), row.WhyNot ?? Current, ReaderRenditions.HiddenBesideOf(c, reader, row.Document).Length, ReaderRenditions.NotMadeOf(c, reader, row.Document)?.Reason))
            .ToImmutableArray() is { IsEmpty: false } rows ? rows : null;

    public bool IsCurrent => State == Current;

    /// <summary>Whether a person has to say what is whose.</summary>
    public bool IsUnclear => State is "concerns-another-party" or "attribution-outdated";
}
