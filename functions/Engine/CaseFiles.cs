using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>The files of a case or ruling: stored first, under the name of their content, then referred to by an event. A repeat stores the same file once.</summary>
public sealed class CaseFiles(ArtifactStore artifacts, DocumentReader reader)
{
    private const string Originals = "originals";
    private const string ReadTexts = "texts";
    private const string Reports = "production-reports";

    /// <summary>Stores a document as it came, reads it, and stores what was read.</summary>
    /// <param name="content">Must be able to go back; at most what a request may hold.</param>
    /// <param name="fileName">What the sender called it; never stored, and of no consequence for what it is.</param>
    public async Task<(StoredContent Stored, ReadDescription Read)> StoreDocumentAsync(string caseId, Stream content, string? fileName, CancellationToken cancellation)
    {
        var (stored, reading) = await StoreAsync(LogId.Case(caseId), Originals, content, fileName, cancellation);
        stored = stored with { Members = reading.Members > 0 ? reading.Members : null, Thread = reading.Thread };
        var read = new ReadDescription(reading.ProposedDate, reading.ProposedFrom, reading.ProposedTo, reading.ProposedTitle);
        if (string.IsNullOrWhiteSpace(reading.Text))
            return (stored, read);
        using var text = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(reading.Text));
        var hash = await ArtifactPath.HashOfAsync(text, cancellation);
        text.Position = 0;
        await artifacts.PutAsync(ArtifactPath.Of(LogId.Case(caseId), ReadTexts, hash + ".txt"), text, "text/plain; charset=utf-8", cancellation);
        return (stored with { TextSha256 = hash }, read);
    }

    /// <summary>Stores a file that isn't a document of the request.</summary>
    public Task<StoredContent> StoreArtifactAsync(string caseId, string kind, Stream content, string? fileName, CancellationToken cancellation) =>
        StoreArtifactAsync(LogId.Case(caseId), kind, content, fileName, cancellation);

    /// <inheritdoc cref="StoreArtifactAsync(string, string, Stream, string?, CancellationToken)"/>
    /// <param name="owner">The log of the case or ruling that it belongs to.</param>
    public async Task<StoredContent> StoreArtifactAsync(LogId owner, string kind, Stream content, string? fileName, CancellationToken cancellation)
    {
        var (stored, reading) = await StoreAsync(owner, kind, content, fileName, cancellation);
        return stored with { OpenPlaces = OpenPlaces.In(reading.Text) };
    }

    /// <summary>The document as it came; null for a stub.</summary>
    public Task<StoredFile?> OpenDocumentAsync(string caseId, Document document, CancellationToken cancellation) =>
        document.Content is { } content
            ? OpenAsync(ArtifactPath.Of(LogId.Case(caseId), Originals, content.Sha256 + content.Extension), content.MediaType, content.Extension, content.Size, cancellation)
            : Task.FromResult<StoredFile?>(null);

    /// <summary>Stores a document, and what was read from it, with another case too. A repeat stores the same.</summary>
    /// <param name="content">Null for a stub, of which there is nothing to store.</param>
    public async Task CopyDocumentAsync(string fromCase, string toCase, StoredContent? content, CancellationToken cancellation)
    {
        if (content is null)
            return;
        var (from, to) = (LogId.Case(fromCase), LogId.Case(toCase));
        var name = content.Sha256 + content.Extension;
        await artifacts.CopyAsync(ArtifactPath.Of(from, Originals, name), ArtifactPath.Of(to, Originals, name), content.MediaType, cancellation);
        if (content.TextSha256 is { } text)
            await artifacts.CopyAsync(ArtifactPath.Of(from, ReadTexts, text + ".txt"), ArtifactPath.Of(to, ReadTexts, text + ".txt"), "text/plain; charset=utf-8", cancellation);
    }

    /// <summary>Stores the file of a production report, which was read before.</summary>
    /// <param name="extension">By its content, with the dot.</param>
    /// <returns>Its hash, under which it is found.</returns>
    public async Task<string> StoreReportAsync(string caseId, ReadOnlyMemory<byte> report, string extension, string mediaType, CancellationToken cancellation)
    {
        using var content = new MemoryStream(report.ToArray(), writable: false);
        var hash = await ArtifactPath.HashOfAsync(content, cancellation);
        content.Position = 0;
        await artifacts.PutAsync(ArtifactPath.Of(LogId.Case(caseId), Reports, hash + extension), content, mediaType, cancellation);
        return hash;
    }

    /// <summary>The file of a production report; null where there is none.</summary>
    public Task<Stream?> OpenReportAsync(string caseId, string sha256, string extension, CancellationToken cancellation) =>
        artifacts.OpenAsync(ArtifactPath.Of(LogId.Case(caseId), Reports, sha256 + extension), cancellation);

    /// <summary>Stores a file with another case too. A repeat stores the same.</summary>
    /// <param name="kind">What the other case calls it.</param>
    public Task CopyArtifactAsync(string fromCase, string toCase, Artifact artifact, string kind, CancellationToken cancellation)
    {
        var name = artifact.Sha256 + artifact.Extension;
        return artifacts.CopyAsync(
            ArtifactPath.Of(LogId.Case(fromCase), artifact.Kind, name), ArtifactPath.Of(LogId.Case(toCase), kind, name), artifact.MediaType, cancellation);
    }

    /// <summary>Stores a redacted rendition, which was inspected before.</summary>
    public async Task<StoredContent> StoreRedactionAsync(string caseId, DocumentId documentId, ReadOnlyMemory<byte> pdf, int? pages, CancellationToken cancellation)
    {
        using var content = new MemoryStream(pdf.ToArray(), writable: false);
        var hash = await ArtifactPath.HashOfAsync(content, cancellation);
        content.Position = 0;
        var stored = new StoredContent(hash, "application/pdf", ".pdf", pdf.Length, pages, null, null);
        await artifacts.PutAsync(RedactionPath(caseId, documentId, stored), content, stored.MediaType, cancellation);
        return stored;
    }

    /// <summary>A redacted rendition.</summary>
    public Task<StoredFile?> OpenRedactionAsync(string caseId, DocumentId documentId, StoredContent rendition, CancellationToken cancellation) =>
        OpenAsync(RedactionPath(caseId, documentId, rendition), rendition.MediaType, rendition.Extension, rendition.Size, cancellation);

    /// <summary>The text that was read from a document; null where there is none.</summary>
    public async Task<string?> ReadTextAsync(string caseId, Document document, CancellationToken cancellation)
    {
        if (document.Content?.TextSha256 is not { } hash)
            return null;
        await using var stream = await artifacts.OpenAsync(ArtifactPath.Of(LogId.Case(caseId), ReadTexts, hash + ".txt"), cancellation);
        if (stream is null)
            return null;
        using var text = new StreamReader(stream);
        return await text.ReadToEndAsync(cancellation);
    }

    public Task<StoredFile?> OpenArtifactAsync(string caseId, Artifact artifact, CancellationToken cancellation) =>
        OpenArtifactAsync(LogId.Case(caseId), artifact, cancellation);

    /// <param name="owner">The log of the case or ruling that it belongs to.</param>
    public Task<StoredFile?> OpenArtifactAsync(LogId owner, Artifact artifact, CancellationToken cancellation) => OpenAsync(
        ArtifactPath.Of(owner, artifact.Kind, (artifact.Name ?? artifact.Sha256) + artifact.Extension), artifact.MediaType, artifact.Extension, artifact.Size, cancellation);

    /// <summary>Takes a document out of storage: as it came, what was read of it, and its redacted renditions. A repeat does no harm.</summary>
    /// <param name="was">What the case said that it holds.</param>
    /// <returns>How many files went.</returns>
    /// <exception cref="KeptByStorageException">A policy of storage itself keeps it.</exception>
    public async Task<int> RemoveDocumentAsync(string caseId, DocumentId documentId, StoredContent was, CancellationToken cancellation)
    {
        var owner = LogId.Case(caseId);
        var gone = await artifacts.RemoveAsync(ArtifactPath.Of(owner, Originals, was.Sha256 + was.Extension), cancellation);
        if (was.TextSha256 is { } text)
            gone += await artifacts.RemoveAsync(ArtifactPath.Of(owner, ReadTexts, text + ".txt"), cancellation);
        return gone + await artifacts.RemoveDocumentAsync(owner, documentId.ToString(), cancellation);
    }

    /// <summary>Takes a file of the case out of storage. A repeat does no harm.</summary>
    /// <inheritdoc cref="RemoveDocumentAsync"/>
    public Task<int> RemoveArtifactAsync(string caseId, Artifact artifact, CancellationToken cancellation) =>
        artifacts.RemoveAsync(ArtifactPath.Of(LogId.Case(caseId), artifact.Kind, (artifact.Name ?? artifact.Sha256) + artifact.Extension), cancellation);

    private static ArtifactPath RedactionPath(string caseId, DocumentId documentId, StoredContent rendition) =>
        ArtifactPath.Redacted(LogId.Case(caseId), documentId.ToString(), rendition.Sha256, rendition.Extension);

    private async Task<(StoredContent Stored, DocumentReading Reading)> StoreAsync(
        LogId owner, string kind, Stream content, string? fileName, CancellationToken cancellation)
    {
        var reading = reader.Read(content, fileName, cancellation);
        content.Position = 0;
        var hash = await ArtifactPath.HashOfAsync(content, cancellation);
        content.Position = 0;
        var put = await artifacts.PutAsync(ArtifactPath.Of(owner, kind, hash + reading.Extension), content, reading.MediaType, cancellation);
        return (new StoredContent(hash, reading.MediaType, reading.Extension, put.Length, reading.Pages, null, reading.ProblemCode), reading);
    }

    private async Task<StoredFile?> OpenAsync(ArtifactPath path, string mediaType, string extension, long size, CancellationToken cancellation) =>
        await artifacts.OpenAsync(path, cancellation) is { } stream ? new StoredFile(stream, mediaType, extension, size) : null;
}

/// <summary>A file on its way out.</summary>
/// <param name="Content">Can seek, so that a part of it can be asked for.</param>
/// <param name="Size">Bytes.</param>
public sealed record StoredFile(Stream Content, string MediaType, string Extension, long Size);
