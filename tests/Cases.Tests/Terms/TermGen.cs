using System.Collections.Immutable;
using CsCheck;

namespace WobWorkflow.Cases.Tests;

/// <summary>Generates terms that can be computed.</summary>
internal static class TermGen
{
    public const int Cases = 100_000;

    public static HolidayCalendar Calendar => HolidayCalendar.Statutory;

    /// <summary>A rule with a start inside its time, a length where one is needed and an extension up to the ceiling; no suspensions.</summary>
    public static Gen<TermFacts> Unsuspended { get; } =
        Gen.Int[0, TermRules.All.Length - 1].Select(row => TermRules.All[row]).SelectMany(rule => Gen.Select(
            Date(Math.Max(2014, rule.ValidFrom?.Year + 1 ?? 2014), rule.ValidThrough?.Year - 1 ?? 2028),
            Gen.Int[1, 200],
            Gen.Int[0, rule.ExtensionCeilingDays ?? 0],
            (start, days, extension) => new TermFacts(rule.Name, start, rule.Length is null ? TermLength.Days(days) : null, extension)));

    /// <summary>The same of rules that can be suspended, with up to five suspensions before, in and after the term, some open.</summary>
    public static Gen<TermFacts> Suspended { get; } =
        Unsuspended.Where(facts => !TermRules.Find(facts.Rule)!.Suspensions.IsEmpty)
            .SelectMany(facts => SuspensionAround(facts.StartedOn).Array[0, 5].Select(suspensions => facts with { Suspensions = [.. suspensions] }));

    public static Gen<DateOnly> Date(int fromYear, int throughYear) =>
        Gen.Int[new DateOnly(fromYear, 1, 1).DayNumber, new DateOnly(throughYear, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    public static Gen<Suspension> SuspensionAround(DateOnly start) =>
        Gen.Select(Gen.Int[-20, 120], Gen.Int[1, 40], Gen.Int[0, 9], (offset, days, open) =>
            new Suspension(start.AddDays(offset), open == 0 ? null : start.AddDays(offset + days - 1)));

    /// <summary>The day for which open suspensions are counted.</summary>
    public static DateOnly AsOf(TermFacts facts) => facts.StartedOn.AddDays(60);

    public static T[] Shuffle<T>(IReadOnlyCollection<T> items, int seed)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }

    /// <summary>The definition of a suspended term, one day at a time.</summary>
    public static DateOnly CountOneByOne(TermFacts facts, DateOnly asOf)
    {
        var remaining = (facts.Chosen ?? TermRules.Find(facts.Rule)!.Length!).InDays + facts.ExtensionDays;
        var day = facts.StartedOn;
        while (remaining > 0)
        {
            day = day.AddDays(1);
            if (!facts.Suspensions.Any(suspension => suspension.From <= day && day <= (suspension.Through ?? asOf)))
                remaining--;
        }

        return day;
    }

    public static ImmutableArray<Suspension> Days(IEnumerable<Suspension> runs) =>
        [.. runs.SelectMany(run => Enumerable.Range(run.From.DayNumber, run.Through!.Value.DayNumber - run.From.DayNumber + 1))
            .Select(DateOnly.FromDayNumber).Select(day => new Suspension(day, day))];
}
