using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>What a decision says of the ruling that it carries out: what was decided, and each instruction in the court's own words with how it is carried out.</summary>
internal static class RulingPart
{
    /// <summary>The dictum, in the order in which a ruling has it.</summary>
    private static readonly ImmutableArray<Dictum> Order =
    [
        Dictum.NoJurisdiction, Dictum.Upheld, Dictum.UpheldOnOtherGrounds, Dictum.RulingAnnulled, Dictum.Inadmissible, Dictum.Unfounded, Dictum.WellFounded, Dictum.Annulled,
        Dictum.AnnulledInPart, Dictum.EffectsUpheld, Dictum.EffectsUpheldInPart, Dictum.CourtDecides, Dictum.ReferredBack, Dictum.Loop, Dictum.NewDecision, Dictum.DivisionAlone,
        Dictum.ProvisionalMeasure, Dictum.Penalty, Dictum.FeeRefunded, Dictum.CostsAwarded,
    ];

    /// <summary>Null where the decision answers no ruling.</summary>
    public static RulingCarriedOut? Of(LetterFacts says, Decision decision)
    {
        if (decision.AnswersRuling is null || Answered(says.Case, decision) is not { } applied)
            return null;
        return new RulingCarriedOut(
            CourtOf(applied), applied.PronouncedOn, [applied.CaseNumber], applied.Ecli,
            $"{Upper(CourtOf(applied))} heeft {Outcome(says.Case, applied)}. De uitspraak is op {Cases.Dutch.Date(applied.SentOn)} verzonden.{TermOf(applied)}",
            [
                .. applied.Instructions.Where(instruction => instruction.Answer is not null)
                    .Select(instruction => new GroundAnswered(says.Say(instruction.Text), says.Say(instruction.Answer))),
            ],
            decision.Supplements is { } earlier ? says.Case.Decisions[earlier]!.TakenOn : null,
            Annuls(says.Case, decision) is not null);
    }

    /// <summary>Whether the ruling annulled the decision that this one comes on top of: wholly, in part, or (null) not.</summary>
    public static Dictum? Annuls(Case c, Decision decision) =>
        decision.AnswersRuling is null || Answered(c, decision) is not { } applied || applied.DecisionId != decision.Supplements ? null
        : applied.Outcomes.Contains(Dictum.Annulled) ? Dictum.Annulled
        : applied.Outcomes.Contains(Dictum.AnnulledInPart) ? Dictum.AnnulledInPart
        : null;

    /// <summary>The court as in a sentence.</summary>
    public static string CourtOf(AppliedRuling applied) => applied.Court is { } court ? CourtNames.InSentence(court) : "de rechter";

    /// <summary>What was decided, after "heeft": <c>het beroep ongegrond verklaard</c>.</summary>
    public static string Outcome(Case c, AppliedRuling applied) => applied.Outcomes.IsEmpty
        ? "uitspraak gedaan"
        : Cases.Dutch.List([.. applied.Outcomes.Distinct().OrderBy(outcome => Order.IndexOf(outcome)).Select(outcome => Words(c, applied, outcome))]);

    /// <summary>Of several rows of one ruling in this case, that on the decision which this one comes on top of.</summary>
    private static AppliedRuling? Answered(Case c, Decision decision)
    {
        var all = c.Rulings.FindAll(applied => applied.RulingId == decision.AnswersRuling);
        return all.Find(applied => applied.DecisionId == decision.Supplements) ?? all.FirstOrDefault();
    }

    private static string Words(Case c, AppliedRuling applied, Dictum outcome) => outcome switch
    {
        Dictum.NoJurisdiction => "zich onbevoegd verklaard",
        Dictum.Upheld => "de aangevallen uitspraak bevestigd",
        Dictum.UpheldOnOtherGrounds => "de aangevallen uitspraak bevestigd met verbetering van de gronden waarop deze rust",
        Dictum.RulingAnnulled => "de aangevallen uitspraak vernietigd",
        Dictum.Inadmissible => "het beroep niet-ontvankelijk verklaard",
        Dictum.Unfounded => "het beroep ongegrond verklaard",
        Dictum.WellFounded => "het beroep gegrond verklaard",
        Dictum.Annulled => $"mijn besluit{Dated(c, applied)} vernietigd",
        Dictum.AnnulledInPart => $"mijn besluit{Dated(c, applied)} gedeeltelijk vernietigd",
        Dictum.EffectsUpheld => "bepaald dat de rechtsgevolgen daarvan in stand blijven",
        Dictum.EffectsUpheldInPart => "bepaald dat de rechtsgevolgen daarvan gedeeltelijk in stand blijven",
        Dictum.CourtDecides => "zelf in de zaak voorzien",
        Dictum.ReferredBack => "de zaak teruggewezen naar de rechtbank",
        Dictum.Loop => applied.Court == "RVS" ? $"mij opgedragen het gebrek in mijn besluit{Dated(c, applied)} te herstellen" : $"mij in de gelegenheid gesteld het gebrek in mijn besluit{Dated(c, applied)} te herstellen",
        Dictum.NewDecision => $"mij opgedragen {(applied.TermDays is { } days ? $"binnen {Cases.Dutch.Period(days)} na verzending van de uitspraak " : "")}een nieuw besluit te nemen",
        Dictum.DivisionAlone => "bepaald dat tegen het nieuwe besluit alleen bij de Afdeling bestuursrechtspraak van de Raad van State beroep kan worden ingesteld",
        Dictum.ProvisionalMeasure => "een voorlopige voorziening getroffen",
        Dictum.Penalty => "bepaald dat ik een dwangsom verbeur als ik niet op tijd beslis",
        Dictum.FeeRefunded => "bepaald dat ik het griffierecht vergoed",
        _ => "mij veroordeeld tot vergoeding van de proceskosten",
    };

    private static string TermOf(AppliedRuling applied) =>
        applied.Owes && applied.TermDays is null ? " Een termijn voor het nieuwe besluit is daarin niet gesteld." : "";

    private static string Dated(Case c, AppliedRuling applied) => (applied.DecisionId is { } id ? c.Decisions[id]?.TakenOn : null) is { } taken ? $" van {Cases.Dutch.Date(taken)}" : "";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
