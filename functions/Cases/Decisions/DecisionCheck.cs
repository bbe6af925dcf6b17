using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>What is looked at before a decision can be approved: what goes wrong by hand and a machine can find, or can ask.</summary>
public enum DecisionCheck
{
    /// <summary>The confirmation of receipt is not dated before the request.</summary>
    ReceiptConfirmation,

    /// <summary>A decision that is late says so.</summary>
    Lateness,

    /// <summary>Where third parties were asked for their views, the requester was told (Woo 4.4(3)).</summary>
    ViewsNotified,

    /// <summary>Every refusal has its reasons.</summary>
    GroundsReasoned,

    /// <summary>The grounds are those of the act that governs the decision.</summary>
    GroundsOfAct,

    /// <summary>A refusal of information older than five years says why its interests still weigh more (Woo 5.3).</summary>
    AgeReasoned,

    /// <summary>The same text is judged the same wherever it stands.</summary>
    SameText,

    /// <summary>Objectors were heard by others than who prepared the contested decision (Awb 7:5(1)).</summary>
    HeardByOthers,

    /// <summary>What the letter says it decides is what was judged: not "granted" over a partial refusal.</summary>
    Dictum,

    /// <summary>Every document that is refused in whole or part is covered by a paragraph of the letter.</summary>
    InventoryCovered,

    /// <summary>The numbers of documents and annexes in the letter are right.</summary>
    Counts,

    /// <summary>Where the judgement departs from what an agency advised, it was said why.</summary>
    AdviceAnswered,

    /// <summary>Who acts for a party was shown to be allowed to (Awb 2:1).</summary>
    Authorised,
}

/// <summary>How a check stands.</summary>
public enum CheckState
{
    /// <summary>The engine looked, and it is right.</summary>
    Right,

    /// <summary>The engine looked, and it is wrong: mend it, or have a person say why it stands.</summary>
    Wrong,

    /// <summary>Only a person can say.</summary>
    Open,

    NotApplicable,
}

/// <summary>A check on a decision as it stands.</summary>
/// <param name="Found">What is wrong, a sentence for each, without content of the case; empty where nothing is.</param>
/// <param name="Assumption">The named assumption on which it rests; null where it rests on none.</param>
/// <param name="Answer">What a person answered, on the letter and the case as they are now; null where nobody did since they changed.</param>
public sealed record CheckResult(DecisionCheck Check, string? Article, Wording Question, CheckState State, ImmutableArray<string> Found, CheckAnswered? Answer, string? Assumption)
{
    /// <summary>Whether it keeps nobody from approving.</summary>
    public bool IsSettled => State is CheckState.Right or CheckState.NotApplicable || Answer is not null;
}

/// <summary>What a person says to a check.</summary>
public enum CheckAnswer
{
    Yes,
    No,
    NotApplicable,
}

/// <summary>An answer to a check. It holds while the letter and what it tells stay as they were.</summary>
/// <param name="Remark">Asked for where the answer is no, or the engine found something wrong.</param>
public sealed record CheckAnswered(DecisionCheck Check, CheckAnswer Answer, FreeText? Remark, string By, DateOnly On)
{
    /// <summary>What the case told; see <see cref="Case.Basis"/>.</summary>
    public long Basis { get; init; }

    /// <summary>The version of the letter on which it was given; null where there was none.</summary>
    public ArtifactId? Letter { get; init; }
}
