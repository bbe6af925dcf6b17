using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Takes a document out of the case because the request doesn't cover it. It stays stored, and its number is not used again.</summary>
public sealed record DropDocument(DocumentId DocumentId, [property: MaxLength(4000)] string Reason) : IStep<Case, DropDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "drop-document", nl: "Document laten vervallen", en: "Drop a document", [Role.Handler, Role.Coordinator], when: c => Collecting.WhyNot(c) ?? LegalHold.WhyNot(c));

    public static Outcome Decide(Case c, DropDocument step, At at) => c.Documents[step.DocumentId] switch
    {
        null => Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak."),
        { InScope: false } => new Refused("already-dropped", "Dit document was al vervallen."),
        _ => new DocumentDropped(step.DocumentId, at.Keep(step.Reason)),
    };
}

public sealed record DocumentDropped(DocumentId DocumentId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with { DroppedOn = entry.On }),
    };
}
