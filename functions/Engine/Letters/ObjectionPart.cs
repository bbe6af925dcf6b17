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
        if (DecidedOn(c, decision) is not { } objection)
            return null;
        return new ObjectionDecidedOn(
            objection.LodgedOn,
            c.Decisions[decision.Supplements!.Value]!.TakenOn!.Value,
            Admissibility(objection),
            objection.Grounds is { } grounds ? [new GroundAnswered(says.Say(grounds), Placeholders.GroundAnswer)] : [],
            Heard(c, objection),
            objection.CommitteeAdvice is { } advice ? Advice(says, advice) : null,
            Costs: null,
            objection.By == RemedyParty.Requester);
    }

    /// <summary>Whether objectors were heard, so that a report of it goes with the decision (Awb 7:7).</summary>
    public static bool WasHeard(Case c, Decision decision) => DecidedOn(c, decision)?.Hearing is { Held: true };

    /// <summary>The objection on which a decision decides; null for every other decision, and where none was recorded.</summary>
    private static Cases.Remedy? DecidedOn(Case c, Decision decision) => decision is { Kind: DecisionKind.OnObjection, Supplements: { } contested }
        ? c.Remedies.FirstOrDefault(remedy => remedy is { Kind: RemedyKind.Objection, State: not RemedyState.Withdrawn } && remedy.DecisionId == contested)
        : null;

    private static string Admissibility(Cases.Remedy objection) => objection switch
    {
        { Late: false } => "Het bezwaar is tijdig ingediend en ontvankelijk.",
        { Excusable: true } => "Het bezwaar is na afloop van de termijn ingediend. Dat is verschoonbaar, zodat het bezwaar ontvankelijk is (artikel 6:11 van de Algemene wet bestuursrecht).",
        _ => "Het bezwaar is na afloop van de termijn ingediend. Niet is gebleken dat dit verschoonbaar is (artikel 6:11 van de Algemene wet bestuursrecht).",
    };

    private static string Heard(Case c, Cases.Remedy objection)
    {
        var (you, your) = objection.By == RemedyParty.Requester ? ("U", "uw") : ("De bezwaarmaker", "het");
        var joined = objection.Joined.Count switch
        {
            0 => "",
            1 => " Een andere belanghebbende heeft aan de procedure deelgenomen.",
            var count => $" Daarnaast hebben {Cases.Dutch.Number(count)} andere belanghebbenden aan de procedure deelgenomen.",
        };
        return Heard(objection.Hearing, you, your) + joined;
    }

    private static string Heard(RemedyHearing? hearing, string you, string your) => hearing switch
    {
        { Held: true, On: var on } => $"{you} {(you == "U" ? "bent" : "is")} op {Dutch.Date(on)} gehoord. Het verslag daarvan is bijgevoegd.",
        { Waiver: HearingWaiver.ManifestlyInadmissible } => $"Van horen is afgezien, omdat {your} bezwaar kennelijk niet-ontvankelijk is (artikel 7:3, aanhef en onder a, van de Algemene wet bestuursrecht).",
        { Waiver: HearingWaiver.ManifestlyUnfounded } => $"Van horen is afgezien, omdat {your} bezwaar kennelijk ongegrond is (artikel 7:3, aanhef en onder b, van de Algemene wet bestuursrecht).",
        { Waiver: HearingWaiver.Declined } => $"{you} heeft verklaard geen gebruik te willen maken van het recht te worden gehoord.",
        { Waiver: HearingWaiver.NoReaction } => $"{you} heeft niet binnen de gestelde termijn verklaard te willen worden gehoord.",
        { Waiver: HearingWaiver.FullyGranted } => $"Van horen is afgezien, omdat aan {your} bezwaar volledig tegemoet wordt gekomen.",
        _ => Placeholders.Hearing,
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
