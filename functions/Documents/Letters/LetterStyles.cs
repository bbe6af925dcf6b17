using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents;

/// <summary>
/// The styles of a letterhead by name. Word keeps the names of built-in styles in English whatever the language of the program, while their ids are translated
/// (<c>Kop1</c>). A style that the letterhead lacks is taken from ours.
/// </summary>
internal sealed class LetterStyles
{
    public const string Body = "Body Text";
    public const string Quote = "Quote";
    public const string Bullet = "List Bullet";
    public const string Numbered = "List Number";
    public const string Hyperlink = "Hyperlink";
    public const string FootnoteText = "footnote text";
    public const string FootnoteReference = "footnote reference";
    public const string Table = "Letter Table";
    public const string TableHeading = "Letter Table Heading";
    public const string TableText = "Letter Table Text";

    private readonly ImmutableDictionary<string, string> ids;

    private LetterStyles(ImmutableDictionary<string, string> ids) => this.ids = ids;

    public static string Heading(int level) => $"heading {Math.Clamp(level, 1, 3)}";

    public string this[string name] => ids[name];

    public static LetterStyles Of(MainDocumentPart main)
    {
        var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>("styles");
        var styles = part.Styles ??= new Styles();
        using var ours = WordprocessingDocument.Open(new MemoryStream(LetterTemplates.Default(LetterTemplates.Letterhead)), isEditable: false);
        var present = styles.Elements<Style>().Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var usedIds = styles.Elements<Style>().Select(s => s.StyleId?.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var style in ours.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>())
        {
            if (!present.Contains(NameOf(style)) && !usedIds.Contains(style.StyleId!.Value))
                styles.Append(style.CloneNode(deep: true));
        }

        styles.Save();
        return new(styles.Elements<Style>()
            .Where(s => s.StyleId?.Value is not null)
            .DistinctBy(NameOf, StringComparer.OrdinalIgnoreCase)
            .ToImmutableDictionary(NameOf, s => s.StyleId!.Value!, StringComparer.OrdinalIgnoreCase));
    }

    private static string NameOf(Style style) => style.StyleName?.Val?.Value ?? "";
}
