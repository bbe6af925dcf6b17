namespace WobWorkflow.Cases;

/// <summary>Puts a draft up for approval. From here on documents and assessments stand still, so that what is approved is what is taken.</summary>
public sealed record SubmitDecision(DecisionId DecisionId) : IStep<Case, SubmitDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "submit-decision", nl: "Ter accordering voorleggen", en: "Submit for approval", [Role.Handler, Role.Coordinator, Role.ObjectionHandler],
        when: c => c.Decisions.Any(d => d.State == DecisionState.Draft) ? null : new Refused("no-draft", "Er is geen conceptbesluit."));

    public static Outcome Decide(Case c, SubmitDecision step, At at)
    {
        if (c.Decisions[step.DecisionId] is not { } decision)
            return Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak.");
        if (decision.State != DecisionState.Draft)
            return new Refused("not-a-draft", "Dit besluit is geen concept meer.");
        if (decision.Kind != DecisionKind.NotTreated)
        {
            if (Reviewing.Unassessed(c) is [var first, ..] left)
                return new Refused("documents-unassessed", $"Nog niet beoordeeld: {left.Length} documenten, te beginnen met {first.Id}.", "Woo 5.1");
            if (c.Searches.IsEmpty)
                return new Refused("no-search-recorded", "Leg eerst vast hoe er is gezocht, ook als dat niets opleverde.", "Woo 4.1");
        }

        if (c.Consultations.FirstOrDefault(open => open.IsOpen) is { } consultation)
            return new Refused("consultation-open", $"{consultation.Id} staat nog open: leg het advies vast of beëindig de afstemming.");
        if (decision is { Kind: DecisionKind.OnObjection, Supplements: { } contested } && c.Remedies.FirstOrDefault(remedy =>
            remedy is { Kind: RemedyKind.Objection, Runs: true, Hearing: null or { Held: null } } && remedy.DecisionId == contested) is { } unheard)
            return new Refused("not-heard", $"Over {unheard.Id} is nog niet gehoord: leg het horen vast, of waarom daarvan is afgezien.", "Awb 7:2");
        if (ThirdPartyViews.Awaited(c, at.On) is { } awaited)
            return awaited;
        if (InstructionsOfRuling.Unanswered(c, decision) is { } unanswered)
            return unanswered;
        return GroundsOfDecision.Check(c, Regimes.Of(at.On)) ?? DecisionBasis.WhyNot(c, decision, at.On) ?? (Outcome)new DecisionSubmitted(step.DecisionId);
    }
}

public sealed record DecisionSubmitted(DecisionId DecisionId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.With(DecisionId, decision => decision with { State = DecisionState.Approval, Approvals = [] }),
    };
}

/// <summary>A decision rests on the grounds of one act: that of its own date.</summary>
internal static class GroundsOfDecision
{
    public static Refused? Check(Case c, Regime regime)
    {
        var stray = c.Documents.Where(d => d.InScope).SelectMany(d => Reviewing.GroundsOf(c, d).Select(g => (d.Id, Ground: g)))
            .FirstOrDefault(used => Grounds.Find(used.Ground).Regime != regime);
        return stray.Ground is null
            ? null
            : new Refused("ground-of-other-act", $"{stray.Id} is beoordeeld op grond {stray.Ground}; een besluit van deze datum valt onder de {regime}. Beoordeel het opnieuw.",
                "Woo 10.1");
    }
}
