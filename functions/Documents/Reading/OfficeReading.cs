using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace WobWorkflow.Documents;

/// <summary>Text of Word, Excel and PowerPoint documents, streamed from their parts.</summary>
internal static class OfficeReading
{
    private const int DeepestElement = 256;

    public static ReadDocument Read(DocumentType type, byte[] content, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(content, writable: false);
        if (type.Extension is ".docx" or ".dotx" or ".docm")
        {
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            var text = DocxText.Read(document, cancellation).All;
            return Proposing(new(type, PagesOf(document.ExtendedFilePropertiesPart), text, [], CreatedOn(document)), document);
        }

        if (type.Extension is ".xlsx" or ".xlsm")
        {
            using var workbook = SpreadsheetDocument.Open(stream, isEditable: false);
            return Proposing(new(type, null, TextOf(workbook, cancellation), [], CreatedOn(workbook)), workbook);
        }

        using var presentation = PresentationDocument.Open(stream, isEditable: false);
        var slides = (presentation.PresentationPart?.SlideParts ?? [])
            .OrderBy(s => s.Uri.OriginalString.Length).ThenBy(s => s.Uri.OriginalString, StringComparer.Ordinal)
            .Select(s => SlideText(s, cancellation))
            .ToList();
        return Proposing(new(type, slides.Count, string.Join('\n', slides), [], CreatedOn(presentation)), presentation);
    }

    /// <summary>With what its author's program wrote beside it.</summary>
    private static ReadDocument Proposing(ReadDocument read, OpenXmlPackage package)
    {
        try
        {
            return read with { From = package.PackageProperties.Creator, Title = package.PackageProperties.Title };
        }
        catch (Exception e) when (e is XmlException or FormatException or IOException)
        {
            return read;
        }
    }

    private static DateOnly? CreatedOn(OpenXmlPackage package)
    {
        try
        {
            return package.PackageProperties.Created is { } at ? DateOnly.FromDateTime(at) : null;
        }
        catch (Exception e) when (e is XmlException or FormatException or IOException)
        {
            return null;
        }
    }

    /// <summary>The pages that the author's program counted when it last saved; null when it did not say.</summary>
    private static int? PagesOf(ExtendedFilePropertiesPart? part)
    {
        if (part is null)
            return null;
        var pages = Elements(part, CancellationToken.None).FirstOrDefault(e => e.Name == "Pages").Text;
        return int.TryParse(pages, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null;
    }

    private static string TextOf(SpreadsheetDocument workbook, CancellationToken cancellation)
    {
        var main = workbook.WorkbookPart ?? throw new InvalidDataException("no workbook");
        var shared = new List<string>();
        if (main.SharedStringTablePart is { } table)
        {
            var item = new StringBuilder();
            foreach (var (name, text, ended) in Elements(table, cancellation))
            {
                if (name == "t")
                    item.Append(text);
                if (name == "si" && ended)
                {
                    shared.Add(item.ToString());
                    item.Clear();
                }
            }
        }

        var all = new StringBuilder();
        foreach (var sheet in main.WorksheetParts.OrderBy(s => s.Uri.OriginalString.Length).ThenBy(s => s.Uri.OriginalString, StringComparer.Ordinal))
        {
            var cells = new List<string>();
            foreach (var (name, text, ended, type) in Cells(sheet, cancellation))
            {
                if (name is "v" or "t")
                    cells.Add(type == "s" && int.TryParse(text, CultureInfo.InvariantCulture, out var i) && i >= 0 && i < shared.Count ? shared[i] : text);
                if (name == "row" && ended && cells.Count > 0)
                {
                    all.AppendJoin('\t', cells).Append('\n');
                    cells.Clear();
                }
            }
        }

        return all.ToString();
    }

    private static string SlideText(SlidePart slide, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        foreach (var (name, content, ended) in Elements(slide, cancellation))
        {
            if (name == "t")
                text.Append(content);
            if (name == "p" && ended && text is [.., not '\n'])
                text.Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Text, bool Ended)> Elements(OpenXmlPart part, CancellationToken cancellation) =>
        Cells(part, cancellation).Select(c => (c.Name, c.Text, c.Ended));

    /// <summary>Elements with only text as they come, and the ends of all others; with the type of the cell that they stand in.</summary>
    private static IEnumerable<(string Name, string Text, bool Ended, string? CellType)> Cells(OpenXmlPart part, CancellationToken cancellation)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        string? type = null;
        var text = new StringBuilder();
        while (xml.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (xml.Depth > DeepestElement)
                throw new InvalidDataException("too deeply nested");
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    text.Clear();
                    if (xml.LocalName == "c")
                        type = xml.GetAttribute("t");
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA or XmlNodeType.Whitespace:
                    text.Append(xml.Value);
                    break;
                case XmlNodeType.EndElement:
                    yield return (xml.LocalName, text.ToString(), true, type);
                    text.Clear();
                    break;
            }
        }
    }
}
