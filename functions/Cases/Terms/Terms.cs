using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Computes the dates of a term from its base facts, with the proof.</summary>
public static class Terms
{
    /// <summary>No date before this one is computed with: the rule of Queen's Day is right from here on.</summary>
    public static DateOnly Earliest { get; } = new(1980, 1, 1);

    /// <summary>No date after this one is computed with.</summary>
    public static DateOnly Latest { get; } = new(2199, 12, 31);

    /// <summary>The longest length that can be chosen, in days: ten years.</summary>
    public const int LongestChosenDays = 3660;

    /// <summary>What stands in the way of computing a term from these facts; empty when nothing does.</summary>
    public static ImmutableArray<TermProblem> Validate(TermFacts facts) => TermChecks.Of(facts);

    /// <summary>Computes the term as it stands on a day.</summary>
    /// <param name="facts">Facts in which <see cref="Validate"/> finds no problem.</param>
    /// <param name="calendar">Says which days are working days; the proof names its version.</param>
    /// <param name="asOf">Today; a suspension that still runs is counted through this day.</param>
    /// <exception cref="ArgumentException">
    /// The facts have problems (ask <see cref="Validate"/> first) or a date lies outside <see cref="Earliest"/> through <see cref="Latest"/>.
    /// </exception>
    public static TermCalculation Calculate(TermFacts facts, HolidayCalendar calendar, DateOnly asOf)
    {
        if (Validate(facts) is [var problem, ..])
            throw new ArgumentException($"{problem.Code}: {problem.Detail.En}", nameof(facts));
        if (asOf < Earliest || asOf > Latest)
            throw new ArgumentException($"Terms are computed from {Earliest:O} through {Latest:O}.", nameof(asOf));

        var count = TermCount.Of(facts, asOf);
        var reach = ActReaches.Of(facts, count);
        var due = reach == ActReach.Reached ? GeneralTermsAct.LastDay(facts.StartedOn, count.Nominal, calendar) : count.Nominal;
        var relied = ReliedOn.In(facts, count, reach, due, calendar);
        return new(count.Nominal, due, IsSuspended(count, asOf), TermProof.Of(facts, count, reach, due, relied, calendar, asOf), calendar.Version)
        {
            DueMoves = facts.Suspensions.Any(suspension => suspension.Through is null && suspension.From <= asOf) && IsSuspended(count, asOf),
            SuspendedDays = count.DaysSuspended,
            Assumptions = [.. relied.Select(assumption => assumption.Name)],
        };
    }

    /// <summary>
    /// The last day on which an extension can still be notified: the end of the term without one, unmoved by the
    /// General Extension of Time Limits Act, because the earlier reading is the safe one (Woo 4.4(2), Wob 6(2): before the first term ends).
    /// </summary>
    /// <exception cref="ArgumentException">As <see cref="Calculate"/>.</exception>
    public static DateOnly LastDayToExtend(TermFacts facts, HolidayCalendar calendar, DateOnly asOf) =>
        Calculate(facts with { ExtensionDays = 0 }, calendar, asOf).Nominal;

    private static bool IsSuspended(TermCount count, DateOnly asOf) => count.Runs.Any(run => run.From <= asOf && asOf <= run.Through);
}
