using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// Carries what two cases that are treated together owe each other. Files and texts first, then the event in the other log under a command that names where
/// it came from, then the answer here: each can be repeated.
/// </summary>
public sealed class CaseJoining(Dossier<Case> cases, Records records, CaseFiles files, PartyStore parties, IWaker waker)
{
    public async Task PerformAsync(string caseId, AskJoin duty, CancellationToken cancellation)
    {
        if (await JoiningAsync(caseId, duty.Number, JoinState.Asked, cancellation) is not { } asked)
            return;
        var taken = await ElsewhereAsync(asked.CaseId, async () =>
        {
            await CopyAsync(caseId, asked.CaseId, asked.Documents, cancellation);
            return await records.OnCaseAsync(asked.CaseId, $"{caseId}:{duty.Key}", c => CaseJoined.Decide(c, caseId, asked), cancellation);
        }, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c => Is(c, duty.Number, JoinState.Asked) ? new JoinAnswered(duty.Number, taken.Refused, duty.Key) : Outcome.Of(), cancellation);
    }

    public async Task PerformAsync(string caseId, AskUnjoin duty, CancellationToken cancellation)
    {
        if (await JoiningAsync(caseId, duty.Number, JoinState.Leaving, cancellation) is not { } leaving)
            return;
        var taken = await ElsewhereAsync(leaving.CaseId, () =>
            records.OnCaseAsync(leaving.CaseId, $"{caseId}:{duty.Key}", c => CaseUnjoined.Decide(c, caseId, duty.Number), cancellation), cancellation);
        // What it got with it stands in the other log; files and texts are copied before this case names them.
        var documents = taken.State?.Joined.Find(left => left.CaseId == caseId && left.Number == duty.Number)?.Given ?? [];
        await CopyAsync(leaving.CaseId, caseId, documents, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c => Is(c, duty.Number, JoinState.Leaving)
            ? new UnjoinAnswered(duty.Number, taken.Refused, documents, duty.Key)
            : Outcome.Of(), cancellation);
    }

    public async Task PerformAsync(string caseId, TellFollower duty, CancellationToken cancellation)
    {
        if (await cases.ReadAsync(caseId, cancellation) is not { } now
            || now.State.Joined.Find(joined => joined.CaseId == duty.CaseId && joined.Number == duty.Number) is not { } joined
            || joined.Told.Exists(told => told.DecisionId == duty.DecisionId))
            return;
        var (decision, text) = (now.State.Decisions[duty.DecisionId]!, now.State.Artifacts[duty.Text]!);
        var taken = await ElsewhereAsync(duty.CaseId, async () =>
        {
            await files.CopyArtifactAsync(caseId, duty.CaseId, text, DecisionFollowed.FileKind, cancellation);
            if (decision.Part is { } part)
                await parties.CopyAsync(PartyScope.Case(caseId), PartyScope.Case(duty.CaseId), part.Hash, cancellation);
            return await records.OnCaseAsync(duty.CaseId, $"{caseId}:{duty.Key}", c => DecisionFollowed.Decide(c, caseId, decision, text), cancellation);
        }, cancellation);
        await records.OnCaseAsync(caseId, duty.Key, c =>
            c.Joined.Exists(there => there.CaseId == duty.CaseId && there.Number == duty.Number && !there.Told.Exists(told => told.DecisionId == duty.DecisionId))
                ? new FollowerTold(duty.CaseId, duty.Number, duty.DecisionId, taken.Refused, duty.Key)
                : Outcome.Of(), cancellation);
    }

    private async Task CopyAsync(string from, string to, ImmutableArray<CarriedDocument> documents, CancellationToken cancellation)
    {
        foreach (var document in documents)
        {
            await files.CopyDocumentAsync(from, to, document.Content, cancellation);
            await parties.CopyAsync(PartyScope.Case(from), PartyScope.Case(to), document.Title.Hash, cancellation);
            if (document.Inventoried?.Remark is { } remark)
                await parties.CopyAsync(PartyScope.Case(from), PartyScope.Case(to), remark.Hash, cancellation);
        }
    }

    /// <summary>What another case answers: its state, or the code of its refusal. A person may have named what is no case of ours.</summary>
    private async Task<(Case? State, string? Refused)> ElsewhereAsync(string caseId, Func<Task<Taken<Case>>> append, CancellationToken cancellation)
    {
        if (!LogId.TryParse($"cases/{caseId}", out _) || await cases.ReadAsync(caseId, cancellation) is null)
            return (null, "case-not-found");
        var taken = await append();
        if (taken is not Done<Case> done)
            return (null, taken is NotTaken<Case> no ? no.Refused.Code : "case-not-found");
        waker.Wake(LogId.Case(caseId));
        return (done.After.State, null);
    }

    private async Task<JoinedTo?> JoiningAsync(string caseId, int number, JoinState state, CancellationToken cancellation) =>
        await cases.ReadAsync(caseId, cancellation) is { } now && Is(now.State, number, state) ? now.State.Joinings[number - 1] : null;

    private static bool Is(Case c, int number, JoinState state) => number <= c.Joinings.Count && c.Joinings[number - 1].State == state;
}
