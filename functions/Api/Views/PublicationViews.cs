using System.Collections.Immutable;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A planned release (openbaarmaking), and what became of it.</summary>
/// <param name="On">The day that was planned.</param>
/// <param name="EarliestOn">The first day on which it may go out; absent while the decision was not announced.</param>
/// <param name="Held">Documents that a person keeps in for now.</param>
/// <param name="Stayed">Whether interim relief keeps all of it in.</param>
/// <param name="ReleasedOn">When everything that may go out had gone out; absent until then.</param>
/// <param name="Location">Where a person placed it elsewhere; absent where the engine releases it.</param>
/// <param name="Rounds">Each time that something went out.</param>
/// <param name="TakenDown">Documents that the public may not read any more, or not for now.</param>
internal sealed record PublicationView(
    string PublicationId,
    string DecisionId,
    PublicationState State,
    ImmutableArray<string> Documents,
    DateOnly On,
    bool ObjectionExpected,
    DateOnly? EarliestOn,
    ImmutableArray<string> Held,
    bool Stayed,
    string PlannedBy,
    DateOnly? ClearedOn,
    string? ClearedBy,
    DateOnly? OrderedOn,
    DateOnly? ReleasedOn,
    string? Location,
    ImmutableArray<ReleaseRoundView> Rounds,
    ImmutableArray<TakenDownView> TakenDown);

/// <summary>How far a release is.</summary>
internal enum PublicationState
{
    Planned,

    /// <summary>Something keeps it in: a hold by a person, or interim relief.</summary>
    Held,

    /// <summary>A person checked that nothing stands in the way.</summary>
    Cleared,

    /// <summary>Ordered; it goes out on its day.</summary>
    Ordered,

    /// <summary>Going out now.</summary>
    Begun,
    Released,
}

/// <param name="DoneOn">Absent while it is going out.</param>
internal sealed record ReleaseRoundView(int Number, ImmutableArray<string> Documents, DateOnly BegunOn, DateOnly? DoneOn);

/// <param name="SuspendedOn">Since when it is kept from the public for now; absent where it isn't.</param>
/// <param name="WithdrawnOn">When it was taken back for good; absent where it wasn't.</param>
internal sealed record TakenDownView(string DocumentId, DateOnly? SuspendedOn, DateOnly? WithdrawnOn);

/// <summary>Builds the views of releases.</summary>
internal static class PublicationViews
{
    public static PublicationView Of(Case c, Publication publication)
    {
        var stayed = Publishing.IsStayed(c, publication.DecisionId);
        return new PublicationView(
            publication.Id.ToString(),
            publication.DecisionId.ToString(),
            StateOf(c, publication, stayed),
            Ids(publication.Documents),
            publication.On,
            publication.ObjectionExpected,
            Publishing.EarliestOn(c, publication),
            Ids(publication.Held.OrderBy(id => id.Number)),
            stayed,
            publication.PlannedBy,
            publication.ClearedOn,
            publication.ClearedBy,
            publication.OrderedOn,
            publication.ReleasedOn(c),
            publication.Location,
            [.. publication.Rounds.Select(round => new ReleaseRoundView(round.Number, Ids(round.Documents), round.BegunOn, round.DoneOn))],
            [
                .. publication.Documents.Select(id => c.Documents[id]!).Where(document => document.Release is not { SuspendedOn: null, WithdrawnOn: null })
                    .Select(document => new TakenDownView(document.Id.ToString(), document.Release.SuspendedOn, document.Release.WithdrawnOn)),
            ]);
    }

    private static PublicationState StateOf(Case c, Publication publication, bool stayed) =>
        publication.Begun is not null ? PublicationState.Begun
        : stayed || !publication.Held.IsEmpty ? PublicationState.Held
        : publication.ReleasedOn(c) is not null ? PublicationState.Released
        : publication.ClearedOn is null ? PublicationState.Planned
        : publication.OrderedOn is null ? PublicationState.Cleared
        : PublicationState.Ordered;

    private static ImmutableArray<string> Ids(IEnumerable<DocumentId> ids) => [.. ids.Select(id => id.ToString())];
}
