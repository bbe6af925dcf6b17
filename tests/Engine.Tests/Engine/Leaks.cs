using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Engine.Tests;

/// <summary>
/// Looks for words in a file by all means: in its bytes, in the files that it holds, in every stream that can be unpacked, whatever the encoding, the case and the
/// spaces between. It knows nothing of how the engine reads or writes files.
/// </summary>
internal static class Leaks
{
    private const int Run = 12;

    public static Dictionary<string, byte[]> EntriesOf(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var bytes = new MemoryStream();
            using var content = entry.Open();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>Every run of twelve letters or digits of these words.</summary>
    public static HashSet<string> RunsOf(IEnumerable<string> words) =>
        words.Select(Squash).SelectMany(text => Enumerable.Range(0, Math.Max(0, text.Length - Run + 1)).Select(i => text.Substring(i, Run))).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether any of these runs stands in the content.</summary>
    public static bool In(byte[] content, HashSet<string> runs)
    {
        var known = runs.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in Layers(content, 0).SelectMany(Readings))
        {
            for (var i = 0; i + Run <= text.Length; i++)
            {
                if (known.Contains(text.AsSpan(i, Run)))
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<byte[]> Layers(byte[] content, int depth)
    {
        yield return content;
        if (depth > 3)
            yield break;
        if (content is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            foreach (var (name, inner) in EntriesOf(new MemoryStream(content)))
            {
                yield return Encoding.UTF8.GetBytes(name);
                foreach (var layer in Layers(inner, depth + 1))
                    yield return layer;
            }
        }

        // Any place where a zlib stream may begin, whatever the file says about itself.
        for (var i = 0; i + 2 < content.Length; i++)
        {
            if ((content[i] & 0x0F) == 8 && (content[i] >> 4) <= 7 && ((content[i] << 8) | content[i + 1]) % 31 == 0 && Inflated(content, i) is { Length: > 4 } inner)
            {
                yield return inner;
                // Text of a PDF page as its strings hold it: pieces between brackets, in hexadecimal or with kerning between.
                yield return Encoding.Latin1.GetBytes(string.Concat(Strings(inner)));
            }
        }
    }

    private static byte[] Inflated(byte[] content, int at)
    {
        using var bytes = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(content, at, content.Length - at), CompressionMode.Decompress);
            zlib.CopyTo(bytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // What came out before it broke off counts too.
        }

        return bytes.ToArray();
    }

    private static IEnumerable<string> Strings(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(' && text.IndexOf(')', i) is var end and > 0)
                yield return text[(i + 1)..end];
            else if (text[i] == '<' && text.IndexOf('>', i) is var close and > 0 && text[(i + 1)..close] is var hex && hex.Length % 2 == 0 && hex.All(char.IsAsciiHexDigit))
                yield return Encoding.Latin1.GetString(Convert.FromHexString(hex));
        }
    }

    private static IEnumerable<string> Readings(byte[] layer)
    {
        yield return Squash(Encoding.Latin1.GetString(layer));
        yield return Squash(Encoding.UTF8.GetString(layer));
        yield return Squash(Encoding.Unicode.GetString(layer));
        yield return Squash(Encoding.BigEndianUnicode.GetString(layer));
    }

    private static string Squash(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
