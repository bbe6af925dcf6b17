using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The judgement (beoordeling) of a document as a whole.</summary>
/// <param name="Location">Where it can be found already; only with <see cref="Judgement.AlreadyPublic"/>.</param>
public sealed record Assessment(Judgement Judgement, ImmutableArray<Ground> Grounds, FreeText? Reason, string? Location, DateOnly On, string By)
{
    /// <summary>Since when it discloses something, and how often it came to.</summary>
    public Disclosed Disclosed { get; init; } = new(null, 0);

    /// <summary>Where in the log it was judged last.</summary>
    public long Judged { get; init; }

    /// <summary>When it is disclosed after all (Woo 5.1(4)); null for withholding without end.</summary>
    public DateOnly? WithheldUntil { get; init; }

    /// <summary>Why its interests weigh more in spite of the time passed (Woo 5.3); null where nobody said.</summary>
    public FreeText? ReasonDespiteAge { get; init; }

    /// <summary>Whether it is about emissions into the environment (Woo 5.1(7), Wob 10(4)).</summary>
    public bool Emissions { get; init; }

    /// <summary>The request at another body in which it is judged instead; null where it is judged here, or nobody said where.</summary>
    public LinkedCaseId? JudgedBy { get; init; }
}

/// <summary>
/// A passage: the unit of judgement. A refusal must give its reasons for each independent part of a document (ECLI:NL:RBMNE:2020:1941).
/// </summary>
/// <param name="Page">Counts from 1.</param>
/// <param name="Range">Where on the page's text; null where only the page is known.</param>
/// <param name="Quote">The text of the passage, or a description where it can't be quoted.</param>
/// <param name="DerivedFrom">The passage that it paraphrases, in this case; null where there is none, or it stands in another case (<see cref="Derivation"/>).</param>
public sealed record Passage(
    PassageId Id,
    DocumentId DocumentId,
    int Page,
    TextRange? Range,
    FreeText? Quote,
    Treatment Treatment,
    ImmutableArray<Ground> Grounds,
    FreeText? Reason,
    PassageId? DerivedFrom,
    DateOnly On,
    string By)
{
    /// <summary>Since when it is disclosed, and how often it came to be.</summary>
    public Disclosed Disclosed { get; init; } = new(null, 0);

    /// <summary>Where in the log it was judged last.</summary>
    public long Judged { get; init; }

    /// <summary>How often its words were given: which words they are only the erasable store knows.</summary>
    public int QuotesGiven { get; init; }

    /// <summary>Where on the page; empty where the text says it.</summary>
    public ImmutableArray<PageArea> Areas { get; init; } = [];

    /// <summary>When it is disclosed after all (Woo 5.1(4)); null for withholding without end.</summary>
    public DateOnly? WithheldUntil { get; init; }

    /// <summary>Why its interests weigh more in spite of the time passed (Woo 5.3); null where nobody said.</summary>
    public FreeText? ReasonDespiteAge { get; init; }

    /// <summary>Whether it is about emissions into the environment (Woo 5.1(7), Wob 10(4)).</summary>
    public bool Emissions { get; init; }

    /// <summary>The request at another body in which it is judged instead; null where it is judged here, or nobody said where.</summary>
    public LinkedCaseId? JudgedBy { get; init; }
}

/// <summary>How a judgement came to disclose something.</summary>
/// <param name="At">The event since which it does; null where it doesn't.</param>
/// <param name="Times">How often it did after it had not.</param>
public sealed record Disclosed(long? At, int Times)
{
    /// <summary>After a new judgement.</summary>
    public Disclosed Then(bool discloses, Entry entry) => !discloses ? this with { At = null } : At is not null ? this : new Disclosed(entry.Seq, Times + 1);
}

/// <summary>Characters of a page's text: the first, counted from 0, and how many.</summary>
public sealed record TextRange(int Start, int Length);

/// <summary>What happens with a passage.</summary>
public enum Treatment
{
    /// <summary>Made public, though looked at apart: because another passage derives from it, or because it was withheld before.</summary>
    Disclosed,

    /// <summary>Withheld (gelakt) on the grounds given.</summary>
    Withheld,

    /// <summary>Not covered by the request (buiten verzoek); not a refusal ground.</summary>
    OutOfScope,

    /// <summary>Left to another body to judge.</summary>
    LeftToOther,
}
