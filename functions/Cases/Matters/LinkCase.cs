using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Records a request at another body about the same documents, or what that body told of it since. Which body judges a document or passage is said
/// where that is judged (<see cref="AssessDocument.JudgedBy"/>, <see cref="AssessPassage.JudgedBy"/>).
/// </summary>
/// <param name="State">How far it is there.</param>
/// <param name="LinkedCaseId">The one of which something was told since; left out for a new one.</param>
/// <param name="Agency">The body, where the engine knows it.</param>
/// <param name="Body">The name of another body; left out where <paramref name="Agency"/> is given.</param>
/// <param name="Reference">What that body calls it; may be left out where it was told before.</param>
/// <param name="Documents">All documents of this case that lie there too.</param>
/// <param name="SameRequest">Whether it is the request that is treated here, which the requester sent to several bodies; left out to leave what was known.</param>
public sealed record LinkCase(
    LinkedCaseState State,
    LinkedCaseId? LinkedCaseId = null,
    Agency? Agency = null,
    [property: MaxLength(200)] string? Body = null,
    [property: MaxLength(200)] string? Reference = null,
    [property: MaxLength(4000)] string? Note = null,
    ImmutableArray<DocumentId> Documents = default,
    bool? SameRequest = null) : IStep<Case, LinkCase>
{
    /// <summary>Never a default array.</summary>
    [MaxLength(5000)]
    public ImmutableArray<DocumentId> Documents { get; init; } = Documents.IsDefault ? [] : Documents;

    public static StepRule<Case> Rule { get; } = new(
        "link-case", nl: "Zaak bij ander bestuursorgaan vastleggen", en: "Record another body's case", [Role.Coordinator, Role.Handler, Role.Litigator], afterClosing: true);

    public static Outcome Decide(Case c, LinkCase step, At at)
    {
        var known = step.LinkedCaseId is { } id ? c.Connections.Linked[id] : null;
        if (step.LinkedCaseId is not null && known is null)
            return Refused.Unknown("linked-case-not-found", "Deze zaak bij een ander bestuursorgaan is hier niet vastgelegd.");
        if (step.Documents.Any(document => c.Documents[document] is not { InScope: true }))
            return Refused.Unknown("document-not-found", "Niet al deze documenten horen bij deze zaak.");
        if (known is not null && (step.Agency is not null || step.Body is not null))
            return Refused.Invalid("body", "body-known", "Welk bestuursorgaan dit is, staat al vast. Leg een andere zaak vast als een nieuwe.");
        if (known is null && step.Agency is null == string.IsNullOrWhiteSpace(step.Body))
            return Refused.Invalid("body", "body-unclear", "Geef een bekende instantie, of de naam van een ander bestuursorgaan: één van beide.");
        if (step.Agency is { } agency && Agencies.Find(agency) is not { DecidingBody: not null })
            return Refused.Invalid("agency", "agency-does-not-decide", "Deze instantie beslist zelf niet op verzoeken. Noem het bestuursorgaan dat beslist.");
        if (known is null && string.IsNullOrWhiteSpace(step.Reference))
            return Refused.Invalid("reference", "reference-missing", "Geef het kenmerk waaronder het andere bestuursorgaan de zaak kent.");
        return new CaseLinked(
            step.LinkedCaseId ?? c.Connections.Linked.NextId, known is null ? step.Agency : known.Agency, known is null ? at.KeepOrNull(step.Body) : known.Body,
            at.KeepOrNull(step.Reference) ?? known!.Reference, step.State, at.KeepOrNull(step.Note), [.. step.Documents.Distinct()],
            step.SameRequest ?? known?.SameRequest ?? false);
    }
}

public sealed record CaseLinked(
    LinkedCaseId LinkedCaseId,
    Agency? Agency,
    FreeText? Body,
    FreeText Reference,
    LinkedCaseState State,
    FreeText? Note,
    ImmutableArray<DocumentId> Documents,
    bool SameRequest = false) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var linked = new LinkedCase(LinkedCaseId, Agency, Body, Reference, State, entry.On, Note, Documents, entry.Actor) { SameRequest = SameRequest };
        var all = c.Connections.Linked;
        return c with { Connections = c.Connections with { Linked = all[LinkedCaseId] is null ? all.Add(linked) : all.With(LinkedCaseId, _ => linked) } };
    }
}
