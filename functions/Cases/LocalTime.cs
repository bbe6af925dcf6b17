namespace WobWorkflow.Cases;

/// <summary>Legal dates are dates in Europe/Amsterdam; moments are UTC. This is the only place where one becomes the other.</summary>
public static class LocalTime
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>Office hours start: the hour at which a reminder that falls on a date is sent, so that nobody is mailed at midnight.</summary>
    private static readonly TimeOnly Morning = new(7, 0);

    public static DateOnly DateOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime);

    /// <summary>Midnight at the beginning of the date: from here on a term that ended the day before has lapsed.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => MomentOf(date, TimeOnly.MinValue);

    /// <summary>Seven in the morning of the date.</summary>
    public static DateTimeOffset MorningOf(DateOnly date) => MomentOf(date, Morning);

    private static DateTimeOffset MomentOf(DateOnly date, TimeOnly time)
    {
        // The Dutch clock changes between two and three in the morning, so neither hour used here is ever skipped or doubled.
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }
}
