using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// Which third parties are told of a decision at the time at which the requester is: who gave its view (Awb 3:43(1)), whom information concerns or from whom
/// it came that is disclosed (Woo 4.4(6)), and who takes part in the remedy on which is decided.
/// </summary>
public static class ThirdPartiesTold
{
    /// <summary>The parties, each once, in the order of their numbers; none before the decision was taken.</summary>
    public static ImmutableArray<PersonId> Of(Case c, Decision decision)
    {
        if (decision is not { TakenOn: { } taken, Kind: not DecisionKind.NotTreated })
            return [];
        var judged = decision.Judged is { } then ? c with { Documents = then.Documents, Passages = then.Passages } : c;
        return
        [
            .. c.Views.Where(view => view.AnsweredOn <= taken || (view.SentOn <= taken && view.Documents.Any(id => IsDisclosed(judged, id)))).Select(view => view.Party)
                .Concat(decision.Supplements is null ? [] : c.Remedies.Where(remedy => remedy.State != RemedyState.Withdrawn && remedy.LodgedOn <= taken)
                    .SelectMany(remedy => remedy.Joined.Concat(remedy is { By: RemedyParty.ThirdParty, Person: { } person } ? [person] : Array.Empty<PersonId>())))
                .Distinct().Where(party => c.Parties[party]?.Role == PartyRole.ThirdParty).OrderBy(party => party.Number),
        ];
    }

    /// <summary>What the letter to one of them is about: the decision and the party.</summary>
    public static string AboutOf(DecisionId decision, PersonId party) => $"{decision}:{party}";

    public static bool TryParse(string about, out DecisionId decision, out PersonId party)
    {
        party = default;
        decision = default;
        return about.Split(':') is [var first, var second] && Id.TryParse(first, out decision) && Id.TryParse(second, out party);
    }

    /// <summary>
    /// The rendition of the decision that goes with the letter: without personal data. Null while there is none, as where an editor brought in the
    /// named letter alone.
    /// </summary>
    public static ArtifactId? EnclosureOf(Case c, DecisionId decision)
    {
        var about = decision.ToString();
        return c.Letters.LastOrDefault(letter => letter.Kind == LetterKind.Decision && letter.About == about && letter.State != LetterState.Withdrawn)?.Anonymised;
    }

    /// <summary>The refusal where the letter can't go because what it encloses isn't there; null where it can, and for every other letter.</summary>
    internal static Refused? WhyNot(Case c, Letter letter) =>
        letter.Kind == LetterKind.ThirdPartyDecision && TryParse(letter.About, out var decision, out _) && EnclosureOf(c, decision) is null
            ? new Refused("anonymised-missing",
                "Bij deze brief hoort het besluit zonder persoonsgegevens, en die versie is er niet: voeg haar als stuk toe en breng haar in met add-anonymised-decision.", "Awb 3:43")
            : null;

    private static bool IsDisclosed(Case c, DocumentId id) =>
        c.Documents[id] is { InScope: true } document && Reviewing.JudgementOf(c, document) is Judgement.Public or Judgement.PartlyPublic;
}
