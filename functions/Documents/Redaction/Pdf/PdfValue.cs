using System.Text;

namespace WobWorkflow.Documents;

/// <summary>A value as it stands in a PDF file (ISO 32000-2, 7.3).</summary>
internal abstract record PdfValue;

/// <summary>A name, without its slash and with its <c>#</c> codes read.</summary>
internal sealed record PdfName(string Text) : PdfValue;

internal sealed record PdfNumber(double Value) : PdfValue;

/// <summary><c>true</c>, <c>false</c>, <c>null</c>, or an operator of a content stream.</summary>
internal sealed record PdfKeyword(string Text) : PdfValue;

internal sealed record PdfReference(int Number) : PdfValue;

internal sealed record PdfArray(List<PdfValue> Items) : PdfValue;

/// <summary>A string, with its escapes read.</summary>
internal sealed record PdfBytes(byte[] Bytes) : PdfValue
{
    /// <summary>As a text string: by its byte order mark, else byte for byte.</summary>
    public string Text => Bytes switch
    {
        [0xFE, 0xFF, .. var big] => Encoding.BigEndianUnicode.GetString(big),
        [0xFF, 0xFE, .. var little] => Encoding.Unicode.GetString(little),
        [0xEF, 0xBB, 0xBF, .. var utf8] => Encoding.UTF8.GetString(utf8),
        _ => Encoding.Latin1.GetString(Bytes),
    };
}

internal sealed record PdfDictionary(Dictionary<string, PdfValue> Entries) : PdfValue
{
    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    public string? NameOf(string key) => (this[key] as PdfName)?.Text;

    public bool Has(string key) => Entries.TryGetValue(key, out var value) && value is not PdfKeyword { Text: "null" };
}

/// <summary>An object of the file.</summary>
/// <param name="Stream">The bytes of its stream as they stand; null where it has none.</param>
/// <param name="Within">The object stream that it stands in; null where it stands in the file itself.</param>
internal sealed record PdfObject(int Number, PdfValue Value, ReadOnlyMemory<byte>? Stream, long Offset, int? Within = null)
{
    public PdfDictionary? Dictionary => Value as PdfDictionary;
}
