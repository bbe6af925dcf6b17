using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// Running terms of the case moved because the calendar changed. The terms themselves are always computed anew; this says in the log that they moved,
/// from what to what, and why.
/// </summary>
/// <param name="CalendarVersion">The version of the calendar under which they moved.</param>
/// <param name="Cause">The event that changed it and the day or year that it was about: <c>day-designated:2024-05-10</c>.</param>
public sealed record TermsRedated(long CalendarVersion, string Cause, ImmutableArray<MovedTerm> Moved) : CaseEvent
{
    /// <summary>What a change of the calendar does to a case; no event where it does nothing. Closed cases and terms that were met stay as they were.</summary>
    /// <param name="before">The settings before the change.</param>
    /// <param name="after">The settings with it.</param>
    public static Outcome Decide(Case c, Organisation before, Organisation after, string cause, DateOnly today)
    {
        if (c.IsClosed || c.Request is null)
            return Outcome.Of();
        var moved = Corrections.Moved(Unmet(CaseTerms.Of(c, before, today)), Unmet(CaseTerms.Of(c, after, today)));
        return moved.IsEmpty ? Outcome.Of() : new TermsRedated(after.Calendar.Version, cause, moved);
    }

    /// <summary>Whether any of the terms now ends earlier than it did: then someone may have to be told at once.</summary>
    public bool MovesEarlier => Moved.Any(moved => moved.To < moved.From);

    public override Case ApplyTo(Case c, Entry entry) => c;

    private static ImmutableArray<Term> Unmet(ImmutableArray<Term> terms) => [.. terms.Where(term => term.State is not (TermState.Met or TermState.Withdrawn))];
}
