using SkiaSharp;
using UglyToad.PdfPig.Core;

namespace WobWorkflow.Documents;

/// <summary>A page as pixels: three bytes each, from the top left.</summary>
internal sealed class PageImage(int width, int height, byte[] pixels)
{
    public const int MostPixels = 40_000_000;

    private const int Quality = 75;

    public int Width { get; } = width;

    public int Height { get; } = height;

    /// <summary>Paints a rectangle black, and what is beneath it is gone.</summary>
    /// <param name="area">On a page of these measures, from the left and the bottom.</param>
    public void Cover(PdfRectangle area, double pageWidth, double pageHeight)
    {
        // Outwards to whole pixels and one more: the edges of letters are smoothed.
        var left = Math.Clamp((int)Math.Floor(area.Left / pageWidth * Width) - 1, 0, Width);
        var right = Math.Clamp((int)Math.Ceiling(area.Right / pageWidth * Width) + 1, 0, Width);
        var top = Math.Clamp((int)Math.Floor((pageHeight - area.Top) / pageHeight * Height) - 1, 0, Height);
        var bottom = Math.Clamp((int)Math.Ceiling((pageHeight - area.Bottom) / pageHeight * Height) + 1, 0, Height);
        for (var y = top; y < bottom && left < right; y++)
            pixels.AsSpan(((y * Width) + left) * 3, (right - left) * 3).Clear();
    }

    /// <summary>The picture as JPEG, in grey where it has no colour.</summary>
    public (byte[] Jpeg, bool Grey) Encode()
    {
        var grey = IsGrey();
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, grey ? SKColorType.Gray8 : SKColorType.Rgba8888, SKAlphaType.Opaque));
        var target = bitmap.GetPixelSpan();
        for (var y = 0; y < Height; y++)
        {
            var source = pixels.AsSpan(y * Width * 3, Width * 3);
            var row = target[(y * bitmap.RowBytes)..];
            for (var x = 0; x < Width; x++)
            {
                if (grey)
                {
                    row[x] = source[x * 3];
                    continue;
                }

                (row[x * 4], row[(x * 4) + 1], row[(x * 4) + 2], row[(x * 4) + 3]) = (source[x * 3], source[(x * 3) + 1], source[(x * 3) + 2], 255);
            }
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return (data.ToArray(), grey);
    }

    private bool IsGrey()
    {
        for (var i = 0; i < pixels.Length; i += 3)
        {
            if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2])
                return false;
        }

        return true;
    }
}
