using System.Collections.Immutable;

namespace WobWorkflow.Api;

/// <summary>Cuts a text at the passages in it.</summary>
internal static class TextCuts
{
    /// <summary>In order, without overlap: where passages do, the first one is shown whole. Together they are the text.</summary>
    public static ImmutableArray<TextCut> Of(string text, ImmutableArray<PassageView> passages)
    {
        var cuts = ImmutableArray.CreateBuilder<TextCut>();
        var at = 0;
        foreach (var (start, length, id) in passages.Select(passage => PlaceOf(text, passage)).OfType<(int Start, int Length, string Id)>().OrderBy(place => place.Start))
        {
            if (start < at)
                continue;
            if (start > at)
                cuts.Add(new TextCut(text[at..start], null));
            cuts.Add(new TextCut(text.Substring(start, length), id));
            at = start + length;
        }

        if (at < text.Length)
            cuts.Add(new TextCut(text[at..], null));
        return cuts.ToImmutable();
    }

    /// <summary>Where it was said to be, or where its words stand once; null where that isn't known.</summary>
    private static (int Start, int Length, string Id)? PlaceOf(string text, PassageView passage)
    {
        if (passage is { Start: { } start, Length: { } length })
            return (long)start + length <= text.Length ? (start, length, passage.PassageId) : null;
        if (passage.Quote is not { Length: > 0 } quote)
            return null;
        var found = text.IndexOf(quote, StringComparison.Ordinal);
        return found >= 0 && text.IndexOf(quote, found + 1, StringComparison.Ordinal) < 0 ? (found, quote.Length, passage.PassageId) : null;
    }
}
