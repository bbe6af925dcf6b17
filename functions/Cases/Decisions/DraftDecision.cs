using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Starts a decision. The engine drafts its letter from what the case holds; who drafts never approves, signs or takes it.</summary>
/// <param name="Considerations">What the letter says beside what follows from the assessments.</param>
/// <param name="Supplements">The decision that it comes on top of or in place of; asked for every kind but the first ones.</param>
/// <param name="AnswersRuling">The id of the ruling that it answers.</param>
public sealed record DraftDecision(
    DecisionKind Kind,
    [property: MaxLength(20_000)] string? Considerations = null,
    [property: MaxLength(300)] string? Part = null,
    DecisionId? Supplements = null,
    [property: MaxLength(64)] string? AnswersRuling = null) : IStep<Case, DraftDecision>
{
    public static StepRule<Case> Rule { get; } = new(
        "draft-decision", nl: "Besluit opstellen", en: "Draft a decision", [Role.Handler, Role.Coordinator, Role.ObjectionHandler], article: "Woo 4.3",
        when: c => c.Intake.ReleasedOn is not null
            ? new Refused("nothing-to-decide", "Het verzoek is ingetrokken of doorgezonden; er valt niets te beslissen.")
            : c.Intake.Qualification is null
            ? new Refused("not-qualified", "Leg eerst vast wat voor verzoek dit is.")
            : c.Decisions.Any(d => d.State is DecisionState.Draft or DecisionState.Approval or DecisionState.Approved)
                ? new Refused("decision-open", "Er is al een besluit in voorbereiding; rond dat eerst af.")
                : null);

    public static Outcome Decide(Case c, DraftDecision step, At at)
    {
        var first = step.Kind is DecisionKind.Primary or DecisionKind.Partial or DecisionKind.NotTreated;
        if (first && c.Decisions.Any(d => d.Settles))
            return new Refused("already-decided", "Op dit verzoek is al beslist. Een volgend besluit is er een op bezwaar, na een uitspraak of ter aanvulling.");
        if (step.Kind == DecisionKind.Partial && string.IsNullOrWhiteSpace(step.Part))
            return Refused.Invalid("part", "part-missing", "Zeg over welk deel van het verzoek dit deelbesluit gaat.");
        if (!first && step.Supplements is null)
            return Refused.Invalid("supplements", "decision-missing", "Zeg op welk eerder besluit dit besluit voortbouwt.");
        if (step.Supplements is { } earlier && c.Decisions[earlier] is not { State: DecisionState.Dispatched })
            return Refused.Unknown("decision-not-found", "Het besluit waarop dit voortbouwt, hoort niet bij deze zaak of is nog niet bekendgemaakt.");
        if (step.AnswersRuling is { } ruling && Rulings.OpenFor(c, ruling, step.Supplements) is null)
            return Refused.Unknown("ruling-not-found", "Deze uitspraak vraagt in deze zaak geen nieuw besluit, of niet in plaats van dit eerdere besluit.");
        if (step.Kind != DecisionKind.NotTreated && (Reassessing.Awaited(c) ?? Reassessing.JudgedElsewhere(c)) is { } awaited)
            return awaited;
        return new DecisionDrafted(c.Decisions.NextId, step.Kind, at.KeepOrNull(step.Part), at.KeepOrNull(step.Considerations), step.Supplements, step.AnswersRuling);
    }
}

public sealed record DecisionDrafted(
    DecisionId DecisionId,
    DecisionKind Kind,
    FreeText? Part,
    FreeText? Considerations,
    DecisionId? Supplements,
    string? AnswersRuling) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.Add(new Decision(DecisionId, Kind, Part, Considerations, DecisionState.Draft, entry.Actor)
        {
            Supplements = Supplements,
            AnswersRuling = AnswersRuling,
        }),
    };
}
