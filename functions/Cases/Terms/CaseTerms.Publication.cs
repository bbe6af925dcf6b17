namespace WobWorkflow.Cases;

/// <content>The terms of release, and of what went out by mistake.</content>
public static partial class CaseTerms
{
    private static IEnumerable<Term> OfPublications(Case c, Organisation facts, DateOnly today) =>
    [
        .. c.Publications.Where(publication => publication.ObjectionExpected && c.Decisions[publication.DecisionId]!.DispatchedOn is not null)
            .Select(publication => ForRelease(c, publication, facts, today)),
        // Before May 2018 there was no such term.
        .. c.Leaks.Where(leak => Terms.Validate(new TermFacts("gdpr-33-1", leak.KnownOn)).IsEmpty).Select(leak => Term(
            $"leak:{leak.Id}", TermKind.Leak, TermRules.Find("gdpr-33-1")!, null, new TermFacts("gdpr-33-1", leak.KnownOn), facts, today, leak.NotifiedOn)),
    ];

    /// <summary>Two weeks after announcement; while interim relief is asked for or granted it stands still.</summary>
    private static Term ForRelease(Case c, Publication publication, Organisation facts, DateOnly today)
    {
        var decision = c.Decisions[publication.DecisionId]!;
        var rule = Regimes.Of(decision.DispatchedOn!.Value) == Regime.Wob ? "wob-6-5" : "woo-4.4-5";
        var term = Term(
            $"release:{publication.Id}", TermKind.Release, TermRules.Find(rule)!, decision.Id, new TermFacts(rule, decision.DispatchedOn.Value), facts, today,
            publication.ReleasedOn(c));
        return term.MetOn is null && Publishing.IsStayed(c, decision.Id) ? term with { State = TermState.Suspended } : term;
    }
}
