using System.IO.Compression;
using System.Text;

namespace WobWorkflow.Documents;

/// <summary>Archives, and the Office documents that are one. Nothing is read before the whole archive has been found to be of a bearable size.</summary>
internal static class ArchiveReading
{
    private const int SmallPart = 1 << 20;

    /// <summary>What the content types say of the main part, with and without macros, and of templates.</summary>
    private static readonly (string Marker, DocumentType Type)[] Kinds =
    [
        ("wordprocessingml.document.main+xml", DocumentType.Docx),
        ("wordprocessingml.template.main+xml", DocumentType.Docx with { MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.template", Extension = ".dotx" }),
        ("ms-word.document.macroenabled.main+xml", DocumentType.Docx with { MediaType = "application/vnd.ms-word.document.macroEnabled.12", Extension = ".docm" }),
        ("spreadsheetml.sheet.main+xml", DocumentType.Xlsx),
        ("ms-excel.sheet.macroenabled.main+xml", DocumentType.Xlsx with { MediaType = "application/vnd.ms-excel.sheet.macroEnabled.12", Extension = ".xlsm" }),
        ("presentationml.presentation.main+xml", DocumentType.Pptx),
        ("presentationml.slideshow.main+xml", DocumentType.Pptx with { MediaType = "application/vnd.openxmlformats-officedocument.presentationml.slideshow", Extension = ".ppsx" }),
        ("ms-powerpoint.presentation.macroenabled.main+xml", DocumentType.Pptx with { MediaType = "application/vnd.ms-powerpoint.presentation.macroEnabled.12", Extension = ".pptm" }),
    ];

    public static ReadDocument Read(byte[] content, ReadingLimits limits, CancellationToken cancellation)
    {
        var (type, members) = Inspect(content, limits, cancellation);
        if (type == DocumentType.Zip)
            return members <= limits.Members ? new(type, null, "", [], null) { Members = members } : throw new UnreadableException("too-many-members");
        try
        {
            return OfficeReading.Read(type, content, cancellation);
        }
        catch (Exception e) when (e is not (OperationCanceledException or UnreadableException))
        {
            throw new UnreadableException(type.DamageCode, type);
        }
    }

    /// <summary>Expands every entry and counts, because the sizes that an archive states are its maker's word.</summary>
    private static (DocumentType Type, int Members) Inspect(byte[] content, ReadingLimits limits, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        if (archive.Entries.Count > limits.ArchiveEntries)
            throw new UnreadableException("too-many-entries");
        var type = archive.GetEntry("[Content_Types].xml") is { } contentTypes ? KindOf(contentTypes) : DocumentType.Zip;
        long total = 0;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted)
                throw new UnreadableException("encrypted-document", type);
            using var part = entry.Open();
            long size = 0;
            for (int n; (n = part.Read(buffer)) > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                size += n;
                total += n;
                if (total > limits.ExpandedBytes || (size > SmallPart && size > Math.Max(1, entry.CompressedLength) * limits.ExpansionRatio))
                    throw new UnreadableException("expands-too-much", type);
            }
        }

        return (type, ContainerReader.CountOf(archive));
    }

    private static DocumentType KindOf(ZipArchiveEntry contentTypes)
    {
        var head = new byte[SmallPart];
        using var part = contentTypes.Open();
        var length = part.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var text = Encoding.UTF8.GetString(head, 0, length);
        return Kinds.FirstOrDefault(k => text.Contains(k.Marker, StringComparison.OrdinalIgnoreCase)).Type ?? DocumentType.Zip;
    }
}
