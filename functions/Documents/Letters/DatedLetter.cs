using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace WobWorkflow.Documents;

/// <summary>Puts the date of dispatch on a letter that was written, and perhaps edited, before.</summary>
/// <remarks>Deterministic: the same letter and date give the same bytes.</remarks>
public static class DatedLetter
{
    /// <summary>More than a letter can be; an archive may claim to be anything once it is unpacked.</summary>
    private const long LargestUnpacked = 200 * 1024 * 1024;

    /// <summary>
    /// The letter with the date in its control <c>date</c>. Where an editor lost that control, the words that stood for the date are replaced; where
    /// those are gone too somebody wrote a date, and it stays.
    /// </summary>
    /// <exception cref="LetterTemplateException">This is no Word document.</exception>
    public static byte[] Of(byte[] letter, DateOnly on)
    {
        try
        {
            using (var zip = new ZipArchive(new MemoryStream(letter), ZipArchiveMode.Read))
            {
                if (zip.Entries.Sum(entry => entry.Length) > LargestUnpacked)
                    throw NotWord();
            }

            using var package = new MemoryStream();
            package.Write(letter);
            using (var document = WordprocessingDocument.Open(package, isEditable: true, new OpenSettings { AutoSave = false }))
            {
                var controls = new LetterheadControls(document.MainDocumentPart ?? throw NotWord());
                if (!controls.Has("date"))
                    Replace(controls, on);
                controls.Fill("date", [DutchText.Date(on)], required: false);
                controls.Save();
            }

            return StoredPackage.Rewrite(package.ToArray());
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException)
        {
            throw NotWord();
        }
    }

    private static void Replace(LetterheadControls controls, DateOnly on)
    {
        foreach (var text in controls.Texts.Where(text => text.Text.Contains(LetterWriter.NoDateYet, StringComparison.Ordinal)))
            text.Text = text.Text.Replace(LetterWriter.NoDateYet, DutchText.Date(on), StringComparison.Ordinal);
    }

    private static LetterTemplateException NotWord() => new(LetterTemplates.Letterhead, null, "not-a-word-document");
}
