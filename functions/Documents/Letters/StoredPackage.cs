using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Writes a package (zip) whose bytes depend on its parts alone: sorted by name, one fixed time, not compressed (a compressor may choose otherwise on another processor), and no sign of the operating system.
/// Artifacts are named by their content, so the same letter must be the same bytes wherever it is written.
/// </summary>
internal static class StoredPackage
{
    private const string ContentTypes = "[Content_Types].xml";
    private const ushort Version = 20;
    private const ushort Utf8Names = 0x0800;
    private const ushort FirstOfJanuary1980 = (1 << 5) | 1;

    public static byte[] Rewrite(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        return Write(zip.Entries.Select(entry =>
        {
            using var part = entry.Open();
            using var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        }));
    }

    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var output = new MemoryStream();
        using var directory = new MemoryStream();
        ushort count = 0;
        // A reader that streams wants the content types first.
        foreach (var (name, content) in parts.OrderBy(p => p.Name != ContentTypes).ThenBy(p => p.Name, StringComparer.Ordinal))
        {
            var at = (uint)output.Position;
            var nameBytes = Encoding.UTF8.GetBytes(name);
            var common = Common(nameBytes, content);
            output.Write(Number32(0x04034B50));
            output.Write(common);
            output.Write(nameBytes);
            output.Write(content);
            directory.Write(Number32(0x02014B50));
            directory.Write(Number16(Version));
            directory.Write(common);
            directory.Write(new byte[10]);      // comment length, disk, attributes
            directory.Write(Number32(at));
            directory.Write(nameBytes);
            count++;
        }

        var directoryAt = (uint)output.Position;
        output.Write(directory.ToArray());
        output.Write(Number32(0x06054B50));
        output.Write(new byte[4]);
        output.Write(Number16(count));
        output.Write(Number16(count));
        output.Write(Number32((uint)directory.Length));
        output.Write(Number32(directoryAt));
        output.Write(Number16(0));
        return output.ToArray();
    }

    private static byte[] Common(byte[] name, byte[] content) =>
    [
        .. Number16(Version),
        .. Number16(Utf8Names),
        .. Number16(0),                         // stored
        .. Number16(0),
        .. Number16(FirstOfJanuary1980),
        .. Number32(Crc32(content)),
        .. Number32((uint)content.Length),
        .. Number32((uint)content.Length),
        .. Number16((ushort)name.Length),
        .. Number16(0),
    ];

    private static byte[] Number16(ushort value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        return bytes;
    }

    private static byte[] Number32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static uint Crc32(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ (0xEDB88320u & (0u - (crc & 1)));
        }

        return ~crc;
    }
}
