using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Fonts.TrueType;
using UglyToad.PdfPig.Fonts.TrueType.Parser;

namespace WobWorkflow.Documents;

/// <summary>A font of ours with only the outlines that a rendition uses; which letters a font has says something about a text.</summary>
internal sealed class EmbeddedFont
{
    private readonly byte[] _bytes;
    private readonly TrueTypeFont _font;
    private readonly string _name;
    private readonly List<(Rune Character, int Glyph)> _used = [];
    private readonly Dictionary<Rune, int> _codes = [];

    private EmbeddedFont(string name, byte[] bytes)
    {
        (_name, _bytes) = (name, bytes);
        _font = TrueTypeFontParser.Parse(new TrueTypeDataBytes(bytes));
    }

    /// <param name="name">Of a font in this assembly.</param>
    public static EmbeddedFont Load(string name)
    {
        using var stream = typeof(EmbeddedFont).Assembly.GetManifestResourceStream($"{name}.ttf") ?? throw new InvalidOperationException("A font is missing from the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(name, bytes);
    }

    /// <summary>In ems.</summary>
    public double WidthOf(string text) => text.EnumerateRunes().Sum(rune => AdvanceOf(GlyphOf(rune)) / 1000.0);

    /// <summary>A text as codes of the font. What it has no outline for shows as a box and is the right character all the same.</summary>
    public string Encode(string text)
    {
        var codes = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (!_codes.TryGetValue(rune, out var code))
            {
                _used.Add((rune, GlyphOf(rune)));
                _codes[rune] = code = _used.Count;
            }

            codes.Append(code.ToString("X4", CultureInfo.InvariantCulture));
        }

        return codes.ToString();
    }

    /// <returns>The number of the font's object.</returns>
    public int AddTo(PdfWriter file)
    {
        var program = file.AddStream($"/Length1 {Whole(_bytes.Length)}", Subset());
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /WOBWOR+{_name} /Flags 32 /FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV 80 /FontFile2 {Whole(program)} 0 R >>");
        var map = new byte[(_used.Count + 1) * 2];
        foreach (var (i, (_, glyph)) in _used.Index())
            BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan((i + 1) * 2), (ushort)glyph);
        var glyphs = file.AddStream("", map);
        var widths = string.Join(' ', _used.Select(used => Whole(AdvanceOf(used.Glyph))));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /WOBWOR+{_name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {Whole(descriptor)} 0 R /DW 1000 /W [1 [{widths}]] /CIDToGIDMap {Whole(glyphs)} 0 R >>");
        var toUnicode = file.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));
        return file.Add($"<< /Type /Font /Subtype /Type0 /BaseFont /WOBWOR+{_name} /Encoding /Identity-H /DescendantFonts [{Whole(descendant)} 0 R] /ToUnicode {Whole(toUnicode)} 0 R >>");
    }

    private int GlyphOf(Rune rune) => rune.IsBmp ? _font.WindowsUnicodeCMap.CharacterCodeToGlyphIndex(rune.Value) : 0;

    private int AdvanceOf(int glyph)
    {
        var advances = _font.TableRegister.HorizontalMetricsTable;
        return (int)Math.Round(advances.GetAdvanceWidth(glyph) * 1000.0 / _font.GetUnitsPerEm());
    }

    private string ToUnicode()
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var chunk in _used.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (i, (character, _)) in chunk)
                map.Append(CultureInfo.InvariantCulture, $"<{i + 1:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(character.ToString()))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap end end\n").ToString();
    }

    /// <summary>The font with the outlines of unused glyphs blanked; tables and numbers of glyphs stay, so that it stays valid.</summary>
    private byte[] Subset()
    {
        var bytes = (byte[])_bytes.Clone();
        var tables = TablesOf(bytes);
        var (glyf, loca) = (tables["glyf"], tables["loca"]);
        var wide = BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(tables["head"].Offset + 50)) == 1;
        var count = (loca.Length / (wide ? 4 : 2)) - 1;
        int At(int glyph) => wide ? (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(loca.Offset + (glyph * 4))) : BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(loca.Offset + (glyph * 2))) * 2;
        var kept = new HashSet<int>();
        var open = new Stack<int>(_used.Select(used => used.Glyph).Append(0));
        while (open.TryPop(out var glyph))
        {
            if (glyph >= count || !kept.Add(glyph) || At(glyph + 1) == At(glyph))
                continue;
            foreach (var part in PartsOf(bytes.AsSpan(glyf.Offset + At(glyph), At(glyph + 1) - At(glyph))))
                open.Push(part);
        }

        for (var glyph = 0; glyph < count; glyph++)
        {
            if (!kept.Contains(glyph))
                bytes.AsSpan(glyf.Offset + At(glyph), At(glyph + 1) - At(glyph)).Clear();
        }

        Hush(bytes, tables);
        return bytes;
    }

    /// <summary>
    /// Takes out what a font says in words: its licence and name, the names of its glyphs and features. In a rendition they would be taken for what is withheld where
    /// that has the same words, and who draws a page asks for none of them (ISO 32000-1, 9.9, table 126).
    /// </summary>
    private static void Hush(byte[] bytes, Dictionary<string, (int Offset, int Length)> tables)
    {
        const int PostHeader = 32, NamesHeader = 6;
        foreach (var (table, (offset, length)) in tables)
        {
            var content = bytes.AsSpan(offset, length);
            switch (table)
            {
                case "name":
                    content.Clear();
                    BinaryPrimitives.WriteUInt16BigEndian(content[4..], NamesHeader);
                    break;
                case "post":
                    content[PostHeader..].Clear();
                    BinaryPrimitives.WriteUInt32BigEndian(content, 0x0003_0000);
                    break;
                case "GSUB" or "GPOS" or "GDEF" or "STAT":
                    content.Clear();
                    break;
            }
        }
    }

    /// <summary>Glyphs that a composite glyph is made of.</summary>
    private static List<int> PartsOf(ReadOnlySpan<byte> glyph)
    {
        var parts = new List<int>();
        if (BinaryPrimitives.ReadInt16BigEndian(glyph) >= 0)
            return parts;
        for (var at = 10; at + 4 <= glyph.Length;)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(glyph[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(glyph[(at + 2)..]));
            at += 4 + ((flags & 0x0001) != 0 ? 4 : 2) + ((flags & 0x0008) != 0 ? 2 : (flags & 0x0040) != 0 ? 4 : (flags & 0x0080) != 0 ? 8 : 0);
            if ((flags & 0x0020) == 0)
                break;
        }

        return parts;
    }

    private static Dictionary<string, (int Offset, int Length)> TablesOf(byte[] font)
    {
        var tables = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        for (var i = 0; i < BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(4)); i++)
        {
            var row = font.AsSpan(12 + (i * 16), 16);
            tables[Encoding.ASCII.GetString(row[..4])] = ((int)BinaryPrimitives.ReadUInt32BigEndian(row[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(row[12..]));
        }

        return tables;
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
