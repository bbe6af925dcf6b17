using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Everything that stands in a PDF file, read from the first byte to the last and not along its cross-reference table: what no reader shows (earlier
/// revisions, objects that nothing refers to, bytes between objects) is here too.
/// </summary>
internal sealed class PdfScan
{
    private readonly ReadOnlyMemory<byte> _content;
    private readonly PdfStreams _streams;
    private readonly Dictionary<int, PdfObject> _objects = [];

    private PdfScan(ReadOnlyMemory<byte> content, PdfStreams streams) => (_content, _streams) = (content, streams);

    /// <summary>Every object, in the order of the file; those in object streams after the stream.</summary>
    public List<PdfObject> All { get; } = [];

    public List<PdfDictionary> Trailers { get; } = [];

    public List<string> Comments { get; private set; } = [];

    /// <summary>Bytes that belong to no object, with where they stand.</summary>
    public List<ReadOnlyMemory<byte>> Stray { get; } = [];

    /// <summary>How often the file was ended: more than once where it was saved again on top of what it was.</summary>
    public int Endings { get; private set; }

    public bool Linearized { get; private set; }

    /// <summary>Whether an object number was given out twice: the older one is still in the file.</summary>
    public bool Overwritten { get; private set; }

    /// <summary>Objects whose stream can't be read.</summary>
    public HashSet<int> Unreadable { get; } = [];

    /// <exception cref="InvalidDataException">It can't be read as a PDF, or expands too much.</exception>
    public static PdfScan Of(ReadOnlyMemory<byte> content, long budget)
    {
        var scan = new PdfScan(content, new PdfStreams(budget));
        scan.Run();
        return scan;
    }

    /// <summary>An object by its number; the last one where there are several.</summary>
    public PdfObject? this[int number] => _objects.GetValueOrDefault(number);

    public PdfValue? Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfReference reference && steps < 32; steps++)
            value = this[reference.Number]?.Value;
        return value is PdfReference ? null : value;
    }

    public PdfDictionary? DictionaryOf(PdfValue? value) => Resolve(value) as PdfDictionary;

    /// <summary>What the stream of an object says; null where it has none or it can't be read.</summary>
    public ReadOnlyMemory<byte>? Decode(PdfObject item) =>
        item is { Stream: { } raw, Dictionary: { } dictionary } ? _streams.Decode(dictionary, raw, Resolve) : null;

    private void Run()
    {
        var lexer = new PdfLexer(_content);
        var head = _content.Span[..Math.Min(1024, _content.Length)].IndexOf("%PDF-"u8);
        if (head < 0)
            throw new InvalidDataException("no header");
        AddStray(0, head);
        lexer.Position = head;
        while (true)
        {
            lexer.SkipWhite();
            if (lexer.AtEnd)
                break;
            var start = lexer.Position;
            if (!Next(lexer))
            {
                lexer.Position = NextObject(start + 1);
                AddStray(start, lexer.Position);
            }
        }

        Comments = lexer.Comments;
        Linearized = All.Count > 0 && All[0].Dictionary?.Has("Linearized") == true;
        foreach (var container in All.Where(o => o.Dictionary?.NameOf("Type") == "ObjStm").ToList())
            Unpack(container);
        foreach (var item in All)
            Register(item);
    }

    private void Register(PdfObject item)
    {
        if (_objects.TryGetValue(item.Number, out var there) && there != item)
            Overwritten = true;
        _objects[item.Number] = item;
    }

    private bool Next(PdfLexer lexer)
    {
        var start = lexer.Position;
        try
        {
            if (lexer.Take("xref"u8))
                return PassTable(lexer);
            if (lexer.Take("trailer"u8))
            {
                if (lexer.Read() is PdfDictionary trailer)
                    Trailers.Add(trailer);
                return true;
            }

            if (lexer.Take("startxref"u8))
            {
                Endings++;
                return lexer.Read(depth: 0) is PdfNumber;
            }

            return lexer.Read() is PdfNumber { Value: var number } && lexer.Read() is PdfNumber && lexer.Read() is PdfKeyword { Text: "obj" }
                && ReadObject(lexer, (int)number, start);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private bool ReadObject(PdfLexer lexer, int number, int start)
    {
        if (lexer.Read() is not { } value)
            return false;
        lexer.SkipWhite();
        ReadOnlyMemory<byte>? stream = null;
        if (value is PdfDictionary dictionary && lexer.Take("stream"u8))
        {
            if (!lexer.Take("\r\n"u8) && !lexer.Take("\n"u8))
                lexer.Take("\r"u8);
            var begin = lexer.Position;
            var length = LengthOf(dictionary, begin);
            stream = _content.Slice(begin, length);
            lexer.Position = begin + length;
            lexer.SkipWhite();
            if (!lexer.Take("endstream"u8))
                return false;
            if (dictionary.NameOf("Type") == "XRef")
                Trailers.Add(dictionary);
        }

        var item = new PdfObject(number, value, stream, start);
        All.Add(item);
        // Lengths are referred to before all objects are known.
        lexer.SkipWhite();
        return lexer.Take("endobj"u8);
    }

    /// <summary>The length as stated where the stream ends there; else up to the word that ends it.</summary>
    private int LengthOf(PdfDictionary dictionary, int begin)
    {
        var rest = _content.Span[begin..];
        var stated = dictionary["Length"] switch
        {
            PdfNumber { Value: var n and >= 0 } when n <= rest.Length => (int)n,
            PdfReference reference => NumberAt(reference.Number),
            _ => -1,
        };
        if (stated >= 0 && stated <= rest.Length)
        {
            var after = rest[stated..];
            var skip = 0;
            while (skip < after.Length && skip < 4 && PdfLexer.IsWhite(after[skip]))
                skip++;
            if (after[skip..].StartsWith("endstream"u8))
                return stated;
        }

        var end = rest.IndexOf("endstream"u8);
        return end < 0 ? throw new InvalidDataException("stream without end") : end;
    }

    private int NumberAt(int number)
    {
        var name = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj"));
        for (var from = 0; _content.Span[from..].IndexOf(name) is var found and >= 0; from += found + 1)
        {
            var at = from + found;
            if ((at == 0 || PdfLexer.IsWhite(_content.Span[at - 1])) && new PdfLexer(_content, at + name.Length).Read() is PdfNumber { Value: var n and >= 0 and < int.MaxValue })
                return (int)n;
        }

        return -1;
    }

    private static bool PassTable(PdfLexer lexer)
    {
        while (true)
        {
            var before = lexer.Position;
            if (lexer.Read() is not PdfNumber || lexer.Read() is not PdfNumber { Value: var count and >= 0 and < 10_000_000 })
            {
                lexer.Position = before;
                return true;
            }

            for (var i = 0; i < count; i++)
            {
                if (lexer.Read() is not PdfNumber || lexer.Read() is not PdfNumber || lexer.Read() is not PdfKeyword { Text: "n" or "f" })
                    return false;
            }
        }
    }

    private void Unpack(PdfObject container)
    {
        var dictionary = container.Dictionary!;
        if (_streams.Decode(dictionary, container.Stream ?? default, value => value is PdfReference r ? All.LastOrDefault(o => o.Number == r.Number)?.Value : value) is not { } bytes
            || dictionary["N"] is not PdfNumber { Value: var count } || dictionary["First"] is not PdfNumber { Value: var first and >= 0 })
        {
            Unreadable.Add(container.Number);
            return;
        }

        try
        {
            var index = new PdfLexer(bytes);
            for (var i = 0; i < count; i++)
            {
                // Read at depth -1: two numbers side by side are no reference here.
                if (index.Read(-1) is not PdfNumber number || index.Read(-1) is not PdfNumber offset || first + offset.Value > bytes.Length)
                    throw new InvalidDataException("object stream without index");
                if (new PdfLexer(bytes, (int)(first + offset.Value)).Read() is { } value)
                    All.Add(new PdfObject((int)number.Value, value, null, container.Offset, container.Number));
            }
        }
        catch (InvalidDataException)
        {
            Unreadable.Add(container.Number);
        }
    }

    private int NextObject(int from)
    {
        for (var at = from; at < _content.Length; at++)
        {
            if (at > 0 && !PdfLexer.IsWhite(_content.Span[at - 1]))
                continue;
            var rest = _content.Span[at..];
            if (rest.StartsWith("xref"u8) || rest.StartsWith("trailer"u8) || rest.StartsWith("startxref"u8) || StartsObject(rest))
                return at;
        }

        return _content.Length;
    }

    private static bool StartsObject(ReadOnlySpan<byte> rest)
    {
        var i = 0;
        while (i < rest.Length && i < 10 && rest[i] is >= (byte)'0' and <= (byte)'9')
            i++;
        if (i == 0 || i >= rest.Length || rest[i] != ' ')
            return false;
        var j = ++i;
        while (j < rest.Length && j - i < 5 && rest[j] is >= (byte)'0' and <= (byte)'9')
            j++;
        return j > i && rest[j..].StartsWith(" obj"u8);
    }

    private void AddStray(int from, int to)
    {
        if (_content.Span[from..to].ContainsAnyExcept([(byte)0, (byte)9, (byte)10, (byte)12, (byte)13, (byte)32]))
            Stray.Add(_content[from..to]);
    }
}
