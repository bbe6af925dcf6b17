using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>Reads values from bytes, one after the other. Broken input ends in <see cref="InvalidDataException"/> and never in a loop.</summary>
internal sealed class PdfLexer(ReadOnlyMemory<byte> content, int position = 0)
{
    private const int Deepest = 100;

    public int Position { get; set; } = position;

    public bool AtEnd => Position >= content.Length;

    /// <summary>Text of the comments that were passed over.</summary>
    public List<string> Comments { get; } = [];

    private ReadOnlySpan<byte> Rest => content.Span[Position..];

    public static bool IsWhite(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    public static bool IsDelimiter(byte b) => b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    public void SkipWhite()
    {
        while (!AtEnd)
        {
            var b = content.Span[Position];
            if (IsWhite(b))
            {
                Position++;
            }
            else if (b == '%')
            {
                var end = Rest.IndexOfAny((byte)10, (byte)13);
                end = end < 0 ? Rest.Length : end;
                Comments.Add(Encoding.Latin1.GetString(Rest[1..end]));
                Position += end;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The next value; null at the end, or before a closing bracket that belongs to nothing.</summary>
    public PdfValue? Read(int depth = 0)
    {
        if (depth > Deepest)
            throw new InvalidDataException("too deep");
        SkipWhite();
        if (AtEnd)
            return null;
        var rest = Rest;
        return rest[0] switch
        {
            (byte)'/' => Name(),
            (byte)'(' => Literal(),
            (byte)'<' when rest is [_, (byte)'<', ..] => Dictionary(depth),
            (byte)'<' => Hexadecimal(),
            (byte)'[' => Array(depth),
            (byte)']' or (byte)'>' or (byte)'}' or (byte)'{' or (byte)')' => null,
            _ => Word(depth),
        };
    }

    /// <summary>Whether these bytes come next; if so they are passed over.</summary>
    public bool Take(ReadOnlySpan<byte> word)
    {
        if (!Rest.StartsWith(word))
            return false;
        Position += word.Length;
        return true;
    }

    private PdfValue Word(int depth)
    {
        var rest = Rest;
        var length = 0;
        while (length < rest.Length && !IsWhite(rest[length]) && !IsDelimiter(rest[length]))
            length++;
        var text = Encoding.Latin1.GetString(rest[..length]);
        Position += length;
        if (!IsNumber(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return new PdfKeyword(text);
        return IsDigits(text) && depth >= 0 && Reference(text) is { } reference ? reference : new PdfNumber(number);
    }

    /// <summary><c>12 0 R</c>, of which the first number was read.</summary>
    private PdfReference? Reference(string number)
    {
        var rest = Rest;
        var i = 0;
        while (i < rest.Length && IsWhite(rest[i]))
            i++;
        var generation = i;
        while (i < rest.Length && rest[i] is >= (byte)'0' and <= (byte)'9')
            i++;
        if (generation == 0 || i == generation || i - generation > 5)
            return null;
        var r = i;
        while (r < rest.Length && IsWhite(rest[r]))
            r++;
        if (r == i || r >= rest.Length || rest[r] != 'R' || (r + 1 < rest.Length && !IsWhite(rest[r + 1]) && !IsDelimiter(rest[r + 1])))
            return null;
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        Position += r + 1;
        return new PdfReference(id);
    }

    private PdfName Name()
    {
        var rest = Rest[1..];
        var length = 0;
        while (length < rest.Length && !IsWhite(rest[length]) && !IsDelimiter(rest[length]))
            length++;
        var name = new List<byte>(length);
        for (var i = 0; i < length; i++)
        {
            if (rest[i] == '#' && i + 2 < length && Hex(rest[i + 1]) is var high and >= 0 && Hex(rest[i + 2]) is var low and >= 0)
            {
                name.Add((byte)((high << 4) | low));
                i += 2;
            }
            else
            {
                name.Add(rest[i]);
            }
        }

        Position += length + 1;
        return new PdfName(Encoding.UTF8.GetString([.. name]));
    }

    private PdfBytes Literal()
    {
        var bytes = new List<byte>();
        var open = 1;
        Position++;
        while (true)
        {
            if (AtEnd)
                throw new InvalidDataException("string without end");
            var b = content.Span[Position++];
            if (b == '(')
                open++;
            if (b == ')' && --open == 0)
                return new PdfBytes([.. bytes]);
            if (b == '\\')
                Escape(bytes);
            else
                bytes.Add(b);
        }
    }

    private void Escape(List<byte> bytes)
    {
        if (AtEnd)
            throw new InvalidDataException("string without end");
        var b = content.Span[Position++];
        switch (b)
        {
            case (byte)'n': bytes.Add(10); break;
            case (byte)'r': bytes.Add(13); break;
            case (byte)'t': bytes.Add(9); break;
            case (byte)'b': bytes.Add(8); break;
            case (byte)'f': bytes.Add(12); break;
            case 13:
                Take("\n"u8);
                break;
            case 10: break;
            case >= (byte)'0' and <= (byte)'7':
                var code = b - '0';
                for (var i = 0; i < 2 && !AtEnd && content.Span[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                    code = (code << 3) | (content.Span[Position++] - '0');
                bytes.Add((byte)code);
                break;
            default: bytes.Add(b); break;
        }
    }

    private PdfBytes Hexadecimal()
    {
        var end = Rest.IndexOf((byte)'>');
        if (end < 0)
            throw new InvalidDataException("string without end");
        var bytes = new List<byte>();
        var half = -1;
        foreach (var b in Rest[1..end])
        {
            var digit = Hex(b);
            if (digit < 0)
                continue;
            if (half < 0)
            {
                half = digit;
                continue;
            }

            bytes.Add((byte)((half << 4) | digit));
            half = -1;
        }

        if (half >= 0)
            bytes.Add((byte)(half << 4));
        Position += end + 1;
        return new PdfBytes([.. bytes]);
    }

    private PdfArray Array(int depth)
    {
        Position++;
        var items = new List<PdfValue>();
        while (Read(depth + 1) is { } item)
            items.Add(item);
        return Take("]"u8) ? new PdfArray(items) : throw new InvalidDataException("array without end");
    }

    private PdfDictionary Dictionary(int depth)
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (Read(depth + 1) is { } key)
        {
            if (key is not PdfName name || Read(depth + 1) is not { } value)
                throw new InvalidDataException("dictionary without key");
            entries[name.Text] = value;
        }

        return Take(">>"u8) ? new PdfDictionary(entries) : throw new InvalidDataException("dictionary without end");
    }

    private static bool IsNumber(string text) => text.Length is > 0 and < 40 && text.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or '.');

    private static bool IsDigits(string text) => text.Length is > 0 and < 10 && text.All(char.IsAsciiDigit);

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        _ => -1,
    };
}
