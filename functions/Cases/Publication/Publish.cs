namespace WobWorkflow.Cases;

/// <summary>
/// Orders the release: a person's intention. The engine performs it on the planned day, decided again on the state of that moment: what is held,
/// stayed or marked then stays in.
/// </summary>
public sealed record Publish(PublicationId PublicationId) : IStep<Case, Publish>
{
    public static StepRule<Case> Rule { get; } = new(
        "publish", nl: "Openbaar maken", en: "Publish", [Role.Publisher], article: "Woo 4.4(5)", when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, Publish step, At at)
    {
        if (c.Publications[step.PublicationId] is not { } publication)
            return Publishing.NotFound;
        if (publication.OrderedOn is not null || publication.Location is not null)
            return new Refused("already-ordered", "De opdracht tot openbaarmaking is al gegeven.");
        if (publication.ClearedOn is null)
            return new Refused("not-cleared", "Deze openbaarmaking is nog niet vrijgegeven.");
        return Publishing.InTheWay(c, publication, at.On) ?? (Outcome)new PublicationOrdered(step.PublicationId);
    }
}

public sealed record PublicationOrdered(PublicationId PublicationId) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Publications = c.Publications.With(PublicationId, publication => publication with { OrderedOn = entry.On }),
    };
}
