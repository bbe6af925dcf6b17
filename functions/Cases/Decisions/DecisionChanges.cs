using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The documents and passages as they were judged when a decision was taken.</summary>
public sealed record JudgedThen(Numbered<DocumentId, Document> Documents, Numbered<PassageId, Passage> Passages);

/// <summary>What a decision changes in a document, against the decision that it supplements or takes the place of.</summary>
/// <param name="Before">How it was judged in the earlier decision; null where it was not part of that one.</param>
/// <param name="Now">How it is judged in this one; null where it is no part of it any more.</param>
/// <param name="Passages">What became of its passages, in their order; those withheld in both decisions too.</param>
public sealed record DocumentChange(DocumentId DocumentId, Judgement? Before, Judgement? Now, ImmutableArray<PassageChange> Passages)
{
    /// <summary>On which the document as a whole was withheld, all or in part; empty where it wasn't.</summary>
    public ImmutableArray<Ground> GroundsBefore { get; init; } = [];

    /// <summary>On which the document as a whole is withheld now.</summary>
    public ImmutableArray<Ground> Grounds { get; init; } = [];

    /// <summary>Whether the judgement of the whole stayed and its grounds did not.</summary>
    public bool IsOnOtherGrounds => Before == Now && !GroundsBefore.SequenceEqual(Grounds);

    /// <summary>Whether anything is decided otherwise than before.</summary>
    public bool IsAny => Before != Now || IsOnOtherGrounds || Passages.Any(passage => passage.IsAny);
}

/// <summary>What became of a passage.</summary>
/// <param name="Before">What was done with it in the earlier decision; null where it was not judged then, apart or as part of the whole.</param>
/// <param name="Grounds">On which it is withheld now; empty where it isn't.</param>
/// <param name="GroundsBefore">On which it was withheld; empty where it wasn't.</param>
/// <param name="IsNew">Whether it was not judged apart in the earlier decision.</param>
public sealed record PassageChange(
    PassageId PassageId,
    int Page,
    Treatment? Before,
    Treatment Now,
    ImmutableArray<Ground> GroundsBefore,
    ImmutableArray<Ground> Grounds,
    bool IsNew)
{
    /// <summary>Whether it could not be read after the earlier decision, and can be after this one.</summary>
    public bool IsDisclosedNow => Now == Treatment.Disclosed && Before is not (null or Treatment.Disclosed);

    /// <summary>Withheld then and now.</summary>
    public bool IsStillWithheld => Now == Treatment.Withheld && Before == Treatment.Withheld;

    /// <summary>Whether something is decided otherwise than before: what happens with it, or on which grounds.</summary>
    public bool IsAny => Before != Now || !GroundsBefore.SequenceEqual(Grounds);
}

/// <summary>
/// What changed between two decisions, per document and passage. Pure: the judgements of the earlier one are those at the event by which it was taken
/// (<see cref="Decision.TakenAt"/>); those of the later one are of the event by which it was taken, or of now while it is a draft.
/// </summary>
public static class DecisionChanges
{
    /// <returns>
    /// A row for each document that either decision is about, in the order of the inventory; also where nothing changed in it. Empty for a decision that
    /// comes on top of no other, and for one that judges no documents.
    /// </returns>
    public static ImmutableArray<DocumentChange> Of(Case c, Decision decision)
    {
        if (decision is not { Kind: not DecisionKind.NotTreated, Supplements: { } earlier } || c.Decisions[earlier]?.Judged is not { } judged)
            return [];
        return Since(c, decision, judged);
    }

    /// <summary>What is judged otherwise in a decision than it was at an earlier moment.</summary>
    internal static ImmutableArray<DocumentChange> Since(Case c, Decision decision, JudgedThen judged)
    {
        var (then, now) = (With(c, judged), decision.Judged is { } taken ? With(c, taken) : c);
        return
        [
            .. now.Documents.Select(document => (Was: then.Documents[document.Id], Is: document))
                .Where(pair => pair.Is.InScope || pair.Was is { InScope: true })
                .Select(pair => Between(then, now, pair.Was is { InScope: true } ? pair.Was : null, pair.Is)),
        ];
    }

    private static Case With(Case c, JudgedThen judged) => c with { Documents = judged.Documents, Passages = judged.Passages };

    private static DocumentChange Between(Case then, Case now, Document? was, Document document) => new(
        document.Id,
        was is null ? null : Reviewing.JudgementOf(then, was),
        document.InScope ? Reviewing.JudgementOf(now, document) : null,
        document.InScope ? [.. now.Passages.Where(passage => passage.DocumentId == document.Id).Select(passage => Between(then, was, passage))] : [])
    {
        GroundsBefore = Grounds.InOrder(was?.Assessment?.Grounds ?? []),
        Grounds = document.InScope ? Grounds.InOrder(document.Assessment?.Grounds ?? []) : [],
    };

    private static PassageChange Between(Case then, Document? was, Passage passage)
    {
        var apart = was is null ? null : then.Passages[passage.Id];
        var (before, grounds) = apart is not null ? (apart.Treatment, GroundsOf(apart.Treatment, apart.Grounds)) : AsPartOf(then, was);
        return new PassageChange(passage.Id, passage.Page, before, passage.Treatment, grounds, GroundsOf(passage.Treatment, passage.Grounds), apart is null);
    }

    /// <summary>A passage that was not judged apart shared the fate of the whole, where that was one fate.</summary>
    private static (Treatment?, ImmutableArray<Ground>) AsPartOf(Case then, Document? was) => was is null ? (null, []) : Reviewing.JudgementOf(then, was) switch
    {
        Judgement.NotPublic => (Treatment.Withheld, Grounds.InOrder(was.Assessment?.Grounds ?? [])),
        Judgement.Public => (Treatment.Disclosed, []),
        Judgement.OutOfScope => (Treatment.OutOfScope, []),
        _ => (null, []),
    };

    private static ImmutableArray<Ground> GroundsOf(Treatment treatment, ImmutableArray<Ground> grounds) => treatment == Treatment.Withheld ? Grounds.InOrder(grounds) : [];
}
