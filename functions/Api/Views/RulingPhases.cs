using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Where a ruling is, in one word for people.</summary>
internal enum RulingPhase
{
    /// <summary>Not yet recorded in every case that it names.</summary>
    Registered,

    /// <summary>A decision that it made necessary has not been announced.</summary>
    Pending,

    /// <summary>Nothing is owed to the court any more; what remains is telling whom it was promised.</summary>
    Letter,
    Closed,
}

/// <summary>Sums a ruling up.</summary>
internal static class RulingPhases
{
    public static RulingPhase Of(Ruling ruling)
    {
        if (ruling.IsClosed)
            return RulingPhase.Closed;
        if (ruling.Rows.Any(row => row.AppliedOn is null && row.NotApplied is null))
            return RulingPhase.Registered;
        return ruling.Rows.Any(row => row.AppliedOn is not null && row.Owes && row.AnsweredOn is null) ? RulingPhase.Pending : RulingPhase.Letter;
    }
}
