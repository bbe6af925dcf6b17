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
        // Also of one that was taken down meanwhile: its copy may have been written before, and is then found and removed.
        Documents = c.Publications[PublicationId]!.Rounds.Find(round => round.Number == Round)!.Documents.Aggregate(
            c.Documents, (all, id) => all.With(id, document => document with { Release = document.Release with { CopySince = entry.On } })),
    };
}

/// <summary>
/// Interim relief came between the beginning of a release and its first byte: the documents stay in. A person clears the release again afterwards.
/// </summary>
public sealed record PublishStopped(PublicationId PublicationId, int Round, string DutyKey) : CaseEvent, IDischarge
{
    /// <summary>The stop, on the state of now; nothing where the release was done or stopped already, or nothing stays it any more.</summary>
    public static Outcome Decide(Case c, ReleasePublication duty) =>
        c.Publications[duty.PublicationId] is { Begun: { } begun } publication && begun.Number == duty.Round && Publishing.IsStayed(c, publication.DecisionId)
            ? new PublishStopped(duty.PublicationId, duty.Round, duty.Key)
            : Outcome.Of();

    public override Case ApplyTo(Case c, Entry entry)
    {
        var next = c with
        {
            Publications = c.Publications.With(PublicationId, publication => publication with
            {
                Rounds = publication.Rounds.ConvertAll(round => round.Number == Round ? round with { StoppedOn = entry.On } : round),
            }),
        };
        // Of a document that was to be replaced the earlier copy went too.
        return c.Publications[PublicationId]!.Rounds.Find(round => round.Number == Round)!.Documents.Aggregate(next, PublicCopyRemoved.Without);
    }
}

/// <summary>The copy of a document that was taken down lies no more where the public reads; a notice does.</summary>
public sealed record PublicCopyRemoved(DocumentId DocumentId, string DutyKey) : CaseEvent, IDischarge
{
    public override bool MerelyRecordsDuty => true;

    /// <summary>The removal, on the state of now; nothing where it was recorded already.</summary>
    public static Outcome Decide(Case c, RemovePublicCopy duty) =>
        Publishing.ToRemove(c).Any(document => document.Id == duty.DocumentId) ? new PublicCopyRemoved(duty.DocumentId, duty.Key) : Outcome.Of();

    public override Case ApplyTo(Case c, Entry entry) => Without(c, DocumentId);

    /// <summary>The case once nothing of a document is public: to be public again it must go out again.</summary>
    internal static Case Without(Case c, DocumentId id) => c with
    {
        Documents = c.Documents.With(id, document => document with
        {
            Release = document.Release with { CopySince = null, Replacements = Publishing.RoundsOf(c, id) },
        }),
    };
}

/// <summary>The documents of a release are ready for the requester, in one file.</summary>
public sealed record RequesterCopyFiled(
    PublicationId PublicationId, int Round, ArtifactId ArtifactId, string Sha256, string MediaType, string Extension, long Size, string DutyKey) : CaseEvent, IDischarge
{
    /// <summary>The kind of the file.</summary>
    public const string Kind = "requester-copy";

    public override bool MerelyRecordsDuty => true;

    public override Case ApplyTo(Case c, Entry entry) => c with
    {
        Artifacts = c.Artifacts.Add(new Artifact(ArtifactId, Kind, Sha256, MediaType, Extension, Size, PublicationId.ToString(), entry.Actor, entry.On)),
        Publications = c.Publications.With(PublicationId, publication => publication with
        {
            Rounds = publication.Rounds.ConvertAll(round => round.Number == Round ? round with { RequesterCopy = ArtifactId } : round),
        }),
    };
}
