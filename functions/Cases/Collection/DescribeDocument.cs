using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Describes a document anew: what is given replaces what was there, what is left out stays.</summary>
public sealed record DescribeDocument(
    DocumentId DocumentId,
    [property: MaxLength(300)] string? Title = null,
    DocumentKind? Kind = null,
    DateOnly? Date = null,
    Marking? Marking = null,
    Agency? Forum = null,
    Agency? Owner = null) : IStep<Case, DescribeDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "describe-document", nl: "Document beschrijven", en: "Describe a document", [Role.Handler, Role.Coordinator, Role.Unit, Role.Reviewer],
        when: Collecting.WhyNot);

    public static Outcome Decide(Case c, DescribeDocument step, At at)
    {
        if (c.Documents[step.DocumentId] is not { } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (step is { Title: null, Kind: null, Date: null, Marking: null, Forum: null, Owner: null })
            return Refused.Invalid("title", "nothing-to-change", "Geef ten minste één gegeven op dat verandert.");
        if (document.Content is not null && step.Marking > at.Facts.MarkingCeiling)
        {
            return Refused.Invalid("marking", "marking-above-ceiling",
                "De inhoud van dit document staat al in deze omgeving en die mag dat bij deze rubricering niet bewaren. Waarschuw de beveiligingsambtenaar.");
        }

        return new DocumentDescribed(step.DocumentId, at.KeepOrNull(step.Title), step.Kind, step.Date, step.Marking, step.Forum, step.Owner);
    }
}

public sealed record DocumentDescribed(
    DocumentId DocumentId,
    FreeText? Title,
    DocumentKind? Kind,
    DateOnly? Date,
    Marking? Marking,
    Agency? Forum,
    Agency? Owner) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with
        {
            Title = Title ?? document.Title,
            Kind = Kind ?? document.Kind,
            Date = Date ?? document.Date,
            Marking = Marking ?? document.Marking,
            Forum = Forum ?? document.Forum,
            Owner = Owner ?? document.Owner,
        }),
    };
}
