using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents;

/// <summary>Writes a list with a heading and a few sentences above it as a Word document, on its side. The same rows give the same bytes.</summary>
public static class TableDocument
{
    public const string Extension = ".docx";

    /// <param name="sentences">What stands above the table, a paragraph each.</param>
    /// <param name="columns">Their headings, each with its share of the width in hundredths.</param>
    /// <param name="rows">As many cells as there are columns; a cell may have several lines.</param>
    public static byte[] Write(string title, IEnumerable<string> sentences, ImmutableArray<(string Heading, int Share)> columns, IEnumerable<ImmutableArray<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            // Chance would make each file another one.
            document.ChangeIdOfPart(main, "rId1");
            main.Document = new Document(new Body(
            [
                ParagraphOf(title, bold: true, size: "28"),
                .. sentences.Select(sentence => ParagraphOf(sentence)),
                TableOf(columns, rows),
                new SectionProperties(
                    new PageSize { Width = 16838, Height = 11906, Orient = PageOrientationValues.Landscape },
                    new PageMargin { Top = 1134, Bottom = 1134, Left = 1134, Right = 1134, Header = 708, Footer = 708, Gutter = 0 }),
            ]));
            main.Document.Save();
        }

        return StoredPackage.Rewrite(stream.ToArray());
    }

    private static Table TableOf(ImmutableArray<(string Heading, int Share)> columns, IEnumerable<ImmutableArray<string>> rows)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" }, new TableBorders(Lines())),
            new TableGrid(columns.Select(_ => new GridColumn())));
        var heading = RowOf(columns, [.. columns.Select(column => column.Heading)], bold: true);
        // On each page anew.
        heading.PrependChild(new TableRowProperties(new TableHeader()));
        table.Append(heading);
        foreach (var row in rows)
            table.Append(RowOf(columns, row, bold: false));
        return table;
    }

    private static TableRow RowOf(ImmutableArray<(string Heading, int Share)> columns, ImmutableArray<string> cells, bool bold) => new(
        columns.Zip(cells, (column, cell) => new TableCell(
        [
            new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Pct, Width = (column.Share * 50).ToString(System.Globalization.CultureInfo.InvariantCulture) }),
            .. LinesOf(cell).Select(line => ParagraphOf(line, bold)),
        ])));

    private static IReadOnlyList<string> LinesOf(string cell) => PlainCharacters.Lines(cell) is { Count: > 0 } lines ? lines : [""];

    private static Paragraph ParagraphOf(string text, bool bold = false, string size = "20")
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        properties.Append(new FontSize { Val = size });
        return new Paragraph(new Run(properties, new Text(PlainCharacters.OneLine(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static IEnumerable<OpenXmlElement> Lines() =>
        new BorderType[] { new TopBorder(), new LeftBorder(), new BottomBorder(), new RightBorder(), new InsideHorizontalBorder(), new InsideVerticalBorder() }.Select(line =>
        {
            (line.Val, line.Size, line.Color) = (BorderValues.Single, 4, "808080");
            return line;
        });
}
