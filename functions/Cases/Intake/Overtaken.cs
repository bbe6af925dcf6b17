namespace WobWorkflow.Cases;

/// <summary>
/// Something that was decided or judged on a date as it was recorded, and that stands otherwise on the corrected one. It stays as it was done: what
/// must follow is for a person.
/// </summary>
/// <param name="Subject">What it is about: the id of a decision, notice, remedy or publication; <c>extension</c>, <c>case</c>, or the term of a penalty.</param>
/// <param name="TermId">The term that it was held against; null where it was held against none.</param>
/// <param name="On">When it was done; null for what nobody did, as a penalty that accrues by itself.</param>
/// <param name="From">The day that counted as it was: the last day of the term, or the first of the penalty; null where there was none.</param>
/// <param name="To">The same day as it is; null where there is none any more.</param>
public sealed record Overtaken(OvertakenKind Kind, string Subject, string? TermId, DateOnly? On, DateOnly? From, DateOnly? To);

/// <summary>How something stands otherwise after a correction. Each has its reverse.</summary>
public enum OvertakenKind
{
    /// <summary>A decision that was in time is late.</summary>
    DecisionLate,

    /// <summary>A decision that was late is in time.</summary>
    DecisionInTime,

    /// <summary>An extension was given or told after the first term, so that it has no effect (Wob 6(2), Woo 4.4(2), Awb 7:10(3)).</summary>
    ExtensionTooLate,

    /// <summary>An extension that came too late was given within the first term, and has effect.</summary>
    ExtensionInTime,

    /// <summary>An extension is longer than the act allows under which the request now comes.</summary>
    ExtensionTooLong,

    /// <summary>An extension that was too long is within what the act allows.</summary>
    ExtensionWithinBounds,

    /// <summary>That a committee advises was told after the six weeks, so that twelve don't apply (Awb 7:10(1)).</summary>
    CommitteeToldTooLate,

    /// <summary>That a committee advises was told within the six weeks after all.</summary>
    CommitteeToldInTime,

    /// <summary>A notice of default that took effect came before the term had ended (Awb 6:12(2)).</summary>
    NoticePremature,

    /// <summary>A notice of default that was premature took effect.</summary>
    NoticeEffective,

    /// <summary>A penalty runs or ran that did not.</summary>
    PenaltyDue,

    /// <summary>A penalty that ran does not.</summary>
    PenaltyNotDue,

    /// <summary>A penalty came to another amount.</summary>
    PenaltyOtherwise,

    /// <summary>A remedy that was in time came after its term (Awb 6:7, 6:9).</summary>
    RemedyLate,

    /// <summary>A remedy that was judged late came in time.</summary>
    RemedyInTime,

    /// <summary>A remedy for lateness came before it could (Awb 6:12).</summary>
    RemedyPremature,

    /// <summary>A remedy for lateness that was premature was not.</summary>
    RemedyNotPremature,

    /// <summary>Documents were released before the two weeks had passed (Wob 6(5), Woo 4.4(5)).</summary>
    ReleaseEarly,

    /// <summary>A release that seemed early was not.</summary>
    ReleaseNotEarly,

    /// <summary>The case was closed while a decision in it could still be contested.</summary>
    ClosedEarly,

    /// <summary>The case was closed when nothing could be contested any more, other than it seemed.</summary>
    ClosedInTime,
}
