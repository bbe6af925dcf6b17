using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// A person declares that the release was checked: no interim relief is known, nothing else stands in the way (Woo 4.4(5)). No computation sees a
/// request for interim relief arrive. It also lifts every hold, and the suspension of documents.
/// </summary>
/// <param name="NoInterimReliefKnown">Must be true: asked, so that nobody clears without having checked.</param>
/// <param name="Note">Where was asked, and of whom.</param>
public sealed record ClearPublication(
    PublicationId PublicationId,
    bool NoInterimReliefKnown,
    [property: MaxLength(4000)] string? Note = null) : IStep<Case, ClearPublication>
{
    public static StepRule<Case> Rule { get; } = new(
        "clear-publication", nl: "Openbaarmaking vrijgeven", en: "Clear the release", [Role.Publisher, Role.Coordinator], article: "Woo 4.4(5)",
        when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, ClearPublication step, At at)
    {
        if (c.Publications[step.PublicationId] is not { } publication)
            return Publishing.NotFound;
        if (!step.NoInterimReliefKnown)
        {
            return Refused.Invalid("noInterimReliefKnown", "interim-relief-known",
                "Vrijgeven kan alleen als is nagegaan dat geen voorlopige voorziening is gevraagd. Is dat wel zo, leg die dan vast.");
        }

        if (publication.Begun is not null)
            return new Refused("release-begun", "De openbaarmaking is al bezig.");
        var suspended = publication.Documents.Any(id => c.Documents[id]!.Release.SuspendedOn is not null);
        if (publication.ClearedOn is not null && publication.Held.IsEmpty && !suspended)
            return new Refused("already-cleared", "Deze openbaarmaking is al vrijgegeven.");
        return Publishing.InTheWay(c, publication, at.On) ?? (Outcome)new PublicationCleared(step.PublicationId, at.KeepOrNull(step.Note));
    }
}

public sealed record PublicationCleared(PublicationId PublicationId, FreeText? Note) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry)
    {
        var publication = c.Publications[PublicationId]!;
        return c with
        {
            Publications = c.Publications.With(PublicationId, x => x with { ClearedOn = entry.On, ClearedBy = entry.Actor, Held = [] }),
            Documents = publication.Documents.Aggregate(
                c.Documents, (all, id) => all.With(id, document => document with { Release = document.Release with { SuspendedOn = null } })),
        };
    }
}
