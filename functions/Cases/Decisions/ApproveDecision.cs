namespace WobWorkflow.Cases;

/// <summary>
/// Approves a submitted decision at the level whose turn it is (accorderen). Never the one who drafted it, and no one at two levels; with the last
/// level it is approved.
/// </summary>
public sealed record ApproveDecision(DecisionId DecisionId) : IStep<Case, ApproveDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "approve-decision", nl: "Besluit accorderen", en: "Approve the decision", [Role.Approver, Role.Signatory, Role.Reviewer, Role.Coordinator], article: "Awb 10:3",
        when: c => c.Decisions.Any(d => d.State == DecisionState.Approval) ? null : new Refused("nothing-submitted", "Er ligt geen besluit ter accordering."),
        offeredTo: (c, actor) => c.Decisions.Any(d => d.NextLevel is { } level && Approving.WhyNot(c, d, level, actor) is null));

    public static Outcome Decide(Case c, ApproveDecision step, At at) => c.Decisions[step.DecisionId] switch
    {
        null => Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak."),
        { State: not DecisionState.Approval } => new Refused("not-submitted", "Dit besluit ligt niet ter accordering."),
        { NextLevel: { } level } decision when Approving.WhyNot(c, decision, level, at.Actor) is { } refused => refused,
        { Approvals: [.., { On: var before }] } when at.On < before =>
            Refused.Invalid("effectiveOn", "before-approval", "Een niveau accordeert niet vóór het niveau daaronder."),
        var decision => DecisionBasis.WhyNot(c, decision, at.On) ?? DecisionChecks.WhyNot(c, decision, at) ?? (Outcome)new DecisionApproved(step.DecisionId),
    };
}

public sealed record DecisionApproved(DecisionId DecisionId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.With(DecisionId, decision => decision with
        {
            State = decision.Approvals.Count + 1 < decision.Route.Length ? DecisionState.Approval : DecisionState.Approved,
            Approvals = decision.Approvals.Add(new Approval(entry.Actor, entry.On)),
        }),
    };
}

/// <summary>Who may approve.</summary>
internal static class Approving
{
    /// <summary>Why this person may not approve the decision at this level; null where it may.</summary>
    public static Refused? WhyNot(Case c, Decision decision, ApprovalLevel level, Actor actor)
    {
        if (!actor.Is(level.Role) && !level.IsFor(actor))
            return Refused.Forbidden("role-not-allowed", $"Aan de beurt is het niveau {level.Name}, en dat vraagt de rol {Kebab.Of(level.Role)}.");
        if (decision.WasWrittenBy(actor, c))
            return Refused.Forbidden("approver-is-drafter", "Wie een besluit opstelt, accordeert het niet: vraag een ander.");
        if (MandateLimits.TookContested(c, decision, actor))
        {
            return Refused.Forbidden("took-contested-decision", "Wie het bestreden besluit in mandaat nam, accordeert het besluit op bezwaar niet: vraag een ander.",
                "Awb 10:3(3)");
        }

        if (decision.Approvals.Exists(approval => approval.By == actor.Id))
            return Refused.Forbidden("already-approved", "U hebt dit besluit al op een ander niveau geaccordeerd: het volgende niveau is aan een ander.");
        return level.IsFor(actor) ? null : Refused.Forbidden("not-your-level", $"Aan de beurt is het niveau {level.Name}; dat is aan een ander.");
    }

    /// <summary>Who is to be reminded of a term that waits for an approval: who is named first for the level whose turn it is.</summary>
    /// <returns>Null where no decision waits, or the level names nobody.</returns>
    public static string? NextIn(Case c, Term term) =>
        term.Kind is TermKind.Decision or TermKind.NewDecision or TermKind.ObjectionDecision or TermKind.LoopRepair or TermKind.AgreedPhase or TermKind.Decline
            ? c.Decisions.Select(d => d.NextLevel).OfType<ApprovalLevel>().SelectMany(level => level.Persons).FirstOrDefault()
            : null;
}
