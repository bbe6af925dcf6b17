using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>
/// Text that can be read, searched and copied and draws nothing: the letters of a page, in fonts without outlines, each where it stands on the picture of the page.
/// </summary>
internal sealed class GlyphlessText(Rendition rendition)
{
    private const int CodesInFont = 255;

    /// <summary>Widths are rounded to this, in thousandths of the size, so that few glyphs do for all letters.</summary>
    private const int WidthStep = 20;

    private readonly Dictionary<(string Text, int Width), int> _codes = [];

    /// <summary>The operators that place letters.</summary>
    public string Of(IEnumerable<PdfLetter> letters)
    {
        var content = new StringBuilder();
        var line = new List<PdfLetter>();
        foreach (var letter in letters.Where(letter => letter.Value.Length > 0 && !letter.Value.Any(char.IsControl)))
        {
            if (line.Count > 0 && !Continues(line[^1], letter))
                Write(content, line);
            line.Add(letter);
        }

        Write(content, line);
        return content.ToString();
    }

    /// <summary>Adds the fonts, when all pages are done.</summary>
    public void AddFonts()
    {
        var glyphs = new SortedDictionary<int, int>();
        foreach (var width in _codes.Keys.Select(key => key.Width).Distinct().Order())
            glyphs[width] = rendition.File.AddStream("", Encoding.ASCII.GetBytes($"{Whole(width)} 0 d0\n"));
        foreach (var (i, codes) in _codes.OrderBy(code => code.Value).Chunk(CodesInFont).Index())
            rendition.AddFont($"T{Whole(i)}", FontOf([.. codes.Select(code => code.Key)], glyphs));
    }

    private int FontOf(ImmutableArray<(string Text, int Width)> codes, SortedDictionary<int, int> glyphs)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n");
        foreach (var chunk in codes.Index().Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{chunk.Length} beginbfchar\n");
            foreach (var (i, code) in chunk)
                map.Append(CultureInfo.InvariantCulture, $"<{i + 1:X2}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(code.Text))}>\n");
            map.Append("endbfchar\n");
        }

        map.Append("endcmap end end\n");
        var toUnicode = rendition.File.AddStream("", Encoding.ASCII.GetBytes(map.ToString()));
        var procedures = string.Join(' ', codes.Select(code => code.Width).Distinct().Order().Select(width => $"/w{Whole(width)} {Whole(glyphs[width])} 0 R"));
        return rendition.File.Add(
            $"<< /Type /Font /Subtype /Type3 /FontBBox [0 -240 1000 860] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 1 /LastChar {Whole(codes.Length)} "
            + $"/Widths [{string.Join(' ', codes.Select(code => Whole(code.Width)))}] /Encoding << /Type /Encoding /Differences [1 {string.Join(' ', codes.Select(code => $"/w{Whole(code.Width)}"))}] >> "
            + $"/CharProcs << {procedures} >> /Resources << >> /ToUnicode {Whole(toUnicode)} 0 R >>");
    }

    private void Write(StringBuilder content, List<PdfLetter> line)
    {
        if (line.Count == 0)
            return;
        var first = line[0];
        var size = LetterPlaces.SizeOf(first);
        var (x, y) = LetterPlaces.Along(first);
        var (font, at) = (-1, 0.0);
        var open = false;
        content.Append("BT\n");
        foreach (var letter in line)
        {
            var place = ((letter.StartBaseLine.X - first.StartBaseLine.X) * x) + ((letter.StartBaseLine.Y - first.StartBaseLine.Y) * y);
            var width = (int)Math.Clamp(Math.Round(Length(letter) / size * 1000 / WidthStep), 0, 150) * WidthStep;
            var code = CodeOf(letter.Value, width);
            if (code / CodesInFont != font)
            {
                font = code / CodesInFont;
                content.Append(open ? "] TJ\n" : "")
                    .Append(CultureInfo.InvariantCulture, $"/T{font} {Rendition.Number(size)} Tf {Rendition.Number(x)} {Rendition.Number(y)} {Rendition.Number(-y)} {Rendition.Number(x)} ")
                    .Append(CultureInfo.InvariantCulture, $"{Rendition.Number(letter.StartBaseLine.X)} {Rendition.Number(letter.StartBaseLine.Y)} Tm [");
                (open, at) = (true, place);
            }

            var shift = (int)Math.Round((at - place) / size * 1000);
            if (shift != 0)
                content.Append(CultureInfo.InvariantCulture, $"{shift}");
            content.Append(CultureInfo.InvariantCulture, $"<{(code % CodesInFont) + 1:X2}>");
            at -= shift * size / 1000;
            at += width * size / 1000;
        }

        content.Append("] TJ ET\n");
        line.Clear();
    }

    private int CodeOf(string text, int width)
    {
        if (!_codes.TryGetValue((text, width), out var code))
            _codes[(text, width)] = code = _codes.Count;
        return code;
    }

    private static bool Continues(PdfLetter before, PdfLetter letter)
    {
        var (x, y) = LetterPlaces.Along(before);
        var (toX, toY) = LetterPlaces.Along(letter);
        var size = LetterPlaces.SizeOf(before);
        var (dx, dy) = (letter.StartBaseLine.X - before.StartBaseLine.X, letter.StartBaseLine.Y - before.StartBaseLine.Y);
        return Math.Abs(LetterPlaces.SizeOf(letter) - size) < 0.01 && (x * toX) + (y * toY) > 0.9999
            && Math.Abs((dy * x) - (dx * y)) < 0.05 && (dx * x) + (dy * y) >= -0.5;
    }

    private static double Length(PdfLetter letter)
    {
        var (dx, dy) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
