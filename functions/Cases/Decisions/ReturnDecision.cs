using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Sends a submitted or approved decision back for work; documents and assessments move again, and a new letter is drafted.</summary>
public sealed record ReturnDecision(DecisionId DecisionId, [property: MaxLength(4000)] string Reason) : IStep<Case, ReturnDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "return-decision", nl: "Besluit terugsturen", en: "Return the decision", [Role.Approver, Role.Signatory, Role.Handler],
        when: c => c.Decisions.Any(d => d.State is DecisionState.Approval or DecisionState.Approved)
            ? null
            : new Refused("nothing-submitted", "Er ligt geen besluit ter accordering."));

    public static Outcome Decide(Case c, ReturnDecision step, At at) => c.Decisions[step.DecisionId] switch
    {
        null => Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak."),
        { State: not (DecisionState.Approval or DecisionState.Approved) } => new Refused("not-submitted", "Dit besluit ligt niet ter accordering."),
        _ => new DecisionReturned(step.DecisionId, at.Keep(step.Reason)),
    };
}

public sealed record DecisionReturned(DecisionId DecisionId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var about = DecisionId.ToString();
        var letters = c.Letters.Where(l => l.About == about).Aggregate(c.Letters, (all, letter) => all.With(letter.Id, l => l with { State = LetterState.Withdrawn }));
        return c with
        {
            Letters = letters,
            Decisions = c.Decisions.With(DecisionId, decision => decision with
            {
                State = DecisionState.Draft,
                Approvals = [],
                Revision = decision.Revision + 1,
            }),
        };
    }
}
