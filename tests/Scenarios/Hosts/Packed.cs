using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>Looks into packages, as far down as bytes go.</summary>
internal static class Packed
{
    public static Dictionary<string, byte[]> Entries(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>Whether a word stands in a file: in its bytes, in the archives and packed streams in it, or in what a reader of PDF makes of it.</summary>
    public static bool Holds(byte[] content, string word)
    {
        if (new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode }.Any(encoding => content.AsSpan().IndexOf(encoding.GetBytes(word)) >= 0))
            return true;
        if (content is [(byte)'P', (byte)'K', ..])
            return Entries(content).Any(entry => entry.Key.Contains(word, StringComparison.OrdinalIgnoreCase) || Holds(entry.Value, word));
        if (content is not [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..])
            return false;
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(content);
        return pdf.GetPages().Any(page => page.Text.Replace(" ", "", StringComparison.Ordinal).Contains(word.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
            || Streams(content).Any(stream => Encoding.Latin1.GetString(stream).Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<byte[]> Streams(byte[] pdf)
    {
        for (var at = 0; at < pdf.Length - 2; at++)
        {
            // The beginning of a packed stream (zlib).
            if (pdf[at] != 0x78 || pdf[at + 1] is not (0x01 or 0x5E or 0x9C or 0xDA))
                continue;
            using var unpacked = new MemoryStream();
            try
            {
                using var packed = new ZLibStream(new MemoryStream(pdf, at, pdf.Length - at), CompressionMode.Decompress);
                packed.CopyTo(unpacked);
            }
            catch (InvalidDataException)
            {
                // No stream after all, or one with something behind it: what could be read counts.
            }

            yield return unpacked.ToArray();
        }
    }
}
