using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>Writes a code in a covered area: white in the font that every reader has.</summary>
internal static class CodeLabel
{
    public const string FontName = "C";
    public const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>";

    /// <summary>Below this a code can't be read any more; it is then in the text all the same.</summary>
    private const double SmallestReadable = 4;
    private const double Largest = 9;

    /// <summary>Whether a code can be read in an area.</summary>
    public static bool Fits(PdfRectangle area, string code) => SizeIn(area, code) >= SmallestReadable;

    /// <summary>The code in the middle of the area, as large as fits.</summary>
    public static string In(PdfRectangle area, string code)
    {
        var size = SizeIn(area, code);
        var x = area.Left + Math.Max(0.2, (area.Width - (WidthOf(code) * size)) / 2);
        var y = area.Bottom + ((area.Height - (size * 0.72)) / 2);
        return $"BT /{FontName} {Rendition.Number(size)} Tf 1 1 1 rg {Rendition.Number(x)} {Rendition.Number(y)} Td ({code}) Tj ET\n";
    }

    /// <summary>In ems; the widths of Helvetica-Bold for what codes are made of.</summary>
    public static double WidthOf(string code) => code.Sum(c => c switch
    {
        ' ' or '.' or ',' or 'i' or 'j' or 'l' => 0.278,
        'f' or 't' or '(' or ')' => 0.333,
        'r' => 0.389,
        'm' => 0.889,
        'w' => 0.778,
        'a' or 'c' or 'e' or 'k' or 's' or 'v' or 'x' or 'y' or >= '0' and <= '9' => 0.556,
        _ => 0.611,
    });

    private static double SizeIn(PdfRectangle area, string code) =>
        Math.Max(0.5, Math.Min(Largest, Math.Min(area.Height * 0.8, (area.Width - 0.4) / WidthOf(code))));
}
