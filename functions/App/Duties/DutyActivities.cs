using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using WobWorkflow.Engine;

namespace WobWorkflow.App;

/// <summary>An activity for each kind of duty, under the name of the kind, so that times and failures show for each kind. All do the same.</summary>
public sealed class DutyActivities(Errands errands, DurableInstances instances)
{
    [Function("prepare-letter")]
    public Task<bool> PrepareLetterAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("remind")]
    public Task<bool> RemindAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("deliver-reminder")]
    public Task<bool> DeliverReminderAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("escalate-consultation")]
    public Task<bool> EscalateConsultationAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("tell-ruling")]
    public Task<bool> TellRulingAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("release-publication")]
    public Task<bool> ReleasePublicationAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("remove-public-copy")]
    public Task<bool> RemovePublicCopyAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("file-requester-copy")]
    public Task<bool> FileRequesterCopyAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("apply-ruling")]
    public Task<bool> ApplyRulingAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("amend-ruling")]
    public Task<bool> AmendRulingAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("prepare-parliament-letter")]
    public Task<bool> PrepareParliamentLetterAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("render-redaction")]
    public Task<bool> RenderRedactionAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("render-for-reader")]
    public Task<bool> RenderForReaderAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("unpack-container")]
    public Task<bool> UnpackContainerAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("import-rows")]
    public Task<bool> ImportRowsAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        PerformAsync(errand, client, cancellation);

    [Function("found-split-case")]
    public Task<bool> FoundSplitCaseAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("ask-join")]
    public Task<bool> AskJoinAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("ask-unjoin")]
    public Task<bool> AskUnjoinAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("tell-follower")]
    public Task<bool> TellFollowerAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("erase-texts")]
    public Task<bool> EraseTextsAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("remove-stored-content")]
    public Task<bool> RemoveStoredContentAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("destroy-content")]
    public Task<bool> DestroyContentAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("tell-derivation")]
    public Task<bool> TellDerivationAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("ask-reassessment")]
    public Task<bool> AskReassessmentAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("date-letter")]
    public Task<bool> DateLetterAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    [Function("date-parliament-letter")]
    public Task<bool> DateParliamentLetterAsync([ActivityTrigger] Errand errand, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => PerformAsync(errand, client, cancellation);

    /// <returns>Always true: the outcome stands in the log.</returns>
    private async Task<bool> PerformAsync(Errand errand, DurableTaskClient client, CancellationToken cancellation)
    {
        // What one aggregate owes may wake another.
        instances.Meet(client);
        await errands.PerformAsync(errand, cancellation);
        return true;
    }
}
