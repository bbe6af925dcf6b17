using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Who took part in preparing a decision, as far as the log knows.</summary>
internal static class Preparing
{
    /// <summary>Who drafted the decision, wrote its letter, approved or took it.</summary>
    public static ImmutableHashSet<string> Of(Case c, Decision decision)
    {
        var about = decision.Id.ToString();
        return
        [
            decision.DraftedBy,
            .. decision.Approvals.Select(approval => approval.By),
            .. new[] { decision.TakenBy }.OfType<string>(),
            .. c.Letters.Where(letter => letter.Kind == LetterKind.Decision && letter.About == about && !letter.IsWrittenByEngine).Select(letter => letter.DraftedBy),
        ];
    }

    /// <summary>
    /// Whether objectors were heard by others than who prepared the contested decision: the one who leads, and most of those who hear (Awb 7:5(1)).
    /// </summary>
    /// <param name="heardBy">Who heard; the first one led.</param>
    public static bool AreOthers(Case c, Decision contested, ImmutableArray<string> heardBy)
    {
        var prepared = Of(c, contested);
        return !prepared.Contains(heardBy[0]) && heardBy.Count(prepared.Contains) * 2 < heardBy.Length;
    }
}
