using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Colors;
using PdfLetter = UglyToad.PdfPig.Content.Letter;

namespace WobWorkflow.Documents;

/// <summary>Where letters stand, from their baseline alone: outlines are not known of every font.</summary>
internal static class LetterPlaces
{
    private const double Ascent = 0.86;
    private const double Descent = 0.24;

    /// <summary>A point in the middle of the letter.</summary>
    public static PdfPoint CentreOf(PdfLetter letter)
    {
        var (x, y) = Along(letter);
        var size = SizeOf(letter);
        return new(((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2) - (y * size * 0.25), ((letter.StartBaseLine.Y + letter.EndBaseLine.Y) / 2) + (x * size * 0.25));
    }

    /// <summary>The upright rectangle that holds all of the letter, ascenders and descenders too.</summary>
    public static PdfRectangle BoxOf(PdfLetter letter)
    {
        var (x, y) = Along(letter);
        var size = SizeOf(letter);
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        PdfPoint[] corners =
        [
            new(start.X - (y * size * Ascent), start.Y + (x * size * Ascent)), new(end.X - (y * size * Ascent), end.Y + (x * size * Ascent)),
            new(start.X + (y * size * Descent), start.Y - (x * size * Descent)), new(end.X + (y * size * Descent), end.Y - (x * size * Descent)),
        ];
        return new(corners.Min(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.X), corners.Max(c => c.Y));
    }

    /// <summary>The direction of writing, of length 1.</summary>
    public static (double X, double Y) Along(PdfLetter letter)
    {
        var (dx, dy) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length > 0.001)
            return (dx / length, dy / length);
        return letter.TextOrientation switch
        {
            TextOrientation.Rotate90 => (0, -1),
            TextOrientation.Rotate180 => (-1, 0),
            TextOrientation.Rotate270 => (0, 1),
            _ => (1, 0),
        };
    }

    public static double SizeOf(PdfLetter letter) => Math.Clamp(letter.PointSize, 0.1, 1000);

    public static bool IsBlank(PdfLetter letter) => string.IsNullOrWhiteSpace(letter.Value) && letter.BoundingBox is not { Width: > 0.3, Height: > 0.3 };

    public static bool DrawsNothing(PdfLetter letter) => letter.RenderingMode is TextRenderingMode.Neither or TextRenderingMode.NeitherClip;

    public static bool IsWhite(IColor? color)
    {
        if (color is null)
            return false;
        try
        {
            var (r, g, b) = color.ToRGBValues();
            return r > 0.96 && g > 0.96 && b > 0.96;
        }
        catch (InvalidOperationException)
        {
            return false;   // a pattern
        }
    }

    public static bool Contains(PdfRectangle box, PdfPoint point, double margin = 0) =>
        point.X >= box.Left - margin && point.X <= box.Right + margin && point.Y >= box.Bottom - margin && point.Y <= box.Top + margin;

    public static bool Overlap(PdfRectangle one, PdfRectangle other, double atLeast = 0) =>
        Math.Min(one.Right, other.Right) - Math.Max(one.Left, other.Left) > atLeast && Math.Min(one.Top, other.Top) - Math.Max(one.Bottom, other.Bottom) > atLeast;
}
