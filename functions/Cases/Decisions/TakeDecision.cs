namespace WobWorkflow.Cases;

/// <summary>
/// Takes the decision: a person with the mandate does, never the one who drafted it. Its date is the step's date of effect and picks the act.
/// Nothing is announced by it: that is the dispatch of the letter.
/// </summary>
public sealed record TakeDecision(DecisionId DecisionId) : IStep<Case, TakeDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "take-decision", nl: "Besluit nemen", en: "Take the decision", [Role.Signatory], article: "Awb 1:3",
        when: c => c.Decisions.Any(d => d.State == DecisionState.Approved) ? null : new Refused("nothing-approved", "Er is geen geaccordeerd besluit."));

    public static Outcome Decide(Case c, TakeDecision step, At at)
    {
        if (c.Decisions[step.DecisionId] is not { } decision)
            return Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak.");
        if (decision.State != DecisionState.Approved)
            return new Refused("not-approved", "Dit besluit is niet geaccordeerd.");
        if (decision.WasWrittenBy(at.Actor, c))
            return Refused.Forbidden("signatory-is-drafter", "Wie een besluit opstelt, neemt het niet: vraag een ander met mandaat.", "Awb 10:3");
        if (MandateLimits.TookContested(c, decision, at.Actor))
        {
            return Refused.Forbidden("took-contested-decision", "Wie het bestreden besluit in mandaat nam, beslist niet op het bezwaar: vraag een ander met mandaat.",
                "Awb 10:3(3)");
        }

        if (MandateLimits.WhyNot(decision, at) is { } without)
            return without;
        if (decision.Approvals.Exists(approval => at.On < approval.On))
            return Refused.Invalid("effectiveOn", "before-approval", "Een besluit kan niet zijn genomen vóór het was geaccordeerd.");
        if (decision.Decline is { } decline && Declining.TermPassed(decline, at) is { } late)
            return late;
        if (InstructionsOfRuling.Unanswered(c, decision) is { } unanswered)
            return unanswered;
        if (decision.Kind != DecisionKind.NotTreated && Reassessing.Awaited(c) is { } awaited)
            return awaited;
        return GroundsOfDecision.Check(c, at.On) ?? DecisionBasis.WhyNot(c, decision, at.On) ?? (Outcome)(MandateLimits.Of(decision, at) is { } mandate
            ? new DecisionTaken(step.DecisionId, mandate.Capacity, at.Facts.Version)
            : new DecisionTaken(step.DecisionId));
    }
}

/// <param name="Capacity">Of the mandate under which it was taken; null where the register asked for none.</param>
/// <param name="Settings">The version of the settings that held the mandate; null where the register asked for none.</param>
public sealed record DecisionTaken(DecisionId DecisionId, string? Capacity = null, long? Settings = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.With(DecisionId, decision => decision with
        {
            State = DecisionState.Taken,
            TakenOn = entry.On,
            TakenBy = entry.Actor,
            TakenAt = entry.Seq,
            Judged = new JudgedThen(c.Documents, c.Passages),
            Capacity = Capacity,
            // From here on the numbers are known outside the house.
            Listed = [.. Inventory.Of(c).Select(line => line.DocumentId)],
            InventoryBasis = Inventory.BasisOf(c),
        }),
    };
}
