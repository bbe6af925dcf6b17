using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using WobWorkflow.Documents;
using DrawingText = DocumentFormat.OpenXml.Drawing;

namespace WobWorkflow.Engine.Tests;

public sealed class DocumentReaderTests
{
    private static readonly DocumentReader Reader = new();

    [Fact]
    public void Pdf_is_read_page_by_page()
    {
        var reading = Read(Pdf("Nota voor het CVIN", "Tweede bladzijde"), "x.docx");
        (reading.MediaType, reading.Extension, reading.Pages, reading.Readable, reading.ProblemCode).ShouldBe(("application/pdf", ".pdf", 2, true, null));
        reading.PageTexts.Select(t => t.Trim()).ShouldBe(["Nota voor het CVIN", "Tweede bladzijde"]);
        reading.Text.ShouldContain("Tweede bladzijde");
    }

    [Fact]
    public void Docx_is_read_with_footnotes_and_headers()
    {
        var letter = LetterExamples.Write(LetterExamples.Of(KasperskyLetter.Content) with { Marking = "Dep. VERTROUWELIJK" });
        var reading = Read(letter);
        (reading.Extension, reading.Pages, reading.Readable).ShouldBe((".docx", null, true));
        reading.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        reading.Text.ShouldContain("Dreigingsanalyse Kaspersky Lab");
        reading.Text.ShouldContain("Kamerstukken II 2021/2022, 26 643, nr. 813.");
        reading.Text.ShouldContain("Dep. VERTROUWELIJK");
    }

    [Fact]
    public void Docx_tells_the_pages_that_its_author_counted() => Read(Docx("tekst", pages: 7)).Pages.ShouldBe(7);

    [Fact]
    public void Xlsx_is_read_row_by_row()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Lijst", SheetId = 1, Id = "s1" }));
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new(new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text("Omschrijving")));
            workbook.AddNewPart<WorksheetPart>("s1").Worksheet = new(new SheetData(new Row(
                new Cell { DataType = CellValues.SharedString, CellValue = new("0") },
                new Cell { CellValue = new("42") })));
        }

        var reading = Read(stream.ToArray());
        (reading.Extension, reading.Text).ShouldBe((".xlsx", "Omschrijving\t42\n"));
    }

    [Fact]
    public void Pptx_is_read_slide_by_slide()
    {
        using var stream = new MemoryStream();
        using (var document = PresentationDocument.Create(stream, DocumentFormat.OpenXml.PresentationDocumentType.Presentation))
        {
            var presentation = document.AddPresentationPart();
            presentation.Presentation = new Presentation();
            foreach (var text in new[] { "Eerste", "Tweede" })
            {
                presentation.AddNewPart<SlidePart>().Slide = new(new CommonSlideData(new ShapeTree(new DocumentFormat.OpenXml.Presentation.Shape(
                    new TextBody(new DrawingText.BodyProperties(), new DrawingText.Paragraph(new DrawingText.Run(new DrawingText.Text(text))))))));
            }
        }

        var reading = Read(stream.ToArray());
        (reading.Extension, reading.Pages, reading.Text).ShouldBe((".pptx", 2, "Eerste\n\nTweede\n"));
    }

    [Fact]
    public void Mail_is_read_with_its_date()
    {
        var reading = Read(Encoding.ASCII.GetBytes("""
            From: =?utf-8?Q?Beno=C3=AEt?= <b@example.org>
            To: a@example.org
            Subject: Nota
            Date: Thu, 12 Apr 2018 23:30:00 +0200
            MIME-Version: 1.0
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            <style>p{}</style><p>Zie de nota=C2=A0van <b>vandaag</b>.</p>
            """));
        (reading.MediaType, reading.Extension, reading.Readable, reading.ProposedDate).ShouldBe(("message/rfc822", ".eml", true, new DateOnly(2018, 4, 12)));
        reading.Text.ShouldContain("Benoît");
        reading.Text.ShouldContain("Zie de nota\u00A0van vandaag.");
        reading.Text.ShouldNotContain("p{}");
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Text_is_decoded_by_its_mark_or_as_utf8(string encoding, bool mark)
    {
        var e = Encoding.GetEncoding(encoding);
        var reading = Read([.. mark ? e.GetPreamble() : [], .. e.GetBytes("Coördinatie – € 5\r\n")]);
        (reading.MediaType, reading.Extension, reading.Text).ShouldBe(("text/plain", ".txt", "Coördinatie – € 5\r\n"));
    }

    [Fact]
    public void Text_of_old_exports_is_windows_1252() => Read([(byte)'C', 0xF6, 0x80]).Text.ShouldBe("Cö€");

    [Fact]
    public void Memo_with_labels_is_no_mail() => Read(Encoding.UTF8.GetBytes("Aan: de minister\nVan: de directeur\nDatum: 3 mei 2018\n\nBeste")).Extension.ShouldBe(".txt");

    [Theory]
    [InlineData("89504E470D0A1A0A00", ".png")]
    [InlineData("FFD8FFE000104A46", ".jpg")]
    public void Pictures_have_a_type_and_no_text(string hex, string extension)
    {
        var reading = Read(Convert.FromHexString(hex), "nota.pdf");
        (reading.Extension, reading.Readable, reading.Text).ShouldBe((extension, true, ""));
    }

    [Fact]
    public void Archive_that_is_no_office_document_is_an_archive() => Read(Zip(("a.txt", "tekst"u8.ToArray()))).MediaType.ShouldBe("application/zip");

    [Theory]
    [InlineData("Datum 3 mei 2018\nBetreft nota", null, "2018-05-03")]
    [InlineData("Nota\n  Datum:   12 april 2018", "2017-01-01 nota.txt", "2018-04-12")]
    [InlineData("Zonder datum, maar over 3 mei 2018", "20180412 nota.txt", "2018-04-12")]
    [InlineData("Datum 31 februari 2018", "nota 2018.txt", null)]
    public void Date_is_proposed_from_the_top_or_the_name(string text, string? name, string? date) =>
        Read(Encoding.UTF8.GetBytes(text), name).ProposedDate.ShouldBe(date is null ? null : DateOnly.Parse(date));

    [Fact]
    public void Stream_is_read_like_memory()
    {
        using var stream = new MemoryStream(Pdf("Nota"));
        Reader.Read(stream, null).Pages.ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_empty() => Problem([]).ShouldBe("empty");

    [Fact]
    public void Garbage_is_of_no_known_type()
    {
        var garbage = new byte[5000];
        new Random(1).NextBytes(garbage);
        Problem(garbage).ShouldBe("unknown-type");
        Read(garbage, "nota.pdf").Extension.ShouldBe(".bin");
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Truncated_pdf_is_damaged_or_read_as_far_as_it_goes(double part)
    {
        var pdf = Pdf([.. Enumerable.Range(0, 20).Select(i => $"Bladzijde {i}")]);
        var reading = Read(pdf[..(int)(pdf.Length * part)]);
        reading.MediaType.ShouldBe("application/pdf");
        if (!reading.Readable)
            reading.ProblemCode.ShouldBe("damaged-pdf");
    }

    [Fact]
    public void Head_of_a_pdf_alone_is_damaged() => Problem("%PDF-1.7\n%\u00e2\n1 0 obj\n<<"u8.ToArray()).ShouldBe("damaged-pdf");

    [Fact]
    public void Pdf_under_a_password_is_encrypted() => Problem(EncryptedPdf()).ShouldBe("encrypted-pdf");

    [Fact]
    public void Pdf_that_expands_too_much_is_not_expanded()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(Enumerable.Repeat((byte)' ', 20 << 20).ToArray());
        new DocumentReader(new() { ExpandedBytes = 1 << 20 }).Read(PdfWithContent(packed.ToArray()), null).ProblemCode.ShouldBe("expands-too-much");
        Reader.Read(PdfWithContent(packed.ToArray()), null).Readable.ShouldBeTrue();
    }

    [Fact]
    public void Pdf_of_too_many_pages_is_refused() =>
        new DocumentReader(new() { Pages = 1 }).Read(Pdf("a", "b"), null).ProblemCode.ShouldBe("too-many-pages");

    [Fact]
    public void Archive_bomb_is_not_expanded()
    {
        var reading = Read(Zip(("bom.bin", new byte[64 << 20])));
        (reading.Readable, reading.ProblemCode).ShouldBe((false, "expands-too-much"));
    }

    [Fact]
    public void Document_that_lies_about_its_size_gets_no_more_than_it_says()
    {
        var xml = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" + new string(' ', 32 << 20) + "</w:document>";
        var bomb = Docx(xml);
        // The uncompressed size stands in the local header and in the directory.
        var real = BitConverter.GetBytes(xml.Length);
        for (var at = bomb.AsSpan().IndexOf(real); at >= 0; at = bomb.AsSpan().IndexOf(real))
            BitConverter.GetBytes(100).CopyTo(bomb, at);
        Problem(bomb).ShouldBe("damaged-document");
    }

    [Fact]
    public void Archive_of_too_many_entries_is_refused() =>
        new DocumentReader(new() { ArchiveEntries = 2 }).Read(Zip(("a", []), ("b", []), ("c", [])), null).ProblemCode.ShouldBe("too-many-entries");

    [Fact]
    public void Truncated_docx_is_damaged()
    {
        var docx = Docx("tekst", pages: null);
        Problem(docx[..(docx.Length / 2)]).ShouldBe("damaged-archive");
    }

    [Fact]
    public void Docx_nested_without_end_does_not_take_the_process_down()
    {
        var deep = new StringBuilder("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
        for (var i = 0; i < 200_000; i++)
            deep.Append("<w:p>");
        var reading = Read(Docx(deep.ToString()));
        (reading.Extension, reading.Readable, reading.ProblemCode).ShouldBe((".docx", false, "damaged-document"));
    }

    [Fact]
    public void Docx_with_a_document_type_is_refused() =>
        Problem(Docx("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><x>&a;</x>")).ShouldBe("damaged-document");

    [Fact]
    public void Office_document_under_a_password_is_encrypted()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage")];
        Problem(compound).ShouldBe("encrypted-document");
        Problem(compound[..100]).ShouldBe("legacy-office-document");
    }

    [Fact]
    public void Too_large_is_not_read()
    {
        var reader = new DocumentReader(new() { Bytes = 10 });
        reader.Read(Pdf("Nota"), null).ProblemCode.ShouldBe("too-large");
        using var stream = new MemoryStream(Pdf("Nota"));
        reader.Read(stream, null).ProblemCode.ShouldBe("too-large");
    }

    [Fact]
    public void Nothing_that_is_damaged_throws()
    {
        var random = new Random(20180514);
        byte[][] sound = [Pdf("Nota voor het CVIN", "Tweede"), Docx("tekst", pages: 3), Zip(("a.txt", "tekst"u8.ToArray())), LetterExamples.Write(LetterExamples.Of(KasperskyLetter.Content))];
        for (var round = 0; round < 400; round++)
        {
            var damaged = sound[round % sound.Length].ToArray();
            for (var i = 0; i < 1 + (round % 40); i++)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            var reading = Read(damaged[..random.Next(1, damaged.Length + 1)]);
            (reading.Readable || reading.ProblemCode is not null).ShouldBeTrue();
        }
    }

    [Fact]
    public void Real_report_is_read_when_one_is_at_hand()
    {
        if (Environment.GetEnvironmentVariable("WOBWORKFLOW_REPORT_PDF") is not { Length: > 0 } path)
            return;
        var reading = Read(File.ReadAllBytes(path));
        reading.Readable.ShouldBeTrue();
        reading.Pages.ShouldBe(62);
        reading.Text.Length.ShouldBeGreaterThan(10_000);
    }

    private static DocumentReading Read(byte[] content, string? name = null) => Reader.Read(content, name);

    private static string? Problem(byte[] content)
    {
        var reading = Read(content);
        reading.Readable.ShouldBeFalse();
        reading.Text.ShouldBeEmpty();
        return reading.ProblemCode;
    }

    private static byte[] Pdf(params string[] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var text in pages)
            builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText(text, 12, new PdfPoint(50, 700), font);
        return builder.Build();
    }

    private static byte[] PdfWithContent(byte[] flate)
    {
        using var pdf = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        void Object(string text)
        {
            offsets.Add(pdf.Position);
            Write($"{offsets.Count} 0 obj\n{text}\nendobj\n");
        }

        Write("%PDF-1.7\n");
        Object("<</Type/Catalog/Pages 2 0 R>>");
        Object("<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/Contents 4 0 R>>");
        Object($"<</Length {flate.Length}/Filter/FlateDecode>>\nstream\n{Encoding.Latin1.GetString(flate)}\nendstream");
        Trailer(pdf, offsets, "");
        return pdf.ToArray();
    }

    private static byte[] EncryptedPdf()
    {
        using var pdf = new MemoryStream();
        pdf.Write("%PDF-1.4\n"u8);
        var offsets = new List<long>();
        foreach (var text in new[] { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", $"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<{new string('1', 64)}>/U<{new string('2', 64)}>>>" })
        {
            offsets.Add(pdf.Position);
            pdf.Write(Encoding.ASCII.GetBytes($"{offsets.Count} 0 obj\n{text}\nendobj\n"));
        }

        Trailer(pdf, offsets, "/Encrypt 3 0 R/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]");
        return pdf.ToArray();
    }

    private static void Trailer(MemoryStream pdf, List<long> offsets, string more)
    {
        var at = pdf.Position;
        var table = string.Concat(offsets.Select(o => $"{o:D10} 00000 n \n"));
        pdf.Write(Encoding.ASCII.GetBytes($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {offsets.Count + 1}/Root 1 0 R{more}>>\nstartxref\n{at}\n%%EOF"));
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Docx(string text, int? pages)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, DocumentFormat.OpenXml.WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new(new Body(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text(text)))));
            if (pages is not null)
                document.AddExtendedFilePropertiesPart().Properties = new(new DocumentFormat.OpenXml.ExtendedProperties.Pages($"{pages}"));
        }

        return stream.ToArray();
    }

    private static byte[] Docx(string documentXml) => Zip(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/d.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")),
        ("_rels/.rels", Encoding.UTF8.GetBytes("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="d.xml"/></Relationships>""")),
        ("d.xml", Encoding.UTF8.GetBytes(documentXml)));
}
