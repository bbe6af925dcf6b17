using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using SkiaSharp;
using WobWorkflow.Cases;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace WobWorkflow.Documents.Tests;

/// <summary>A document without pages in which a name is withheld, and its rendition as a person would print it to PDF: line under line, with the code in the place of the name.</summary>
internal sealed class TextPaper
{
    public const string Name = Memo.Name;
    private const string Code = "5.1.2e";
    private const double LineHeight = 14;

    /// <summary>One of each format of which a rendition is accepted.</summary>
    public static ImmutableSortedDictionary<string, Func<byte[]>> Originals { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["DOCX"] = Letter,
        ["EML"] = Mail,
        ["XLSX"] = Workbook,
        ["TXT"] = () => Encoding.UTF8.GetBytes($"Verslag\nAanwezig waren mevrouw {Name} en de secretaris.\nBesloten is niets te doen.\n"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private TextPaper(byte[] original)
    {
        Original = original;
        var text = new DocumentReader().Read(original, null).Text;
        Passages = [.. Places(text).Select(at => new WithheldPassage(1, new TextRange(at, Name.Length), [], null, [Code]))];
        Lines = [.. text.Replace(Name, Code, StringComparison.Ordinal).Split('\n')];
    }

    public byte[] Original { get; }

    public ImmutableArray<WithheldPassage> Passages { get; }

    /// <summary>What is printed, for a test to spoil.</summary>
    public List<string> Lines { get; }

    public RedactionTask Task => new(Original, Passages, []);

    /// <summary>The file around it, for a test to spoil.</summary>
    public Memo Memo { get; } = new() { WithSecondPage = false };

    public static TextPaper Of(string format) => new(Originals[format]());

    public byte[] ToArray()
    {
        foreach (var (i, line) in Lines.Index())
            Memo.Content1.Append(Memo.Words(Memo.Left, LineOf(i), line.Replace('\t', ' ')));
        return Memo.ToArray();
    }

    public static double LineOf(int line) => 790 - (line * LineHeight);

    /// <summary>The name in a place where nothing else stands.</summary>
    public static string TheName(string before = "0 g", double x = Memo.Left, double y = 100) => Memo.Words(x, y, Name, before);

    /// <summary>The name, or another text, in an embedded font whose glyphs are said to be something else: it can be read, and not be copied.</summary>
    /// <param name="said">What they are said to be; null for nothing at all.</param>
    /// <param name="text">What is drawn.</param>
    /// <returns>The content that draws it.</returns>
    public static string Disguised(Memo memo, char? said, double x = Memo.Left, double y = 100, string text = Name)
    {
        using var stream = typeof(RedactionMaker).Assembly.GetManifestResourceStream("Arimo-Regular.ttf")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        using var face = SKTypeface.FromData(SKData.CreateCopy(file.ToArray()));
        var glyphs = face.GetGlyphs(text);
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        map.Append(CultureInfo.InvariantCulture, $"{glyphs.Distinct().Count()} beginbfchar\n");
        foreach (var glyph in glyphs.Distinct())
            map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{(int)(said ?? ' '):X4}>\n");
        map.Append("endbfchar endcmap end end\n");
        var program = memo.File.AddStream(file.ToArray(), $"/Length1 {file.Length}");
        var descriptor = memo.File.Add($"<< /Type /FontDescriptor /FontName /Arimo /Flags 4 /FontBBox [-500 -300 1500 1000] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 {program} 0 R >>");
        var descendant = memo.File.Add($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arimo /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 600 /CIDToGIDMap /Identity >>");
        var font = memo.File.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /Arimo /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] {(said is null ? "" : $"/ToUnicode {memo.File.AddStream(map.ToString())} 0 R")} >>");
        memo.Fonts = $"/D {font} 0 R";
        return string.Create(CultureInfo.InvariantCulture, $"BT /D 10 Tf 0 g {x} {y} Td <{string.Concat(glyphs.Select(glyph => $"{glyph:X4}"))}> Tj ET\n");
    }

    /// <summary>The page as a picture of it, with the name in it for all to read.</summary>
    public static byte[] Scan()
    {
        using var bitmap = new SKBitmap(600, 400);
        using (var canvas = new SKCanvas(bitmap))
        using (var ink = new SKPaint { Color = SKColors.Black })
        using (var face = SKTypeface.FromStream(typeof(RedactionMaker).Assembly.GetManifestResourceStream("Arimo-Regular.ttf")))
        using (var font = new SKFont(face, 24))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawText(Name, 40, 200, SKTextAlign.Left, font, ink);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }

    private static IEnumerable<int> Places(string text)
    {
        for (var at = text.IndexOf(Name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Name, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    private static byte[] Letter()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            string[] paragraphs = ["Verslag van het gesprek", $"Aanwezig waren mevrouw {Name} en de secretaris.", "Besloten is niets te doen."];
            document.AddMainDocumentPart().Document = new(new Word.Body(paragraphs.Select(text => new Word.Paragraph(new Word.Run(new Word.Text(text))))));
        }

        return stream.ToArray();
    }

    private static byte[] Mail() => Encoding.ASCII.GetBytes(
        $"From: J. {Name} <j@example.nl>\nTo: b@example.nl\nSubject: Verslag\nDate: Thu, 12 Apr 2018 10:00:00 +0200\nMessage-ID: <a@b>\n\nBesloten is niets te doen.\nGroet van mevrouw {Name}\n");

    private static byte[] Workbook()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Sheet.Workbook(new Sheet.Sheets(new Sheet.Sheet { Name = "Lijst", SheetId = 1, Id = "s1" }));
            string[][] rows = [["Naam", "Besluit"], [$"mevrouw {Name}", "niets te doen"], ["de secretaris", "akkoord"]];
            workbook.AddNewPart<WorksheetPart>("s1").Worksheet = new Sheet.Worksheet(new Sheet.SheetData(rows.Select(row => new Sheet.Row(row.Select(text =>
                new Sheet.Cell(new Sheet.InlineString(new Sheet.Text(text))) { DataType = Sheet.CellValues.InlineString })))));
        }

        return stream.ToArray();
    }
}
