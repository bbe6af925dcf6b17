using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownFootnote = Markdig.Extensions.Footnotes.Footnote;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using MarkdownTableCell = Markdig.Extensions.Tables.TableCell;
using MarkdownTableRow = Markdig.Extensions.Tables.TableRow;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;
using TableCell = DocumentFormat.OpenXml.Wordprocessing.TableCell;
using TableRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace WobWorkflow.Documents;

/// <summary>
/// Turns Markdown into the body of a letter: headings, paragraphs, lists, quotations, tables, links and footnotes, in the styles of the letterhead.
/// The first thematic break (<c>---</c>) ends the letter: what follows comes after the signature, on a new page; so does each next one. HTML, code blocks and pictures are not taken.
/// </summary>
internal sealed class LetterBody(MainDocumentPart main, LetterStyles styles)
{
    private static readonly MarkdownPipeline Pipeline = CreatePipeline();
    private readonly LetterNumbering numbering = new(main);
    private readonly LetterFootnotes footnotes = new(main, styles);
    private int links;

    /// <returns>The body, and what follows the signature (empty when nothing does).</returns>
    public (IReadOnlyList<OpenXmlElement> Body, IReadOnlyList<OpenXmlElement> Appendix) Convert(string markdown)
    {
        var source = Markdown.Parse(markdown, Pipeline).ToList();
        var end = source.FindIndex(block => block is ThematicBreakBlock);
        var body = Complete(source[..(end < 0 ? source.Count : end)]);
        // The closing words stay with the signature.
        if (body[^1] is Paragraph { ParagraphProperties: { } closing })
            closing.KeepNext = new();
        IReadOnlyList<OpenXmlElement> appendix = end < 0 ? [] : Complete(source[end..]);
        numbering.Save();
        footnotes.Save();
        return (body, appendix);
    }

    private List<OpenXmlElement> Complete(IEnumerable<Block> source)
    {
        var blocks = source.SelectMany(block => Blocks(block, LetterStyles.Body)).ToList();
        foreach (var (table, next) in blocks.Zip(blocks.Skip(1)))
        {
            if (table is Table && next is Paragraph { ParagraphProperties: { } properties })
                properties.SpacingBetweenLines = new() { Before = "180" };
        }

        // A control without a paragraph is not a valid one, and a table at its end needs one after it.
        if (blocks.Count == 0 || blocks[^1] is Table)
            blocks.Add(new Paragraph());
        return blocks;
    }

    private static MarkdownPipeline CreatePipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseFootnotes()
            .UseListExtras()
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true, InferColumnWidthsFromSeparator = true })
            .DisableHtml();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        return builder.Build();
    }

    private IEnumerable<OpenXmlElement> Blocks(Block block, string style) => block switch
    {
        FootnoteGroup or LinkReferenceDefinitionGroup => [],
        HeadingBlock heading => [Styled(LetterStyles.Heading(heading.Level), heading.Inline)],
        ParagraphBlock paragraph => [Styled(style, paragraph.Inline)],
        ListBlock list => List(list, level: 0),
        QuoteBlock quote => quote.SelectMany(inner => Blocks(inner, LetterStyles.Quote)),
        MarkdownTable table => [TableOf(table)],
        ThematicBreakBlock => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
        ContainerBlock container => container.SelectMany(inner => Blocks(inner, style)),
        LeafBlock leaf => [Styled(style, leaf.Inline)],
        _ => [],
    };

    private Paragraph Styled(string style, ContainerInline? inline)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = styles[style] }));
        paragraph.Append(Runs(inline, Emphasis.None, main));
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> List(ListBlock list, int level)
    {
        var number = list.IsOrdered
            ? numbering.Ordered(list.BulletType is 'a' or 'A', StartOf(list))
            : numbering.Bulleted();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = true;
            foreach (var block in item)
            {
                if (block is ListBlock nested)
                {
                    foreach (var inner in List(nested, Math.Min(level + 1, 2)))
                        yield return inner;
                    continue;
                }

                foreach (var element in Blocks(block, list.IsOrdered ? LetterStyles.Numbered : LetterStyles.Bullet))
                {
                    if (element is Paragraph { ParagraphProperties: { } properties })
                    {
                        if (first)
                            properties.NumberingProperties = new(new NumberingLevelReference { Val = level }, new NumberingId { Val = number });
                        else
                            properties.Indentation = new() { Left = LetterNumbering.Indent(level).ToString(CultureInfo.InvariantCulture), FirstLine = "0" };
                    }

                    first = false;
                    yield return element;
                }
            }
        }
    }

    private static int StartOf(ListBlock list) => list.OrderedStart switch
    {
        [>= 'a' and <= 'z'] letter => letter[0] - 'a' + 1,
        [>= 'A' and <= 'Z'] letter => letter[0] - 'A' + 1,
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var n) => n,
        _ => 1,
    };

    private Table TableOf(MarkdownTable source)
    {
        var widths = Widths(source);
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = styles[LetterStyles.Table] },
                new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0420", FirstRow = true, NoVerticalBand = true }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        foreach (var row in source.OfType<MarkdownTableRow>())
        {
            var properties = new TableRowProperties(new CantSplit());
            if (row.IsHeader)
                properties.Append(new TableHeader());
            var cells = row.OfType<MarkdownTableCell>().Take(widths.Count).Select((cell, i) => CellOf(cell, widths[i], row.IsHeader)).ToList();
            while (cells.Count < widths.Count)
                cells.Add(CellOf([], widths[cells.Count], row.IsHeader));
            table.Append(new TableRow([properties, .. cells]));
        }

        return table;
    }

    private TableCell CellOf(MarkdownTableCell source, int width, bool heading)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa }));
        var style = heading ? LetterStyles.TableHeading : LetterStyles.TableText;
        cell.Append(source.SelectMany(block => Blocks(block, style)));
        if (cell.LastChild is not Paragraph)
            cell.Append(Styled(style, null));
        return cell;
    }

    /// <summary>Column widths in twentieths of a point, in proportion to the dashes under the headings.</summary>
    private List<int> Widths(MarkdownTable source)
    {
        var columns = Math.Max(1, source.OfType<MarkdownTableRow>().Select(r => r.Count).DefaultIfEmpty(1).Max());
        var shares = source.ColumnDefinitions.Take(columns).Select(c => c.Width > 0 ? c.Width : 1f).ToList();
        while (shares.Count < columns)
            shares.Add(1);
        var page = main.Document!.Descendants<SectionProperties>().LastOrDefault();
        var size = page?.GetFirstChild<PageSize>()?.Width?.Value ?? 11906;
        var margin = page?.GetFirstChild<PageMargin>();
        var room = (int)size - (int)(margin?.Left?.Value ?? 1418) - (int)(margin?.Right?.Value ?? 1418);
        return [.. shares.Select(s => (int)(room * s / shares.Sum()))];
    }

    private IEnumerable<OpenXmlElement> Runs(ContainerInline? container, Emphasis emphasis, OpenXmlPartContainer part)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            var produced = inline switch
            {
                FootnoteLink { IsBackLink: true } => [],
                FootnoteLink link => [FootnoteOf(link.Footnote)],
                LiteralInline literal => TextRun(literal.Content.ToString(), emphasis),
                HtmlEntityInline entity => TextRun(entity.Transcoded.ToString(), emphasis),
                CodeInline code => TextRun(code.Content, emphasis),
                LineBreakInline { IsHard: true } => [new Run(new Break())],
                LineBreakInline => TextRun(" ", emphasis),
                EmphasisInline strong => Runs(strong, strong.DelimiterCount > 1 ? emphasis with { Bold = true } : emphasis with { Italic = true }, part),
                AutolinkInline { IsEmail: false } address => [LinkTo(address.Url, TextRun(address.Url, emphasis with { Link = true }), part)],
                AutolinkInline email => TextRun(email.Url, emphasis),
                LinkInline { IsImage: false, Url: { } url } link when IsWebAddress(url) => [LinkTo(url, Runs(link, emphasis with { Link = true }, part), part)],
                ContainerInline other => Runs(other, emphasis, part),
                _ => [],
            };
            foreach (var element in produced)
                yield return element;
        }
    }

    private static bool IsWebAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http" or "mailto");

    private Hyperlink LinkTo(string url, IEnumerable<OpenXmlElement> text, OpenXmlPartContainer part)
    {
        var relationship = part.AddHyperlinkRelationship(new Uri(url, UriKind.Absolute), isExternal: true, $"link{++links}");
        return new Hyperlink(text) { Id = relationship.Id, History = true };
    }

    private Run FootnoteOf(MarkdownFootnote note)
    {
        var paragraphs = note.OfType<ParagraphBlock>().Select(p => new Paragraph(Runs(p.Inline, Emphasis.None, footnotes.Part))).ToList();
        return footnotes.Add(paragraphs.Count > 0 ? paragraphs : [new Paragraph()]);
    }

    private IEnumerable<OpenXmlElement> TextRun(string text, Emphasis emphasis)
    {
        var clean = PlainCharacters.OneLine(text);
        if (clean.Length == 0)
            yield break;
        var run = new Run();
        var format = new RunProperties();
        if (emphasis.Link)
            format.Append(new RunStyle { Val = styles[LetterStyles.Hyperlink] });
        if (emphasis.Bold)
            format.Append(new Bold());
        if (emphasis.Italic)
            format.Append(new Italic());
        if (format.HasChildren)
            run.Append(format);
        run.Append(new Text(clean) { Space = SpaceProcessingModeValues.Preserve });
        yield return run;
    }

    private readonly record struct Emphasis(bool Bold, bool Italic, bool Link)
    {
        public static Emphasis None => default;
    }
}
