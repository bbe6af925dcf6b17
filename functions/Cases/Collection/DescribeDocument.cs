using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Describes a document anew: what is given replaces what was there, what is left out stays.</summary>
/// <param name="Environmental">Whether it holds environmental information, otherwise than the request as a whole.</param>
/// <param name="SpecialRegime">Whether a rule of the annex to the Woo governs it: a refusal then rests on that rule and on no ground of the Woo (Woo 8.8).</param>
/// <param name="FormalDecisionMaking">Whether it served formal decision-making by a minister or another office of Woo 5.2(3).</param>
/// <param name="From">Who it is from (afzender).</param>
/// <param name="To">Whom it is to (ontvanger).</param>
public sealed record DescribeDocument(
    DocumentId DocumentId,
    [property: MaxLength(300)] string? Title = null,
    DocumentKind? Kind = null,
    DateOnly? Date = null,
    Marking? Marking = null,
    Agency? Forum = null,
    Agency? Owner = null,
    bool? Environmental = null,
    bool? SpecialRegime = null,
    bool? FormalDecisionMaking = null,
    [property: MaxLength(300)] string? From = null,
    [property: MaxLength(300)] string? To = null) : IStep<Case, DescribeDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "describe-document", nl: "Document beschrijven", en: "Describe a document", [Role.Handler, Role.Coordinator, Role.Unit, Role.Reviewer],
        when: Collecting.WhyNot);

    public static Outcome Decide(Case c, DescribeDocument step, At at)
    {
        if (c.Documents[step.DocumentId] is not { } document)
            return Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak.");
        if (step is { Title: null, Kind: null, Date: null, Marking: null, Forum: null, Owner: null, Environmental: null, SpecialRegime: null, FormalDecisionMaking: null, From: null, To: null })
            return Refused.Invalid("title", "nothing-to-change", "Geef ten minste één gegeven op dat verandert.");
        if (document.Content is not null && step.Marking > at.Facts.MarkingCeiling)
        {
            return Refused.Invalid("marking", "marking-above-ceiling",
                "De inhoud van dit document staat al in deze omgeving en die mag dat bij deze rubricering niet bewaren. Waarschuw de beveiligingsambtenaar, en verwijder de inhoud (remove-content): de gegevens blijven.");
        }

        return new DocumentDescribed(step.DocumentId, at.KeepOrNull(step.Title), step.Kind, step.Date, step.Marking, step.Forum, step.Owner, step.Environmental, step.SpecialRegime, step.FormalDecisionMaking,
            at.KeepOrNull(step.From), at.KeepOrNull(step.To));
    }
}

public sealed record DocumentDescribed(
    DocumentId DocumentId,
    FreeText? Title,
    DocumentKind? Kind,
    DateOnly? Date,
    Marking? Marking,
    Agency? Forum,
    Agency? Owner,
    bool? Environmental = null,
    bool? SpecialRegime = null,
    bool? FormalDecisionMaking = null,
    FreeText? From = null,
    FreeText? To = null) : CaseEvent
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
            Environmental = Environmental ?? document.Environmental,
            SpecialRegime = SpecialRegime ?? document.SpecialRegime,
            FormalDecisionMaking = FormalDecisionMaking ?? document.FormalDecisionMaking,
            From = From ?? document.From,
            To = To ?? document.To,
        }),
    };
}
