using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>How long a term (termijn) is, in the unit in which the act or the letter describes it.</summary>
/// <remarks>The unit matters: Atw 4 excludes terms described in hours, in more than 90 days or in more than twelve weeks.</remarks>
/// <param name="Amount">At least 1.</param>
/// <param name="Unit">The unit the text uses.</param>
public sealed record TermLength(int Amount, TermUnit Unit)
{
    public static TermLength Hours(int amount) => new(amount, TermUnit.Hours);

    public static TermLength Days(int amount) => new(amount, TermUnit.Days);

    public static TermLength Weeks(int amount) => new(amount, TermUnit.Weeks);

    /// <summary>The length of a term that starts on one day and whose last day was chosen.</summary>
    public static TermLength Between(DateOnly startedOn, DateOnly lastDay) => Days(lastDay.DayNumber - startedOn.DayNumber);

    /// <summary>Calendar days after the day of the start event on which the term ends; hours are rounded up to the day in which they end.</summary>
    [JsonIgnore]
    public int InDays => Unit switch
    {
        TermUnit.Weeks => checked(7 * Amount),
        TermUnit.Hours => (Amount + 23) / 24,
        _ => Amount,
    };

    /// <summary>Length and unit as a sentence says them.</summary>
    [JsonIgnore]
    public Wording Spoken => Unit switch
    {
        TermUnit.Weeks => Amount == 1 ? new("1 week", "1 week") : new($"{SpokenDate.Number(Amount)} weken", $"{SpokenDate.Number(Amount)} weeks"),
        TermUnit.Hours => new($"{SpokenDate.Number(Amount)} uur", $"{SpokenDate.Number(Amount)} hours"),
        _ => new(SpokenDate.DaysNl(Amount), SpokenDate.DaysEn(Amount)),
    };
}

/// <summary>The unit of a term.</summary>
public enum TermUnit
{
    Days,
    Weeks,
    Hours,
}
