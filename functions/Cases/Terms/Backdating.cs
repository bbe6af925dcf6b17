using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>
/// What a step that took effect earlier than it was recorded did to the terms. They are computed anew from the facts in any case; this makes the log say
/// which dates moved, so that nobody has to find out by comparing.
/// </summary>
public static class Backdating
{
    /// <summary>Adds the event that says so, where a step of an earlier date moved a term that was there already.</summary>
    public static Outcome Tell(Case before, Outcome outcome, At at)
    {
        // A correction says so itself.
        if (at.On >= at.Today || before.Request is null || outcome is not Accepted { Events: var events } || events.Any(happened => happened is FactCorrected))
            return outcome;
        var entry = new Entry(0, at.Moment, at.On, at.Actor.Id);
        var after = events.Aggregate(before, (c, happened) => c.Apply(happened, entry));
        var moved = Corrections.Moved(CaseTerms.Of(before, at.Facts, at.Today), CaseTerms.Of(after, at.Facts, at.Today))
            .RemoveAll(term => term.From is null || term.To is null);
        return moved.IsEmpty ? outcome : new Accepted(events.Add(new TermsMoved(moved)));
    }
}

/// <summary>The step just before took effect earlier than it was recorded, and by that moved terms that were running.</summary>
public sealed record TermsMoved(ImmutableArray<MovedTerm> Moved) : CaseEvent
{
    public override Case ApplyTo(Case c, Entry entry) => c;
}
