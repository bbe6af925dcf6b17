using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>One kind of term: how long it is, from which event it counts, what can move its end, and what follows when it lapses.</summary>
/// <remarks>The rows are in <see cref="TermRules"/>; a new term is a new row.</remarks>
public sealed record TermRule
{
    /// <summary>Stable name, <c>act-article-paragraph</c>: <c>woo-4.4-1</c>. What the act does not name begins with <c>practice-</c>.</summary>
    public required string Name { get; init; }

    public required Wording Title { get; init; }

    /// <summary>The event on whose day the term starts; the day after it is day 1. Of a term counted back: the event it counts back from.</summary>
    public required Wording Start { get; init; }

    /// <summary>The length by statute or habit; null when there is none and the facts must bring one.</summary>
    public TermLength? Length { get; init; }

    /// <summary>True when the facts may bring a length of their own: a court or a letter sets it.</summary>
    public bool LengthIsChosen { get; init; }

    public CountingDirection Direction { get; init; }

    public TermOrigin Origin { get; init; }

    /// <summary>How many days an extension (verdaging) may add at most; null when the term cannot be extended.</summary>
    public int? ExtensionCeilingDays { get; init; }

    /// <summary>The article on extension; null when there is none.</summary>
    public string? ExtensionArticle { get; init; }

    /// <summary>Names of the <see cref="SuspensionBasis"/> rows that touch the term; empty when nothing suspends it.</summary>
    public ImmutableArray<string> Suspensions { get; init; } = [];

    /// <summary>
    /// Whether the General Extension of Time Limits Act (Algemene termijnenwet, Atw) reaches the term. Its own limits (hours, more than twelve
    /// weeks, counting back) come on top.
    /// </summary>
    public bool Atw { get; init; }

    /// <summary>What follows when the term lapses.</summary>
    public required Wording Lapse { get; init; }

    /// <summary>The article the term comes from; of a practice term the article it serves.</summary>
    public required string Article { get; init; }

    /// <summary>The first day on which the term could run; null when it always could.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which the term could start; null while the rule is in force.</summary>
    public DateOnly? ValidThrough { get; init; }

    /// <summary>Names of the <see cref="Assumption"/>s a calculation by this rule may rest on.</summary>
    public ImmutableArray<string> Assumptions { get; init; } = [];
}

/// <summary>Which way a term counts.</summary>
public enum CountingDirection
{
    /// <summary>From the day after the event, the last day included.</summary>
    Forward,

    /// <summary>
    /// Back from the event, so many whole days before its day: the last day to act is the one before them
    /// (eleven days before a hearing for ten days: ABRvS 24 May 2006, ECLI:NL:RVS:2006:AX4384).
    /// </summary>
    Back,
}

/// <summary>Who says how long a term is.</summary>
public enum TermOrigin
{
    /// <summary>An act.</summary>
    Statutory,

    /// <summary>A court, in a ruling or letter.</summary>
    CourtSet,

    /// <summary>The body itself, by habit or in a letter; lapsing has no legal effect of its own.</summary>
    Practice,
}
