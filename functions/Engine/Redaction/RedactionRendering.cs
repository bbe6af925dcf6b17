using System.Diagnostics.CodeAnalysis;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>Makes redacted renditions where that can be done safely: the file first, named by its content, then the event that refers to it. Where it can't, that is the event.</summary>
public sealed class RedactionRendering(Dossier<Case> cases, Records records, CaseFiles files, RedactionTasks tasks, RedactionMaker maker, DocumentReader reader)
{
    public async Task PerformAsync(string caseId, RenderRedaction duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { State: var c } || c.Documents[duty.DocumentId] is not { } document || !IsStillOwed(c, duty))
            return;
        var task = await tasks.OfAsync(c, document, cancellation) ?? throw new ArtifactDiffersException("An original is not where it was stored.");
        Event happened = await maker.MakeAsync(task, cancellation) switch
        {
            RenditionMade made => new RedactionRendered(
                duty.DocumentId,
                await files.StoreRedactionAsync(caseId, duty.DocumentId, made.Pdf, reader.Read(made.Pdf, null, cancellation).Pages, cancellation),
                duty.Basis, duty.Key),
            RenditionNotMade not => new RedactionNotRendered(duty.DocumentId, duty.Basis, Kebab.Of(not.Why), duty.Key),
            _ => throw new NotSupportedException("A rendition comes to nothing else."),
        };
        // Judged anew while it was made, it is of no use: then nothing is recorded, and the turn makes another.
        await records.OnCaseAsync(caseId, duty.Key, latest => IsStillOwed(latest, duty) ? Outcome.Of(happened) : Outcome.Of(), cancellation);
    }

    /// <summary>The rendition for one reader, by the same makers and under the same inspection.</summary>
    public async Task PerformAsync(string caseId, RenderForReader duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { State: var c } || !IsStillOwed(c, duty, out var forWhom, out var document))
            return;
        var task = await tasks.OfAsync(c, forWhom, document, cancellation) ?? throw new ArtifactDiffersException("An original is not where it was stored.");
        Event happened = await maker.MakeAsync(task, cancellation) switch
        {
            RenditionMade made => new ReaderRenditionMade(
                duty.DocumentId, duty.About,
                await files.StoreRedactionAsync(caseId, duty.DocumentId, made.Pdf, reader.Read(made.Pdf, null, cancellation).Pages, cancellation),
                duty.Basis, duty.Key),
            RenditionNotMade not => new ReaderRenditionNotMade(duty.DocumentId, duty.About, duty.Basis, Kebab.Of(not.Why), duty.Key),
            _ => throw new NotSupportedException("A rendition comes to nothing else."),
        };
        await records.OnCaseAsync(caseId, duty.Key, latest => IsStillOwed(latest, duty, out _, out _) ? Outcome.Of(happened) : Outcome.Of(), cancellation);
    }

    private static bool IsStillOwed(Case c, RenderForReader duty, [NotNullWhen(true)] out Reader? forWhom, [NotNullWhen(true)] out Document? document)
    {
        (forWhom, document) = (Reader.Of(c, duty.About), c.Documents[duty.DocumentId]);
        return forWhom is not null && document is not null && ReaderRenditions.IsOwed(c, forWhom, document) && ReaderRenditions.BasisOf(c, forWhom, document) == duty.Basis;
    }

    private static bool IsStillOwed(Case c, RenderRedaction duty) =>
        c.Documents[duty.DocumentId] is { } document && Redactions.NeedsRendition(c, document) && Redactions.BasisOf(c, document) == duty.Basis
        && Redactions.CurrentOf(c, document) is null && Redactions.NotMadeOf(c, document) is null;
}
