namespace WobWorkflow.Cases;

/// <summary>A question of law that the sources leave open, and the answer that the terms are computed with until a jurist confirms it.</summary>
/// <param name="Name">Stable name, to which rules and bases refer.</param>
/// <param name="Article">What it is a question about.</param>
/// <param name="Question">What is not certain.</param>
/// <param name="Assumed">What is assumed; the reading that gives the earlier date or the later disclosure, unless it says otherwise.</param>
/// <param name="Condition">When a calculation that could rest on it really does.</param>
public sealed record Assumption(string Name, string Article, Wording Question, Wording Assumed, AssumptionCondition Condition = AssumptionCondition.Always);

/// <summary>When a term's proof lists an assumption of its rule, of its suspensions or of its calendar.</summary>
public enum AssumptionCondition
{
    /// <summary>Whenever the rule, basis or calendar year is used.</summary>
    Always,

    /// <summary>When the term was extended.</summary>
    Extended,

    /// <summary>When the term with its extension is longer than twelve weeks while the rule alone is not.</summary>
    ExtendedBeyondTwelveWeeks,

    /// <summary>When the term was running on 1 May 2022.</summary>
    RunningAtTransition,

    /// <summary>When the start event lies in 2026 or later.</summary>
    StartedSince2026,

    /// <summary>When two suspensions share a day.</summary>
    SuspensionsOverlap,

    /// <summary>When a suspension begins after the nominal end, in the days that the Atw adds.</summary>
    SuspensionInRolledDays,

    /// <summary>When a suspension ended because the term set in it went by unused.</summary>
    SuspensionEndedUnused,
}
