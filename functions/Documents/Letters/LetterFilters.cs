using Fluid;
using Fluid.Values;

namespace WobWorkflow.Documents;

/// <summary>
/// The only filters that templates have. Those of Liquid itself are left out: some print a value as it is, and one reads the clock.
/// </summary>
internal static class LetterFilters
{
    public static void AddTo(FilterCollection filters)
    {
        // Several lines allowed:
        Markdown(filters, "paragraphs", value => string.Join("\n\n", Texts(value).SelectMany(PlainCharacters.Lines).Where(l => l.Length > 0).Select(MarkdownValues.Escape)));
        Markdown(filters, "lines", value => string.Join("\\\n", Texts(value).SelectMany(PlainCharacters.Lines).Where(l => l.Length > 0).Select(MarkdownValues.Escape)));
        Markdown(filters, "quote", value => string.Join("\n>\n", Texts(value).SelectMany(PlainCharacters.Lines).Where(l => l.Length > 0).Select(l => "> " + MarkdownValues.Escape(l))));
        Markdown(filters, "bullets", value => string.Join('\n', Texts(value).Select(t => "- " + MarkdownValues.Escape(t.Trim()))));
        Markdown(filters, "numbered", value => string.Join('\n', Texts(value).Select((t, i) => $"{i + 1}. " + MarkdownValues.Escape(t.Trim()))));
        Markdown(filters, "link", value => Link(value.ToStringValue()));

        Text(filters, "enumerate", value => DutchText.Enumerate([.. Texts(value)]));
        Text(filters, "article", value => DutchText.Article(value.ToStringValue(), full: false));
        Text(filters, "articles", value => DutchText.Enumerate([.. Texts(value).Select(t => DutchText.Article(t, full: false))]));
        Text(filters, "article_in_full", value => DutchText.Article(value.ToStringValue(), full: true));
        Text(filters, "act", value => ActOf(value, full: false));
        Text(filters, "act_in_full", value => ActOf(value, full: true));
        Text(filters, "number", value => DutchText.Number((int)value.ToNumberValue()));
        Text(filters, "ordinal", value => DutchText.Ordinal((int)value.ToNumberValue()));
        Text(filters, "period", value => DutchText.Period((int)value.ToNumberValue()));
        Text(filters, "sentence", value => Capitalised(value.ToStringValue()));
        Text(filters, "paper", value => value.ToObjectValue() is ParliamentaryPaper paper
            ? $"Kamerstukken II {paper.Session}, {DutchText.Enumerate(paper.Dossiers)}, nr. {paper.Number}"
            : "");
    }

    private static void Markdown(FilterCollection filters, string name, Func<FluidValue, string> filter) =>
        filters.AddFilter(name, (value, _, _) => new StringValue(filter(value), encode: false));

    private static void Text(FilterCollection filters, string name, Func<FluidValue, string> filter) =>
        filters.AddFilter(name, (value, _, _) => new StringValue(filter(value)));

    private static IEnumerable<string> Texts(FluidValue value) => value switch
    {
        ArrayValue list => list.Values.Select(v => v.ToStringValue()),
        _ when value.IsNil() => [],
        _ => [value.ToStringValue()],
    };

    private static string ActOf(FluidValue value, bool full) => DutchText.Act(value.ToStringValue() == "wob" ? "Wob" : "Woo", full);

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A link where the value is an absolute address of the web; otherwise the text as it is.</summary>
    private static string Link(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http")
            ? $"[{MarkdownValues.Escape(address)}](<{MarkdownValues.Escape(uri.AbsoluteUri)}>)"
            : MarkdownValues.Escape(address);
}
