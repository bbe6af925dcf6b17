using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// A release begins: from here on a hold is refused. It is decided again on the current state, and appended before a byte becomes public.
/// </summary>
/// <param name="Round">Counts from 1 within the publication.</param>
public sealed record PublishBegun(PublicationId PublicationId, int Round, ImmutableArray<DocumentId> Documents, string DutyKey) : CaseEvent
{
    /// <summary>The beginning, on the state of now; nothing where it has begun already or nothing may go out any more.</summary>
    public static Outcome Decide(Case c, ReleasePublication duty, DateOnly today)
    {
        if (c.Publications[duty.PublicationId] is not { Begun: null } publication || publication.Rounds.Count + 1 != duty.Round)
            return Outcome.Of();
        var documents = Publishing.Releasable(c, publication, today);
        return documents.IsEmpty ? Outcome.Of() : new PublishBegun(duty.PublicationId, duty.Round, documents, duty.Key);
    }

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Publications = c.Publications.With(PublicationId, publication => publication with
        {
            Rounds = publication.Rounds.Add(new ReleaseRound(Round, Documents, entry.On)),
        }),
    };
}

/// <summary>The documents of a release can be read by the public.</summary>
public sealed record Published(PublicationId PublicationId, int Round, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    /// <summary>The end, on the state of now; nothing where it was recorded already.</summary>
    public static Outcome Decide(Case c, ReleasePublication duty) =>
        c.Publications[duty.PublicationId]?.Begun is { } begun && begun.Number == duty.Round ? new Published(duty.PublicationId, duty.Round, duty.Key) : Outcome.Of();

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Publications = c.Publications.With(PublicationId, publication => publication with
        {
            Rounds = publication.Rounds.ConvertAll(round => round.Number == Round ? round with { DoneOn = entry.On } : round),
        }),
    };
}
