using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Documents.Tests;

/// <summary>Writes PDF files byte by byte, so that a test can put into one what no library would.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]> _objects = [];

    public int Root { get; set; }

    /// <summary>Of the trailer, beside size and root.</summary>
    public string Trailer { get; set; } = "";

    public int Reserve()
    {
        _objects.Add([]);
        return _objects.Count;
    }

    public int Add(string value)
    {
        var number = Reserve();
        Set(number, value);
        return number;
    }

    public void Set(int number, string value) => _objects[number - 1] = Encoding.Latin1.GetBytes(value);

    public int AddStream(string content, string entries = "", bool packed = true) => AddStream(Encoding.Latin1.GetBytes(content), entries, packed);

    public int AddStream(byte[] content, string entries = "", bool packed = true)
    {
        if (packed)
        {
            using var deflated = new MemoryStream();
            using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
                zlib.Write(content);
            (content, entries) = (deflated.ToArray(), entries + " /Filter /FlateDecode");
        }

        var number = Reserve();
        _objects[number - 1] = [.. Encoding.Latin1.GetBytes($"<< {entries} /Length {content.Length} >>\nstream\n"), .. content, .. "\nendstream"u8];
        return number;
    }

    public byte[] ToArray()
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        Write(file, [.. _objects.Select((body, i) => (i + 1, body))], $"/Size {_objects.Count + 1} /Root {Root} 0 R {Trailer}");
        return file.ToArray();
    }

    /// <summary>Saves on top of a file: the objects come behind it, and what was there stays.</summary>
    public static byte[] SaveOnTop(byte[] file, int root, int size, params (int Number, string Body)[] changed)
    {
        using var saved = new MemoryStream();
        saved.Write(file);
        var previous = Encoding.Latin1.GetString(file).LastIndexOf("startxref\n", StringComparison.Ordinal) + 10;
        var at = Encoding.Latin1.GetString(file)[previous..].Split('\n')[0];
        Write(saved, [.. changed.Select(c => (c.Number, Encoding.Latin1.GetBytes(c.Body)))], $"/Size {size} /Root {root} 0 R /Prev {at}");
        return saved.ToArray();
    }

    private static void Write(MemoryStream file, List<(int Number, byte[] Body)> objects, string trailer)
    {
        void Text(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        var places = new List<(int Number, long At)>();
        foreach (var (number, body) in objects)
        {
            places.Add((number, file.Position));
            Text(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
            file.Write(body);
            Text("\nendobj\n");
        }

        var table = file.Position;
        Text("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, at) in places)
            Text(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{at:D10} 00000 n \n"));
        Text($"trailer\n<< {trailer} >>\nstartxref\n{table}\n%%EOF\n");
    }
}
