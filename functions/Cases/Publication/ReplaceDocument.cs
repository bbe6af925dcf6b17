using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Says that the public version of a document must be replaced (vervangen), as where more becomes public or something was left in. A person clears
/// the release again, and the version that then holds goes out.
/// </summary>
public sealed record ReplaceDocument(DocumentId DocumentId, [property: MaxLength(4000)] string Reason) : IStep<Case, ReplaceDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "replace-document", nl: "Document vervangen", en: "Replace a document", [Role.Publisher, Role.Coordinator], article: "Woo 3.1", when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, ReplaceDocument step, At at)
    {
        if (c.Documents[step.DocumentId] is not { } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (document.Release.WithdrawnOn is not null)
            return new Refused("document-withdrawn", "Dit document is ingetrokken en komt niet terug.");
        if (c.Publications.FirstOrDefault(there => there.RoundsOf(step.DocumentId) > 0) is not { } publication)
            return new Refused("not-published", "Dit document is nog niet openbaar; er valt niets te vervangen.");
        return publication.Begun is not null || publication.Outstanding(c).Contains(step.DocumentId)
            ? new Refused("release-begun", "Dit document wordt al openbaar gemaakt of vervangen.")
            : new DocumentReplaced(step.DocumentId, publication.Id, at.Keep(step.Reason));
    }
}

public sealed record DocumentReplaced(DocumentId DocumentId, PublicationId PublicationId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with
        {
            Release = document.Release with { Replacements = Publishing.RoundsOf(c, DocumentId) },
        }),
        Publications = c.Publications.With(PublicationId, publication => publication with { ClearedOn = null, ClearedBy = null }),
    };
}
