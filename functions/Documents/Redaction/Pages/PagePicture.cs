using SkiaSharp;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>The pixels of a picture on a page.</summary>
internal sealed class PagePicture : IDisposable
{
    /// <summary>How far a pixel may be from the rest: what compression does to an even area.</summary>
    private const int Spread = 28;
    private const int MostSamples = 400_000;

    private readonly SKBitmap _pixels;
    private readonly PdfRectangle _bounds;

    private PagePicture(SKBitmap pixels, PdfRectangle bounds) => (_pixels, _bounds) = (pixels, bounds);

    /// <returns>Null where the picture can't be decoded.</returns>
    public static PagePicture? Of(IPdfImage image)
    {
        SKBitmap? pixels = null;
        try
        {
            if (image.RawBytes is [0xFF, 0xD8, ..])
                pixels = SKBitmap.Decode(image.RawBytes.ToArray());
            else if (image.TryGetPng(out var png))
                pixels = SKBitmap.Decode(png);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The boundary to hostile input: what can't be decoded isn't judged.
            return null;
        }

        return pixels is null ? null : new(pixels, image.BoundingBox);
    }

    /// <summary>Whether an area shows one colour and nothing else.</summary>
    /// <param name="except">Parts of it that are left out.</param>
    /// <returns>The brightness of that colour, 0 to 255; null where it shows more than one. Where the area isn't on the picture, 255.</returns>
    public int? EvenBrightness(PdfRectangle area, IReadOnlyList<PdfRectangle> except)
    {
        var counts = new int[256];
        var total = 0;
        foreach (var brightness in Samples(area, except))
        {
            counts[brightness]++;
            total++;
        }

        // Where a code fills the area nothing would be left to judge.
        if (total == 0)
            return except.Count > 0 ? EvenBrightness(area, []) : 255;
        var most = Array.IndexOf(counts, counts.Max());
        var near = counts.AsSpan(Math.Max(0, most - Spread), Math.Min(256, most + Spread + 1) - Math.Max(0, most - Spread)).ToArray().Sum();
        return total - near <= total / 1000 ? most : null;
    }

    /// <summary>The share of dark pixels on a line.</summary>
    public double DarkOn(PdfPoint from, PdfPoint to)
    {
        const int samples = 200;
        var dark = 0;
        for (var i = 0; i < samples; i++)
        {
            var part = (i + 0.5) / samples;
            if (At(from.X + ((to.X - from.X) * part), from.Y + ((to.Y - from.Y) * part)) is < 120)
                dark++;
        }

        return (double)dark / samples;
    }

    public bool Covers(PdfPoint point) => At(point.X, point.Y) is not null;

    public void Dispose() => _pixels.Dispose();

    private IEnumerable<int> Samples(PdfRectangle area, IReadOnlyList<PdfRectangle> except)
    {
        var (acrossX, acrossY) = (_bounds.BottomRight.X - _bounds.BottomLeft.X, _bounds.BottomRight.Y - _bounds.BottomLeft.Y);
        var (upX, upY) = (_bounds.TopLeft.X - _bounds.BottomLeft.X, _bounds.TopLeft.Y - _bounds.BottomLeft.Y);
        var step = Math.Max(0.05, Math.Min(Math.Sqrt((acrossX * acrossX) + (acrossY * acrossY)) / _pixels.Width, Math.Sqrt((upX * upX) + (upY * upY)) / _pixels.Height));
        step = Math.Max(step, Math.Sqrt(area.Width * area.Height / MostSamples));
        for (var y = area.Bottom; y <= area.Top; y += step)
        {
            for (var x = area.Left; x <= area.Right; x += step)
            {
                if (!except.Any(box => LetterPlaces.Contains(box, new(x, y), 1)) && At(x, y) is { } brightness)
                    yield return brightness;
            }
        }
    }

    /// <summary>The brightness at a point of the page; null where the picture isn't there.</summary>
    private int? At(double x, double y)
    {
        var (ax, ay) = (_bounds.BottomRight.X - _bounds.BottomLeft.X, _bounds.BottomRight.Y - _bounds.BottomLeft.Y);
        var (ux, uy) = (_bounds.TopLeft.X - _bounds.BottomLeft.X, _bounds.TopLeft.Y - _bounds.BottomLeft.Y);
        var determinant = (ax * uy) - (ay * ux);
        if (Math.Abs(determinant) < 1e-9)
            return null;
        var (dx, dy) = (x - _bounds.BottomLeft.X, y - _bounds.BottomLeft.Y);
        var (across, up) = (((dx * uy) - (dy * ux)) / determinant, ((ax * dy) - (ay * dx)) / determinant);
        if (across is < 0 or >= 1 || up is <= 0 or > 1)
            return null;
        var color = _pixels.GetPixel((int)(across * _pixels.Width), Math.Clamp((int)((1 - up) * _pixels.Height), 0, _pixels.Height - 1));
        return color.Alpha < 20 ? 255 : ((color.Red * 30) + (color.Green * 59) + (color.Blue * 11)) / 100;
    }
}
