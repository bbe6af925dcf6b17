using System.IO.Compression;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Puts the documents that went out in one file (zip) for the requester. They are given no earlier than to the public, and what was taken down or
/// stayed since is not in it (Woo 4.4(5)).
/// </summary>
public sealed class RequesterCopies(Dossier<Case> cases, Records records, PublicDocuments published, ArtifactStore artifacts)
{
    private const string MediaType = "application/zip";
    private const string Extension = ".zip";

    /// <summary>The same documents are the same bytes: the earliest moment that a zip can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public async Task PerformAsync(string caseId, FileRequesterCopy duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || !IsStillOwed(now.State, duty))
            return;
        // On disk, since the documents together may be larger than memory is.
        await using var file = Scratch.Open();
        await WriteAsync(file, now.State, duty, cancellation);
        file.Position = 0;
        var hash = await ArtifactPath.HashOfAsync(file, cancellation);
        file.Position = 0;
        var put = await artifacts.PutAsync(ArtifactPath.Of(now.Log, RequesterCopyFiled.Kind, hash + Extension), file, MediaType, cancellation);
        // A hold that came while it was written shows in the version.
        await records.OnCaseAsync(caseId, duty.Key, c => IsStillOwed(c, duty)
            ? new RequesterCopyFiled(duty.PublicationId, duty.Round, c.Artifacts.NextId, hash, MediaType, Extension, put.Length, duty.Key)
            : Outcome.Of(), cancellation);
    }

    private static bool IsStillOwed(Case c, FileRequesterCopy duty) =>
        c.Publications[duty.PublicationId] is { } publication && publication.Rounds.Find(round => round.Number == duty.Round) is { } round
        && Publishing.ForRequester(c, publication, round).SequenceEqual(duty.Documents);

    private async Task WriteAsync(Stream to, Case c, FileRequesterCopy duty, CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(to, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellation);
        foreach (var id in duty.Documents)
        {
            // Named by id: a title may name people, and an archive's names are read by whoever sees the file.
            // The very bytes that the public reads: of a document that is public in part that is the redacted rendition, never the original.
            if (await published.FindAsync(c.Id, id.ToString(), cancellation) is not { } found || await published.OpenAsync(found, cancellation) is not { } document)
                throw new NoPublicVersionException();
            await using var content = document.Content;
            var entry = zip.CreateEntry($"{id}{document.Extension}", CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            await using var part = await entry.OpenAsync(cancellation);
            await content.CopyToAsync(part, cancellation);
        }
    }
}
