using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Carries news between cases of which one holds what derives from something in the other. Each append there is named by where it came from, so that a
/// repeat finds it done; a refusal there is an event here.
/// </summary>
public sealed class DerivationPost(Dossier<Case> cases, Records records, IWaker waker)
{
    /// <summary>Tells the source's case, which then knows whom to ask when something is disclosed.</summary>
    public async Task TellAsync(string caseId, TellDerivation duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now
            || now.State.Derivations.Find(known => known.Number == duty.Derivation.Number) is not { ToldOn: null, Refused: null } derivation)
            return;
        var by = new JudgedPlace(caseId, derivation.DocumentId, derivation.PassageId);
        var refused = await ElsewhereAsync(derivation.Source.CaseId, $"{caseId}:{duty.Key}", c => DerivationNoted.Decide(c, derivation.Source, by), cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c => c.Derivations.Exists(known => known.Number == derivation.Number && known is { ToldOn: null, Refused: null })
            ? new DerivationTold(derivation.Number, refused, duty.Key)
            : Outcome.Of(), cancellation);
    }

    /// <summary>Has the other case look again at what derives from what was disclosed here.</summary>
    public async Task AskAsync(string caseId, AskReassessment duty, CancellationToken cancellation)
    {
        var refused = await ElsewhereAsync(duty.By.CaseId, $"{caseId}:{duty.Key}", c => Reassessing.Answer(c, duty.By, duty.Cause), cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c => c.DerivedElsewhere.Exists(derived => derived.By == duty.By && !derived.Told.Contains(duty.Cause.Key))
            ? new ReassessmentAsked(duty.By, duty.Cause.Key, refused, duty.Key)
            : Outcome.Of(), cancellation);
    }

    /// <summary>Appends to another case; the code of its refusal, or null where it took it.</summary>
    private async Task<string?> ElsewhereAsync(string caseId, string command, Func<Case, Outcome> decide, CancellationToken cancellation)
    {
        // A person may have named what is no case of ours and isn't even spelt like one.
        var taken = LogId.TryParse($"cases/{caseId}", out _) ? await records.OnCaseAsync(caseId, command, decide, cancellation) : new Missing<Case>();
        if (taken is Done<Case>)
            waker.Wake(LogId.Case(caseId));
        return taken switch
        {
            Done<Case> => null,
            NotTaken<Case> no => no.Refused.Code,
            _ => "case-not-found",
        };
    }
}
