using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WobWorkflow.Documents.Tests;

/// <summary>A rendition of a document without pages that doesn't hold; see <see cref="BadRedaction"/>.</summary>
internal sealed record BadTextRedaction(string Way, RedactionFlaw Flaw, int? Page, Func<TextPaper, byte[]> Make, Func<byte[], bool>? Seen)
{
    public string? FileName { get; init; }

    public ImmutableArray<string> StruckMarkings { get; init; } = [];
}

/// <summary>Ways to redact a letter, a mail, a workbook or a text badly: it is printed to PDF by hand, and something goes wrong on the way.</summary>
internal static class BadTextRedactions
{
    private static bool InText(byte[] pdf) => Tool.Text(pdf).Contains(TextPaper.Name, StringComparison.Ordinal);

    private static bool InFile(byte[] pdf) => Tool.Everything(pdf).Contains(TextPaper.Name, StringComparison.Ordinal);

    private static Func<byte[], bool> Says(string what) => pdf => Tool.Everything(pdf).Contains(what, StringComparison.Ordinal);

    public static ImmutableArray<BadTextRedaction> All { get; } =
    [
        // The text
        new("printed as it came", RedactionFlaw.WithheldText, 1, With(paper => Put(paper, line => line.Replace("5.1.2e", TextPaper.Name, StringComparison.Ordinal))), InText),
        new("name once more at the foot", RedactionFlaw.WithheldText, 1, With(paper => paper.Memo.Content1.Append(TextPaper.TheName(y: 30))), InText),
        new("name in two parts", RedactionFlaw.TextAdded, 1, With(paper => paper.Memo.Content1.Append(Memo.Words(60, 100, "Zonne")).Append(Memo.Words(200, 100, "veld"))), Seen: null),
        new("white text", RedactionFlaw.InvisibleText, 1, With(paper => paper.Memo.Content1.Append(TextPaper.TheName("1 1 1 rg"))), InText),
        new("invisible text (mode 3)", RedactionFlaw.InvisibleText, 1, With(paper => paper.Memo.Content1.Append(TextPaper.TheName("3 Tr"))), InText),
        new("box over the name", RedactionFlaw.WithheldText, 1, With(paper => paper.Memo.Content1.Append(TextPaper.TheName()).Append(Memo.Box((Memo.Left, 97, 60, 12)))), InText),
        new("text beside the page", RedactionFlaw.TextOutsidePage, 1, With(paper => paper.Memo.Content1.Append(TextPaper.TheName(x: 700))), InFile),
        new("page cut down to what may be seen", RedactionFlaw.CroppedPage, 1, With(paper =>
        {
            paper.Memo.FirstPageSize = "/MediaBox [0 -200 595 842] /CropBox [0 0 595 842]";
            paper.Memo.Content1.Append(TextPaper.TheName(y: -100));
        }), InFile),
        new("letters that pretend to be spaces", RedactionFlaw.TextAdded, 1, With(paper => paper.Memo.Content1.Append(TextPaper.Disguised(paper.Memo, ' '))), Says("/FontFile2")),
        new("one letter that pretends to be a space", RedactionFlaw.TextAdded, 1, With(paper => paper.Memo.Content1.Append(TextPaper.Disguised(paper.Memo, ' ', text: "Z"))), Says("/FontFile2")),
        new("letters that pretend to be full stops", RedactionFlaw.TextAdded, 1, With(paper => paper.Memo.Content1.Append(TextPaper.Disguised(paper.Memo, '.'))), Says("/FontFile2")),
        new("letters that say nothing of themselves", RedactionFlaw.TextAdded, 1, With(paper => paper.Memo.Content1.Append(TextPaper.Disguised(paper.Memo, null))), Says("/FontFile2")),
        new("text as outlines", RedactionFlaw.DrawingUnderBox, 1, With(paper => paper.Memo.Content1.Append(Outlines())), Seen: null),
        new("picture of the page", RedactionFlaw.PictureNotJudged, 1, With(paper =>
        {
            paper.Memo.Resources1 = $"/XObject << /Scan {paper.Memo.AddPicture(TextPaper.Scan())} 0 R >>";
            paper.Memo.Content1.Append("q 300 0 0 200 60 300 cm /Scan Do Q\n");
        }), pdf => Tool.Pictures(pdf) == 1),
        new("marked content with its text", RedactionFlaw.AlternateText, 1, With(paper => paper.Memo.Content1.Append($"/Span << /ActualText ({TextPaper.Name}) >> BDC EMC\n")), InFile),
        new("line left out", RedactionFlaw.TextMissing, null, With(paper => paper.Lines.RemoveAt(paper.Lines.FindIndex(line => line.Contains("niets te doen", StringComparison.Ordinal)))), Seen: null),
        new("line that was not there", RedactionFlaw.TextAdded, 1, With(paper => paper.Lines.Add("Toegevoegd door de afdeling")), Seen: null),
        new("no codes", RedactionFlaw.CodeMissing, null, With(paper => Put(paper, line => line.Replace("5.1.2e", "", StringComparison.Ordinal))), Seen: null),
        new("code of another ground", RedactionFlaw.TextAdded, 1, With(paper => Put(paper, line => line.Replace("5.1.2e", "5.1.2h", StringComparison.Ordinal))), Seen: null),
        new("marking that was lifted still stands", RedactionFlaw.MarkingNotStruck, 1, With(paper => paper.Memo.Content1.Append(Memo.Words(60, 820, "Stg. GEHEIM"))), Seen: null) { StruckMarkings = ["Stg. GEHEIM"] },

        // The file
        new("sent as it is", RedactionFlaw.NotReadable, null, paper => paper.Original, Seen: null),
        new("attachment: the document itself", RedactionFlaw.Attachment, null, With(paper =>
        {
            var file = paper.Memo.File.AddStream(paper.Original, "/Type /EmbeddedFile");
            paper.Memo.Catalog = $"/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a.docx) /EF << /F {file} 0 R >> >>] >> >>";
        }), Says("/EmbeddedFile")),
        new("annotation", RedactionFlaw.Annotation, 1, With(paper => paper.Memo.PageEntries = $"/Annots [<< /Type /Annot /Subtype /Text /Rect [0 0 20 20] /Contents (over {TextPaper.Name}) >>]"), InFile),
        new("form field", RedactionFlaw.FormField, 1, With(paper =>
        {
            var field = paper.Memo.File.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (naam) /V ({TextPaper.Name}) /Rect [0 0 1 1] >>");
            paper.Memo.PageEntries = $"/Annots [{field} 0 R]";
            paper.Memo.Catalog = $"/AcroForm << /Fields [{field} 0 R] >>";
        }), InFile),
        new("layer that is switched off", RedactionFlaw.Layer, null, With(paper =>
        {
            var layer = paper.Memo.File.Add("<< /Type /OCG /Name (Oud) >>");
            paper.Memo.Catalog = $"/OCProperties << /OCGs [{layer} 0 R] /D << /OFF [{layer} 0 R] >> >>";
            paper.Memo.Resources1 = $"/Properties << /L {layer} 0 R >>";
            paper.Memo.Content1.Append($"/OC /L BDC\n{TextPaper.TheName()}EMC\n");
        }), InFile),
        new("information about the document", RedactionFlaw.Metadata, null, With(paper => paper.Memo.File.Trailer = $"/Info {paper.Memo.File.Add($"<< /Title (Gesprek met {TextPaper.Name}) >>")} 0 R"), InFile),
        new("author that the printing program put there", RedactionFlaw.Metadata, null, With(paper => paper.Memo.File.Trailer = $"/Info {paper.Memo.File.Add("<< /Author (A. Ambtenaar) >>")} 0 R"), Says("Ambtenaar")),
        new("XMP", RedactionFlaw.Metadata, null, With(paper => paper.Memo.Catalog =
            $"/Metadata {paper.Memo.File.AddStream($"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><dc:title>{TextPaper.Name}</dc:title></x:xmpmeta>", "/Type /Metadata /Subtype /XML")} 0 R"), InFile),
        new("bookmark", RedactionFlaw.Outline, null, With(paper =>
        {
            var outlines = paper.Memo.File.Reserve();
            var item = paper.Memo.File.Add($"<< /Title (Gesprek met {TextPaper.Name}) /Parent {outlines} 0 R /Dest [1 /Fit] >>");
            paper.Memo.File.Set(outlines, $"<< /Type /Outlines /First {item} 0 R /Last {item} 0 R /Count 1 >>");
            paper.Memo.Catalog = $"/Outlines {outlines} 0 R";
        }), InFile),
        new("object that nothing refers to", RedactionFlaw.UnreferencedObject, null, With(paper => paper.Memo.File.AddStream(TextPaper.TheName())), pdf => Kept(pdf).Contains(TextPaper.Name, StringComparison.Ordinal)),
        new("bytes after the end", RedactionFlaw.HiddenBytes, null, paper => [.. paper.ToArray(), .. Encoding.Latin1.GetBytes($"\nwas: {TextPaper.Name}\n")], pdf => Encoding.Latin1.GetString(pdf).Contains(TextPaper.Name, StringComparison.Ordinal)),
        new("saved on top", RedactionFlaw.EarlierRevision, null, SavedOnTop, pdf => Encoding.Latin1.GetString(pdf).Contains(TextPaper.Name, StringComparison.Ordinal)),
        new("script", RedactionFlaw.Script, null, With(paper => paper.Memo.Catalog = "/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"), Says("/JavaScript")),
        new("link that starts a program", RedactionFlaw.LaunchAction, 1, With(paper => paper.Memo.PageEntries = "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (x.exe) >> >>]"), Says("/Launch")),
        new("encrypted", RedactionFlaw.Encrypted, null, paper => Tool.Saved(paper.ToArray(), "--encrypt", "", "owner", "256", "--"), Seen: null),
        new("file named after what it hides", RedactionFlaw.FileName, null, paper => paper.ToArray(), Seen: null) { FileName = $"gesprek {TextPaper.Name}.pdf" },
    ];

    private static Func<TextPaper, byte[]> With(Action<TextPaper> spoil) => paper =>
    {
        spoil(paper);
        return paper.ToArray();
    };

    private static void Put(TextPaper paper, Func<string, string> line)
    {
        for (var i = 0; i < paper.Lines.Count; i++)
            paper.Lines[i] = line(paper.Lines[i]);
    }

    /// <summary>The page as it came, and over it, behind the end of the file, the page as it should be.</summary>
    private static byte[] SavedOnTop(TextPaper paper)
    {
        var redacted = paper.ToArray();
        var original = TextPaper.Of(TextPaper.Originals.Keys.First(format => TextPaper.Of(format).Lines.SequenceEqual(paper.Lines)));
        Put(original, line => line.Replace("5.1.2e", TextPaper.Name, StringComparison.Ordinal));
        var before = Tool.Saved(original.ToArray(), "--stream-data=uncompress", "--object-streams=disable", "--preserve-unreferenced");
        var objects = Encoding.Latin1.GetString(Tool.Saved(redacted, "--stream-data=uncompress", "--object-streams=disable", "--preserve-unreferenced")).Split("\nendobj\n")[..^1].Select(part =>
        {
            var head = part.IndexOf(" 0 obj\n", StringComparison.Ordinal);
            var start = part.LastIndexOf('\n', Math.Max(0, head - 1)) + 1;
            return (int.Parse(part[start..head], CultureInfo.InvariantCulture), part[(head + 7)..]);
        }).ToArray();
        return PdfFile.SaveOnTop(before, objects.Single(o => o.Item2.Contains("/Catalog", StringComparison.Ordinal)).Item1, objects.Length + 1, objects);
    }

    private static string Outlines()
    {
        var path = new StringBuilder("0 g\n");
        for (var i = 0; i < 30; i++)
            path.Append(CultureInfo.InvariantCulture, $"{61 + (i * 6)} 102 m {64 + (i * 6)} 103 l {62 + (i * 6)} 105 {63 + (i * 6)} 106 {64 + (i * 6)} 108 c {61 + (i * 6)} 107 l {60 + (i * 6)} 105 l h f\n");
        return path.ToString();
    }

    /// <summary>qpdf leaves out what nothing refers to; with this it keeps it.</summary>
    private static string Kept(byte[] pdf) => Encoding.Latin1.GetString(Tool.Saved(pdf, "--qdf", "--preserve-unreferenced", "--object-streams=disable"));
}
