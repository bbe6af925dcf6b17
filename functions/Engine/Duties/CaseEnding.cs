using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Erases texts, and destroys what storage holds of a case: what the public reads first, then what was derived from files, then files, then texts. The log says before that it begins, and after
/// that nothing is left; between the two it can stop anywhere and begin again.
/// </summary>
public sealed class CaseEnding(Dossier<Case> cases, Records records, PublishedStore published, PublicDocuments publicDocuments, ArtifactStore artifacts, PartyStore parties,
    Resemblances resemblances)
{
    public async Task PerformAsync(string caseId, EraseTexts duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || now.State.Erasures.Find(known => known.Number == duty.Number) is not { DoneOn: null } erasure)
            return;
        var scope = PartyScope.Case(caseId);
        var missing = new List<string>();
        foreach (var hash in erasure.Texts)
        {
            if (!await parties.ExistsAsync(scope, hash, cancellation))
                missing.Add(hash);
            await parties.EraseAsync(scope, hash, cancellation);
        }

        await records.OnCaseAsync(caseId, duty.Key, c => c.Erasures.Exists(known => known.Number == duty.Number && known.DoneOn is null)
            ? new ErasureDone(duty.Number, [.. missing], duty.Key)
            : Outcome.Of(), cancellation);
    }

    public async Task PerformAsync(string caseId, DestroyContent duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { State: { Destruction: { DoneOn: null } } } now)
            return;
        var (log, scope) = (LogId.Case(caseId), PartyScope.Case(caseId));
        var documents = await published.DocumentsAsync(caseId, cancellation).ToListAsync(cancellation);
        if (now.State.Destruction.Counted is null)
        {
            var files = await artifacts.ListAsync(log, cancellation).ToListAsync(cancellation);
            var texts = await parties.CountAsync(scope, cancellation);
            await records.OnCaseAsync(caseId, $"{duty.Key}:counted", c => c.Destruction is { Counted: null }
                ? new DestructionCounted(files.Count, files.Sum(file => file.Length), texts, documents.Count, duty.Key)
                : Outcome.Of(), cancellation);
        }

        foreach (var documentId in documents)
        {
            if (Id.TryParse<DocumentId>(documentId, out var id))
                await publicDocuments.RemoveAsync(now.State, id, cancellation);
        }

        await resemblances.DestroyAsync(log, cancellation);
        await artifacts.DestroyAsync(log, cancellation);
        await parties.EraseAsync(scope, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c => c.Destruction is { DoneOn: null } ? new DestructionDone(duty.Key) : Outcome.Of(), cancellation);
    }
}
