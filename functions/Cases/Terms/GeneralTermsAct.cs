using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The General Extension of Time Limits Act (Algemene termijnenwet, Atw): which terms it reaches and where they then end.</summary>
public static class GeneralTermsAct
{
    private const int WorkingDaysInTerm = 2;

    /// <summary>
    /// Atw 4: not a term described in hours, in more than 90 days or in more than twelve weeks. Twelve weeks exactly are still reached.
    /// An extension counts as part of the length (assumption <c>extended-beyond-twelve-weeks</c>).
    /// </summary>
    public static bool Reaches(TermLength length, int extensionDays = 0) => length.Unit switch
    {
        TermUnit.Hours => false,
        TermUnit.Weeks => length.InDays + extensionDays <= 12 * 7,
        _ => length.InDays + extensionDays <= 90,
    };

    /// <summary>Atw 1(1): the first working day on or after the day.</summary>
    public static DateOnly Roll(DateOnly day, HolidayCalendar calendar)
    {
        while (!calendar.IsWorkingDay(day))
            day = day.AddDays(1);

        return day;
    }

    /// <summary>
    /// The last day of a term under Atw 1(1) and 2: a working day, and for a term of three days or more a day that leaves at least two working
    /// days in the term.
    /// </summary>
    /// <param name="startedOn">Day of the start event; the term's first day is the day after.</param>
    /// <param name="nominal">The last day by counting alone.</param>
    /// <param name="calendar">Says which days are working days.</param>
    public static DateOnly LastDay(DateOnly startedOn, DateOnly nominal, HolidayCalendar calendar)
    {
        var last = Roll(nominal, calendar);
        if (nominal.DayNumber - startedOn.DayNumber < 3)
            return last;

        var workingDays = WorkingDays(startedOn, last, calendar);
        while (workingDays < WorkingDaysInTerm)
        {
            last = Roll(last.AddDays(1), calendar);
            workingDays++;
        }

        return last;
    }

    /// <summary>The days off by which a term that ends nominally on the one day ends on the other.</summary>
    internal static ImmutableArray<DayOff> DaysOffBetween(DateOnly nominal, DateOnly last, HolidayCalendar calendar)
    {
        var days = ImmutableArray.CreateBuilder<DayOff>();
        for (var day = nominal; day < last; day = day.AddDays(1))
        {
            if (calendar.Find(day) is { } off)
                days.Add(off);
        }

        return days.ToImmutable();
    }

    /// <summary>Counted up to two, which is all the act asks.</summary>
    private static int WorkingDays(DateOnly startedOn, DateOnly last, HolidayCalendar calendar)
    {
        var found = 0;
        for (var day = startedOn.AddDays(1); day <= last && found < WorkingDaysInTerm; day = day.AddDays(1))
        {
            if (calendar.IsWorkingDay(day))
                found++;
        }

        return found;
    }
}
