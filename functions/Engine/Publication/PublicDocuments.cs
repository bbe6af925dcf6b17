using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Writes, removes and finds the copies of documents that the public reads.</summary>
public sealed class PublicDocuments(PublishedStore published, Dossier<Case> cases, CaseFiles files, Texts texts, CaseClock clock)
{
    /// <summary>Puts a copy where the public reads. A repeat puts the same.</summary>
    /// <exception cref="NoPublicVersionException">It has no version that the public may read.</exception>
    public async Task PutAsync(Case c, Cases.Publication publication, Document document, CancellationToken cancellation)
    {
        if (!MayBeRead(c, document.Id) || PublicVersions.Of(c, document) is not { } version || await OpenVersionAsync(c, document, version, cancellation) is not { } file)
            throw new NoPublicVersionException();
        var (caseId, documentId) = (c.Id, document.Id.ToString());
        await using (file.Content)
            await published.PutContentAsync(caseId, documentId, version.Sha256, file.Extension, file.MediaType, file.Content, cancellation);
        var before = await FindRecordAsync(caseId, documentId, cancellation);
        var title = (await texts.ReadAsync(LogId.Case(caseId), [document.Title], cancellation))[document.Title];
        var earlier = before?.Sha256 is { } last && last != version.Sha256 ? before.Earlier.Add(last) : before?.Earlier ?? [];
        await PutRecordAsync(
            new PublicDocument(
                caseId, documentId, title ?? documentId, version.Sha256, file.MediaType, file.Extension, version.Size, document.Date,
                c.Decisions[publication.DecisionId]!.TakenOn!.Value, before?.FirstOn ?? clock.Today, clock.Now, [.. earlier.Where(hash => hash != version.Sha256)]),
            cancellation);
        await published.RemoveContentAsync(caseId, documentId, version.Sha256, cancellation);
    }

    /// <summary>Takes the copy away and leaves a notice; of what never was public there is none to leave. A repeat does no harm.</summary>
    public async Task RemoveAsync(Case c, DocumentId id, CancellationToken cancellation)
    {
        var (caseId, documentId) = (c.Id, id.ToString());
        if (await FindRecordAsync(caseId, documentId, cancellation) is { } before)
        {
            var release = c.Documents[id]!.Release;
            await PutRecordAsync(
                before with
                {
                    Title = null,
                    Sha256 = null,
                    MediaType = null,
                    Extension = null,
                    Size = 0,
                    Date = null,
                    Earlier = before.Sha256 is { } last ? before.Earlier.Add(last) : before.Earlier,
                    ChangedAt = clock.Now,
                    GoneOn = release.WithdrawnOn ?? release.SuspendedOn ?? clock.Today,
                    Withdrawn = release.WithdrawnOn is not null,
                },
                cancellation);
        }

        await published.RemoveContentAsync(caseId, documentId, except: null, cancellation);
    }

    /// <summary>
    /// What the public may know of a document now; null where nothing of it ever was public. What the case says goes before what lies there: a
    /// document that was taken down a moment ago is gone although its copy is still being removed.
    /// </summary>
    public async Task<PublicDocument?> FindAsync(string caseId, string documentId, CancellationToken cancellation)
    {
        if (await FindRecordAsync(caseId, documentId, cancellation) is not { } record
            || !Id.TryParse<DocumentId>(documentId, out var id) || await cases.ReadAsync(caseId, cancellation) is not { State: var c } || c.Documents[id] is not { } document)
            return null;
        if (c.Destruction is { On: var destroyedOn })
            return record with { Title = null, Sha256 = null, Earlier = record.Sha256 is { } kept ? record.Earlier.Add(kept) : record.Earlier, GoneOn = destroyedOn, Destroyed = true };
        if (Publishing.IsPublic(c, id))
            return record.Sha256 is null ? null : record;
        if (document.Release is not { IsTakenDown: true } release)
            return record.Sha256 is null ? record : null;
        // The reason is read where it can be erased.
        var reason = release.WithdrawnBecause is { } because ? (await texts.ReadAsync(LogId.Case(caseId), [because], cancellation))[because] : null;
        return record with
        {
            Title = null,
            Sha256 = null,
            Earlier = record.Sha256 is { } last ? record.Earlier.Add(last) : record.Earlier,
            GoneOn = release.WithdrawnOn ?? release.SuspendedOn,
            Withdrawn = release.WithdrawnOn is not null,
            Reason = reason,
        };
    }

    /// <summary>The content of what is public; null where it is gone meanwhile.</summary>
    public async Task<StoredFile?> OpenAsync(PublicDocument document, CancellationToken cancellation) =>
        document is { Sha256: { } hash, Extension: { } extension, MediaType: { } type }
        && await published.OpenContentAsync(document.CaseId, document.DocumentId, hash, extension, cancellation) is { } content
            ? new StoredFile(content, type, extension, document.Size)
            : null;

    /// <summary>The cases of which a document is public, or was.</summary>
    public IAsyncEnumerable<string> CasesAsync(CancellationToken cancellation) => published.CasesAsync(cancellation);

    /// <summary>The documents of a case that are public now.</summary>
    public async Task<ImmutableArray<PublicDocument>> OfCaseAsync(string caseId, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<PublicDocument>();
        await foreach (var documentId in published.DocumentsAsync(caseId, cancellation))
        {
            if (await FindAsync(caseId, documentId, cancellation) is { Sha256: not null } document)
                found.Add(document);
        }

        return found.ToImmutable();
    }

    /// <summary>
    /// Whether there is a version that the public may read. It fails closed: only where nothing marks the document, its file is here, and either all of it
    /// was judged public or there is a redacted rendition that says what is judged now.
    /// </summary>
    public static bool MayBeRead(Case c, DocumentId id) =>
        c.Documents[id] is { } document && PublicVersions.Of(c, document) is not null;

    private Task<StoredFile?> OpenVersionAsync(Case c, Document document, StoredContent version, CancellationToken cancellation) =>
        version == document.Content ? files.OpenDocumentAsync(c.Id, document, cancellation) : files.OpenRedactionAsync(c.Id, document.Id, version, cancellation);

    private async Task<PublicDocument?> FindRecordAsync(string caseId, string documentId, CancellationToken cancellation) =>
        (await published.GetRecordAsync(caseId, documentId, cancellation))?.ToObjectFromJson<PublicDocument>(CaseJson.Options);

    private Task PutRecordAsync(PublicDocument document, CancellationToken cancellation) =>
        published.PutRecordAsync(document.CaseId, document.DocumentId, BinaryData.FromObjectAsJson(document, CaseJson.Options), cancellation);
}
