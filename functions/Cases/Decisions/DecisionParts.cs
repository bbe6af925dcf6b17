using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A request that is decided in parts (deelbesluiten): what was decided in an earlier part is not decided again, unless it is judged otherwise since.
/// </summary>
public static class DecisionParts
{
    /// <summary>The decisions on parts of the request that were taken before this one, oldest first; none for a decision that is no part of the first round.</summary>
    public static ImmutableArray<Decision> EarlierOf(Case c, Decision decision) => decision.Kind is not (DecisionKind.Partial or DecisionKind.Primary)
        ? []
        : [.. c.Decisions.Where(earlier => earlier is { Kind: DecisionKind.Partial, TakenOn: not null } && earlier.Id.Number < decision.Id.Number)];

    /// <summary>The documents that an earlier part decided on and that are judged as they were, each with the first part that did.</summary>
    public static ImmutableSortedDictionary<DocumentId, DecisionId> DecidedBefore(Case c, Decision decision)
    {
        var decided = ImmutableSortedDictionary.CreateBuilder<DocumentId, DecisionId>(Comparer<DocumentId>.Create((one, other) => one.Number.CompareTo(other.Number)));
        foreach (var earlier in EarlierOf(c, decision))
        {
            if (earlier.Judged is not { } judged)
                continue;
            foreach (var same in DecisionChanges.Since(c, decision, judged).Where(change => change is { Before: not null, IsAny: false }))
                decided.TryAdd(same.DocumentId, earlier.Id);
        }

        return decided.ToImmutable();
    }

    /// <summary>Whether a decision has documents to decide on that are judged, and that no earlier part decided on.</summary>
    internal static bool DecidesSomething(Case c, Decision decision)
    {
        var before = DecidedBefore(c, decision);
        return c.Documents.Any(document => document.InScope && !before.ContainsKey(document.Id) && Reviewing.JudgementOf(c, document) is not null);
    }

    /// <summary>Whether something about these documents is about what the decision decides on: of a part, only what is judged and not decided before.</summary>
    internal static bool IsAbout(Case c, Decision decision, ImmutableArray<DocumentId> documents)
    {
        if (decision.Kind != DecisionKind.Partial)
            return true;
        var before = DecidedBefore(c, decision);
        return documents.Any(id => c.Documents[id] is { InScope: true } document && !before.ContainsKey(id) && Reviewing.JudgementOf(c, document) is not null);
    }
}
