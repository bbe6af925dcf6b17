namespace WobWorkflow.Cases;

/// <summary>
/// Adds a redacted rendition (gelakte versie) that a person made, or a clean version of a document that is public as a whole. It was stored and inspected before; what was inspected must still be what is judged. Taken by
/// <c>PUT …/documents/{documentId}/redacted</c>.
/// </summary>
public sealed record AddRedaction(DocumentId DocumentId) : IStep<Case, AddRedaction>
{
    public static StepRule<Case> Rule { get; } = new(
        "add-redaction", nl: "Gelakte versie toevoegen", en: "Add a redacted rendition", [Role.Reviewer, Role.Handler, Role.Publisher], article: "Woo 5.1",
        when: c => c.Documents.Any(document => Redactions.MayHaveRendition(c, document)) ? null : new Refused("nothing-to-redact", "Er is geen document dat openbaar wordt en waarvan het bestand hier staat."));

    /// <summary>The file, stored before the step is taken. Never part of what a client sends.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public StoredContent? Content { get; init; }

    /// <summary>What it was inspected against. Never part of what a client sends.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Basis { get; init; }

    public static Outcome Decide(Case c, AddRedaction step, At at)
    {
        if (c.Documents[step.DocumentId] is not { InScope: true } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (document.Content is null)
            return new Refused("document-is-stub", "De inhoud van dit document staat elders; ook de gelakte versie hoort daar.");
        if (!Redactions.MayHaveRendition(c, document))
            return new Refused("nothing-to-redact", "Dit document wordt niet openbaar, of het is nog niet beoordeeld.");
        if (step.Content is not { } content || step.Basis is not { } basis)
            return Refused.Invalid("file", "file-missing", "Stuur het bestand mee.");
        if (basis != Redactions.BasisOf(c, document))
            return new Refused("assessed-meanwhile", "Dit document is intussen anders beoordeeld. Bekijk of de gelakte versie nog klopt en stuur haar dan opnieuw.");
        return Redactions.CurrentOf(c, document)?.Content.Sha256 == content.Sha256
            ? new Refused("redaction-already-here", "Precies deze gelakte versie is er al.")
            : new RedactionAdded(step.DocumentId, content, basis);
    }
}

/// <summary>A person added a redacted rendition, and it held under inspection.</summary>
public sealed record RedactionAdded(DocumentId DocumentId, StoredContent Content, string Basis) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Redacted = Redactions.With(c, DocumentId, redacted => redacted with { Rendition = new Redaction(Content, Basis, entry.On, entry.Actor) }),
    };
}
