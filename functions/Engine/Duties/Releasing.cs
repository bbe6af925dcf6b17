using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Makes documents public, and takes them away. A release: the beginning in the log, decided again on the newest state; then each copy, after another
/// look at what may hold it; then the end in the log. It fails closed: what has no version that the public may read stays in.
/// </summary>
public sealed class Releasing(Dossier<Case> cases, Records records, PublicDocuments published, CaseClock clock)
{
    /// <exception cref="NoPublicVersionException">A document has no version that the public may read; of it nothing was written.</exception>
    public async Task PerformAsync(string caseId, ReleasePublication duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now)
            return;
        if (duty.Documents.Any(id => !PublicDocuments.MayBeRead(now.State, id)))
            throw new NoPublicVersionException();
        await records.OnCaseAsync(caseId, $"{duty.Key}:begun", c =>
            Publishing.Releasable(c, c.Publications[duty.PublicationId]!, clock.Today).All(id => PublicDocuments.MayBeRead(c, id))
                ? PublishBegun.Decide(c, duty, clock.Today)
                : Outcome.Of(),
            cancellation);
        if (RoundOf(await NewestAsync(caseId, cancellation), duty) is not { DoneOn: null, StoppedOn: null } begun)
            return;
        foreach (var id in begun.Documents)
        {
            // Interim relief, and a step that takes a document down, may come at any moment: the last look is right before the writing.
            var c = await NewestAsync(caseId, cancellation);
            if (Publishing.MayBeWritten(c, c.Publications[duty.PublicationId]!, id))
                await published.PutAsync(c, c.Publications[duty.PublicationId]!, c.Documents[id]!, cancellation);
        }

        await FinishAsync(caseId, duty, cancellation);
    }

    /// <summary>Removes the copy of a document that was suspended or withdrawn.</summary>
    public async Task PerformAsync(string caseId, RemovePublicCopy duty, CancellationToken cancellation)
    {
        var c = await NewestAsync(caseId, cancellation);
        if (Publishing.ToRemove(c).All(document => document.Id != duty.DocumentId))
            return;
        await published.RemoveAsync(c, duty.DocumentId, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, latest => PublicCopyRemoved.Decide(latest, duty), cancellation);
    }

    /// <summary>Records what came of it, decided on the newest state: done, or stopped by relief that came while it was going out.</summary>
    private async Task FinishAsync(string caseId, ReleasePublication duty, CancellationToken cancellation)
    {
        var c = await NewestAsync(caseId, cancellation);
        if (PublishStopped.Decide(c, duty) is Accepted { Events.IsEmpty: false })
            await RemoveAsync(c, RoundOf(c, duty)!, cancellation);
        await records.OnCaseAsync(
            caseId, duty.Key,
            latest => PublishStopped.Decide(latest, duty) is Accepted { Events.IsEmpty: false } stopped ? stopped : Published.Decide(latest, duty),
            cancellation);
        c = await NewestAsync(caseId, cancellation);
        // Stopped here, or by another host between our look and our writing. Nobody could read it meanwhile, since no round was done.
        if (RoundOf(c, duty) is { StoppedOn: not null } round)
            await RemoveAsync(c, round, cancellation);
    }

    private async Task RemoveAsync(Case c, ReleaseRound round, CancellationToken cancellation)
    {
        foreach (var id in round.Documents.Where(id => !Publishing.IsPublic(c, id) || c.Publications.Any(publication => publication.Begun == round)))
            await published.RemoveAsync(c, id, cancellation);
    }

    private async Task<Case> NewestAsync(string caseId, CancellationToken cancellation) => (await cases.ReadAsync(caseId, cancellation))!.State;

    private static ReleaseRound? RoundOf(Case c, ReleasePublication duty) => c.Publications[duty.PublicationId]?.Rounds.Find(round => round.Number == duty.Round);
}

/// <summary>A document can't go out, because it has no version that the public may read.</summary>
public sealed class NoPublicVersionException : Exception
{
    public NoPublicVersionException() : this("A document has no version that the public may read.") { }

    public NoPublicVersionException(string message) : base(message) { }

    public NoPublicVersionException(string message, Exception? inner) : base(message, inner) { }
}
