using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Writes a PDF anew with nothing but what its pages need: no information about the document, no XMP, no data that programs keep for themselves, no thumbnails, and
/// nothing that no page refers to. What comes out passes the same inspection as a redacted rendition, or it is not clean.
/// </summary>
internal static class CleanPdf
{
    private static readonly HashSet<string> Dropped = new(StringComparer.Ordinal) { "Metadata", "PieceInfo", "LastModified", "Thumb", "SpiderInfo" };

    private static readonly WithheldWords Nothing = new([], []);

    public static CleanCopyResult Of(ReadOnlyMemory<byte> content, ReadingLimits limits)
    {
        var scan = PdfScan.Of(content, limits.ExpandedBytes);
        if (scan.Trailers.Exists(trailer => trailer.Has("Encrypt")) || scan.Unreadable.Count > 0)
            return new NotCleaned(NotCleaned.Unreadable);
        // Which of two versions of an object is shown can't be told from the objects alone.
        if (scan.Overwritten)
            return new NotCleaned(NotCleaned.HiddenParts);
        if (scan.Trailers.LastOrDefault(trailer => trailer.Has("Root"))?["Root"] is not PdfReference { Number: var root } || scan[root] is null)
            return new NotCleaned(NotCleaned.Unreadable);
        var written = Rewrite(scan, root);
        return new StructureInspection(PdfScan.Of(written, limits.ExpandedBytes), Nothing).Run().Any()
            ? new NotCleaned(NotCleaned.HiddenParts)
            : new CleanCopy(written, DocumentType.Pdf.Extension);
    }

    private static byte[] Rewrite(PdfScan scan, int root)
    {
        var writer = new PdfWriter();
        var numbers = new Dictionary<int, int>();
        var open = new Queue<int>();
        int NumberOf(int old)
        {
            if (!numbers.TryGetValue(old, out var number))
            {
                numbers[old] = number = writer.Reserve();
                open.Enqueue(old);
            }

            return number;
        }

        NumberOf(root);
        while (open.TryDequeue(out var old))
        {
            var text = new StringBuilder();
            if (scan[old] is not { } item)
                text.Append("null");
            else if (item.Stream is null)
                Write(text, item.Value, NumberOf);
            else
                Write(text, new PdfDictionary(item.Dictionary!.Entries.Where(entry => entry.Key != "Length").ToDictionary(StringComparer.Ordinal)), NumberOf);
            if (scan[old]?.Stream is { } stream)
                writer.SetPacked(numbers[old], text.ToString()[2..^2], stream.ToArray());
            else
                writer.Set(numbers[old], text.ToString());
        }

        return writer.ToArray(numbers[root]);
    }

    private static void Write(StringBuilder to, PdfValue value, Func<int, int> numberOf)
    {
        switch (value)
        {
            case PdfName name:
                WriteName(to, name.Text);
                break;
            case PdfNumber number:
                to.Append(number.Value.ToString("0.##########", CultureInfo.InvariantCulture));
                break;
            case PdfKeyword keyword:
                to.Append(keyword.Text);
                break;
            case PdfReference reference:
                to.Append(CultureInfo.InvariantCulture, $"{numberOf(reference.Number)} 0 R");
                break;
            case PdfBytes bytes:
                to.Append('<').Append(Convert.ToHexString(bytes.Bytes)).Append('>');
                break;
            case PdfArray array:
                to.Append('[');
                foreach (var item in array.Items)
                {
                    Write(to, item, numberOf);
                    to.Append(' ');
                }

                to.Append(']');
                break;
            case PdfDictionary dictionary:
                to.Append("<<");
                foreach (var (key, item) in dictionary.Entries.Where(entry => !Dropped.Contains(entry.Key)))
                {
                    WriteName(to, key);
                    to.Append(' ');
                    Write(to, item, numberOf);
                    to.Append('\n');
                }

                to.Append(">>");
                break;
            default:
                throw new InvalidDataException("a value of no known kind");
        }
    }

    private static void WriteName(StringBuilder to, string name)
    {
        to.Append('/');
        foreach (var b in Encoding.Latin1.GetBytes(name))
        {
            if (b is > 32 and < 127 && !"#/()<>[]{}%".Contains((char)b, StringComparison.Ordinal))
                to.Append((char)b);
            else
                to.Append(CultureInfo.InvariantCulture, $"#{b:X2}");
        }
    }
}
