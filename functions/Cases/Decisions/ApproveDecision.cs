namespace WobWorkflow.Cases;

/// <summary>Approves a submitted decision. Never the one who drafted it, and no one twice.</summary>
public sealed record ApproveDecision(DecisionId DecisionId) : IStep<Case, ApproveDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "approve-decision", nl: "Besluit accorderen", en: "Approve the decision", [Role.Approver], article: "Awb 10:3",
        when: c => c.Decisions.Any(d => d.State == DecisionState.Approval) ? null : new Refused("nothing-submitted", "Er ligt geen besluit ter accordering."));

    public static Outcome Decide(Case c, ApproveDecision step, At at) => c.Decisions[step.DecisionId] switch
    {
        null => Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak."),
        { State: not DecisionState.Approval } => new Refused("not-submitted", "Dit besluit ligt niet ter accordering."),
        var decision when decision.WasWrittenBy(at.Actor, c) =>
            Refused.Forbidden("approver-is-drafter", "Wie een besluit opstelt, accordeert het niet: vraag een ander."),
        var decision when Mandate.TookContested(c, decision, at.Actor) =>
            Refused.Forbidden("took-contested-decision", "Wie het bestreden besluit in mandaat nam, accordeert het besluit op bezwaar niet: vraag een ander.", "Awb 10:3(3)"),
        var decision => DecisionBasis.WhyNot(c, decision, at.On) ?? (Outcome)new DecisionApproved(step.DecisionId),
    };
}

public sealed record DecisionApproved(DecisionId DecisionId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.With(DecisionId, decision => decision with
        {
            State = DecisionState.Approved,
            Approvals = decision.Approvals.Add(new Approval(entry.Actor, entry.On)),
        }),
    };
}
