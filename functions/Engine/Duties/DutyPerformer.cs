using Microsoft.Extensions.Logging;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Performs a duty, and records it where it fails. A failure is an event with the moment of the next try, so that a poisoned duty neither spins nor
/// holds up the others, and both hosts try again alike.
/// </summary>
public sealed partial class DutyPerformer(
    Dossier<Case> cases,
    Dossier<Ruling> rulings,
    Records records,
    LetterDrafting drafting,
    LetterDating dating,
    Reminding reminding,
    RulingPost post,
    DerivationPost derivations,
    CaseSplitting splitting,
    CaseJoining joining,
    CaseEnding ending,
    ContentRemoving removing,
    Releasing releasing,
    RequesterCopies requesterCopies,
    ParliamentDrafting parliament,
    Driving driving,
    RedactionRendering rendering,
    ContainerUnpacking unpacking,
    InventoryImporting importing,
    CaseClock clock,
    ILogger<DutyPerformer> log)
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromDays(1)];

    /// <exception cref="StorageUnavailableException">Storage does not answer, so that not even the failure could be recorded.</exception>
    public async Task PerformAsync(LogId aggregate, Duty duty, CancellationToken cancellation)
    {
        // What leaves the house can't be taken back: whoever was relieved a moment ago must not send it once more.
        if (duty is DeliverReminder or ReleasePublication && await driving.EpochNowAsync(cancellation) is null)
            return;
        try
        {
            await (aggregate.CaseId() is { } caseId
                ? PerformForCaseAsync(caseId, duty, cancellation)
                : PerformForRulingAsync(aggregate.RulingId()!, duty, cancellation));
        }
        catch (Exception exception) when (exception is not StorageUnavailableException && !cancellation.IsCancellationRequested)
        {
            // Only the kind of exception is told: its message may quote the case.
            EngineMeter.FailedDuties.Add(1, new KeyValuePair<string, object?>("kind", duty.Kind));
            Failed(aggregate.Text, duty.Kind, exception.GetType().Name);
            await RecordFailureAsync(aggregate, duty, ReasonOf(exception), cancellation);
        }
    }

    private Task PerformForCaseAsync(string caseId, Duty duty, CancellationToken cancellation) => duty switch
    {
        PrepareLetter letter => drafting.PerformAsync(caseId, letter, cancellation),
        DateLetter sent => dating.PerformAsync(caseId, sent, cancellation),
        Remind remind => reminding.BeginAsync(caseId, remind, cancellation),
        EscalateConsultation escalate => reminding.BeginAsync(caseId, escalate, cancellation),
        DeliverReminder deliver => reminding.DeliverAsync(caseId, deliver, cancellation),
        TellRuling tell => post.TellAsync(caseId, tell, cancellation),
        TellDerivation tell => derivations.TellAsync(caseId, tell, cancellation),
        FoundSplitCase split => splitting.PerformAsync(caseId, split, cancellation),
        EraseTexts erase => ending.PerformAsync(caseId, erase, cancellation),
        RemoveStoredContent remove => removing.PerformAsync(caseId, remove, cancellation),
        DestroyContent destroy => ending.PerformAsync(caseId, destroy, cancellation),
        AskJoin ask => joining.PerformAsync(caseId, ask, cancellation),
        AskUnjoin ask => joining.PerformAsync(caseId, ask, cancellation),
        TellFollower tell => joining.PerformAsync(caseId, tell, cancellation),
        AskReassessment ask => derivations.AskAsync(caseId, ask, cancellation),
        ReleasePublication release => releasing.PerformAsync(caseId, release, cancellation),
        RemovePublicCopy gone => releasing.PerformAsync(caseId, gone, cancellation),
        FileRequesterCopy copy => requesterCopies.PerformAsync(caseId, copy, cancellation),
        UnpackContainer unpack => unpacking.PerformAsync(caseId, unpack, cancellation),
        ImportRows import => importing.PerformAsync(caseId, import, cancellation),
        RenderRedaction render => rendering.PerformAsync(caseId, render, cancellation),
        RenderForReader render => rendering.PerformAsync(caseId, render, cancellation),
        _ => throw new NotSupportedException("A case has no such duty."),
    };

    private Task PerformForRulingAsync(string rulingId, Duty duty, CancellationToken cancellation) => duty switch
    {
        ApplyRuling apply => post.ApplyAsync(rulingId, apply, cancellation),
        AmendRuling amend => post.AmendAsync(rulingId, amend, cancellation),
        PrepareParliamentLetter letter => parliament.PerformAsync(rulingId, letter, cancellation),
        DateParliamentLetter sent => dating.PerformAsync(rulingId, sent, cancellation),
        _ => throw new NotSupportedException("A ruling has no such duty."),
    };

    private async Task RecordFailureAsync(LogId aggregate, Duty duty, string reason, CancellationToken cancellation)
    {
        if (aggregate.CaseId() is { } caseId)
        {
            var attempt = (await cases.GlanceAsync(caseId, cancellation))!.State.Failures.GetValueOrDefault(duty.Key)?.Attempt + 1 ?? 1;
            await records.OnCaseAsync(caseId, $"failed:{duty.Key}:{attempt}", c =>
                c.Failures.GetValueOrDefault(duty.Key)?.Attempt >= attempt
                    ? Outcome.Of()
                    : new DutyFailed(duty.Key, duty.Kind, attempt, RetryAt(attempt), reason), cancellation);
        }
        else if (aggregate.RulingId() is { } rulingId)
        {
            var attempt = (await rulings.GlanceAsync(rulingId, cancellation))!.State.Failures.GetValueOrDefault(duty.Key)?.Attempt + 1 ?? 1;
            await records.OnRulingAsync(rulingId, $"failed:{duty.Key}:{attempt}", r =>
                r.Failures.GetValueOrDefault(duty.Key)?.Attempt >= attempt
                    ? Outcome.Of()
                    : new RulingDutyFailed(duty.Key, duty.Kind, attempt, RetryAt(attempt), reason), cancellation);
        }
    }

    private DateTimeOffset RetryAt(int attempt) => clock.Now + Pauses[Math.Min(attempt, Pauses.Length) - 1];

    private static string ReasonOf(Exception exception) => exception switch
    {
        LetterTemplateException => "letter-template-broken",
        LetterFileMissingException => "letter-file-missing",
        MailRefusedException => "mail-refused",
        NoPublicVersionException => "no-public-version",
        ArtifactDiffersException => "artifact-differs",
        LogBrokenException => "log-broken",
        KeptByStorageException => "kept-by-storage",
        _ => "unexpected",
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Duty {Kind} of {Aggregate} failed: {Exception}")]
    private partial void Failed(string aggregate, string kind, string exception);
}
