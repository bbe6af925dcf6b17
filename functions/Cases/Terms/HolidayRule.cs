using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace WobWorkflow.Cases;

/// <summary>One holiday of Atw 3(1) or 3(2) and on which day of a year it falls.</summary>
/// <param name="Name">What the day is called.</param>
/// <param name="Basis">The paragraph that lists it.</param>
/// <param name="FromYear">The first year in which it was one.</param>
/// <param name="ThroughYear">The last year in which it was one; null while it still is.</param>
/// <param name="On">The day on which it falls in a year.</param>
internal sealed record HolidayRule(Wording Name, string Basis, int FromYear, int? ThroughYear, Func<int, DateOnly> On)
{
    /// <summary>In order of precedence: of two holidays on one day the first names it.</summary>
    public static IReadOnlyList<HolidayRule> All { get; } =
    [
        new(new("Nieuwjaarsdag", "New Year's Day"), "Atw 3(1)", 1, null, year => new(year, 1, 1)),
        new(new("Goede Vrijdag", "Good Friday"), "Atw 3(2)", 1, null, year => EasterSunday(year).AddDays(-2)),
        new(new("Tweede Paasdag", "Easter Monday"), "Atw 3(1)", 1, null, year => EasterSunday(year).AddDays(1)),
        new(new("Hemelvaartsdag", "Ascension Day"), "Atw 3(1)", 1, null, year => EasterSunday(year).AddDays(39)),
        new(new("Tweede Pinksterdag", "Whit Monday"), "Atw 3(1)", 1, null, year => EasterSunday(year).AddDays(50)),
        new(new("Koninginnedag", "Queen's Day"), "Atw 3(1)", 1, 2013, year => NotOnSunday(new(year, 4, 30))),
        new(new("Koningsdag", "King's Day"), "Atw 3(1)", 2014, null, year => NotOnSunday(new(year, 4, 27))),

        // Every year, not only in lustrum years: the five-year habit is one of collective agreements, not of the Atw.
        new(new("Bevrijdingsdag", "Liberation Day"), "Atw 3(1)", 1, null, year => new(year, 5, 5)),
        new(new("Eerste Kerstdag", "Christmas Day"), "Atw 3(1)", 1, null, year => new(year, 12, 25)),
        new(new("Tweede Kerstdag", "Boxing Day"), "Atw 3(1)", 1, null, year => new(year, 12, 26)),
    ];

    /// <summary>Easter is worked out once a year, and not for each day that is asked about.</summary>
    private static readonly ConcurrentDictionary<int, FrozenDictionary<DateOnly, HolidayRule>> Years = new();

    /// <summary>The holidays of a year by day.</summary>
    public static FrozenDictionary<DateOnly, HolidayRule> In(int year) => Years.GetOrAdd(year, static year =>
        All.Where(rule => rule.HoldsIn(year)).GroupBy(rule => rule.On(year)).ToFrozenDictionary(day => day.Key, day => day.First()));

    private bool HoldsIn(int year) => year >= FromYear && (ThroughYear is null || year <= ThroughYear);

    private static DateOnly NotOnSunday(DateOnly birthday) => birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;

    /// <summary>Easter of the Gregorian calendar (the anonymous computus of 1876).</summary>
    private static DateOnly EasterSunday(int year)
    {
        int golden = year % 19, century = year / 100, ofCentury = year % 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var march = epact + toSunday - (7 * correction) + 114;
        return new DateOnly(year, march / 31, (march % 31) + 1);
    }
}
