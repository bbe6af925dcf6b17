using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Which assumptions a calculation really rests on.</summary>
internal static class ReliedOn
{
    public static ImmutableArray<Assumption> In(TermFacts facts, TermCount count, ActReach reach, DateOnly due, HolidayCalendar calendar)
    {
        var inside = facts.Suspensions.Where(suspension => IsInside(suspension, facts, count)).ToArray();
        var names = count.Rule.Assumptions
            .Concat(Assumptions.OfArithmetic)
            .Concat(inside.SelectMany(suspension => SuspensionBases.Find(suspension.Basis)?.Assumptions ?? []))
            .Concat(YearsOf(count, reach, due).Select(year => calendar.Years.GetValueOrDefault(year)?.Assumption).OfType<string>());
        return
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => Assumptions.Find(name)!)
                .Where(assumption => Holds(assumption.Condition, facts, count, due, inside)),
        ];
    }

    /// <summary>The years whose designated days decide where the term ends; none where the calendar plays no part.</summary>
    public static ImmutableArray<int> YearsOf(TermCount count, ActReach reach, DateOnly due) =>
        reach == ActReach.Reached
            ? [.. Enumerable.Range(count.Nominal.Year, due.Year - count.Nominal.Year + 1)]
            : [];

    private static bool IsInside(Suspension suspension, TermFacts facts, TermCount count) =>
        suspension.From <= count.Nominal && (suspension.Through is null || suspension.Through > facts.StartedOn);

    private static bool Holds(AssumptionCondition condition, TermFacts facts, TermCount count, DateOnly due, Suspension[] inside) => condition switch
    {
        AssumptionCondition.Always => true,
        AssumptionCondition.Extended => facts.ExtensionDays > 0,
        AssumptionCondition.ExtendedBeyondTwelveWeeks =>
            GeneralTermsAct.Reaches(count.Length) && !GeneralTermsAct.Reaches(count.Length, facts.ExtensionDays),
        AssumptionCondition.RunningAtTransition => facts.StartedOn < Regimes.WooInForce && due >= Regimes.WooInForce,
        AssumptionCondition.StartedSince2026 => facts.StartedOn.Year >= 2026,
        AssumptionCondition.SuspensionsOverlap => Overlap(inside),
        AssumptionCondition.SuspensionInRolledDays =>
            facts.Suspensions.Any(suspension => suspension.From > count.Nominal && suspension.From <= due),
        AssumptionCondition.SuspensionEndedUnused => inside.Any(suspension => suspension.TermUnused),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "An assumption needs a condition that is known here."),
    };

    private static bool Overlap(Suspension[] suspensions)
    {
        var ordered = suspensions.OrderBy(suspension => suspension.From).ToArray();
        for (var next = 1; next < ordered.Length; next++)
        {
            if (ordered[..next].Any(earlier => earlier.Through is null || earlier.Through >= ordered[next].From))
                return true;
        }

        return false;
    }
}
