using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>Letters to courts.</summary>
internal static class CourtLetters
{
    public static LetterContent Notice(LetterFacts says, string about)
    {
        _ = Id.TryParse<DecisionId>(about, out var id);
        var decision = says.Case.Decisions[id]!;
        var remedy = says.Case.Remedies[decision.TellsCourtOf!.Value]!;
        var late = remedy.Kind == RemedyKind.LateAppeal;
        return new CourtNotice(
            Regimes.Of(decision.TakenOn!.Value) == Regime.Wob ? LetterAct.Wob : LetterAct.Woo, NameOf(says, remedy), remedy.CaseNumber, decision.TakenOn.Value,
            late ? "Awb 6:20" : "Awb 6:19(3)", late);
    }

    /// <summary>The court of a remedy; the one in the letterhead where the case doesn't know which.</summary>
    public static string NameOf(LetterFacts says, Cases.Remedy remedy) =>
        RemedyClause.CourtOf(says.Case, remedy) is { } court ? CourtNames.InSentence(court) : says.Organisation.Letterhead.Court;

    public static LetterParty AddresseeOf(LetterFacts says, RemedyId id)
    {
        var remedy = says.Case.Remedies[id]!;
        var court = RemedyClause.CourtOf(says.Case, remedy);
        var address = CourtNames.AddressOf(court);
        return new LetterParty(address.IsEmpty ? [NameOf(says, remedy)] : address, "Geacht college,");
    }
}
