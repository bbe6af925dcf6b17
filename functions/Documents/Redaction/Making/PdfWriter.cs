using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>
/// Writes a PDF of nothing but what it is given: no dates, no names, no metadata. The same content gives the same bytes, so that a repeated duty stores one file.
/// </summary>
internal sealed class PdfWriter
{
    private readonly List<byte[]> _objects = [];

    /// <summary>Numbers an object that is written later.</summary>
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

    /// <param name="entries">Of its dictionary, without length and filter.</param>
    public int AddStream(string entries, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var deflated = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflated.Write(content);
        return AddPacked(entries + " /Filter /FlateDecode", packed.ToArray());
    }

    /// <summary>A stream whose filter its dictionary names.</summary>
    public int AddPacked(string entries, byte[] content)
    {
        var number = Reserve();
        SetPacked(number, entries, content);
        return number;
    }

    public void SetPacked(int number, string entries, byte[] content) => _objects[number - 1] =
    [
        .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {content.Length} >>\nstream\n")), .. content, .. "\nendstream"u8,
    ];

    public byte[] ToArray(int root)
    {
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = new List<long>();
        foreach (var (i, item) in _objects.Index())
        {
            places.Add(file.Position);
            Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n"));
            file.Write(item);
            Write("\nendobj\n");
        }

        var table = file.Position;
        Write(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
            Write(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {places.Count + 1} /Root {root} 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return file.ToArray();
    }
}
