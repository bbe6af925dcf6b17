using System.Collections.Immutable;
using SkiaSharp;

namespace WobWorkflow.Documents.Tests;

/// <summary>A rendition that holds.</summary>
internal sealed record GoodRedaction(byte[] Pdf, ImmutableArray<string> StruckMarkings);

/// <summary>Ways to redact well, by other programs and other hands than our own.</summary>
internal static class GoodRedactions
{
    public static ImmutableSortedDictionary<string, Func<GoodRedaction>> All { get; } = new Dictionary<string, Func<GoodRedaction>>(StringComparer.Ordinal)
    {
        ["words gone, box and code"] = () => new(Memo.Redacted().ToArray(), []),
        ["saved by qpdf for the web"] = () => new(Tool.Saved(Memo.Redacted().ToArray(), "--linearize"), []),
        ["saved by qpdf with object streams"] = () => new(Tool.Saved(Memo.Redacted().ToArray(), "--object-streams=generate"), []),
        ["codes in the margin"] = () => new(CodesInTheMargin(), []),
        ["marking struck"] = () => new(Struck(), ["Stg. GEHEIM"]),
        ["made with another library"] = () => new(WithAnotherLibrary(), []),
        ["links and a neutral title"] = () => new(WithLinks(), []),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static byte[] CodesInTheMargin()
    {
        var memo = Memo.Redacted(codes: false);
        memo.Content1.Append(Memo.Words(Memo.BoxOf(2, Memo.Name).X - 50, Memo.LineOf(2) + 11, "5.1.2.e", size: 6)).Append(Memo.Words(Memo.BoxOf(3, Memo.Sum).X, Memo.LineOf(3) + 11, "art. 5.1.2 b Woo", size: 6));
        memo.Content2.Append(Memo.Words(Memo.WithheldInPicture.X, Memo.WithheldInPicture.Y - 8, "5.1.2i"));
        return memo.ToArray();
    }

    private static byte[] Struck()
    {
        var memo = Memo.Redacted();
        memo.Content1.Append($"0 G 1 w {Memo.Left} {Memo.LineOf(0) + 3} m {Memo.Left + (11 * Memo.LetterWidth)} {Memo.LineOf(0) + 3} l S\n");
        return memo.ToArray();
    }

    private static byte[] WithLinks()
    {
        var memo = Memo.Redacted();
        memo.PageEntries = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://www.rijksoverheid.nl) >> >>]";
        memo.File.Trailer = $"/Info {memo.File.Add("<< /Title (Nota) /Producer (PDF-maker 3) /CreationDate (D:20180522) >>")} 0 R";
        return memo.ToArray();
    }

    private static byte[] WithAnotherLibrary()
    {
        using var stream = new MemoryStream();
        using var font = SKTypeface.FromStream(typeof(RedactionMaker).Assembly.GetManifestResourceStream("Arimo-Regular.ttf"));
        using (var document = SKDocument.CreatePdf(stream))
        {
            using var letters = new SKFont(font, (float)Memo.Size);
            // Each letter where it stands in the original, in another font.
            var first = document.BeginPage((float)Memo.PageWidth, (float)Memo.PageHeight);
            for (var i = 0; i < Memo.FirstPage.Length; i++)
            {
                var withheld = i == 2 ? Memo.Name : i == 3 ? Memo.Sum : null;
                Letters(first, letters, i, Memo.FirstPage[i], withheld);
                if (withheld is not null)
                    Cover(first, font, Memo.BoxOf(i, withheld), i == 2 ? "5.1.2e" : "5.1.2b");
            }

            document.EndPage();
            var second = document.BeginPage((float)Memo.PageWidth, (float)Memo.PageHeight);
            for (var i = 0; i < Memo.SecondPage.Length; i++)
                Letters(second, letters, i, Memo.SecondPage[i], null);
            using var note = SKImage.FromEncodedData(Memo.Note(covered: true));
            second.DrawImage(note, SKRect.Create((float)Memo.Picture.X, (float)(Memo.PageHeight - Memo.Picture.Y - Memo.Picture.Height), (float)Memo.Picture.Width, (float)Memo.Picture.Height), new SKSamplingOptions(SKFilterMode.Linear));
            Cover(second, font, Memo.WithheldInPicture, "5.1.2i");
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }

    private static void Letters(SKCanvas page, SKFont font, int line, string text, string? withheld)
    {
        using var ink = new SKPaint { Color = SKColors.Black };
        var from = withheld is null ? text.Length : text.IndexOf(withheld, StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ' && (i < from || i >= from + withheld!.Length))
                page.DrawText(text[i].ToString(), (float)(Memo.Left + (i * Memo.LetterWidth)), (float)(Memo.PageHeight - Memo.LineOf(line)), SKTextAlign.Left, font, ink);
        }
    }

    private static void Cover(SKCanvas page, SKTypeface face, (double X, double Y, double Width, double Height) box, string code)
    {
        using var black = new SKPaint { Color = SKColors.Black };
        using var white = new SKPaint { Color = SKColors.White };
        using var font = new SKFont(face, 6);
        var top = Memo.PageHeight - box.Y - box.Height;
        page.DrawRect((float)box.X, (float)top, (float)box.Width, (float)box.Height, black);
        page.DrawText(code, (float)box.X + 2, (float)(top + (box.Height / 2) + 2), SKTextAlign.Left, font, white);
    }
}
