using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letters to a requester whose request is treated together with another.</summary>
internal static class JoinLetters
{
    public static LetterContent Notice(LetterFacts says, string about)
    {
        var joined = Of(says, about);
        var term = says.DecisionTerm;
        return new JoinNotice(says.Act, says.Request.ReceivedOn, joined.CaseId, joined.Since!.Value, says.Say(joined.Reason), term.Due, term.Article);
    }

    public static LetterContent Ended(LetterFacts says, string about)
    {
        var joined = Of(says, about);
        var term = says.DecisionTerm;
        return new Documents.JoinEnded(
            says.Act, says.Request.ReceivedOn, joined.CaseId, joined.EndedOn!.Value, says.Say(joined.EndReason), term.State == TermState.Met, term.Due, term.Article);
    }

    /// <summary>The letter to a decision that was taken in another case; null for a decision of this case.</summary>
    public static LetterContent? Followed(LetterFacts says, string about)
    {
        if (!Id.TryParse<DecisionId>(about, out var id) || says.Case.Decisions[id] is not { Follows: { } followed } decision)
            return null;
        return new FollowedDecision(
            Regimes.Of(decision.TakenOn!.Value) == Regime.Wob ? LetterAct.Wob : LetterAct.Woo,
            DecisionLetters.VariantOf(decision.Kind),
            says.Request.ReceivedOn,
            decision.TakenOn.Value,
            followed.CaseId,
            says.Say(says.Request.Text),
            decision.Part is { } part ? says.Say(part) : null,
            CourseOfRequest.Of(says),
            decision.Kind == DecisionKind.OnObjection
                ? says.Case.Remedies.Where(remedy => remedy.Kind == RemedyKind.Objection && remedy.DecisionId == decision.Supplements).Select(remedy => (DateOnly?)remedy.LodgedOn).LastOrDefault()
                : null,
            DecisionLetters.Remedies(says, decision));
    }

    private static JoinedTo Of(LetterFacts says, string about) => says.Case.Joinings.Find(joined => joined.About == about)!;
}
