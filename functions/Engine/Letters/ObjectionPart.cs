using WobWorkflow.Cases;
using WobWorkflow.Documents;

namespace WobWorkflow.Engine;

/// <summary>What a decision on objection says of the objection, from what was recorded of it. How its grounds are answered is for people.</summary>
internal static class ObjectionPart
{
    /// <summary>Null for every other decision, and where no objection was recorded.</summary>
    public static ObjectionDecidedOn? Of(LetterFacts says, Decision decision)
    {
        var c = says.Case;
        if (decision is not { Kind: DecisionKind.OnObjection, Supplements: { } contested }
            || c.Remedies.FirstOrDefault(remedy => remedy is { Kind: RemedyKind.Objection, State: not RemedyState.Withdrawn } && remedy.DecisionId == contested) is not { } objection)
            return null;
        return new ObjectionDecidedOn(
            objection.LodgedOn,
            c.Decisions[contested]!.TakenOn!.Value,
            Admissibility(objection),
            objection.Grounds is { } grounds ? [new GroundAnswered(says.Say(grounds), "[reactie op deze grond]")] : [],
            Heard(objection),
            objection.CommitteeAdvice is { } advice ? Advice(says, advice) : null,
            Costs: null);
    }

    private static string Admissibility(Cases.Remedy objection) => objection switch
    {
        { Late: false } => "Uw bezwaar is tijdig ingediend en ontvankelijk.",
        { Excusable: true } => "Uw bezwaar is na afloop van de termijn ingediend. Dat is verschoonbaar, zodat uw bezwaar ontvankelijk is.",
        _ => "Uw bezwaar is na afloop van de termijn ingediend. Niet is gebleken dat dit verschoonbaar is.",
    };

    private static string Heard(Cases.Remedy objection) => objection.Hearing switch
    {
        { Held: true, On: var on } => $"U bent op {Dutch.Date(on)} gehoord. Het verslag daarvan is bijgevoegd.",
        { Waiver: HearingWaiver.ManifestlyInadmissible } => "Van horen is afgezien, omdat uw bezwaar kennelijk niet-ontvankelijk is.",
        { Waiver: HearingWaiver.ManifestlyUnfounded } => "Van horen is afgezien, omdat uw bezwaar kennelijk ongegrond is.",
        { Waiver: HearingWaiver.Declined } => "U hebt verklaard geen gebruik te willen maken van het recht te worden gehoord.",
        { Waiver: HearingWaiver.NoReaction } => "U hebt niet binnen de gestelde termijn verklaard dat u wilt worden gehoord.",
        { Waiver: HearingWaiver.FullyGranted } => "Van horen is afgezien, omdat aan uw bezwaar volledig tegemoet wordt gekomen.",
        _ => "[horen]",
    };

    private static string Advice(LetterFacts says, CommitteeAdvice advice)
    {
        var drift = advice.Kind switch
        {
            CommitteeAdviceKind.Inadmissible => "niet-ontvankelijk",
            CommitteeAdviceKind.Unfounded => "ongegrond",
            CommitteeAdviceKind.PartlyFounded => "gedeeltelijk gegrond",
            _ => "gegrond",
        };
        var text = advice.Text is { } said ? " " + says.Say(said) : "";
        return $"De commissie heeft op {Dutch.Date(advice.On)} geadviseerd het bezwaar {drift} te verklaren.{text}";
    }
}
