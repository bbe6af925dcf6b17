using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SkiaSharp;

namespace WobWorkflow.Documents.Tests;

/// <summary>What goes out as it came goes without what programs wrote into it; what nobody judged doesn't go at all, or as its pages show it.</summary>
public sealed class CleanCopiesTests
{
    private const string Author = "Kornelis Kornoelje";

    private static readonly CleanCopies Copies = new(new RedactionMaker(new RedactionInspector()));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pdf_WithAnAuthorAndXmp_LosesThemAndNothingElse()
    {
        var original = APdf(file =>
        {
            var xmp = file.AddStream($"<x:xmpmeta xmlns:x='adobe:ns:meta/'><dc:creator>{Author}</dc:creator></x:xmpmeta>", "/Type /Metadata /Subtype /XML", packed: false);
            file.Trailer = $"/Info {file.Add($"<< /Author ({Author}) /Producer (Een tekstverwerker) >>")} 0 R";
            return $"/Metadata {xmp} 0 R";
        });
        Tool.Everything(original).ShouldContain(Author);

        var clean = await CleanAsync(original);

        clean.Extension.ShouldBe(".pdf");
        var bytes = clean.Content.ToArray();
        Tool.Everything(bytes).ShouldNotContain(Author);
        Tool.Text(bytes).ShouldBe(Tool.Text(original));
        Tool.Complaints(bytes).ShouldBe("");
    }

    [Fact]
    public async Task Pdf_AsQpdfWritesItWithObjectStreams_IsCleanedToo()
    {
        var original = Tool.Saved(APdf(file =>
        {
            file.Trailer = $"/Info {file.Add($"<< /Author ({Author}) >>")} 0 R";
            return "";
        }), "--object-streams=generate");

        var bytes = (await CleanAsync(original)).Content.ToArray();

        Tool.Everything(bytes).ShouldNotContain(Author);
        Tool.Text(bytes).ShouldBe(Tool.Text(original));
    }

    [Fact]
    public async Task Pdf_WithANoteOnThePage_IsLeftToAPerson()
    {
        var original = APdf(_ => "", page: $"/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents ({Author} vindt dit niets) >>]");

        (await Copies.OfAsync(original, Ct)).ShouldBe(new NotCleaned(NotCleaned.HiddenParts));
    }

    [Fact]
    public async Task Pdf_WithAScript_IsMadeAnewFromItsPages()
    {
        var original = APdf(_ => $"/OpenAction << /S /JavaScript /JS (app.alert\\('{Author}'\\)) >>");

        var bytes = (await CleanAsync(original)).Content.ToArray();

        Tool.Everything(bytes).ShouldNotContain(Author);
        Tool.Text(bytes).ShouldContain("Voor iedereen");
    }

    [Fact]
    public async Task Mail_IsMadeAnewWithoutWhereItPassed()
    {
        var original = Encoding.UTF8.GetBytes(
            "Received: from werkplek-0815.intern.example by post.example\r\nFrom: a@example.nl\r\nTo: b@example.nl\r\nSubject: Verslag\r\nDate: Tue, 22 May 2018 10:00:00 +0200\r\nMessage-ID: <1@example>\r\n\r\nVoor iedereen.\r\n");

        var copy = await CleanAsync(original);

        copy.Extension.ShouldBe(".pdf");
        Tool.Everything(copy.Content.ToArray()).ShouldNotContain("werkplek-0815");
        Tool.Text(copy.Content.ToArray()).ShouldContain("Voor iedereen");
    }

    [Fact]
    public async Task Word_WithAnAuthor_LosesIt()
    {
        var copy = await CleanAsync(AWordFile("Voor iedereen."));

        copy.Extension.ShouldBe(".docx");
        using var document = WordprocessingDocument.Open(new MemoryStream(copy.Content.ToArray()), isEditable: false);
        document.CoreFilePropertiesPart.ShouldBeNull();
        document.MainDocumentPart!.Document!.InnerText.ShouldBe("Voor iedereen.");
    }

    [Fact]
    public async Task Word_WithTrackedChanges_IsMadeAnewFromWhatItSaysNow()
    {
        var original = AWordFile("Voor iedereen.", body => body.AppendChild(new Paragraph(new DeletedRun(new Run(new DeletedText("Geheim gehouden"))) { Author = Author, Id = "1" })));

        var copy = await CleanAsync(original);

        copy.Extension.ShouldBe(".pdf");
        var everything = Tool.Everything(copy.Content.ToArray()) + Tool.Text(copy.Content.ToArray());
        everything.ShouldContain("Voor iedereen");
        everything.ShouldNotContain("Geheim");
        everything.ShouldNotContain(Author);
    }

    [Fact]
    public async Task Picture_WithExifAndComments_LosesThem()
    {
        using var bitmap = new SKBitmap(16, 16);
        var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 90).ToArray();
        byte[] exif = [0xFF, 0xE1, 0, 22, .. "Exif\0\0"u8, .. Encoding.ASCII.GetBytes("hier gemaakt!!"), 0xFF, 0xFE, 0, 10, .. "opgemerkt"u8[..8]];
        byte[] marked = [.. jpeg[..2], .. exif, .. jpeg[2..], .. "erachter"u8];

        var clean = (await CleanAsync(marked)).Content.ToArray();

        Encoding.Latin1.GetString(clean).ShouldNotContain("hier gemaakt");
        Encoding.Latin1.GetString(clean).ShouldNotContain("opgemerkt"[..8]);
        Encoding.Latin1.GetString(clean).ShouldNotContain("erachter");
        using var decoded = SKBitmap.Decode(clean);
        (decoded.Width, decoded.Height).ShouldBe((16, 16));
    }

    [Theory]
    [InlineData("GIF89a dit is geen plaatje dat wij lezen", NotCleaned.UnknownFormat)]
    [InlineData("%PDF-1.7 maar verder niets", NotCleaned.Unreadable)]
    public async Task Other_Content_IsNotClean(string content, string code) => (await Copies.OfAsync(Encoding.ASCII.GetBytes(content), Ct)).ShouldBe(new NotCleaned(code));

    [Fact]
    public async Task Same_Content_GivesTheSameCopy()
    {
        var original = AWordFile("Voor iedereen.");

        (await CleanAsync(original)).Content.ToArray().ShouldBe((await CleanAsync(original)).Content.ToArray());
    }

    private static async Task<CleanCopy> CleanAsync(byte[] content) => (await Copies.OfAsync(content, Ct)).ShouldBeOfType<CleanCopy>();

    private static byte[] APdf(Func<PdfFile, string> catalog, string page = "")
    {
        var file = new PdfFile();
        var (root, pages, leaf) = (file.Reserve(), file.Reserve(), file.Reserve());
        var font = file.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>");
        var content = file.AddStream("BT /F1 12 Tf 60 700 Td (Voor iedereen) Tj ET");
        file.Root = root;
        file.Set(pages, $"<< /Type /Pages /Kids [{leaf} 0 R] /Count 1 >>");
        file.Set(leaf, $"<< /Type /Page /Parent {pages} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 {font} 0 R >> >> /Contents {content} 0 R {page} >>");
        file.Set(root, $"<< /Type /Catalog /Pages {pages} 0 R {catalog(file)} >>");
        return file.ToArray();
    }

    private static byte[] AWordFile(string text, Action<Body>? with = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var body = new Body(new Paragraph(new Run(new Text(text))));
            with?.Invoke(body);
            document.AddMainDocumentPart().Document = new Document(body);
            document.PackageProperties.Creator = Author;
        }

        return stream.ToArray();
    }
}
