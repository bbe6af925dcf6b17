using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents.Tests;

/// <summary>A rendition that doesn't hold.</summary>
/// <param name="Flaw">The reason for which it must be refused; it may have others besides.</param>
/// <param name="Page">The page that must be named; null where it is the file as a whole.</param>
/// <param name="Seen">Whether a program of another shows the leak; null where what is wrong is no leak.</param>
internal sealed record BadRedaction(string Name, RedactionFlaw Flaw, int? Page, Func<byte[]> Make, Func<byte[], bool>? Seen)
{
    public string? FileName { get; init; }

    public ImmutableArray<string> StruckMarkings { get; init; } = [];

    public override string ToString() => Name;
}

/// <summary>Ways to redact badly, each a real file.</summary>
internal static class BadRedactions
{
    private static bool InText(byte[] pdf) => Tool.Text(pdf).Contains(Memo.Name, StringComparison.Ordinal);

    private static bool InFile(byte[] pdf) => Tool.Everything(pdf).Contains(Memo.Name, StringComparison.Ordinal);

    private static bool InBytes(byte[] pdf) => Encoding.Latin1.GetString(pdf).Contains(Memo.Name, StringComparison.Ordinal);

    private static Func<byte[], bool> Says(string what) => pdf => Tool.Everything(pdf).Contains(what, StringComparison.Ordinal);

    public static ImmutableArray<BadRedaction> All { get; } =
    [
        // Text
        new("black box over text", RedactionFlaw.TextUnderBox, 1, () => With(memo => memo.Content1.Insert(0, TheName())), InText),
        new("grey box over text, box last", RedactionFlaw.TextUnderBox, 1, () => With(memo => memo.Content1.Append(TheName("0.5 g")).Append(Memo.Box(Memo.BoxOf(2, Memo.Name)))), InText),
        new("white text", RedactionFlaw.InvisibleText, 1, () => With(memo => memo.Content1.Append(TheName("1 1 1 rg")), boxes: false), InText),
        new("invisible text (mode 3)", RedactionFlaw.InvisibleText, 1, () => With(memo => memo.Content1.Append(TheName("3 Tr"))), InText),
        new("text of half a point", RedactionFlaw.WithheldText, 1, () => With(memo => memo.Content1.Append(Memo.Words(300, 100, Memo.Name, size: 0.5))), InText),
        new("text in the footer", RedactionFlaw.WithheldText, 1, () => With(memo => memo.Content1.Append(Memo.Words(60, 30, $"dossier {Memo.Name}"))), InText),
        new("text beside the page", RedactionFlaw.TextOutsidePage, 1, () => With(memo => memo.Content1.Append(Memo.Words(700, 500, Memo.Name))), pdf => InFile(pdf)),
        new("page cut down to what may be seen", RedactionFlaw.CroppedPage, 1, () => With(memo =>
        {
            memo.FirstPageSize = "/MediaBox [0 -200 595 842] /CropBox [0 0 595 842]";
            memo.Content1.Append(Memo.Words(60, -100, Memo.Name));
        }), InFile),
        new("letters that pretend to be others", RedactionFlaw.TextUnderBox, 1, PretendingLetters, pdf => Says("(\\132onneveld)")(pdf) || InFile(pdf)),
        new("letters that pretend to be spaces", RedactionFlaw.TextUnderBox, 1, LettersAsSpaces, InFile),
        new("letters of an embedded font that pretend to be spaces", RedactionFlaw.TextUnderBox, 1, () => Embedded(' '), Says("/FontFile2")),
        new("letters of an embedded font that pretend to be full stops", RedactionFlaw.TextUnderBox, 1, () => Embedded('.'), Says("/FontFile2")),
        new("letters of an embedded font that say nothing of themselves", RedactionFlaw.TextUnderBox, 1, () => Embedded(null), Says("/FontFile2")),
        new("text in a form object", RedactionFlaw.TextUnderBox, 1, () => With(memo =>
        {
            var form = memo.File.AddStream(TheName(), "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F {memo.Font} 0 R >> >>");
            memo.Resources1 = $"/XObject << /Form {form} 0 R >>";
            memo.Content1.Insert(0, "/Form Do\n");
        }), InFile),
        new("text layer of a scan", RedactionFlaw.InvisibleText, 1, () => With(memo =>
        {
            memo.Resources1 = $"/XObject << /Scan {memo.AddPicture(Memo.Note(covered: true))} 0 R >>";
            memo.Content1.Insert(0, $"q 60 0 0 12 0 700 cm /Scan Do Q\n{TheName("3 Tr")}");
        }), InText),
        new("text as outlines", RedactionFlaw.DrawingUnderBox, 1, () => With(memo => memo.Content1.Insert(0, Outlines())), Seen: null),
        new("marked content with its text", RedactionFlaw.AlternateText, 1, () => With(memo => memo.Content1.Append($"/Span << /ActualText ({Memo.Name}) >> BDC EMC\n")), InFile),
        new("second withheld passage only partly gone", RedactionFlaw.TextUnderBox, 1, () => With(memo => memo.Content1.Insert(0, Memo.Words(Memo.BoxOf(3, "geheim").X, Memo.LineOf(3), "geheim"))),
            pdf => Tool.Text(pdf).Contains("geheim", StringComparison.Ordinal)),

        // Pictures
        new("box over a picture", RedactionFlaw.PictureUnderBox, 2, () => With(memo => memo.Content2.Insert(0, "").Append(Memo.Box(Memo.WithheldInPicture)).Append(Memo.Code(Memo.WithheldInPicture, "5.1.2i")),
            note: () => Memo.Note(covered: false)), pdf => Tool.Pictures(pdf) == 1),
        new("picture cut off by its clip", RedactionFlaw.HiddenPicture, 2, () => With(memo => memo.PictureResource = memo.PictureResource.Replace("/XObject <<", $"/XObject << /Old {memo.AddPicture(Memo.Note(covered: false))} 0 R", StringComparison.Ordinal)),
            pdf => Tool.Everything(pdf).Split("/Subtype /Image").Length == 3),
        new("mask over a picture", RedactionFlaw.PictureUnderBox, 2, MaskedPicture, pdf => Tool.Pictures(pdf) == 2),
        new("small copy in the picture's Exif", RedactionFlaw.PictureMetadata, 2, () => With(_ => { }, note: () => [0xFF, 0xD8, 0xFF, 0xE1, 0x00, 0x0A, .. "Exif\0\0  "u8, .. Memo.Note(covered: true)[2..]]), Says("Exif")),
        new("thumbnail of the page", RedactionFlaw.Thumbnail, 1, () => With(memo => memo.PageEntries = $"/Thumb {memo.AddPicture(Memo.Note(covered: false))} 0 R"), Says("/Thumb")),
        new("picture that can't be judged", RedactionFlaw.PictureNotJudged, 2, () => With(_ => { }, note: () => [.. Enumerable.Repeat((byte)7, 500)]), Seen: null),

        // The file
        new("saved on top", RedactionFlaw.EarlierRevision, null, SavedOnTop, InBytes),
        new("object that nothing refers to", RedactionFlaw.UnreferencedObject, null, () => With(memo => memo.File.AddStream(TheName())), pdf => ScanOf(pdf).Contains(Memo.Name, StringComparison.Ordinal)),
        new("object in an object stream that nothing refers to", RedactionFlaw.UnreferencedObject, null, () => With(memo =>
        {
            var hidden = $"(was {Memo.Name})";
            memo.File.AddStream($"900 0 {hidden}", "/Type /ObjStm /N 1 /First 6");
        }), pdf => ScanOf(pdf).Contains(Memo.Name, StringComparison.Ordinal)),
        new("bytes after the end", RedactionFlaw.HiddenBytes, null, () => [.. With(_ => { }), .. Encoding.Latin1.GetBytes($"\nwas: {Memo.Name}\n")], InBytes),
        new("bytes before the beginning", RedactionFlaw.HiddenBytes, null, () => [.. Encoding.Latin1.GetBytes($"{Memo.Name}\n"), .. With(_ => { })], InBytes),
        new("comment", RedactionFlaw.HiddenBytes, null, () => [.. With(_ => { }), .. Encoding.Latin1.GetBytes($"% {Memo.Name}\n")], InBytes),
        new("bytes behind the data of a stream", RedactionFlaw.HiddenText, null, () => With(memo =>
        {
            var packed = Packed("<< >>");
            memo.Catalog = $"/Extra {memo.File.AddStream([.. packed, .. Encoding.Latin1.GetBytes(Memo.Name)], "/Filter /FlateDecode", packed: false)} 0 R";
        }), InBytes),
        new("stream of an unknown filter", RedactionFlaw.UnreadableStream, null, () => With(memo => memo.Catalog = $"/Extra {memo.File.AddStream("abc", "/Filter /Secret", packed: false)} 0 R"), Seen: null),
        new("encrypted", RedactionFlaw.Encrypted, null, () => Tool.Saved(With(_ => { }), "--encrypt", "", "owner", "256", "--"), Seen: null),
        new("no PDF", RedactionFlaw.NotReadable, null, () => "%PDF-1.7 and no more"u8.ToArray(), Seen: null),

        // Beside the pages
        new("annotation", RedactionFlaw.Annotation, 1, () => With(memo => memo.PageEntries = $"/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (over {Memo.Name}) >>]"), InFile),
        new("black square as an annotation", RedactionFlaw.Annotation, 1, () => With(memo =>
        {
            memo.Content1.Append(TheName());
            memo.PageEntries = "/Annots [<< /Type /Annot /Subtype /Square /Rect [100 725 170 740] /IC [0 0 0] >>]";
        }, boxes: false), InText),
        new("attachment", RedactionFlaw.Attachment, null, () => With(memo =>
        {
            var file = memo.File.AddStream(Memo.Original(), "/Type /EmbeddedFile");
            memo.Catalog = $"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.pdf) /EF << /F {file} 0 R >> >>] >> >>";
        }), Says("/EmbeddedFile")),
        new("form field", RedactionFlaw.FormField, 1, () => With(memo =>
        {
            var field = memo.File.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V ({Memo.Name}) /Rect [0 0 1 1] >>");
            memo.PageEntries = $"/Annots [{field} 0 R]";
            memo.Catalog = $"/AcroForm << /Fields [{field} 0 R] >>";
        }), InFile),
        new("layer that is switched off", RedactionFlaw.Layer, null, () => With(memo =>
        {
            var layer = memo.File.Add("<< /Type /OCG /Name (Oud) >>");
            memo.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >>";
            memo.Resources1 = $"/Properties << /L {layer} 0 R >>";
            memo.Content1.Append($"/OC /L BDC\n{Memo.Words(60, 300, Memo.Name)}EMC\n");
        }), InFile),
        new("information about the document", RedactionFlaw.Metadata, null, () => With(memo => memo.File.Trailer = $"/Info {memo.File.Add($"<< /Title (Gesprek met {Memo.Name}) >>")} 0 R"), InFile),
        new("author", RedactionFlaw.Metadata, null, () => With(memo => memo.File.Trailer = $"/Info {memo.File.Add("<< /Author (A. Ambtenaar) >>")} 0 R"), Says("Ambtenaar")),
        new("XMP", RedactionFlaw.Metadata, null, () => With(memo => memo.Catalog =
            $"/Metadata {memo.File.AddStream($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:title>{Memo.Name}</dc:title></x:xmpmeta>", "/Type /Metadata /Subtype /XML")} 0 R"), InFile),
        new("bookmark", RedactionFlaw.Outline, null, () => With(memo =>
        {
            var outlines = memo.File.Reserve();
            var item = memo.File.Add($"<< /Title (Gesprek met {Memo.Name}) /Parent {outlines} 0 R /Dest [1 /Fit] >>");
            memo.File.Set(outlines, $"<< /Type /Outlines /First {item} 0 R /Last {item} 0 R /Count 1 >>");
            memo.Catalog = $"/Outlines {outlines} 0 R";
        }), InFile),
        new("bookmark in two bytes a letter", RedactionFlaw.Outline, null, () => With(memo =>
        {
            var outlines = memo.File.Reserve();
            var item = memo.File.Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(Memo.Name))}> /Parent {outlines} 0 R /Dest [1 /Fit] >>");
            memo.File.Set(outlines, $"<< /Type /Outlines /First {item} 0 R /Last {item} 0 R /Count 1 >>");
            memo.Catalog = $"/Outlines {outlines} 0 R";
        }), pdf => Tool.Everything(pdf).Contains(Convert.ToHexStringLower(Encoding.BigEndianUnicode.GetBytes(Memo.Name)), StringComparison.OrdinalIgnoreCase) || Says("Z\0o")(pdf) || Says("\0Z")(pdf)),
        new("alternate text", RedactionFlaw.AlternateText, null, () => With(memo => memo.Catalog =
            $"/StructTreeRoot << /Type /StructTreeRoot /K << /Type /StructElem /S /Figure /Alt (foto van {Memo.Name}) >> >>"), InFile),
        new("name of a destination", RedactionFlaw.ObjectName, null, () => With(memo => memo.Catalog = $"/Dests << /Gesprek#20{Memo.Name} [1 /Fit] >>"), InFile),
        new("link to an address", RedactionFlaw.HiddenText, 1, () => With(memo => memo.PageEntries =
            $"/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (mailto:{Memo.Name}@example.nl) >> >>]"), InFile),
        new("data of a program", RedactionFlaw.PrivateData, 1, () => With(memo => memo.PageEntries = $"/PieceInfo << /Editor << /Private ({Memo.Name}) >> >>"), InFile),
        new("script", RedactionFlaw.Script, null, () => With(memo => memo.Catalog = "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"), Says("/JavaScript")),
        new("action on opening", RedactionFlaw.AutomaticAction, null, () => With(memo => memo.Catalog = "/OpenAction << /S /URI /URI (https://example.nl) >>"), Says("/OpenAction")),
        new("action on turning the page", RedactionFlaw.AutomaticAction, 1, () => With(memo => memo.PageEntries = "/AA << /O << /S /URI /URI (https://example.nl) >> >>"), Says("/AA")),
        new("link that starts a program", RedactionFlaw.LaunchAction, 1, () => With(memo => memo.PageEntries = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x.exe) >> >>]"), Says("/Launch")),

        // What isn't there
        new("page left out", RedactionFlaw.PageCountDiffers, null, () => With(memo =>
        {
            memo.WithSecondPage = false;
            memo.PictureResource = "";
        }), Seen: null),
        new("page of another size", RedactionFlaw.PageSizeDiffers, 1, () => With(memo => memo.FirstPageSize = "/MediaBox [0 0 595 500]"), Seen: null),
        new("more gone than was withheld", RedactionFlaw.TextMissing, 1, () => With(memo => memo.Content1.Replace("(De directie stemt in met", "(De directie")), Seen: null),
        new("text that was not there", RedactionFlaw.TextAdded, 1, () => With(memo => memo.Content1.Append(Memo.Words(60, 200, "Toegevoegd"))), Seen: null),
        new("no codes", RedactionFlaw.CodeMissing, 1, () => With(_ => { }, codes: false), Seen: null),
        new("code of another ground", RedactionFlaw.CodeMissing, 1, () => With(memo => memo.Content1.Replace("5.1.2e", "5.1.2h")), Seen: null),
        new("gap without a box", RedactionFlaw.NotCovered, 1, () => With(_ => { }, boxes: false, codes: false), Seen: null),
        new("marking that was lifted still stands", RedactionFlaw.MarkingNotStruck, 1, () => With(_ => { }), Seen: null) { StruckMarkings = ["Stg. GEHEIM"] },
        new("file named after what it hides", RedactionFlaw.FileName, null, () => With(_ => { }), Seen: null) { FileName = $"gesprek {Memo.Name}.pdf" },
    ];

    private static byte[] With(Action<Memo> spoil, Func<byte[]>? note = null, bool boxes = true, bool codes = true)
    {
        var memo = Memo.Redacted(note, boxes, codes);
        spoil(memo);
        return memo.ToArray();
    }

    /// <summary>The withheld name where it stood.</summary>
    private static string TheName(string before = "0 g") => Memo.Words(Memo.BoxOf(2, Memo.Name).X, Memo.LineOf(2), Memo.Name, before);

    private static byte[] SavedOnTop()
    {
        var original = Memo.Original();
        var memo = Memo.Redacted();
        var redacted = memo.ToArray();
        var size = Encoding.Latin1.GetString(original).Split(" obj\n").Length;
        // The redacted objects come behind the original ones, under other numbers.
        var moved = Encoding.Latin1.GetString(redacted);
        var objects = new List<(int, string)>();
        foreach (var part in moved.Split("\nendobj\n")[..^1])
        {
            var head = part.LastIndexOf(" 0 obj\n", StringComparison.Ordinal);
            var start = part.LastIndexOf('\n', Math.Max(0, head - 1)) + 1;
            objects.Add((int.Parse(part[start..head], CultureInfo.InvariantCulture), part[(head + 7)..]));
        }

        return PdfFile.SaveOnTop(Uncompressed(original), memo.File.Root, size + 50, [.. objects]);
    }

    private static byte[] Uncompressed(byte[] pdf)
    {
        var plain = Encoding.Latin1.GetString(Tool.Saved(pdf, "--stream-data=uncompress", "--object-streams=disable"));
        return Encoding.Latin1.GetBytes(plain);
    }

    /// <summary>A font whose codes are said to be other letters than they draw.</summary>
    private static byte[] PretendingLetters() => With(memo => Disguise(memo, i => (char)('a' + i)));

    private static byte[] LettersAsSpaces() => With(memo => Disguise(memo, _ => ' '));

    private static void Disguise(Memo memo, Func<int, char> as_)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n");
        var codes = Memo.Name.Distinct().Order().ToList();
        map.Append(CultureInfo.InvariantCulture, $"{codes.Count} beginbfchar\n");
        foreach (var (i, code) in codes.Index())
            map.Append(CultureInfo.InvariantCulture, $"<{(int)code:X2}> <{(int)as_(i):X4}>\n");
        map.Append("endbfchar endcmap end end\n");
        var font = memo.File.Add($"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode {memo.File.AddStream(map.ToString())} 0 R >>");
        memo.Fonts = $"/D {font} 0 R";
        memo.Content1.Insert(0, TheName().Replace("/F ", "/D ", StringComparison.Ordinal));
    }

    private static byte[] Embedded(char? said) => With(memo => memo.Content1.Insert(0, TextPaper.Disguised(memo, said, Memo.BoxOf(2, Memo.Name).X, Memo.LineOf(2))));

    private static string Outlines()
    {
        var (x, y, width, _) = Memo.BoxOf(2, Memo.Name);
        var path = new StringBuilder("0 g\n");
        for (var i = 0; i < width - 4; i += 6)
            path.Append(CultureInfo.InvariantCulture, $"{x + i + 1} {y + 2} m {x + i + 4} {y + 3} l {x + i + 2} {y + 5} {x + i + 3} {y + 6} {x + i + 4} {y + 8} c {x + i + 1} {y + 7} l h f\n");
        return path.ToString();
    }

    private static byte[] MaskedPicture() => With(memo =>
    {
        var mask = new byte[600 * 400];
        Array.Fill(mask, (byte)255);
        var soft = memo.File.AddStream(mask, "/Type /XObject /Subtype /Image /Width 600 /Height 400 /ColorSpace /DeviceGray /BitsPerComponent 8");
        memo.PictureResource = $"/XObject << /Note {memo.AddPicture(Memo.Note(covered: false), $"/SMask {soft} 0 R")} 0 R >>";
        memo.Content2.Append(Memo.Box(Memo.WithheldInPicture)).Append(Memo.Code(Memo.WithheldInPicture, "5.1.2i"));
    }, note: () => Memo.Note(covered: true));

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(Encoding.Latin1.GetBytes(content));
        return packed.ToArray();
    }

    /// <summary>qpdf leaves out what nothing refers to; with this it keeps it.</summary>
    private static string ScanOf(byte[] pdf) =>
        Encoding.Latin1.GetString(Tool.Saved(pdf, "--qdf", "--preserve-unreferenced", "--object-streams=disable"));
}
