using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Adds a document: a file that has already been stored, or a stub whose content stays elsewhere. Taken by <c>POST …/documents</c>.
/// </summary>
/// <param name="Forum">The council or committee it was written for; null where there was none.</param>
/// <param name="Owner">The agency whose information it holds, and who set the marking; null where that's the deciding body itself.</param>
public sealed record AddDocument(
    [property: MaxLength(300)] string Title,
    DocumentKind Kind = DocumentKind.Other,
    DateOnly? Date = null,
    Marking Marking = Marking.None,
    Agency? Forum = null,
    Agency? Owner = null) : IStep<Case, AddDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "add-document", nl: "Document toevoegen", en: "Add a document", [Role.Handler, Role.Coordinator, Role.Unit], article: "Woo 4.1",
        when: Collecting.WhyNot);

    /// <summary>The file, stored before the step is taken; null for a stub. Never part of what a client sends.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public StoredContent? Content { get; init; }

    /// <summary>What it seems to say of itself; read from the file, and never part of what a client sends.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public ReadDescription? Read { get; init; }

    public static Outcome Decide(Case c, AddDocument step, At at)
    {
        if (step.Content is not null && step.Marking > at.Facts.MarkingCeiling)
        {
            return Refused.Invalid("marking", "marking-above-ceiling",
                "Deze omgeving mag de inhoud van een document met deze rubricering niet bewaren. Voeg het toe zonder bestand: alleen de gegevens worden dan vastgelegd.");
        }

        if (step.Content is { } content && c.Documents.FirstOrDefault(d => d.InScope && d.Content?.Sha256 == content.Sha256) is { } same)
            return new Refused("document-already-here", $"Precies dit bestand zit al in de zaak, als {same.Id}.");
        return new DocumentAdded(c.Documents.NextId, at.Keep(step.Title), step.Kind, step.Date, step.Marking, step.Forum, step.Owner, step.Content, step.Read?.Keep(at));
    }
}

public sealed record DocumentAdded(
    DocumentId DocumentId,
    FreeText Title,
    DocumentKind Kind,
    DateOnly? Date,
    Marking Marking,
    Agency? Forum,
    Agency? Owner,
    StoredContent? Content,
    ProposedDescription? Proposed = null) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.Add(new Document(DocumentId, Title, Kind, Date, Marking, Forum, Owner, Content, entry.Actor) { Proposed = Proposed }),
    };
}

/// <summary>What a file seems to say of itself, before it is known whether it is kept.</summary>
public sealed record ReadDescription(DateOnly? Date, string? From, string? To, string? Title)
{
    internal ProposedDescription? Keep(At at) =>
        this is { Date: null, From: null, To: null, Title: null } ? null : new(Date, at.KeepOrNull(From), at.KeepOrNull(To), at.KeepOrNull(Title));
}

/// <summary>When documents may come and go.</summary>
internal static class Collecting
{
    public static Refused? WhyNot(Case c) => Pending.WhyNot(c) ?? (c.Milestones.CollectionClosedOn is not null
        ? new Refused("collection-closed", "De inventarisatie is afgesloten: heropen haar eerst.")
        : null);
}
