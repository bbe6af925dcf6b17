using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml.Linq;
using MimeKit;
using MimeKit.Text;

namespace WobWorkflow.Local;

/// <summary>More files that a story makes itself: Word documents and mails. The same words make the same file.</summary>
public static class OfficeProps
{
    private const string MainPart = "word/document.xml";
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
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
            Part(zip, MainPart,
                $"""<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{Paragraph(title, bold: true)}{string.Concat(paragraphs.Select(p => Paragraph(p, bold: false)))}</w:body></w:document>""");
        }

        return package.ToArray();
    }

    /// <summary>The same document with other words in it, as someone who opens it and fills in what was left open.</summary>
    /// <exception cref="PlayStoppedException">One of the texts to replace isn't in it.</exception>
    public static byte[] Edited(byte[] docx, IReadOnlyDictionary<string, string> words)
    {
        using var edited = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read))
        using (var to = new ZipArchive(edited, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries)
            {
                using var part = entry.Open();
                using var reader = new BinaryReader(part);
                var content = reader.ReadBytes((int)entry.Length);
                Part(to, entry.FullName, entry.FullName == MainPart ? Replaced(content, words) : content);
            }
        }

        return edited.ToArray();
    }

    private static byte[] Replaced(byte[] part, IReadOnlyDictionary<string, string> words)
    {
        var document = XDocument.Load(new MemoryStream(part), LoadOptions.PreserveWhitespace);
        foreach (var (before, after) in words)
        {
            // What reads as one text may be cut into runs.
            var places = document.Descendants(Word + "p").Select(p => p.Descendants(Word + "t").ToList())
                .Where(texts => string.Concat(texts.Select(t => t.Value)).Contains(before, StringComparison.Ordinal)).ToList();
            if (places.Count == 0)
                throw new PlayStoppedException($"The letter has no place for what is filled in at {before}.");
            foreach (var texts in places)
            {
                texts[0].Value = string.Concat(texts.Select(t => t.Value)).Replace(before, after, StringComparison.Ordinal);
                texts.Skip(1).ToList().ForEach(t => t.Value = "");
            }
        }

        using var written = new MemoryStream();
        document.Save(written, SaveOptions.DisableFormatting);
        return written.ToArray();
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

    /// <summary>Files in one archive (ZIP).</summary>
    public static byte[] Zip(params (string Name, byte[] File)[] files)
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, file) in files)
                Part(zip, name, file);
        }

        return archive.ToArray();
    }

    private static void Part(ZipArchive zip, string name, string content) =>
        Part(zip, name, Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + content));

    private static void Part(ZipArchive zip, string name, byte[] content)
    {
        // Not compressed and of one fixed time: the bytes follow from the words alone.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = FirstDayOfZip;
        using var part = entry.Open();
        part.Write(content);
    }

    private static string Paragraph(string text, bool bold) =>
        $"""<w:p><w:r>{(bold ? "<w:rPr><w:b/></w:rPr>" : "")}<w:t xml:space="preserve">{SecurityElement.Escape(text)}</w:t></w:r></w:p>""";
}
