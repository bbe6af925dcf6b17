namespace WobWorkflow.Cases;

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

/// <summary>Sums a ruling up, the same for lists and for its view.</summary>
public static class RulingPhases
{
    public static RulingPhase Of(Ruling ruling)
    {
        if (ruling.IsClosed)
            return RulingPhase.Closed;
        if (ruling.Rows.Any(row => row.AppliedOn is null && row.NotApplied is null))
            return RulingPhase.Registered;
        return ruling.Rows.Any(row => row.AppliedOn is not null && row.Owes && row.AnsweredOn is null) ? RulingPhase.Pending : RulingPhase.Letter;
    }

    /// <summary>The first last day of what is still owed; null where nothing is.</summary>
    public static DateOnly? DueOf(Ruling ruling, Organisation facts, DateOnly today) =>
        ruling.Rows.Where(row => row is { NotApplied: null, AnsweredOn: null }).Min(row => DueOf(ruling, row, facts, today));

    /// <summary>The last day for the decision that a row makes necessary, as its case counts it; null where it makes none.</summary>
    public static DateOnly? DueOf(Ruling ruling, RulingRow row, Organisation facts, DateOnly today)
    {
        if (!row.Owes || ruling.Facts is not { } known)
            return null;
        var of = CaseTerms.FactsForNewDecision(known.SentOn, row.TermDays, row.DecisionId is null);
        return Terms.Validate(of).IsEmpty ? Terms.Calculate(of, facts.CalendarOn(today), today).Due : null;
    }
}
