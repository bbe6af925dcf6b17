using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Puts a draft up for approval. From here on documents and assessments stand still, so that what is approved is what is taken.</summary>
/// <param name="Answers">Answers to the checks, where some ask for one; they can also be given by <see cref="AnswerChecks"/>, before the approval.</param>
public sealed record SubmitDecision(DecisionId DecisionId, ImmutableArray<CheckAnswerPayload> Answers = default) : IStep<Case, SubmitDecision>
{
    /// <summary>Never a default array.</summary>
    [MaxLength(20)]
    public ImmutableArray<CheckAnswerPayload> Answers { get; init; } = Answers.IsDefault ? [] : Answers;

    public static StepRule<Case> Rule { get; } = new(
        "submit-decision", nl: "Ter accordering voorleggen", en: "Submit for approval", [Role.Handler, Role.Coordinator, Role.ObjectionHandler],
        when: c => c.Decisions.Any(d => d.State == DecisionState.Draft) ? null : new Refused("no-draft", "Er is geen conceptbesluit."));

    public static Outcome Decide(Case c, SubmitDecision step, At at)
    {
        if (c.Decisions[step.DecisionId] is not { } decision)
            return Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak.");
        if (decision.State != DecisionState.Draft)
            return new Refused("not-a-draft", "Dit besluit is geen concept meer.");
        if (InventoryImports.WhyNot(c) is { } importing)
            return importing;
        if (decision.Kind != DecisionKind.NotTreated)
        {
            if (Reassessing.Awaited(c) is { } reassess)
                return reassess;
            if (Reviewing.Unassessed(c) is [var first, ..] left && !(decision.Kind == DecisionKind.Partial && DecisionParts.DecidesSomething(c, decision)))
                return new Refused("documents-unassessed", $"Nog niet beoordeeld: {left.Length} documenten, te beginnen met {first.Id}.", "Woo 5.1");
            if (c.Searches.IsEmpty)
                return new Refused("no-search-recorded", "Leg eerst vast hoe er is gezocht, ook als dat niets opleverde.", "Woo 4.1");
        }

        // A decision on a part of the request waits for nothing that is about the rest.
        if (c.Consultations.FirstOrDefault(open => open.IsOpen && DecisionParts.IsAbout(c, decision, open.Documents)) is { } consultation)
            return new Refused("consultation-open", $"{consultation.Id} staat nog open: leg het advies vast of beëindig de afstemming.");
        if (decision is { Kind: DecisionKind.OnObjection, Supplements: { } contested } && c.Remedies.FirstOrDefault(remedy =>
            remedy is { Kind: RemedyKind.Objection, Runs: true, Hearing: null or { Held: null } } && remedy.DecisionId == contested) is { } unheard)
            return new Refused("not-heard", $"Over {unheard.Id} is nog niet gehoord: leg het horen vast, of waarom daarvan is afgezien.", "Awb 7:2");
        if (ThirdPartyViews.Awaited(c, at.On, view => DecisionParts.IsAbout(c, decision, view.Documents)) is { } awaited)
            return awaited;
        if (InstructionsOfRuling.Unanswered(c, decision) is { } unanswered)
            return unanswered;
        if (!step.Answers.IsEmpty && AnswerChecks.Refuse(c, decision, step.Answers, at) is { } answers)
            return answers;
        return GroundsOfDecision.Check(c, at.On) ?? DecisionBasis.WhyNot(c, decision, at.On) ?? Submitted(step, decision, at);
    }

    private static Outcome Submitted(SubmitDecision step, Decision decision, At at)
    {
        var submitted = at.Facts.RouteFor(decision.Kind) is { IsEmpty: false } route
            ? new DecisionSubmitted(step.DecisionId, route, at.Facts.Version)
            : new DecisionSubmitted(step.DecisionId);
        return step.Answers.IsEmpty ? submitted : Outcome.Of(AnswerChecks.Answered(step.DecisionId, step.Answers, at), submitted);
    }
}

/// <param name="Route">The levels along which it is approved; null for the one that the engine comes with.</param>
/// <param name="Settings">The version of the settings that gave the route; null where they gave none.</param>
public sealed record DecisionSubmitted(DecisionId DecisionId, ImmutableArray<ApprovalLevel>? Route = null, long? Settings = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Decisions = c.Decisions.With(DecisionId, decision => decision with { State = DecisionState.Approval, Approvals = [], Route = Route ?? [ApprovalLevel.Default] }),
    };
}

/// <summary>A decision rests on the grounds of one act: that of its own date.</summary>
internal static class GroundsOfDecision
{
    public static Refused? Check(Case c, DateOnly on)
    {
        var regime = Regimes.Of(on);
        var stray = c.Documents.Where(d => d.InScope).SelectMany(d => Reviewing.GroundsOf(c, d).Select(g => (d.Id, Ground: g)))
            .FirstOrDefault(used => Grounds.Find(used.Ground).Regime != regime);
        const string What = "Beoordeel het opnieuw, of bevestig de omzetting die wordt voorgesteld (translate-grounds).";
        return stray.Ground is null
            ? null
            : new Refused("ground-of-other-act", $"{stray.Id} is beoordeeld op grond {stray.Ground}; een besluit van deze datum valt onder de {regime}. {What}", "Woo 10.1")
            {
                Proposed = GroundTranslation.In(c, on),
            };
    }
}
