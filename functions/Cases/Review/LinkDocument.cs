using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Links a document to another, of this case or, where it derives from that, of another case. A duplicate takes the judgement of what it duplicates, unless it is judged itself; what derives from
/// another says so, so that disclosure of the one leads to a new look at the other.
/// </summary>
/// <param name="To">The document that it derives from, duplicates or is attached to.</param>
/// <param name="ToCase">The other case in which <paramref name="To"/> is; left out for this one.</param>
/// <param name="Passage">The passage that derives, where it isn't the document as a whole; only with another case.</param>
/// <param name="ToPassage">The passage there from which it derives.</param>
public sealed record LinkDocument(
    DocumentId DocumentId,
    DocumentId To,
    DocumentLinkKind Kind,
    [property: MaxLength(64)] string? ToCase = null,
    PassageId? Passage = null,
    PassageId? ToPassage = null) : IStep<Case, LinkDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "link-document", nl: "Document koppelen", en: "Link a document", [Role.Reviewer, Role.Handler, Role.Coordinator], when: Pending.WhyNot);

    public static Outcome Decide(Case c, LinkDocument step, At at)
    {
        if (step.ToCase is not null)
            return Across(c, step);
        if (step.Passage is not null || step.ToPassage is not null)
            return Refused.Invalid("passage", "passage-of-this-case", "Binnen een zaak zegt de beoordeling van een passage zelf waarvan zij is afgeleid.");
        if (c.Documents[step.DocumentId] is not { InScope: true } document || c.Documents[step.To] is not { InScope: true })
            return Refused.Unknown("document-not-found", "Deze documenten horen niet allebei bij deze zaak.");
        if (step.DocumentId == step.To)
            return Refused.Invalid("to", "link-to-itself", "Een document kan niet naar zichzelf verwijzen.");
        if (document.Links.Any(link => link.To == step.To && link.Kind == step.Kind))
            return new Refused("already-linked", "Deze documenten zijn al zo gekoppeld.");
        if (step.Kind == DocumentLinkKind.DuplicateOf && document.DuplicateOf is { } original)
            return new Refused("already-linked", $"{document.Id} is al een dubbel van {original}.");
        return step.Kind != DocumentLinkKind.RelatedTo && Leads(c, step.To, step.DocumentId, step.Kind)
            ? new Refused("link-in-circle", "Zo verwijzen documenten in een kring naar elkaar. Koppel aan het oorspronkelijke document.")
            : new DocumentLinked(step.DocumentId, step.To, step.Kind);
    }

    private static Outcome Across(Case c, LinkDocument step)
    {
        if (step.ToCase == c.Id)
            return Refused.Invalid("toCase", "link-here", "Dit document staat in deze zaak: laat de zaak dan weg.");
        if (step.Kind != DocumentLinkKind.DerivedFrom)
            return Refused.Invalid("kind", "link-not-across-cases", "Alleen wat ergens van is afgeleid, verwijst naar een andere zaak. Hetzelfde bestand in twee zaken vindt het systeem zelf.");
        if (c.Documents[step.DocumentId] is not { InScope: true })
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (step.Passage is { } passage && c.Passages[passage]?.DocumentId != step.DocumentId)
            return Refused.Unknown("passage-not-found", "Deze passage hoort niet bij dit document.");
        var source = new JudgedPlace(step.ToCase!, step.To, step.ToPassage);
        return c.Derivations.Exists(known => known.DocumentId == step.DocumentId && known.PassageId == step.Passage && known.Source == source && known.Refused is null)
            ? new Refused("already-linked", "Dit is al zo gekoppeld.")
            : new DerivationLinked(step.DocumentId, step.Passage, source);
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

    /// <summary>It has to do with the other (gerelateerd), and nothing follows from that.</summary>
    RelatedTo,
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

/// <summary>Something here derives from something in another case.</summary>
/// <param name="PassageId">The passage here; null for the document as a whole.</param>
public sealed record DerivationLinked(DocumentId DocumentId, PassageId? PassageId, JudgedPlace Source) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with { Derivations = Derivation.With(c, DocumentId, PassageId, Source) };
}
