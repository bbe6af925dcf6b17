using System.IO.Compression;

namespace WobWorkflow.Documents;

/// <summary>Whether an Office document or a mail holds more than text.</summary>
internal static class PicturesIn
{
    private static readonly string[] Folders = ["media/", "charts/", "diagrams/", "embeddings/"];

    public static bool Package(byte[] content)
    {
        if (DocumentType.Of(content) != DocumentType.Zip)
            return false;
        using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        return archive.Entries.Any(entry => Folders.Any(folder => entry.FullName.Contains(folder, StringComparison.OrdinalIgnoreCase)));
    }
}
