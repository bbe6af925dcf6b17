namespace WobWorkflow.Cases;

/// <summary>Whether the General Extension of Time Limits Act moves the end of a term, and if not, why.</summary>
internal enum ActReach
{
    Reached,
    CourtSet,
    Practice,
    CountsBack,
    InHours,
    TooLong,
    NotApplied,
}

internal static class ActReaches
{
    public static ActReach Of(TermFacts facts, TermCount count) => count switch
    {
        { Rule.Direction: CountingDirection.Back } => ActReach.CountsBack,
        { Length.Unit: TermUnit.Hours } => ActReach.InHours,
        { Rule.Origin: TermOrigin.CourtSet } => ActReach.CourtSet,
        { Rule.Origin: TermOrigin.Practice } => ActReach.Practice,
        { Rule.Atw: false } => ActReach.NotApplied,

        // The act knows this term's length; another one comes from the court (Awb 8:42(2), 8:110(4)).
        { Rule.Length: not null } when facts.Chosen is not null => ActReach.CourtSet,
        _ when !GeneralTermsAct.Reaches(count.Length, facts.ExtensionDays) => ActReach.TooLong,
        _ => ActReach.Reached,
    };

    /// <summary>Why the end is not moved.</summary>
    public static Wording Reason(ActReach reach) => reach switch
    {
        ActReach.CourtSet => new("de rechter heeft de termijn gesteld", "the court set the term"),
        ActReach.Practice => new("de termijn staat niet in een wet", "the term is not in an act"),
        ActReach.CountsBack => new("de termijn telt terug", "the term counts back"),
        ActReach.InHours => new("de termijn is in uren omschreven", "the term is described in hours"),
        ActReach.TooLong => new("de termijn is langer dan twaalf weken of 90 dagen", "the term is longer than twelve weeks or 90 days"),
        ActReach.NotApplied => new("die wet is op deze termijn niet toegepast", "that act was not applied to this term"),
        _ => throw new ArgumentOutOfRangeException(nameof(reach), reach, "A term that is reached needs no reason."),
    };

    public static string Article(ActReach reach) => reach switch
    {
        ActReach.CountsBack => "Atw 1(2)",
        ActReach.InHours or ActReach.TooLong => "Atw 4",
        _ => "Atw 1(1)",
    };
}
