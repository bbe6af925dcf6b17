using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace WobWorkflow.Documents;

/// <summary>What a Word document (DOCX) says, in reading order, without what its author deleted under tracked changes.</summary>
/// <param name="Paragraphs">Paragraphs of the body, those in tables included. A reference to footnote n shows as <c>[^n]</c>, n being its place in <paramref name="Footnotes"/>, from 1.</param>
/// <param name="Footnotes">The footnotes, in the order in which the body refers to them.</param>
/// <param name="Headers">Paragraphs with text of all headers.</param>
/// <param name="Footers">Paragraphs with text of all footers.</param>
public sealed record DocxText(
    ImmutableArray<DocxParagraph> Paragraphs,
    ImmutableArray<string> Footnotes,
    ImmutableArray<string> Headers,
    ImmutableArray<string> Footers)
{
    private const int DeepestElement = 256;

    /// <summary>Everything, a line for each paragraph that has text.</summary>
    public string All => string.Join('\n', Headers.Concat(Paragraphs.Select(p => p.Text)).Concat(Footnotes).Concat(Footers).Where(t => t.Length > 0));

    /// <summary>Reads a document.</summary>
    /// <exception cref="InvalidDataException">It is no Word document, or it is a broken or hostile one.</exception>
    public static DocxText Read(byte[] content)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            return Read(document, CancellationToken.None);
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException or IOException or ArgumentException)
        {
            throw new InvalidDataException("not a readable Word document", e);
        }
    }

    internal static DocxText Read(WordprocessingDocument document, CancellationToken cancellation)
    {
        var main = document.MainDocumentPart ?? throw new InvalidDataException("no main part");
        var notes = main.FootnotesPart is { } footnotesPart
            ? ParagraphsOf(footnotesPart, cancellation).Where(p => p.Note is not null).ToLookup(p => p.Note!, p => p.Text, StringComparer.Ordinal)
            : Enumerable.Empty<ReadParagraph>().ToLookup(p => "", p => "", StringComparer.Ordinal);
        var order = new List<string>();
        var body = ParagraphsOf(main, cancellation, id =>
        {
            order.Add(id);
            return string.Create(CultureInfo.InvariantCulture, $"[^{order.Count}]");
        });
        return new(
            [.. body.Select(p => new DocxParagraph(p.Style, p.Text))],
            [.. order.Select(id => string.Join('\n', notes[id]).Trim())],
            [.. main.HeaderParts.SelectMany(h => ParagraphsOf(h, cancellation)).Select(p => p.Text).Where(t => t.Length > 0)],
            [.. main.FooterParts.SelectMany(f => ParagraphsOf(f, cancellation)).Select(p => p.Text).Where(t => t.Length > 0)]);
    }

    /// <summary>Streams, and never builds a tree: an element nested a hundred thousand deep must not take the process down.</summary>
    private static List<ReadParagraph> ParagraphsOf(OpenXmlPart part, CancellationToken cancellation, Func<string, string>? reference = null)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var done = new List<ReadParagraph>();
        var open = new Stack<(StringBuilder Text, string? Style)>();
        string? note = null;
        var advance = true;
        while (advance ? xml.Read() : !xml.EOF)
        {
            advance = true;
            cancellation.ThrowIfCancellationRequested();
            if (xml.Depth > DeepestElement)
                throw new InvalidDataException("too deeply nested");
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "p" && IsWord(xml) && open.Count > 0)
            {
                var (text, style) = open.Pop();
                done.Add(new(style, text.ToString(), note));
            }

            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml is { LocalName: "Fallback", NamespaceURI: "http://schemas.openxmlformats.org/markup-compatibility/2006" })
            {
                xml.Skip();     // the same text as in its Choice
                advance = false;
                continue;
            }

            if (!IsWord(xml))
                continue;
            switch (xml.LocalName)
            {
                case "footnote":
                    note = Attribute(xml, "type") is null or "normal" ? Attribute(xml, "id") : null;
                    break;
                case "p" when xml.IsEmptyElement:
                    done.Add(new(null, "", note));
                    break;
                case "p":
                    open.Push((new(), null));
                    break;
                case "pStyle" when open.TryPop(out var paragraph):
                    open.Push(paragraph with { Style = Attribute(xml, "val") });
                    break;
                case "t" when open.TryPeek(out var paragraph) && !xml.IsEmptyElement:
                    paragraph.Text.Append(xml.ReadElementContentAsString());
                    advance = false;
                    break;
                case "tab" when open.TryPeek(out var paragraph) && Attribute(xml, "val") is null:
                    paragraph.Text.Append('\t');
                    break;
                case "br" or "cr" when open.TryPeek(out var paragraph):
                    paragraph.Text.Append('\n');
                    break;
                case "noBreakHyphen" when open.TryPeek(out var paragraph):
                    paragraph.Text.Append('-');
                    break;
                case "footnoteReference" when open.TryPeek(out var paragraph) && Attribute(xml, "id") is { } id:
                    paragraph.Text.Append(reference?.Invoke(id));
                    break;
            }
        }

        return done;
    }

    private static bool IsWord(XmlReader xml) =>
        xml.NamespaceURI is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private static string? Attribute(XmlReader xml, string name) => xml.GetAttribute(name, xml.NamespaceURI);

    private sealed record ReadParagraph(string? Style, string Text, string? Note);
}

/// <summary>A paragraph.</summary>
/// <param name="Style">Id of its style; null for the default.</param>
public sealed record DocxParagraph(string? Style, string Text);
