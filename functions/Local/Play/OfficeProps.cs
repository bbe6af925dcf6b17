using System.IO.Compression;
using System.Security;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace WobWorkflow.Local;

/// <summary>More files that a story makes itself: Word documents and mails. The same words make the same file.</summary>
public static class OfficeProps
{
    private static readonly DateTimeOffset FirstDayOfZip = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A Word document (DOCX) with a heading and these paragraphs.</summary>
    public static byte[] Docx(string title, params string[] paragraphs)
    {
        using var package = new MemoryStream();
        using (var zip = new ZipArchive(package, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(zip, "[Content_Types].xml",
                """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
            Part(zip, "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Part(zip, "word/document.xml",
                $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{Paragraph(title, bold: true)}{string.Concat(paragraphs.Select(p => Paragraph(p, bold: false)))}</w:body></w:document>""");
        }

        return package.ToArray();
    }

    /// <summary>A mail as saved (EML).</summary>
    /// <param name="id">What its Message-ID begins with.</param>
    public static byte[] Mail(string id, string from, string to, DateTimeOffset sent, string subject, params string[] paragraphs)
    {
        using var mail = new MimeMessage();
        mail.From.Add(MailboxAddress.Parse(from));
        mail.To.Add(MailboxAddress.Parse(to));
        mail.Date = sent;
        mail.Subject = subject;
        mail.MessageId = $"{id}@oefening.example";
        mail.Body = new TextPart(TextFormat.Plain) { Text = string.Join("\r\n\r\n", paragraphs) + "\r\n" };
        using var file = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        mail.WriteTo(format, file);
        return file.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content)
    {
        // Not compressed and of one fixed time: the bytes follow from the words alone.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = FirstDayOfZip;
        using var part = entry.Open();
        part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + content));
    }

    private static string Paragraph(string text, bool bold) =>
        $"""<w:p><w:r>{(bold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space="preserve">{SecurityElement.Escape(text)}</w:t></w:r></w:p>""";
}
