using System.Buffers.Binary;

namespace WobWorkflow.Documents;

/// <summary>Takes out of a JPEG or PNG everything but the picture: when, where and with what it was made, comments, and small copies of how it once was.</summary>
internal static class CleanPicture
{
    private const int PngHead = 8;

    private static readonly string[] KeptChunks = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs"];

    public static CleanCopyResult Of(ReadOnlyMemory<byte> content) => content.Span[0] == 0xFF ? Jpeg(content.Span) : Png(content.Span);

    private static CleanCopy Jpeg(ReadOnlySpan<byte> content)
    {
        using var clean = new MemoryStream();
        clean.Write(content[..2]);
        var at = 2;
        // Segments, up to the first scan; a progressive picture has more segments between its scans, which hold tables alone.
        while (at + 4 <= content.Length && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xDA)
                return new CleanCopy(Scans(clean, content[at..]), DocumentType.Jpeg.Extension);
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (IsKept(marker))
                clean.Write(content.Slice(at, length));
            at += length;
        }

        throw new InvalidDataException("no picture in it");
    }

    /// <summary>JFIF and what Adobe says of the colours are needed to show it; no other application's data, and no comments, are.</summary>
    private static bool IsKept(byte marker) => marker is not (>= 0xE1 and <= 0xED or 0xEF or 0xFE);

    /// <summary>All up to the end of the picture, and nothing of what was put behind it.</summary>
    private static byte[] Scans(MemoryStream clean, ReadOnlySpan<byte> content)
    {
        for (var at = 0; at + 1 < content.Length;)
        {
            var marker = content[at + 1];
            if (content[at] != 0xFF || marker is 0x00 or 0xFF or (>= 0xD0 and <= 0xD7))
            {
                clean.WriteByte(content[at++]);
                // What follows an FF within a scan belongs to it.
                if (content[at - 1] == 0xFF && marker != 0xFF)
                    clean.WriteByte(content[at++]);
                continue;
            }

            if (marker == 0xD9)
            {
                clean.Write(content.Slice(at, 2));
                return clean.ToArray();
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (IsKept(marker))
                clean.Write(content.Slice(at, length));
            at += length;
        }

        throw new InvalidDataException("a picture without an end");
    }

    private static CleanCopy Png(ReadOnlySpan<byte> content)
    {
        using var clean = new MemoryStream();
        clean.Write(content[..PngHead]);
        for (var at = PngHead; at + 12 <= content.Length;)
        {
            var length = 12 + checked((int)BinaryPrimitives.ReadUInt32BigEndian(content[at..]));
            var type = System.Text.Encoding.ASCII.GetString(content.Slice(at + 4, 4));
            if (KeptChunks.Contains(type, StringComparer.Ordinal))
                clean.Write(content.Slice(at, length));
            at += length;
            if (type == "IEND")
                return new CleanCopy(clean.ToArray(), DocumentType.Png.Extension);
        }

        throw new InvalidDataException("a picture without an end");
    }
}
