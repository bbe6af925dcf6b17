using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SkiaSharp;
using WobWorkflow.Cases;

namespace WobWorkflow.Documents.Tests;

/// <summary>
/// A memo of two pages, the second with a picture of a signed note, and its redacted rendition as it should be: the withheld words are gone, and in their place is a black box with the code.
/// In Courier, so that every letter is as wide as the other.
/// </summary>
internal sealed class Memo
{
    public const string Name = "Zonneveld";
    public const string Sum = "48.250 euro en blijft geheim";
    public const double Size = 10;
    public const double Left = 60;
    public const double LetterWidth = 6;
    public const double PageWidth = 595;
    public const double PageHeight = 842;

    public static readonly ImmutableArray<string> FirstPage =
    [
        "Stg. GEHEIM",
        "Nota voor de minister over het verzoek",
        $"De heer {Name} heeft op 12 april gebeld over de zaak.",
        $"Het bedrag is {Sum} tot het besluit.",
        "De directie stemt in met het voorstel van de afdeling.",
    ];

    public static readonly ImmutableArray<string> SecondPage = ["Bijlage met de ondertekende notitie", "De notitie is van 14 april."];

    /// <summary>The note on the second page, and what of it is withheld, in points from the left and the bottom.</summary>
    public static readonly (double X, double Y, double Width, double Height) Picture = (100, 300, 300, 200);
    public static readonly (double X, double Y, double Width, double Height) WithheldInPicture = (130, 380, 120, 24);


    private readonly int _root;
    private readonly int _tree;

    public Memo()
    {
        (_root, _tree) = (File.Reserve(), File.Reserve());
        Font = File.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        File.Root = _root;
    }

    public PdfFile File { get; } = new();

    public int Page1 { get; private set; }

    public int Page2 { get; private set; }

    public int Font { get; }

    /// <summary>The content of the pages, which a test may add to.</summary>
    public StringBuilder Content1 { get; } = new();

    public StringBuilder Content2 { get; } = new();

    /// <summary>Entries of the catalogue and the pages.</summary>
    public string Catalog { get; set; } = "";

    public string PageEntries { get; set; } = "";

    public string FirstPageSize { get; set; } = "/MediaBox [0 0 595 842]";

    public string Resources1 { get; set; } = "";

    public string Fonts { get; set; } = "";

    public string PictureResource { get; set; } = "";

    public bool WithSecondPage { get; set; } = true;

    public static RedactionTask Task => new(Original(), Passages, []);

    public static ImmutableArray<WithheldPassage> Passages =>
    [
        new(1, null, [AreaOf(2, Name)], null, ["5.1.2e"]),
        new(1, null, [AreaOf(3, Sum)], null, ["5.1.2b"]),
        new(2, null, [new(WithheldInPicture.X, PageHeight - WithheldInPicture.Y - WithheldInPicture.Height, WithheldInPicture.Width, WithheldInPicture.Height)], null, ["5.1.2i"]),
    ];

    public static double LineOf(int line) => 780 - (line * 24);

    /// <summary>Where words stand on the first page.</summary>
    public static (double X, double Y, double Width, double Height) BoxOf(int line, string words)
    {
        var at = FirstPage[line].IndexOf(words, StringComparison.Ordinal);
        return (Left + (at * LetterWidth), LineOf(line) - 2.5, words.Length * LetterWidth, 11);
    }

    public static byte[] Original()
    {
        var memo = new Memo();
        for (var i = 0; i < FirstPage.Length; i++)
            memo.Content1.Append(Words(Left, LineOf(i), FirstPage[i]));
        memo.AddSecondPage(Note(covered: false));
        return memo.ToArray();
    }

    /// <summary>The rendition as it should be, for a test to spoil.</summary>
    public static Memo Redacted(Func<byte[]>? note = null, bool boxes = true, bool codes = true)
    {
        var memo = new Memo();
        for (var i = 0; i < FirstPage.Length; i++)
        {
            if (i is 2 or 3)
            {
                var (words, code) = i == 2 ? (Name, "5.1.2e") : (Sum, "5.1.2b");
                var at = FirstPage[i].IndexOf(words, StringComparison.Ordinal);
                memo.Content1.Append(Words(Left, LineOf(i), FirstPage[i][..at].TrimEnd()))
                    .Append(Words(Left + ((at + words.Length + 1) * LetterWidth), LineOf(i), FirstPage[i][(at + words.Length)..].Trim()));
                if (boxes)
                    memo.Content1.Append(Box(BoxOf(i, words)));
                if (codes)
                    memo.Content1.Append(Code(BoxOf(i, words), code));
            }
            else
            {
                memo.Content1.Append(Words(Left, LineOf(i), FirstPage[i]));
            }
        }

        memo.AddSecondPage(note?.Invoke() ?? Note(covered: true));
        if (codes)
            memo.Content2.Append(Code(WithheldInPicture, "5.1.2i"));
        return memo;
    }

    public byte[] ToArray()
    {
        Page1 = File.Add(Page(FirstPageSize, Resources1, File.AddStream(Content1.ToString()), PageEntries));
        if (WithSecondPage)
            Page2 = File.Add(Page("/MediaBox [0 0 595 842]", PictureResource, File.AddStream(Content2.ToString()), ""));
        File.Set(_tree, WithSecondPage ? $"<< /Type /Pages /Kids [{Page1} 0 R {Page2} 0 R] /Count 2 >>" : $"<< /Type /Pages /Kids [{Page1} 0 R] /Count 1 >>");
        File.Set(_root, $"<< /Type /Catalog /Pages {_tree} 0 R {Catalog} >>");
        return File.ToArray();
    }

    public static string Words(double x, double y, string text, string before = "0 g", double size = Size) =>
        $"BT /F {Number(size)} Tf {before} {Number(x)} {Number(y)} Td ({text.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n";

    public static string Box((double X, double Y, double Width, double Height) box, string color = "0 g") =>
        $"q {color} {Number(box.X)} {Number(box.Y)} {Number(box.Width)} {Number(box.Height)} re f Q\n";

    public static string Code((double X, double Y, double Width, double Height) box, string code) =>
        Words(box.X + 3, box.Y + (box.Height / 2) - 2.5, code, "1 1 1 rg", size: 7);

    /// <summary>A handwritten note as a JPEG; with the withheld part painted over or not.</summary>
    public static byte[] Note(bool covered)
    {
        using var bitmap = new SKBitmap(600, 400);
        using (var canvas = new SKCanvas(bitmap))
        using (var ink = new SKPaint { Color = SKColors.Black, StrokeWidth = 3 })
        {
            canvas.Clear(SKColors.White);
            for (var i = 0; i < 40; i++)
                canvas.DrawLine(20 + (i * 14), 180 + (i % 3 * 14), 30 + (i * 14), 230 - (i % 5 * 9), ink);
            var (x, y) = ((WithheldInPicture.X - Picture.X) * 2, (Picture.Y + Picture.Height - WithheldInPicture.Y - WithheldInPicture.Height) * 2);
            if (covered)
                canvas.DrawRect((float)x - 2, (float)y - 2, (float)(WithheldInPicture.Width * 2) + 4, (float)(WithheldInPicture.Height * 2) + 4, ink);
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, 85);
        return data.ToArray();
    }

    public int AddPicture(byte[] jpeg, string entries = "") =>
        File.AddStream(jpeg, $"/Type /XObject /Subtype /Image /Width 600 /Height 400 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode {entries}", packed: false);

    private void AddSecondPage(byte[] note)
    {
        PictureResource = $"/XObject << /Note {AddPicture(note)} 0 R >>";
        Content2.Append(Invariant($"q {Picture.Width} 0 0 {Picture.Height} {Picture.X} {Picture.Y} cm /Note Do Q\n"));
        for (var i = 0; i < SecondPage.Length; i++)
            Content2.Append(Words(Left, LineOf(i), SecondPage[i]));
    }

    private string Page(string size, string resources, int content, string entries) =>
        $"<< /Type /Page /Parent {_tree} 0 R {size} /Resources << /Font << /F {Font} 0 R {Fonts} >> {resources} >> /Contents {content} 0 R {entries} >>";

    private static PageArea AreaOf(int line, string words)
    {
        var (x, y, width, height) = BoxOf(line, words);
        return new(x, PageHeight - y - height, width, height);
    }

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
