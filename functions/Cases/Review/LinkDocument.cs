namespace WobWorkflow.Cases;

/// <summary>
/// Links a document to another of the case. A duplicate takes the judgement of what it duplicates, unless it is judged itself; what derives from
/// another says so, so that disclosure of the one leads to a new look at the other.
/// </summary>
/// <param name="To">The document that it derives from, duplicates or is attached to.</param>
public sealed record LinkDocument(DocumentId DocumentId, DocumentId To, DocumentLinkKind Kind) : IStep<Case, LinkDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "link-document", nl: "Document koppelen", en: "Link a document", [Role.Reviewer, Role.Handler, Role.Coordinator], when: Pending.WhyNot);

    public static Outcome Decide(Case c, LinkDocument step, At at)
    {
        if (c.Documents[step.DocumentId] is not { InScope: true } document || c.Documents[step.To] is not { InScope: true })
            return Refused.Unknown("document-not-found", "Deze documenten horen niet allebei bij deze zaak.");
        if (step.DocumentId == step.To)
            return Refused.Invalid("to", "link-to-itself", "Een document kan niet naar zichzelf verwijzen.");
        if (document.Links.Any(link => link.To == step.To && link.Kind == step.Kind))
            return new Refused("already-linked", "Deze documenten zijn al zo gekoppeld.");
        if (step.Kind == DocumentLinkKind.DuplicateOf && document.DuplicateOf is { } original)
            return new Refused("already-linked", $"{document.Id} is al een dubbel van {original}.");
        return Leads(c, step.To, step.DocumentId, step.Kind)
            ? new Refused("link-in-circle", "Zo verwijzen documenten in een kring naar elkaar. Koppel aan het oorspronkelijke document.")
            : new DocumentLinked(step.DocumentId, step.To, step.Kind);
    }

    /// <summary>Whether links of the kind lead from one document to another.</summary>
    private static bool Leads(Case c, DocumentId from, DocumentId to, DocumentLinkKind kind) =>
        from == to || c.Documents[from]!.Links.Any(link => link.Kind == kind && Leads(c, link.To, to, kind));
}

/// <summary>How documents hang together.</summary>
public enum DocumentLinkKind
{
    /// <summary>It paraphrases or quotes the other.</summary>
    DerivedFrom,

    /// <summary>It is the same (dubbel), judged with the other.</summary>
    DuplicateOf,

    /// <summary>It is an attachment of the other (bijlage).</summary>
    AttachmentOf,
}

/// <summary>A link to another document of the case.</summary>
public sealed record DocumentLink(DocumentId To, DocumentLinkKind Kind);

public sealed record DocumentLinked(DocumentId DocumentId, DocumentId To, DocumentLinkKind Kind) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with { Links = document.Links.Add(new DocumentLink(To, Kind)) }),
    };
}
