using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The days equated with a holiday by royal decree (koninklijk besluit, Atw 3(3)), as the decrees list them.</summary>
/// <remarks>
/// Data, not a rule: the pattern of the decrees changed over time, so a year without a row is unknown and never guessed.
/// </remarks>
internal static class DesignatedDays
{
    private const string Decree2016 = "KB van 31 oktober 2016, Stcrt. 2016, 58653";
    private const string Decree2019 = "besluit van 20 september 2019";

    /// <summary>By year: where its days come from.</summary>
    public static ImmutableSortedDictionary<int, DesignationYear> Years { get; } = new DesignationYear[]
    {
        new(2014, "KB 2014-2016", null),
        new(2015, "KB 2014-2016", null),
        new(2016, "KB 2014-2016", null),
        new(2017, Decree2016, null),
        new(2018, Decree2016, null),
        new(2019, Decree2016, null),
        new(2020, Decree2019, "designated-days-2020-2022"),
        new(2021, Decree2019, "designated-days-2020-2022"),
        new(2022, Decree2019, "designated-days-2020-2022"),
        new(2023, "KB 2023-2025", null),
        new(2024, "KB 2023-2025", null),
        new(2025, "KB 2023-2025", null),
        new(2026, "KB 2026-2028", null),
        new(2027, "KB 2026-2028", null),
        new(2028, "KB 2026-2028", null),
    }.ToImmutableSortedDictionary(row => row.Year, row => row);

    public static ImmutableSortedDictionary<DateOnly, string> Days { get; } = new DateOnly[]
    {
        new(2014, 5, 30),
        new(2015, 1, 2), new(2015, 5, 4), new(2015, 5, 15),
        new(2016, 5, 6),
        new(2017, 4, 28), new(2017, 5, 26),
        new(2018, 5, 11), new(2018, 12, 24), new(2018, 12, 31),
        new(2019, 5, 31), new(2019, 12, 27),
        new(2020, 5, 22),
        new(2021, 5, 14),
        new(2022, 5, 27),
        new(2023, 4, 28), new(2023, 5, 19),
        new(2024, 5, 10), new(2024, 12, 27),
        new(2025, 5, 30),
        new(2026, 1, 2), new(2026, 5, 15),
        new(2027, 5, 7),
        new(2028, 4, 28), new(2028, 5, 26),
    }.ToImmutableSortedDictionary(day => day, day => Years[day.Year].Source);
}

/// <summary>A year of which it is known which days were designated.</summary>
/// <param name="Year">The calendar year.</param>
/// <param name="Source">The decree.</param>
/// <param name="Assumption">Name of the <see cref="Assumption"/> on which the row rests; null when the source is sure.</param>
public sealed record DesignationYear(int Year, string Source, string? Assumption);
