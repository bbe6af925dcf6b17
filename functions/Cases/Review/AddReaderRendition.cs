namespace WobWorkflow.Cases;

/// <summary>
/// Adds the rendition of a document for one reader that a person made. It was stored and inspected before; what was inspected must still be what the reader may see.
/// Taken by <c>PUT …/documents/{documentId}/renditions/{reader}</c>.
/// </summary>
/// <param name="Reader">The id of the view or the consultation.</param>
public sealed record AddReaderRendition(DocumentId DocumentId, string Reader) : IStep<Case, AddReaderRendition>
{
    public static StepRule<Case> Rule { get; } = new(
        "add-reader-rendition", nl: "Weergave voor één lezer toevoegen", en: "Add a rendition for one reader", [Role.Reviewer, Role.Handler],
        when: c => (!c.Attributions.IsEmpty || !c.HiddenFrom.IsEmpty) && Cases.Reader.All(c).Any(reader => reader.IsAwaited && reader.Documents.Any(id => c.Documents[id] is { } document && ReaderRenditions.Needs(c, reader, document)))
            ? null
            : new Refused("nothing-to-hide", "Er is niemand voor wie in een document iets verborgen moet worden."));

    /// <summary>The file, stored before the step is taken. Never part of what a client sends.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public StoredContent? Content { get; init; }

    /// <summary>What it was inspected against. Never part of what a client sends.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? Basis { get; init; }

    public static Outcome Decide(Case c, AddReaderRendition step, At at)
    {
        if (Cases.Reader.Of(c, step.Reader) is not { } reader)
            return Refused.Unknown("reader-not-found", "Deze zienswijze of afstemming hoort niet bij deze zaak.");
        if (c.Documents[step.DocumentId] is not { InScope: true } document || !reader.Documents.Contains(document.Id))
            return Refused.Unknown("document-not-found", "Dit document wordt hierbij niet voorgelegd.");
        if (!reader.IsAwaited)
            return new Refused("reader-not-awaited", "Hierop is al geantwoord, of het is beëindigd: er wordt niets meer voorgelegd.");
        if (ReaderRenditions.Unclear(c, reader, document) is { } unclear)
            return new Refused(unclear, "Leg eerst voor elke partij vast welke passages van dit document haar aangaan (attribute-passages).");
        if (!ReaderRenditions.Needs(c, reader, document))
            return new Refused("nothing-to-hide", "In dit document wordt voor deze lezer niets verborgen wat anderen wel zien.");
        if (step.Content is not { } content || step.Basis is not { } basis)
            return Refused.Invalid("file", "file-missing", "Stuur het bestand mee.");
        if (basis != ReaderRenditions.BasisOf(c, reader, document))
            return new Refused("assessed-meanwhile", "Wat deze lezer mag zien, is intussen veranderd. Bekijk of de weergave nog klopt en stuur haar dan opnieuw.");
        return ReaderRenditions.CurrentOf(c, reader, document)?.Content.Sha256 == content.Sha256
            ? new Refused("redaction-already-here", "Precies deze weergave is er al.")
            : new ReaderRenditionAdded(step.DocumentId, reader.About, content, basis);
    }
}

/// <summary>A person added the rendition of a document for one reader, and it held under inspection.</summary>
/// <param name="About">The id of the view or the consultation.</param>
public sealed record ReaderRenditionAdded(DocumentId DocumentId, string About, StoredContent Content, string Basis) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        ForReaders = ReaderRenditions.With(c, DocumentId, About, made => made with { Rendition = new Redaction(Content, Basis, entry.On, entry.Actor) }),
    };
}
