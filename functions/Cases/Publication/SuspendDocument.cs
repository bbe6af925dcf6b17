using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Keeps a document from the public for now (opschorten), before or after it went out. Clearing the release lifts it.</summary>
public sealed record SuspendDocument(DocumentId DocumentId, [property: MaxLength(4000)] string Reason) : IStep<Case, SuspendDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "suspend-document", nl: "Document opschorten", en: "Suspend a document", [Role.Publisher, Role.Coordinator], article: "Woo 4.4(5)",
        afterClosing: true, when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, SuspendDocument step, At at) => c.Documents[step.DocumentId] switch
    {
        null => Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak."),
        { Release.WithdrawnOn: not null } => new Refused("document-withdrawn", "Dit document is al ingetrokken."),
        { Release.SuspendedOn: not null } => new Refused("already-suspended", "Dit document is al opgeschort."),
        _ when !c.Publications.Any(publication => publication.Documents.Contains(step.DocumentId)) =>
            new Refused("not-planned", "De openbaarmaking van dit document is niet gepland."),
        _ => new DocumentSuspended(step.DocumentId, at.Keep(step.Reason)),
    };
}

public sealed record DocumentSuspended(DocumentId DocumentId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with { Release = document.Release with { SuspendedOn = entry.On } }),
    };
}
