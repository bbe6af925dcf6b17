using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace WobWorkflow.Engine;

/// <summary>
/// The text of an act as published, for as far as decisions cite it: public law text, on one day. What it said on another day is not known here, and of a
/// paragraph that is known to have been worded otherwise the text is not given out as that of another day.
/// </summary>
/// <param name="ValidOn">The day of which this is the text.</param>
/// <param name="Source">Where it was published.</param>
/// <param name="BwbId">The act in the register of national legislation (Basiswettenbestand).</param>
internal sealed record StatuteText(string Act, string BwbId, DateOnly ValidOn, string Source, ImmutableArray<StatuteArticle> Articles)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<StatuteText> TheWoo = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("statutes/woo-2025-02-12.json")!;
        return JsonSerializer.Deserialize<StatuteText>(stream, Options)!;
    });

    /// <summary>The Wet open overheid. Of the Wob there is no text here.</summary>
    public static StatuteText Woo => TheWoo.Value;

    /// <param name="article">For instance <c>5.1</c>.</param>
    /// <param name="paragraph">Null for the article as a whole.</param>
    /// <param name="on">The day for which it is asked.</param>
    /// <returns>The text line by line; null where it isn't here, or was worded otherwise on other days.</returns>
    public string? Find(string article, int? paragraph, DateOnly on)
    {
        var found = Articles.FirstOrDefault(one => one.Article == article)?.Paragraphs.Where(one => paragraph is null || one.Paragraph == paragraph).ToList() ?? [];
        return found.Count == 0 || (on != ValidOn && found.Exists(one => one.Changed)) ? null : string.Join('\n', found.SelectMany(one => found.Count == 1 ? one.Lines : Numbered(one)));
    }

    private static IEnumerable<string> Numbered(StatuteParagraph paragraph) =>
        paragraph.Lines.Select((line, i) => i == 0 && paragraph.Paragraph is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number}. {line}") : line);
}

internal sealed record StatuteArticle(string Article, ImmutableArray<StatuteParagraph> Paragraphs);

/// <param name="Paragraph">Its number (lid); null where the article has no numbered paragraphs.</param>
/// <param name="Lines">The first line, and a line for each lettered part.</param>
/// <param name="Changed">Whether it is known to have been worded otherwise on other days.</param>
internal sealed record StatuteParagraph(int? Paragraph, ImmutableArray<string> Lines, bool Changed = false);
