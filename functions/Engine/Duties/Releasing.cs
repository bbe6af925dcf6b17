using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Makes documents public: the beginning in the log, decided again on the newest state; then the copy to the published container; then the end in the log.
/// It fails closed: a document goes out only where the whole of it was judged public and its file is here.
/// </summary>
public sealed class Releasing(Dossier<Case> cases, Records records, CaseFiles files, StorageAccount account, CaseClock clock)
{
    /// <exception cref="NoPublicVersionException">A document has no version that the public may read; nothing was begun.</exception>
    public async Task PerformAsync(string caseId, ReleasePublication duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now)
            return;
        if (duty.Documents.Any(id => !MayBeRead(now.State, id)))
            throw new NoPublicVersionException();
        await records.OnCaseAsync(caseId, $"{duty.Key}:begun", c =>
            Publishing.Releasable(c, c.Publications[duty.PublicationId]!, clock.Today).All(id => MayBeRead(c, id)) ? PublishBegun.Decide(c, duty, clock.Today) : Outcome.Of(),
            cancellation);
        if ((await cases.ReadAsync(caseId, cancellation))!.State is not { } c || c.Publications[duty.PublicationId]?.Begun is not { } begun || begun.Number != duty.Round)
            return;
        foreach (var id in begun.Documents)
            await CopyAsync(caseId, c.Documents[id]!, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, latest => Published.Decide(latest, duty), cancellation);
    }

    private static bool MayBeRead(Case c, DocumentId id) =>
        c.Documents[id] is { InScope: true, Content: not null, Marking: Marking.None } document && Reviewing.JudgementOf(c, document) == Judgement.Public;

    private async Task CopyAsync(string caseId, Document document, CancellationToken cancellation)
    {
        var file = await files.OpenDocumentAsync(caseId, document, cancellation) ?? throw new NoPublicVersionException();
        await using var content = file.Content;
        var name = $"{LogId.Case(caseId)}/{document.Id}/{document.Content!.Sha256}{file.Extension}";
        await account.Published.GetBlobClient(name).UploadAsync(content, overwrite: true, cancellation);
    }
}

/// <summary>A document can't go out, because it has no version that the public may read.</summary>
public sealed class NoPublicVersionException : Exception
{
    public NoPublicVersionException() : this("A document has no version that the public may read.") { }

    public NoPublicVersionException(string message) : base(message) { }

    public NoPublicVersionException(string message, Exception? inner) : base(message, inner) { }
}
