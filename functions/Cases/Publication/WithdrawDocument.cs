using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Takes back a document that is public, for good (intrekken). Its reason is told on the page that stays in its place.</summary>
public sealed record WithdrawDocument(DocumentId DocumentId, [property: MaxLength(4000)] string Reason) : IStep<Case, WithdrawDocument>
{
    public static StepRule<Case> Rule { get; } = new(
        "withdraw-document", nl: "Document intrekken", en: "Withdraw a document", [Role.Publisher, Role.Coordinator], article: "Woo 3.1", afterClosing: true,
        when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, WithdrawDocument step, At at) => c.Documents[step.DocumentId] switch
    {
        null => Refused.Unknown("document-not-found", "Dit document hoort niet bij deze zaak."),
        { Release.WithdrawnOn: not null } => new Refused("already-withdrawn", "Dit document is al ingetrokken."),
        _ when !Publishing.WentOut(c, step.DocumentId) => new Refused("not-published", "Dit document is nog niet openbaar: houd de openbaarmaking aan."),
        _ => new DocumentWithdrawn(step.DocumentId, at.Keep(step.Reason)),
    };
}

public sealed record DocumentWithdrawn(DocumentId DocumentId, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Documents = c.Documents.With(DocumentId, document => document with { Release = document.Release with { WithdrawnOn = entry.On, WithdrawnBecause = Reason } }),
    };
}
