using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace WobWorkflow.Documents;

/// <summary>The rows of the first sheet of a workbook, as they come: the value of each cell, never the formula behind it.</summary>
internal static class WorkbookRows
{
    private const int DeepestElement = 64;

    /// <summary>Columns beyond hold nothing that a report says.</summary>
    private const int MostColumns = 200;

    public static IEnumerable<(int Number, ImmutableArray<string?> Cells)> Of(byte[] content, CancellationToken cancellation)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
        var main = workbook.WorkbookPart ?? throw new InvalidDataException("no workbook");
        var first = main.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value ?? throw new InvalidDataException("no sheet");
        var shared = main.SharedStringTablePart is { } table ? Shared(table, cancellation) : [];
        foreach (var row in Rows((WorksheetPart)main.GetPartById(first), shared, cancellation))
            yield return row;
    }

    private static List<string> Shared(SharedStringTablePart table, CancellationToken cancellation)
    {
        var shared = new List<string>();
        using var xml = Open(table);
        var (text, phonetic) = (new StringBuilder(), false);
        while (Next(xml, cancellation))
        {
            if (xml.LocalName == "rPh")
                phonetic = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                text.Clear();
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "t", IsEmptyElement: false } && !phonetic)
                text.Append(TextIn(xml, cancellation));
            if (xml.LocalName == "si" && (xml.NodeType == XmlNodeType.EndElement || xml.IsEmptyElement))
                shared.Add(text.ToString());
        }

        return shared;
    }

    private static IEnumerable<(int Number, ImmutableArray<string?> Cells)> Rows(WorksheetPart sheet, List<string> shared, CancellationToken cancellation)
    {
        using var xml = Open(sheet);
        var (number, column, type) = (0, -1, "");
        var cells = new List<string?>();
        var text = new StringBuilder();
        while (Next(xml, cancellation))
        {
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "row"):
                    number = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var row) && row > number ? row : number + 1;
                    (column, cells) = (-1, []);
                    break;
                case (XmlNodeType.Element, "c"):
                    column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                    type = xml.GetAttribute("t") ?? "n";
                    text.Clear();
                    break;
                case (XmlNodeType.Element, "v" or "t") when !xml.IsEmptyElement:
                    text.Append(TextIn(xml, cancellation));
                    break;
                case (XmlNodeType.EndElement, "c") when column < MostColumns:
                    while (cells.Count <= column)
                        cells.Add(null);
                    cells[column] = ReportReader.CellOf(ValueOf(type, text.ToString(), shared));
                    break;
                case (XmlNodeType.EndElement, "row"):
                    yield return (number, [.. cells]);
                    break;
            }
        }
    }

    private static string? ValueOf(string type, string text, List<string> shared) => type switch
    {
        "s" => int.TryParse(text, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < shared.Count ? shared[i] : null,
        "e" => null,
        // A whole number is written as people write it, whatever the program made of it.
        "n" when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value == Math.Truncate(value) && Math.Abs(value) < 1e15 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => text,
    };

    /// <summary>Of <c>C7</c> 2; null where it isn't said.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetter))
            column = Math.Min(MostColumns + 1, (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1));
        return column == 0 ? null : column - 1;
    }

    private static string TextIn(XmlReader xml, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        while (Next(xml, cancellation) && xml.NodeType != XmlNodeType.EndElement)
            text.Append(xml.Value);
        return text.ToString();
    }

    private static XmlReader Open(OpenXmlPart part) =>
        XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true });

    private static bool Next(XmlReader xml, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return xml.Read() && (xml.Depth <= DeepestElement ? true : throw new InvalidDataException("too deeply nested"));
    }
}
