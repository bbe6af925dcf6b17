using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records that the owner of a marking lifted or lowered it (derubricering), which must come before release. A marking is lifted by who set it: the
/// document's owner, or the body itself where it has none.
/// </summary>
/// <param name="To">What is left of the marking.</param>
/// <param name="By">The agency that set it; left out for the body itself.</param>
public sealed record RecordDeclassification(
    DocumentId DocumentId,
    Marking To = Marking.None,
    Agency? By = null,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, RecordDeclassification>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-declassification", nl: "Derubricering vastleggen", en: "Record a declassification", [Role.Handler, Role.Coordinator, Role.Liaison],
        article: "VIRBI 2025",
        when: c => c.Documents.Any(d => d.InScope && d.Marking != Marking.None) ? null : new Refused("nothing-marked", "Er is geen gerubriceerd document."));

    public static Outcome Decide(Case c, RecordDeclassification step, At at)
    {
        if (c.Documents[step.DocumentId] is not { InScope: true } document || !MaySee(at.Actor, document))
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (document.Owner != step.By)
        {
            return Refused.Invalid("by", "not-the-owner", document.Owner is { } owner
                ? $"Alleen {owner}, die de rubricering vaststelde, kan haar opheffen of verlagen. Vraag dat in een afstemming."
                : "Dit document heeft geen andere eigenaar: laat dit veld weg, of beschrijf het document eerst opnieuw.");
        }

        return step.To >= document.Marking
            ? Refused.Invalid("to", "marking-not-lower", "De rubricering wordt hiermee niet lager.")
            : new DocumentDeclassified(step.DocumentId, document.Marking, step.To, step.By, at.KeepOrNull(step.Note));
    }

    private static bool MaySee(Actor actor, Document document) =>
        actor.Is(Role.Handler) || actor.Is(Role.Coordinator) || (actor.Agency is not null && actor.Agency == document.Owner);
}

public sealed record DocumentDeclassified(DocumentId DocumentId, Marking From, Marking To, Agency? By, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with { Marking = To, LiftedMarkings = document.LiftedMarkings.Add(From) }),
    };
}
