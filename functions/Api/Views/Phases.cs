using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Where a case is, in one word for people. It guards nothing: each step says itself what it needs.</summary>
public enum Phase
{
    Intake,
    Collection,
    Consultation,
    Review,
    Decision,
    Publication,
    Remedies,
    Supplement,
    Closed,
}

/// <summary>Where a ruling is, in one word for people.</summary>
public enum RulingPhase
{
    /// <summary>Not yet recorded in every case that it names.</summary>
    Registered,

    /// <summary>A decision that it made necessary has not been announced.</summary>
    Pending,

    /// <summary>Nothing is owed to the court any more; what remains is telling whom it was promised.</summary>
    Letter,
    Closed,
}

/// <summary>Sums up a case or ruling. The first line that holds gives the phase: what presses most comes first.</summary>
public static class Phases
{
    /// <remarks>
    /// A court's order outweighs all but closing, so a supplementary decision in preparation is <see cref="Phase.Supplement"/>. A decision in
    /// preparation, or taken and not announced, is <see cref="Phase.Decision"/>. Once the request is settled what remains is publication; nothing
    /// recorded so far makes a case one of <see cref="Phase.Remedies"/>.
    /// </remarks>
    public static Phase Of(Case c)
    {
        if (c.IsClosed)
            return Phase.Closed;
        if (c.Rulings.Exists(ruling => ruling.Owes && ruling.AnsweredBy is null))
            return Phase.Supplement;
        if (c.Decisions.Any(decision => decision.State != DecisionState.Dispatched))
            return Phase.Decision;
        if (c.Consultations.Any(consultation => consultation.IsOpen))
            return Phase.Consultation;
        if (c.Decisions.Any(decision => decision.Settles))
            return Phase.Publication;
        if (c.Passages.Count > 0 || c.Documents.Any(document => document.Assessment is not null))
            return Phase.Review;
        return c.Documents.Count > 0 || !c.Searches.IsEmpty ? Phase.Collection : Phase.Intake;
    }

    public static RulingPhase Of(Ruling ruling)
    {
        if (ruling.IsClosed)
            return RulingPhase.Closed;
        if (ruling.Rows.Any(row => row.AppliedOn is null && row.NotApplied is null))
            return RulingPhase.Registered;
        return ruling.Rows.Any(row => row.AppliedOn is not null && row.Owes && row.AnsweredOn is null) ? RulingPhase.Pending : RulingPhase.Letter;
    }
}
