namespace WobWorkflow.Cases;

/// <content>The terms of release, and of what went out by mistake.</content>
public static partial class CaseTerms
{
    private static IEnumerable<Term> OfPublications(Case c, Organisation facts, DateOnly today) =>
    [
        .. c.Publications.Where(publication => publication.ObjectionExpected && c.Decisions[publication.DecisionId]!.DispatchedOn is not null)
            .Select(publication => ForRelease(c, publication, facts, today)),
        .. OfTemporaryWithholding(c, facts, today),
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

    /// <summary>
    /// What is withheld for a time must be disclosed on its day (Woo 5.1(4)): a term from the announcement of the decision that withheld it, until it is
    /// judged anew. An earlier decision, on another part or under the Wob, has no say in it.
    /// </summary>
    internal static IEnumerable<Term> OfTemporaryWithholding(Case c, Organisation facts, DateOnly today)
    {
        var documents = c.Documents.Where(d => d is { InScope: true, Assessment.WithheldUntil: not null })
            .Select(d => (What: d.Id.ToString(), Document: d.Id, Until: d.Assessment!.WithheldUntil!.Value));
        var passages = c.Passages.Where(p => p is { Treatment: Treatment.Withheld, WithheldUntil: not null } && c.Documents[p.DocumentId]!.InScope)
            .Select(p => (What: p.Id.ToString(), Document: p.DocumentId, Until: p.WithheldUntil!.Value));
        return
            from withheld in documents.Concat(passages)
            let announced = c.Decisions.Where(d => d.DispatchedOn is not null && d.RegimeOn(today) == Regime.Woo && d.Listed.Contains(withheld.Document))
                .MinBy(d => d.DispatchedOn)
            where announced is not null
            select UnlessReleased(
                c, Chosen($"withheld:{withheld.What}", TermKind.Release, "woo-5.1-4", announced.DispatchedOn!.Value, withheld.Until, facts, today, null));
    }
}
