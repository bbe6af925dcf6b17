using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents;

/// <summary>Writes the annex with the articles that a decision uses (bijlage met wetsartikelen), as a Word document. The same rows give the same bytes.</summary>
public static class ArticlesAnnex
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Extension = ".docx";

    private static readonly string[] Headers = ["Artikel", "Belang", "Bijzonderheden", "Documenten"];

    public static byte[] Write(ImmutableArray<ArticleUsed> articles)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            // Chance would make each file another one.
            document.ChangeIdOfPart(main, "rId1");
            main.Document = new Document(new Body(
            [
                Paragraph("Bijlage: gebruikte wetsartikelen", bold: true, size: "28"),
                articles.IsEmpty ? Paragraph("In dit besluit zijn geen weigeringsgronden gebruikt.") : TableOf(articles),
                new SectionProperties(new PageSize { Width = 11906, Height = 16838 }, new PageMargin { Top = 1417, Bottom = 1417, Left = 1417, Right = 1417, Header = 708, Footer = 708, Gutter = 0 }),
            ]));
            main.Document.Save();
        }

        return StoredPackage.Rewrite(stream.ToArray());
    }

    private static Table TableOf(ImmutableArray<ArticleUsed> articles)
    {
        var line = new Func<BorderType, BorderType>(border =>
        {
            (border.Val, border.Size, border.Color) = (BorderValues.Single, 4, "808080");
            return border;
        });
        var table = new Table(new TableProperties(
            new TableWidth { Type = TableWidthUnitValues.Pct, Width = "5000" },
            new TableBorders(line(new TopBorder()), line(new LeftBorder()), line(new BottomBorder()), line(new RightBorder()), line(new InsideHorizontalBorder()), line(new InsideVerticalBorder()))),
            new TableGrid(Headers.Select(_ => new GridColumn())));
        // The headers come again on each page.
        table.Append(RowOf(Headers, bold: true, new TableRowProperties(new TableHeader())));
        foreach (var article in articles)
            table.Append(RowOf([article.Article, article.Interest, article.Note ?? "", article.Documents], bold: false, properties: null));
        return table;
    }

    private static TableRow RowOf(string[] cells, bool bold, TableRowProperties? properties)
    {
        var row = new TableRow();
        if (properties is not null)
            row.Append(properties);
        row.Append(cells.Select(cell => new TableCell(Paragraph(cell, bold))));
        return row;
    }

    private static Paragraph Paragraph(string text, bool bold = false, string? size = null)
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        if (size is not null)
            properties.Append(new FontSize { Val = size });
        return new Paragraph(new Run(properties, new Text(PlainCharacters.OneLine(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }
}

/// <summary>An article that a decision uses.</summary>
/// <param name="Article">In full: <c>artikel 5.1, tweede lid, aanhef en onder e, van de Woo</c>.</param>
/// <param name="Interest">The interest that it protects.</param>
/// <param name="Note">What limits it; null where nothing does.</param>
/// <param name="Documents">On which documents it was used, by their numbers: <c>1, 4-7</c>.</param>
public sealed record ArticleUsed(string Article, string Interest, string? Note, string Documents);
