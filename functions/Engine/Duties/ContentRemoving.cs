using System.Collections.Immutable;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Takes content that may not be kept here out of storage: the file, what was read of it and by what it is compared, its renditions, the words of it that passages
/// quoted, and every package and copy that it was in. It can stop anywhere and begin again; the log says when nothing was left.
/// </summary>
public sealed class ContentRemoving(Dossier<Case> cases, Records records, CaseFiles files, ArtifactStore artifacts, PartyStore parties, Resemblances resemblances)
{
    public async Task PerformAsync(string caseId, RemoveStoredContent duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { State: var c } || c.Removals.Find(known => known.Number == duty.Number) is not { DoneOn: null } removal)
            return;
        await resemblances.RemoveAsync(LogId.Case(caseId), removal.Documents, cancellation);
        var count = 0;
        foreach (var id in removal.Documents)
            count += await files.RemoveDocumentAsync(caseId, id, c.Documents[id]!.Removed!.Was, cancellation);
        var held = await HoldingAsync(c, removal.Documents, cancellation);
        foreach (var artifact in held)
            count += await files.RemoveArtifactAsync(caseId, artifact, cancellation);
        var texts = 0;
        foreach (var quote in await QuotesAsync(caseId, removal.Documents, cancellation))
        {
            if (await parties.ExistsAsync(PartyScope.Case(caseId), quote, cancellation))
                texts++;
            await parties.EraseAsync(PartyScope.Case(caseId), quote, cancellation);
        }

        await records.OnCaseAsync(caseId, duty.Key, latest => latest.Removals.Exists(known => known.Number == duty.Number && known.DoneOn is null)
            ? new ContentGone(duty.Number, count, texts, [.. held.Select(artifact => artifact.Id)], duty.Key)
            : Outcome.Of(), cancellation);
    }

    /// <summary>The packages whose manifest names one of the documents, and what requesters were given with one in it.</summary>
    private async Task<ImmutableArray<Artifact>> HoldingAsync(Case c, ImmutableArray<DocumentId> documents, CancellationToken cancellation)
    {
        var held = ImmutableArray.CreateBuilder<Artifact>();
        foreach (var result in c.Packages.Select(package => package.Result).OfType<PackageResult>())
        {
            if (await NamesOneAsync(c.Id, result, documents, cancellation))
                held.Add(c.Artifacts[result.ArtifactId]!);
        }

        foreach (var publication in c.Publications.Where(publication => publication.Documents.Any(documents.Contains)))
            held.AddRange(publication.Rounds.Select(round => round.RequesterCopy).OfType<ArtifactId>().Select(id => c.Artifacts[id]!));
        return held.ToImmutable();
    }

    private async Task<bool> NamesOneAsync(string caseId, PackageResult result, ImmutableArray<DocumentId> documents, CancellationToken cancellation)
    {
        await using var stream = await artifacts.OpenAsync(PackageBuilding.ManifestPathOf(caseId, result.ManifestSha256), cancellation);
        // Without its manifest nobody can say what is in it, so it goes.
        if (stream is null)
            return true;
        using var manifest = await JsonDocument.ParseAsync(stream, cancellationToken: cancellation);
        return manifest.RootElement.GetProperty("files").EnumerateArray().Any(file =>
            file.TryGetProperty("documentId", out var named) && Id.TryParse<DocumentId>(named.GetString()!, out var id) && documents.Contains(id));
    }

    /// <summary>The words of the documents that passages quoted, now and before: a later judgement may have replaced a quotation in the state, and it is still stored.</summary>
    private async Task<IReadOnlyCollection<string>> QuotesAsync(string caseId, ImmutableArray<DocumentId> documents, CancellationToken cancellation)
    {
        var quotes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in await cases.ReadLogAsync(caseId, 0, cancellation) ?? [])
        {
            var found = EventJson.Read(entry.Event.Span) switch
            {
                PassageAssessed one when documents.Contains(one.DocumentId) => [one.Quote],
                PassagesAssessed many => many.Passages.Where(one => documents.Contains(one.DocumentId)).Select(one => one.Quote),
                _ => Enumerable.Empty<FreeText?>(),
            };
            quotes.UnionWith(found.OfType<FreeText>().Select(quote => quote.Hash));
        }

        return quotes;
    }
}
