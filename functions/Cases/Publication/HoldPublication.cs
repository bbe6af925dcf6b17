using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>
/// Keeps documents in (aanhouden) until a person clears the release again. Once a release has begun it can't be held any more: what is out is
/// withdrawn.
/// </summary>
/// <param name="Documents">Left out: all that is still to go out.</param>
public sealed record HoldPublication(
    PublicationId PublicationId,
    [property: MaxLength(4000)] string Reason,
    ImmutableArray<DocumentId> Documents = default) : IStep<Case, HoldPublication>
{
    public static StepRule<Case> Rule { get; } = new(
        "hold-publication", nl: "Openbaarmaking aanhouden", en: "Hold the release", [Role.Publisher, Role.Handler, Role.Coordinator, Role.Litigator],
        article: "Woo 4.4(5)", when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, HoldPublication step, At at)
    {
        if (c.Publications[step.PublicationId] is not { } publication)
            return Publishing.NotFound;
        var outstanding = publication.Outstanding(c);
        var documents = step.Documents.IsDefaultOrEmpty ? outstanding : step.Documents;
        if (documents.FirstOrDefault(id => !publication.Documents.Contains(id)) is { Number: > 0 } stray)
            return Refused.Unknown("document-not-found", $"{stray} hoort niet bij deze openbaarmaking.");
        if (documents.IsEmpty && !publication.Held.IsEmpty)
            return new Refused("already-held", "Wat nog openbaar moest worden, wordt al aangehouden.");
        if (publication.Location is not null || publication.Rounds.Exists(round => documents.Intersect(round.Documents).Except(outstanding).Any()) || outstanding.IsEmpty)
            return new Refused("publish-begun", "Deze documenten zijn al openbaar of worden dat op dit moment: trek ze in met de stap Document intrekken.");
        return documents.All(publication.Held.Contains)
            ? new Refused("already-held", "Deze documenten worden al aangehouden.")
            : new PublicationHeld(step.PublicationId, documents, at.Keep(step.Reason));
    }
}

public sealed record PublicationHeld(PublicationId PublicationId, ImmutableArray<DocumentId> Documents, FreeText Reason) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Publications = c.Publications.With(PublicationId, publication => publication with { Held = publication.Held.Union(Documents) }),
    };
}
