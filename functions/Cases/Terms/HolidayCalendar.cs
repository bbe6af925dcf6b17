using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Which days are working days: weekends and holidays by rule, designated days as recorded.</summary>
/// <remarks>Immutable. <see cref="Version"/> is given by whoever records a change; nothing here raises it.</remarks>
public sealed record HolidayCalendar
{
    /// <summary>The calendar as the acts and the decrees known to this release have it; version 0.</summary>
    public static HolidayCalendar Statutory { get; } = new() { Designated = DesignatedDays.Days, Years = DesignatedDays.Years };

    /// <summary>Which state of the organisation's records this is; 0 is the built-in one. Every proof names it.</summary>
    public long Version { get; init; }

    /// <summary>The designated days (Atw 3(3)) with the reason or decree of each.</summary>
    public required ImmutableSortedDictionary<DateOnly, string> Designated { get; init; }

    /// <summary>The years whose decree is known as a whole, also when it designates no day.</summary>
    public required ImmutableSortedDictionary<int, DesignationYear> Years { get; init; }

    /// <summary>What makes the day no working day; null for a working day. A holiday in a weekend is named as the holiday.</summary>
    public DayOff? Find(DateOnly date) =>
        Holiday(date) ?? DesignatedDay(date) ?? Weekend(date);

    /// <summary>True when the day is neither Saturday, Sunday, holiday nor designated.</summary>
    public bool IsWorkingDay(DateOnly date) => Find(date) is null;

    /// <summary>
    /// False until it is known which days of the year are designated, all of them: a term that ends there may still move, and its proof says so. A day
    /// that was recorded says nothing of the others of its year.
    /// </summary>
    public bool KnowsDesignatedDaysOf(int year) => Years.ContainsKey(year);

    /// <summary>The holidays and designated days of a year in order of date, without its ordinary weekends.</summary>
    public ImmutableArray<DayOff> In(int year) =>
    [
        .. HolidayRule.In(year).Keys
            .Concat(Designated.Keys.Where(day => day.Year == year))
            .Distinct()
            .Order()
            .Select(day => Find(day)!),
    ];

    /// <summary>A calendar in which the day is designated. A day that was, gets the new reason.</summary>
    /// <param name="date">The day that is equated with a holiday.</param>
    /// <param name="reason">The decree or other source, for the proofs.</param>
    public HolidayCalendar Designate(DateOnly date, string reason) => this with { Designated = Designated.SetItem(date, reason) };

    /// <summary>A calendar in which the day is not designated; the same calendar when it was not. Holidays stay what they are.</summary>
    public HolidayCalendar Undesignate(DateOnly date) => this with { Designated = Designated.Remove(date) };

    /// <summary>A calendar that knows the year's decree: its designated days are all there are.</summary>
    public HolidayCalendar Complete(int year, string source) => this with { Years = Years.SetItem(year, new(year, source, Assumption: null)) };

    public bool Equals(HolidayCalendar? other) =>
        other is not null && Version == other.Version && Designated.SequenceEqual(other.Designated) && Years.SequenceEqual(other.Years);

    public override int GetHashCode() => HashCode.Combine(Version, Designated.Count, Years.Count);

    private static DayOff? Holiday(DateOnly date) =>
        HolidayRule.In(date.Year).TryGetValue(date, out var rule) ? new(date, DayOffKind.Holiday, rule.Name, rule.Basis) : null;

    private DayOff? DesignatedDay(DateOnly date) =>
        Designated.TryGetValue(date, out var reason)
            ? new(date, DayOffKind.Designated, new("met een feestdag gelijkgesteld", "equated with a holiday"), $"Atw 3(3); {reason}")
            : null;

    private static DayOff? Weekend(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => new(date, DayOffKind.Weekend, new("zaterdag", "Saturday"), "Atw 1(1)"),
        DayOfWeek.Sunday => new(date, DayOffKind.Weekend, new("zondag", "Sunday"), "Atw 1(1)"),
        _ => null,
    };
}
