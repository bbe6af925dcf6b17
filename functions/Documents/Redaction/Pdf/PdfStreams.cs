using System.IO.Compression;

namespace WobWorkflow.Documents;

/// <summary>Undoes the filters of streams (ISO 32000-2, 7.4), within a budget for the whole file.</summary>
internal sealed class PdfStreams(long budget)
{
    private long _left = budget;

    /// <summary>The filters of pictures, whose bytes are judged as a picture and searched as they stand.</summary>
    private static readonly string[] OfPictures = ["DCTDecode", "DCT", "JPXDecode", "CCITTFaxDecode", "CCF", "JBIG2Decode"];

    /// <summary>What the stream says.</summary>
    /// <returns>Null where a filter is unknown or the data are damaged: then nobody can say what is in it.</returns>
    /// <exception cref="InvalidDataException">The streams of the file expand too much.</exception>
    public ReadOnlyMemory<byte>? Decode(PdfDictionary dictionary, ReadOnlyMemory<byte> raw, Func<PdfValue?, PdfValue?> resolve)
    {
        var filters = List(resolve(dictionary["Filter"]), resolve);
        var parameters = List(resolve(dictionary["DecodeParms"]), resolve);
        foreach (var (i, filter) in filters.Index())
        {
            if (filter is not PdfName { Text: var name })
                return null;
            if (OfPictures.Contains(name, StringComparer.Ordinal))
                return i == filters.Count - 1 ? raw : null;
            if (Undo(name, raw, parameters.ElementAtOrDefault(i) as PdfDictionary, resolve) is not { } next)
                return null;
            raw = next;
        }

        return raw;
    }

    private byte[]? Undo(string filter, ReadOnlyMemory<byte> raw, PdfDictionary? parameters, Func<PdfValue?, PdfValue?> resolve) => filter switch
    {
        "FlateDecode" or "Fl" => Inflate(raw) is { } bytes ? Unpredict(bytes, parameters, resolve) : null,
        "LZWDecode" or "LZW" => Lzw(raw.Span, Whole(parameters, "EarlyChange", 1, resolve)) is { } bytes ? Unpredict(bytes, parameters, resolve) : null,
        "ASCIIHexDecode" or "AHx" => Hexadecimal(raw.Span),
        "ASCII85Decode" or "A85" => Ascii85(raw.Span),
        "RunLengthDecode" or "RL" => RunLength(raw.Span),
        _ => null,
    };

    private byte[]? Inflate(ReadOnlyMemory<byte> raw)
    {
        try
        {
            using var source = new MemoryStream(raw.ToArray(), writable: false);
            using var inflated = new ZLibStream(source, CompressionMode.Decompress);
            using var all = new MemoryStream();
            var buffer = new byte[81920];
            for (int n; (n = inflated.Read(buffer)) > 0;)
            {
                Spend(n);
                all.Write(buffer, 0, n);
            }

            return all.ToArray();
        }
        catch (InvalidDataException) when (_left >= 0)
        {
            return null;
        }
    }

    private void Spend(long bytes)
    {
        _left -= bytes;
        if (_left < 0)
            throw new InvalidDataException("expands too much");
    }

    private static int Whole(PdfDictionary? parameters, string key, int otherwise, Func<PdfValue?, PdfValue?> resolve) =>
        resolve(parameters?[key]) is PdfNumber { Value: var value and > -1 and < 1_000_000 } ? (int)value : otherwise;

    private static List<PdfValue> List(PdfValue? value, Func<PdfValue?, PdfValue?> resolve) => value switch
    {
        null or PdfKeyword => [],
        PdfArray array => [.. array.Items.Select(item => resolve(item) ?? item)],
        _ => [value],
    };

    /// <summary>Predictors of PNG and TIFF, which object and cross-reference streams use.</summary>
    private static byte[]? Unpredict(byte[] bytes, PdfDictionary? parameters, Func<PdfValue?, PdfValue?> resolve)
    {
        var predictor = Whole(parameters, "Predictor", 1, resolve);
        if (predictor <= 1)
            return bytes;
        var bits = Whole(parameters, "Colors", 1, resolve) * Whole(parameters, "BitsPerComponent", 8, resolve);
        var row = ((Whole(parameters, "Columns", 1, resolve) * bits) + 7) / 8;
        var pixel = Math.Max(1, bits / 8);
        if (row <= 0)
            return null;
        return predictor == 2 ? Tiff(bytes, row, pixel) : Png(bytes, row, pixel);
    }

    private static byte[] Tiff(byte[] bytes, int row, int pixel)
    {
        for (var start = 0; start < bytes.Length; start += row)
        {
            for (var i = start + pixel; i < Math.Min(start + row, bytes.Length); i++)
                bytes[i] += bytes[i - pixel];
        }

        return bytes;
    }

    private static byte[] Png(byte[] bytes, int row, int pixel)
    {
        var rows = (bytes.Length + row) / (row + 1);
        var result = new byte[rows * row];
        for (var r = 0; r < rows; r++)
        {
            var source = bytes.AsSpan(r * (row + 1), Math.Min(row + 1, bytes.Length - (r * (row + 1))));
            for (var i = 1; i < source.Length; i++)
            {
                var at = (r * row) + i - 1;
                int left = i > pixel ? result[at - pixel] : 0, up = r > 0 ? result[at - row] : 0, corner = r > 0 && i > pixel ? result[at - row - pixel] : 0;
                result[at] = (byte)(source[i] + (source[0] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 }));
            }
        }

        return result;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - up), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private byte[]? Lzw(ReadOnlySpan<byte> raw, int early)
    {
        var result = new List<byte>();
        var table = new List<byte[]>();
        byte[]? previous = null;
        int bits = 0, held = 0, width = 9;
        foreach (var b in raw)
        {
            held = ((held << 8) | b) & 0xFFFFFF;
            bits += 8;
            if (bits < width)
                continue;
            var code = (held >> (bits - width)) & ((1 << width) - 1);
            bits -= width;
            if (code == 257)
                break;
            if (code == 256)
            {
                table.Clear();
                (previous, width) = (null, 9);
                continue;
            }

            byte[] entry;
            if (code < 256)
                entry = [(byte)code];
            else if (code - 258 < table.Count)
                entry = table[code - 258];
            else if (previous is not null && code - 258 == table.Count)
                entry = [.. previous, previous[0]];
            else
                return null;
            Spend(entry.Length);
            result.AddRange(entry);
            if (previous is not null && table.Count < 4096 - 258)
                table.Add([.. previous, entry[0]]);
            previous = entry;
            width = (table.Count + 258 + early) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }

        return [.. result];
    }

    private static byte[] Hexadecimal(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOf((byte)'>');
        var digits = System.Text.Encoding.Latin1.GetString(end < 0 ? raw : raw[..end]).Where(char.IsAsciiHexDigit).ToArray();
        return Convert.FromHexString(digits.Length % 2 == 0 ? new string(digits) : new string(digits) + "0");
    }

    private static byte[]? Ascii85(ReadOnlySpan<byte> raw)
    {
        var result = new List<byte>();
        Span<uint> group = stackalloc uint[5];
        var count = 0;
        foreach (var b in raw)
        {
            if (b == '~')
                break;
            if (PdfLexer.IsWhite(b))
                continue;
            if (b == 'z' && count == 0)
            {
                result.AddRange([0, 0, 0, 0]);
                continue;
            }

            if (b is < (byte)'!' or > (byte)'u')
                return null;
            group[count++] = (uint)(b - '!');
            if (count < 5)
                continue;
            Add(result, group, 4);
            count = 0;
        }

        if (count > 1)
        {
            group[count..].Fill(84);
            Add(result, group, count - 1);
        }

        return [.. result];
    }

    private static void Add(List<byte> result, ReadOnlySpan<uint> group, int bytes)
    {
        uint value = 0;
        foreach (var digit in group)
            value = unchecked((value * 85) + digit);
        for (var i = 0; i < bytes; i++)
            result.Add((byte)(value >> (24 - (8 * i))));
    }

    private byte[] RunLength(ReadOnlySpan<byte> raw)
    {
        var result = new List<byte>();
        for (var i = 0; i < raw.Length && raw[i] != 128;)
        {
            var length = raw[i];
            if (length < 128)
            {
                var copied = raw[(i + 1)..Math.Min(raw.Length, i + 2 + length)];
                result.AddRange(copied);
                i += length + 2;
            }
            else
            {
                Spend(257 - length);
                if (i + 1 < raw.Length)
                    result.AddRange(Enumerable.Repeat(raw[i + 1], 257 - length));
                i += 2;
            }
        }

        return [.. result];
    }
}
