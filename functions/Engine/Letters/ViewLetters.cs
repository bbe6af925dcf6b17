using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letters about third parties' views: to the third party, which names no requester, and to the requester, which names no third party.</summary>
internal static class ViewLetters
{
    public static LetterContent ToThirdParty(LetterFacts says, string about)
    {
        _ = Id.TryParse<ViewId>(about, out var id);
        var asked = says.Case.Views[id]!;
        return new ThirdPartyViewRequest(
            says.Act, says.Subject, says.Say(asked.Concern), PassagesForAdvice.Of(says, about, asked.Documents), asked.AnswerBy, Delivery: null);
    }

    public static LetterContent Notice(LetterFacts says, string about)
    {
        var round = RoundOf(says, about);
        var views = says.Case.Views.Where(view => view.Round == round.Id).ToList();
        return new SuspensionNotice(
            says.Act, says.Request.ReceivedOn, says.Act == LetterAct.Wob ? "Wob 6(3)" : "Woo 4.4(3)",
            views.Select(view => view.Party).Distinct().Count(), views.Max(view => view.AnswerBy));
    }

    public static LetterContent Ended(LetterFacts says, string about)
    {
        var round = RoundOf(says, about);
        var notice = round.NoticeOn!.Value;
        var days = ThirdPartyViews.SuspendedBy(says.Case, round, says.Today)!;
        var last = days.Through ?? says.Today;
        // With "tot" the day of the view is the first that counts again.
        var endedOn = Regimes.Of(notice) == Regime.Wob ? last.AddDays(1) : last;
        return new SuspensionEnded(
            says.Act, says.Request.ReceivedOn, says.Act == LetterAct.Wob ? null : "Woo 4.4(4)", notice, endedOn,
            last.DayNumber - days.From.DayNumber + 1, says.DecisionTerm.Due);
    }

    private static ViewRound RoundOf(LetterFacts says, string about)
    {
        _ = Id.TryParse<ViewRoundId>(about, out var id);
        return says.Case.ViewRounds[id]!;
    }
}
