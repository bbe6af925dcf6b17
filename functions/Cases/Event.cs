namespace WobWorkflow.Cases;

/// <summary>Something that happened, as the log keeps it. Its meaning never changes: a new field is optional, or a new event comes.</summary>
public abstract record Event
{
    /// <summary>
    /// True where the event records nothing but a duty that the engine performed, such as a reminder that went out.
    /// A version that a client read before it still stands (<c>If-Match</c>).
    /// </summary>
    public virtual bool MerelyRecordsDuty => false;
}

/// <summary>Where an event stands in its log.</summary>
/// <param name="Seq">Counts from 1 without gaps; the version of the aggregate after this event.</param>
/// <param name="Moment">When it was recorded (UTC).</param>
/// <param name="On">The local date on which it took effect.</param>
/// <param name="Actor">Who did it: an actor's id, or <c>engine</c>.</param>
public sealed record Entry(long Seq, DateTimeOffset Moment, DateOnly On, string Actor);

/// <summary>A state that is the fold of its events.</summary>
public interface IAggregate<TSelf>
    where TSelf : IAggregate<TSelf>
{
    /// <summary>The state before the first event.</summary>
    static abstract TSelf Blank(string id);

    TSelf Apply(Event happened, Entry entry);
}

/// <summary>An event in the life of a case.</summary>
public abstract record CaseEvent : Event
{
    public abstract Case ApplyTo(Case c, Entry entry);
}

/// <summary>An event in the life of a court's ruling (uitspraak).</summary>
public abstract record RulingEvent : Event
{
    public abstract Ruling ApplyTo(Ruling ruling, Entry entry);
}

/// <summary>A change of the organisation's settings.</summary>
public abstract record OrganisationEvent : Event
{
    public abstract Organisation ApplyTo(Organisation organisation, Entry entry);
}
