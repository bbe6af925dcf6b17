using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>The letter that tells a third party of a decision. It names no requester.</summary>
internal static class ThirdPartyLetters
{
    public static LetterContent Decision(LetterFacts says, string about)
    {
        _ = ThirdPartiesTold.TryParse(about, out var id, out var party);
        var decision = says.Case.Decisions[id]!;
        var taken = decision.TakenOn!.Value;
        var views = says.Case.Views.Where(view => view.Party == party && (view.AnsweredOn ?? view.SentOn) <= taken).ToList();
        var judged = decision.Judged is { } then ? says.Case with { Documents = then.Documents, Passages = then.Passages } : says.Case;
        var concerned = views.SelectMany(view => view.Documents).Distinct().OrderBy(document => document.Number)
            .Select(document => judged.Documents[document]!).Where(document => document.InScope).Select(document => (Document: document, Judgement: Reviewing.JudgementOf(judged, document))).ToList();
        bool? waits = concerned.Exists(x => x.Judgement is Judgement.Public or Judgement.PartlyPublic)
            // Who did not answer may yet object.
            ? !views.TrueForAll(view => view.Drift == ViewDrift.NoObjection)
            : null;
        var remedies = DecisionLetters.Remedies(says, decision);
        return new ThirdPartyDecision(
            Regimes.Of(taken) == Regime.Wob ? LetterAct.Wob : LetterAct.Woo, says.Subject, taken, views.Exists(view => view.AnsweredOn is not null),
            [.. concerned.Where(x => x.Judgement is not null).Select(x => new DocumentOutcome(says.NameOf(x.Document), Outcome(x.Judgement!.Value)))],
            waits,
            // An appeal for lateness is the requester's and no concern of theirs.
            remedies with { LateAppeal = false, PendingCase = remedies.LateAppeal ? null : remedies.PendingCase });
    }

    private static string Outcome(Judgement judgement) => judgement switch
    {
        Judgement.Public => "wordt geheel openbaar",
        Judgement.PartlyPublic => "wordt gedeeltelijk openbaar",
        Judgement.AlreadyPublic => "is al openbaar",
        Judgement.OutOfScope => "valt buiten het verzoek",
        _ => "wordt niet openbaar",
    };
}
