using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Founds the case that was split off another: its files and texts first, then its first event, then the record in the case that it comes from. Each can
/// be repeated: the new case's id follows from the old one, files and texts are named by their content, and there is one first event.
/// </summary>
public sealed class CaseSplitting(Dossier<Case> cases, Records records, CaseFiles files, PartyStore parties, IWaker waker)
{
    public async Task PerformAsync(string caseId, FoundSplitCase duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now || now.State.Intake.Splits.Find(known => known.Number == duty.Number) is not { FoundedOn: null } split)
            return;
        foreach (var document in split.Documents)
            await files.CopyDocumentAsync(caseId, split.CaseId, document.Content, cancellation);
        foreach (var text in split.Texts.Distinct())
            await parties.CopyAsync(PartyScope.Case(caseId), PartyScope.Case(split.CaseId), text.Hash, cancellation);
        await records.FoundCaseAsync(split.CaseId, $"{caseId}:{duty.Key}", c => CaseSplitOff.Decide(c, caseId, split), cancellation);
        waker.Wake(LogId.Case(split.CaseId));
        await records.OnCaseAsync(caseId, duty.Key, c => c.Intake.Splits.Exists(known => known.Number == duty.Number && known.FoundedOn is null)
            ? new SplitFounded(duty.Number, duty.Key)
            : Outcome.Of(), cancellation);
    }
}
