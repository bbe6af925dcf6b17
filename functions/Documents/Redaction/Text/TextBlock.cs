using System.Collections.Immutable;

namespace WobWorkflow.Documents;

/// <summary>A paragraph of a document without pages, and where it begins in the text as it was read.</summary>
internal sealed record TextBlock(TextBlockKind Kind, int Start, string Text)
{
    /// <summary>The paragraphs of a document, for the formats that are rebuilt; one after the other they are the text as it was read.</summary>
    public static ImmutableArray<TextBlock> Of(byte[] content, DocumentReading reading)
    {
        var blocks = reading.Extension is ".docx" or ".dotx" or ".docm" ? OfWord(DocxText.Read(content)) : [];
        // What doesn't come out as it was read isn't styled: ranges count in the text as it was read.
        return string.Join('\n', blocks.Select(block => block.Text)) == reading.Text ? blocks : OfLines(reading.Text);
    }

    private static ImmutableArray<TextBlock> OfWord(DocxText word)
    {
        var lines = word.Headers.Select(text => (Kind: TextBlockKind.Aside, Text: text))
            .Concat(word.Paragraphs.Select(paragraph => (Kind: KindOf(paragraph.Style), paragraph.Text)))
            .Concat(word.Footnotes.Select(text => (Kind: TextBlockKind.Aside, Text: text)))
            .Concat(word.Footers.Select(text => (Kind: TextBlockKind.Aside, Text: text)))
            .Where(line => line.Text.Length > 0);
        return Placed(lines);
    }

    private static ImmutableArray<TextBlock> OfLines(string text) => Placed(text.Split('\n').Select(line => (TextBlockKind.Body, line)));

    private static ImmutableArray<TextBlock> Placed(IEnumerable<(TextBlockKind Kind, string Text)> lines)
    {
        var start = 0;
        var blocks = ImmutableArray.CreateBuilder<TextBlock>();
        foreach (var (kind, text) in lines)
        {
            blocks.Add(new(kind, start, text));
            start += text.Length + 1;
        }

        return blocks.ToImmutable();
    }

    /// <summary>Built-in styles have English ids; those of a Dutch Word have Dutch ones.</summary>
    private static TextBlockKind KindOf(string? style) => style?.ToUpperInvariant() switch
    {
        "TITLE" or "TITEL" => TextBlockKind.Title,
        "HEADING1" or "KOP1" => TextBlockKind.Heading1,
        "HEADING2" or "KOP2" => TextBlockKind.Heading2,
        "HEADING3" or "HEADING4" or "KOP3" or "KOP4" => TextBlockKind.Heading3,
        _ => TextBlockKind.Body,
    };
}

internal enum TextBlockKind
{
    Body,
    Title,
    Heading1,
    Heading2,
    Heading3,

    /// <summary>Header, footer or footnote.</summary>
    Aside,
}
