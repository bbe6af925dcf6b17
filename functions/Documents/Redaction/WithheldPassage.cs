using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents;

/// <summary>A passage that must not be in a redacted rendition.</summary>
/// <param name="Page">Counts from 1; a format without pages has one.</param>
/// <param name="Range">Characters of that page's text as <see cref="DocumentReader"/> reads it; null where the areas or the quote say where it is.</param>
/// <param name="Areas">Where on the page; empty where the text says it.</param>
/// <param name="Quote">The text itself, which locates a passage without range and area where it stands on the page once; null where there is none.</param>
/// <param name="Codes">The marks that must stand there: <c>5.1.2e</c>, <c>buiten verzoek</c>.</param>
/// <param name="Theme">What the mark says beside its codes, where there is room for it: <c>concept</c>; null for the codes alone.</param>
public sealed record WithheldPassage(int Page, TextRange? Range, ImmutableArray<PageArea> Areas, string? Quote, ImmutableArray<string> Codes, string? Theme = null)
{
    /// <summary>The mark: <c>5.1.2i, 5.2.1: concept</c>.</summary>
    public string Mark => MarkOf(Codes, Theme);

    internal static string MarkOf(ImmutableArray<string> codes, string? theme) => string.Join(", ", codes) + (theme is null ? "" : $": {theme}");
}

/// <summary>What is to be redacted, and how far.</summary>
/// <param name="Original">The document as received.</param>
/// <param name="Passages">All that is not to be seen.</param>
/// <param name="StruckMarkings">Markings that their owner lifted, as printed on the pages (<c>Stg. GEHEIM</c>): they are struck through and not left standing.</param>
public sealed record RedactionTask(ReadOnlyMemory<byte> Original, ImmutableArray<WithheldPassage> Passages, ImmutableArray<string> StruckMarkings);
