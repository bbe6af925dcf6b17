using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Carries news between a ruling and its cases. Each append there is named by where it came from, so that a repeat finds it done; a refusal there is an
/// event here.
/// </summary>
public sealed class RulingPost(Dossier<Ruling> rulings, Records records, IWaker waker)
{
    public async Task ApplyAsync(string rulingId, ApplyRuling duty, CancellationToken cancellation)
    {
        if (await rulings.ReadAsync(rulingId, cancellation) is not { } ruling)
            return;
        var row = duty.Row;
        // A ruling may name what is no case of ours and isn't even spelt like one.
        var taken = LogId.TryParse($"cases/{row.CaseId}", out _)
            ? await records.OnCaseAsync(
                row.CaseId, $"{rulingId}:{row.Contested}:ruling-applied", c => RulingApplied.Decide(c, ruling.State, row), cancellation)
            : new Missing<Case>();
        Event told = taken switch
        {
            Done<Case> => new RulingReachedCase(row.CaseId, row.DecisionId, duty.Key),
            NotTaken<Case> no => new RulingRefusedByCase(row.CaseId, row.DecisionId, no.Refused.Code, duty.Key),
            _ => new RulingRefusedByCase(row.CaseId, row.DecisionId, "case-not-found", duty.Key),
        };
        await records.OnRulingAsync(rulingId, duty.Key, r => IsOpen(r, row) ? told : Outcome.Of(), cancellation);
        if (taken is Done<Case>)
            waker.Wake(LogId.Case(row.CaseId));
    }

    /// <summary>Tells a case what was added to a ruling that it took in before.</summary>
    public async Task AmendAsync(string rulingId, AmendRuling duty, CancellationToken cancellation)
    {
        if (await rulings.ReadAsync(rulingId, cancellation) is not { } ruling)
            return;
        var row = duty.Row;
        var taken = await records.OnCaseAsync(
            row.CaseId, $"{rulingId}:{row.Contested}:ruling-amended:{row.Revision}", c => RulingAmended.Decide(c, ruling.State, row), cancellation);
        if (taken is not Done<Case>)
            throw new InvalidOperationException("A case does not know the ruling that it took in.");
        await records.OnRulingAsync(rulingId, duty.Key, now =>
            now.Rows.Any(there => there.CaseId == row.CaseId && there.DecisionId == row.DecisionId && there.ReachedRevision < row.Revision)
                ? new RulingAmendmentReachedCase(row.CaseId, row.DecisionId, row.Revision, duty.Key)
                : Outcome.Of(), cancellation);
        waker.Wake(LogId.Case(row.CaseId));
    }

    public async Task TellAsync(string caseId, TellRuling duty, CancellationToken cancellation)
    {
        var taken = await records.OnRulingAsync(duty.RulingId, $"{caseId}:{duty.Contested}:ruling-answered", ruling =>
            ruling.Rows.Any(row => row.CaseId == caseId && row.DecisionId == duty.DecisionId && row.AnsweredOn is null)
                ? new RulingAnswered(caseId, duty.DecisionId, duty.AnsweredBy, duty.AnnouncedOn)
                : Outcome.Of(), cancellation);
        if (taken is not Done<Ruling>)
            throw new InvalidOperationException("The ruling that a case answers isn't there.");
        await records.OnCaseAsync(caseId, duty.Key, c =>
            c.Rulings.Exists(applied => applied.RulingId == duty.RulingId && applied.DecisionId == duty.DecisionId && !applied.TellingDone)
                ? new RulingTold(duty.RulingId, duty.DecisionId, duty.Key)
                : Outcome.Of(), cancellation);
        waker.Wake(LogId.Ruling(duty.RulingId));
    }

    private static bool IsOpen(Ruling ruling, RulingRow row) =>
        ruling.Rows.Any(there => there.CaseId == row.CaseId && there.DecisionId == row.DecisionId && there.AppliedOn is null && there.NotApplied is null);
}
