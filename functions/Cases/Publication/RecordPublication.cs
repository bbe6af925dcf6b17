using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Records that a person placed the documents elsewhere, with the address. Nothing is released by the engine then.</summary>
public sealed record RecordPublication(PublicationId PublicationId, [property: MaxLength(2000), Url] string Location) : IStep<Case, RecordPublication>
{
    public static StepRule<Case> Rule { get; } = new(
        "record-publication", nl: "Plaatsing vastleggen", en: "Record a publication elsewhere", [Role.Publisher], article: "Woo 3.1", when: Publishing.NonePlanned);

    public static Outcome Decide(Case c, RecordPublication step, At at)
    {
        if (c.Publications[step.PublicationId] is not { } publication)
            return Publishing.NotFound;
        if (publication.Location is not null || publication.Rounds.Exists(round => round.StoppedOn is null))
            return new Refused("already-published", "Deze documenten zijn al openbaar.");
        if (publication.ClearedOn is null)
            return new Refused("not-cleared", "Deze openbaarmaking is nog niet vrijgegeven.");
        if (!publication.Held.IsEmpty)
            return new Refused("publication-held", "Een deel wordt aangehouden: geef eerst alles vrij.");
        return Publishing.InTheWay(c, publication, at.On) ?? (Outcome)new PublicationRecorded(step.PublicationId, step.Location);
    }
}

public sealed record PublicationRecorded(PublicationId PublicationId, string Location) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Publications = c.Publications.With(PublicationId, publication => publication with
        {
            Location = Location,
            Rounds = publication.Rounds.Add(new ReleaseRound(publication.Rounds.Count + 1, publication.Documents, entry.On, entry.On)),
        }),
    };
}
