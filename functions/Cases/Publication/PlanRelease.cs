using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Plans the release of what a decision discloses: what, when, and whether an objection is expected.</summary>
/// <param name="On">The day of release; together with the announcement, unless an objection is expected.</param>
/// <param name="ObjectionExpected">Whether a third party is expected to object: release then waits two weeks after announcement (Woo 4.4(5), Wob 6(5)).</param>
/// <param name="Documents">Left out: everything that was judged public in whole or in part and isn't planned yet.</param>
public sealed record PlanRelease(
    DecisionId DecisionId,
    DateOnly On,
    bool ObjectionExpected,
    ImmutableArray<DocumentId> Documents = default) : IStep<Case, PlanRelease>
{
    public static StepRule<Case> Rule { get; } = new(
        "plan-release", nl: "Openbaarmaking plannen", en: "Plan the release", [Role.Publisher, Role.Handler, Role.Coordinator], article: "Woo 4.4(5)",
        when: c => c.Intake.Qualification is Qualification.OwnData or Qualification.CompellingReasons or Qualification.Research
            ? new Refused("not-for-publication", "Wat op dit verzoek wordt verstrekt, is alleen voor de verzoeker en wordt niet gepubliceerd.", "Woo 5.5")
            : c.Decisions.Any(d => d.TakenOn is not null) ? null : new Refused("no-decision", "Er is nog geen besluit genomen."));

    public static Outcome Decide(Case c, PlanRelease step, At at)
    {
        if (c.Decisions[step.DecisionId] is not { TakenOn: { } taken } decision)
            return Refused.Unknown("decision-not-found", "Dit besluit hoort niet bij deze zaak of is nog niet genomen.");
        var planned = c.Publications.SelectMany(publication => publication.Documents).ToHashSet();
        var documents = step.Documents.IsDefaultOrEmpty
            ? [.. c.Documents.Where(d => IsDisclosed(c, d) && !planned.Contains(d.Id)).Select(d => d.Id)]
            : step.Documents;
        if (documents.IsEmpty)
            return new Refused("nothing-to-release", "Er is niets openbaar te maken dat niet al gepland is.");
        if (documents.Distinct().Count() != documents.Length)
            return Refused.Invalid("documents", "documents-doubled", "Een document staat meer dan één keer in de lijst.");
        foreach (var id in documents)
        {
            if (c.Documents[id] is not { InScope: true } document)
                return Refused.Unknown("document-not-found", $"{id} hoort niet bij deze zaak.");
            if (!IsDisclosed(c, document))
                return new Refused("document-not-disclosed", $"{id} wordt niet openbaar: het is niet zo beoordeeld.");
            if (planned.Contains(id))
                return new Refused("already-planned", $"De openbaarmaking van {id} is al gepland.");
        }

        var earliest = step.ObjectionExpected ? ReleaseDelay.EarliestRelease(decision.DispatchedOn ?? taken) : decision.DispatchedOn ?? taken;
        if (step.On < earliest)
            return Refused.Invalid("on", "release-too-early", $"Openbaarmaking kan op zijn vroegst op {Dutch.Date(earliest)}.");
        return Treating.TooFar("on", step.On, at) ?? (Outcome)new ReleasePlanned(c.Publications.NextId, step.DecisionId, documents, step.On, step.ObjectionExpected);
    }

    private static bool IsDisclosed(Case c, Document document) => document.InScope && Reviewing.JudgementOf(c, document) is Judgement.Public or Judgement.PartlyPublic;
}

public sealed record ReleasePlanned(PublicationId PublicationId, DecisionId DecisionId, ImmutableArray<DocumentId> Documents, DateOnly On, bool ObjectionExpected)
    : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Publications = c.Publications.Add(new Publication(PublicationId, DecisionId, Documents, On, ObjectionExpected, entry.Actor)),
    };
}
