using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>A planned release of documents (openbaarmaking), from plan to publication. What was withheld stays in, until a person clears it again.</summary>
/// <param name="DecisionId">The decision that discloses them.</param>
/// <param name="On">The day of release that was planned.</param>
/// <param name="ObjectionExpected">Whether a third party is expected to object, so that two weeks pass first (Woo 4.4(5), Wob 6(5)).</param>
public sealed record Publication(
    PublicationId Id,
    DecisionId DecisionId,
    ImmutableArray<DocumentId> Documents,
    DateOnly On,
    bool ObjectionExpected,
    string PlannedBy)
{
    /// <summary>When a person checked that nothing stands in the way; null where nobody has, or something came since.</summary>
    public DateOnly? ClearedOn { get; init; }

    public string? ClearedBy { get; init; }

    /// <summary>When a person ordered the release; null until then.</summary>
    public DateOnly? OrderedOn { get; init; }

    /// <summary>Documents that are kept in for now.</summary>
    public ImmutableHashSet<DocumentId> Held { get; init; } = [];

    /// <summary>Each time that something went out; more than one where documents were held, or replaced later.</summary>
    public ImmutableList<ReleaseRound> Rounds { get; init; } = [];

    /// <summary>Where it can be found, when it was placed elsewhere; null otherwise.</summary>
    public string? Location { get; init; }

    /// <summary>The round that began and isn't done; null where there is none.</summary>
    public ReleaseRound? Begun => Rounds is [.., { DoneOn: null, StoppedOn: null } last] ? last : null;

    /// <summary>When everything that is not held had gone out; null until then.</summary>
    public DateOnly? ReleasedOn(Case c) => Outstanding(c).IsEmpty && Begun is null ? Rounds.FindLast(round => round.DoneOn is not null)?.DoneOn : null;

    /// <summary>What is still to go out: not what is held, suspended, withdrawn, or out already.</summary>
    public ImmutableArray<DocumentId> Outstanding(Case c) =>
    [
        .. Documents.Where(id => !Held.Contains(id) && c.Documents[id] is { InScope: true, Release: { SuspendedOn: null, WithdrawnOn: null } release } && !IsOut(id, release)),
    ];

    /// <summary>How often the document went out, or is going out.</summary>
    internal int RoundsOf(DocumentId id) => Rounds.Count(round => round.StoppedOn is null && round.Documents.Contains(id));

    /// <summary>A document that was replaced, or whose public copy was removed, must go out again.</summary>
    private bool IsOut(DocumentId id, DocumentRelease release) => RoundsOf(id) > release.Replacements;
}

/// <summary>Documents that went out together.</summary>
/// <param name="Number">Counts from 1 within the publication.</param>
/// <param name="DoneOn">When they could be read; null while that is being done.</param>
/// <param name="StoppedOn">When interim relief stopped it before a byte was public; null where nothing did.</param>
/// <param name="RequesterCopy">The file of these documents for the requester; null until the engine filed it.</param>
public sealed record ReleaseRound(
    int Number,
    ImmutableArray<DocumentId> Documents,
    DateOnly BegunOn,
    DateOnly? DoneOn = null,
    DateOnly? StoppedOn = null,
    ArtifactId? RequesterCopy = null);

/// <summary>What was done to a document's release, apart from its publication.</summary>
/// <param name="SuspendedOn">Since when it is kept from the public for now (opgeschort); null where it isn't.</param>
/// <param name="WithdrawnOn">When it was taken back for good (ingetrokken); null where it wasn't.</param>
/// <param name="Replacements">How many of its releases don't count any more: its version was replaced, or the public copy removed.</param>
/// <param name="CopySince">Since when a copy lies where the public reads; null where there is none.</param>
/// <param name="WithdrawnBecause">Why it was withdrawn, as the public is told; null where it wasn't.</param>
public sealed record DocumentRelease(
    DateOnly? SuspendedOn = null,
    DateOnly? WithdrawnOn = null,
    int Replacements = 0,
    DateOnly? CopySince = null,
    FreeText? WithdrawnBecause = null)
{
    /// <summary>Whether it is kept from the public, for now or for good.</summary>
    public bool IsTakenDown => SuspendedOn is not null || WithdrawnOn is not null;
}

/// <summary>What stands between documents and the public.</summary>
public static class Publishing
{
    /// <summary>Whether interim relief keeps what the decision discloses in: it was asked for, or granted (Woo 4.4(5)).</summary>
    public static bool IsStayed(Case c, DecisionId id) =>
        c.Remedies.Any(remedy => remedy.Relief is InterimReliefState.Requested or InterimReliefState.Granted && BuildsOn(c, remedy.DecisionId, id));

    /// <summary>Whether a decision is the other, or took its place: relief against a decision on objection stops what the first one disclosed.</summary>
    private static bool BuildsOn(Case c, DecisionId? decision, DecisionId earlier) =>
        decision is { } id && (id == earlier || BuildsOn(c, c.Decisions[id]?.Supplements, earlier));

    /// <summary>The first day on which the documents may go out; null while the decision was not announced.</summary>
    public static DateOnly? EarliestOn(Case c, Publication publication) => c.Decisions[publication.DecisionId]!.DispatchedOn switch
    {
        null => null,
        { } announced when !publication.ObjectionExpected => announced,
        { } announced => ReleaseDelay.EarliestRelease(announced),
    };

    /// <summary>
    /// What must go out: ordered and cleared by a person, nothing in the way. Decided again on the current state when the release begins, so that
    /// a hold that came in between keeps its documents in.
    /// </summary>
    /// <returns>Nothing while none may go out.</returns>
    public static ImmutableArray<DocumentId> Releasable(Case c, Publication publication, DateOnly today)
    {
        if (publication.Begun is { } begun)
            return begun.Documents;
        if (publication is not { OrderedOn: not null, ClearedOn: not null, Location: null } || today < publication.On)
            return [];
        if (IsStayed(c, publication.DecisionId) || EarliestOn(c, publication) is not { } earliest || today < earliest)
            return [];
        return [.. publication.Outstanding(c).Where(id => c.Documents[id]!.Marking == Marking.None)];
    }

    /// <summary>Whether the engine made the document public, and nobody took it down since. Everything that serves it asks this first.</summary>
    public static bool IsPublic(Case c, DocumentId id) => c.Destruction is null && c.Documents[id] is { InScope: true, Release: { CopySince: not null, IsTakenDown: false } };

    /// <summary>Whether a document that is going out may be written where the public reads, on the state of this very moment.</summary>
    public static bool MayBeWritten(Case c, Publication publication, DocumentId id) =>
        publication.Begun?.Documents.Contains(id) == true && !IsStayed(c, publication.DecisionId) && c.Documents[id] is { Release.IsTakenDown: false };

    /// <summary>Documents whose public copy must go.</summary>
    public static IEnumerable<Document> ToRemove(Case c) => c.Documents.Where(document => document.Release is { CopySince: not null, IsTakenDown: true });

    /// <summary>
    /// What of a round that went out may be given to the requester: what keeps the public out keeps the requester out too (Woo 4.4(5)).
    /// </summary>
    /// <returns>Nothing while none may be given.</returns>
    public static ImmutableArray<DocumentId> ForRequester(Case c, Publication publication, ReleaseRound round) =>
        round is { DoneOn: not null, RequesterCopy: null } && publication.Location is null && !IsStayed(c, publication.DecisionId)
            ? [.. round.Documents.Where(id => IsPublic(c, id))]
            : [];

    /// <summary>How often the document went out, or is going out.</summary>
    public static int RoundsOf(Case c, DocumentId id) => c.Publications.Sum(publication => publication.RoundsOf(id));

    internal static Refused NotFound { get; } = Refused.Unknown("publication-not-found", "Deze openbaarmaking hoort niet bij deze zaak.");

    internal static Refused? NonePlanned(Case c) => c.Publications.Count > 0 ? null : new Refused("nothing-planned", "Er is nog geen openbaarmaking gepland.");

    /// <summary>Why it can't be released on the day; null where it can.</summary>
    internal static Refused? InTheWay(Case c, Publication publication, DateOnly on)
    {
        var article = c.Decisions[publication.DecisionId]!.RegimeOn(on) == Regime.Wob ? "Wob 6(5)" : "Woo 4.4(5)";
        // Nobody can say today what will stand in the way two weeks after a day that isn't known. Without such a wait the release can be made ready
        // before: it goes out with the announcement, in one planned moment.
        if (EarliestOn(c, publication) is not { } earliest)
        {
            if (publication.ObjectionExpected)
                return new Refused("decision-not-announced", "Het besluit is nog niet bekendgemaakt: leg eerst de verzending vast.", article);
        }
        else if (on < earliest)
        {
            return new Refused("release-too-early", $"Een belanghebbende heeft naar verwachting bezwaar: openbaarmaking kan op zijn vroegst op {Dutch.Date(earliest)}.", article);
        }

        if (IsStayed(c, publication.DecisionId))
            return new Refused("release-stayed", "Er is een voorlopige voorziening gevraagd of getroffen: wacht de uitspraak of intrekking af.", article);
        return publication.Documents.FirstOrDefault(id => c.Documents[id]!.Marking != Marking.None) is { Number: > 0 } marked
            ? new Refused("marking-not-lifted", $"{marked} is nog gerubriceerd: laat de eigenaar de rubricering eerst opheffen.", "VIRBI 2025")
            : null;
    }

    /// <summary>Interim relief that is asked for takes the clearance of the release away: a person checks again afterwards.</summary>
    internal static Case Stay(Case c, DecisionId? decision) => decision is not { } id
        ? c
        : c with
        {
            Publications = c.Publications.Where(publication => BuildsOn(c, id, publication.DecisionId))
                .Aggregate(c.Publications, (all, publication) => all.With(publication.Id, x => x with { ClearedOn = null, ClearedBy = null })),
        };

    /// <summary>Whether the document went out, or is going out now.</summary>
    internal static bool WentOut(Case c, DocumentId id) =>
        c.Publications.Any(publication => publication.RoundsOf(id) > 0 || (publication.Location is not null && publication.Documents.Contains(id)));
}
