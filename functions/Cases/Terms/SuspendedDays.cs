using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>Suspensions as days: overlapping ones are joined and never added up.</summary>
public static class SuspendedDays
{
    /// <summary>
    /// The days of all suspensions together, as the fewest runs that neither overlap nor touch, in order, without their bases.
    /// An open suspension runs through <paramref name="asOf"/>; one that begins later has no days yet.
    /// </summary>
    public static ImmutableArray<Suspension> Union(IEnumerable<Suspension> suspensions, DateOnly asOf)
    {
        var runs = ImmutableArray.CreateBuilder<Suspension>();
        foreach (var (from, through, _) in suspensions.OrderBy(suspension => suspension.From))
        {
            var last = through ?? asOf;
            if (last < from)
                continue;

            if (runs.Count > 0 && runs[^1].Through!.Value.DayNumber + 1 >= from.DayNumber)
            {
                if (runs[^1].Through < last)
                    runs[^1] = runs[^1] with { Through = last };
            }
            else
            {
                runs.Add(new(from, last));
            }
        }

        return runs.ToImmutable();
    }
}
