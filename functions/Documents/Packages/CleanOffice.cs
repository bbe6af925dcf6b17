using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace WobWorkflow.Documents;

/// <summary>
/// Takes the properties out of an Office document (author, company, template, times, thumbnail, data that programs keep). One with comments, tracked changes,
/// hidden text, sheets or slides, notes, macros or things embedded is not clean: nobody judged those.
/// </summary>
internal static class CleanOffice
{
    private static readonly string[] NotJudged =
        ["comments", "people", "persons", "notesslide", "embeddings/", "vbaproject", "externallink", "pivotcache", "revisions/", "glossary/", "activex/", "customui", "connections", "querytables/"];

    private static readonly string[] HiddenInText = ["ins", "del", "moveFrom", "moveTo", "vanish", "specVanish", "webHidden", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "cellIns", "cellDel", "commentReference"];

    public static CleanCopyResult Of(ReadOnlyMemory<byte> content)
    {
        using var package = new MemoryStream();
        package.Write(content.Span);
        var (document, extension) = Open(package);
        if (document is null)
            return new NotCleaned(NotCleaned.UnknownFormat);
        using (document)
        {
            var parts = document.GetAllParts().ToList();
            if (parts.Any(part => NotJudged.Any(name => part.Uri.OriginalString.Contains(name, StringComparison.OrdinalIgnoreCase))) || parts.Any(HidesSomething))
                return new NotCleaned(NotCleaned.HiddenParts);
            foreach (var part in parts.Where(IsAboutTheFile).ToList())
            {
                foreach (var parent in part.GetParentParts().ToList())
                    parent.DeletePart(part);
                if (document.Parts.Any(pair => pair.OpenXmlPart == part))
                    document.DeletePart(part);
            }
        }

        return new CleanCopy(StoredPackage.Rewrite(package.ToArray()), extension);
    }

    private static (OpenXmlPackage? Document, string Extension) Open(Stream package)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        bool Has(string folder) => zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        var settings = new OpenSettings { AutoSave = false };
        return Has("word/") ? (WordprocessingDocument.Open(package, isEditable: true, settings), DocumentType.Docx.Extension)
            : Has("xl/") ? (SpreadsheetDocument.Open(package, isEditable: true, settings), DocumentType.Xlsx.Extension)
            : Has("ppt/") ? (PresentationDocument.Open(package, isEditable: true, settings), DocumentType.Pptx.Extension)
            : (null, "");
    }

    private static bool IsAboutTheFile(OpenXmlPart part) => part is CoreFilePropertiesPart or ExtendedFilePropertiesPart or CustomFilePropertiesPart or ThumbnailPart
        or CustomXmlPart or CustomXmlPropertiesPart or SpreadsheetPrinterSettingsPart or WordprocessingPrinterSettingsPart;

    private static bool HidesSomething(OpenXmlPart part)
    {
        if (!part.ContentType.EndsWith("+xml", StringComparison.Ordinal))
            return false;
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var isText = part.ContentType.Contains("wordprocessingml", StringComparison.Ordinal);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (isText ? HiddenInText.Contains(reader.LocalName, StringComparer.Ordinal) && !IsSwitchedOff(reader) : IsHidden(reader))
                return true;
        }

        return false;
    }

    private static bool IsSwitchedOff(XmlReader reader) => reader.GetAttribute("val", "http://schemas.openxmlformats.org/wordprocessingml/2006/main") is "0" or "false" or "off";

    /// <summary>Sheets, rows, columns and names of a workbook; slides and shapes of a presentation.</summary>
    private static bool IsHidden(XmlReader reader) =>
        reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("state") is "hidden" or "veryHidden" || (reader.LocalName == "sld" && reader.GetAttribute("show") is "0" or "false");
}
