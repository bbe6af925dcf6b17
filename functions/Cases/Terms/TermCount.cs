using System.Collections.Immutable;

namespace WobWorkflow.Cases;

/// <summary>The bare arithmetic of one term: which day is the last by counting alone, and which suspended days it passed.</summary>
/// <param name="Rule">The row that was counted by.</param>
/// <param name="Length">The length that was counted: the chosen one, or else the rule's.</param>
/// <param name="Nominal">The last day by counting alone.</param>
/// <param name="Runs">The suspended days inside the term, joined.</param>
internal sealed record TermCount(TermRule Rule, TermLength Length, DateOnly Nominal, ImmutableArray<Suspension> Runs)
{
    public int DaysSuspended => Runs.Sum(run => run.Through!.Value.DayNumber - run.From.DayNumber + 1);

    /// <summary>
    /// Counts as many unsuspended days as the term has. A suspension that begins after the last of them changes nothing, and one that moved the
    /// end can bring a later suspension inside the term.
    /// </summary>
    /// <param name="facts">Facts in which <see cref="Terms.Validate"/> found no problem of rule or length.</param>
    /// <param name="asOf">The day through which an open suspension is counted.</param>
    public static TermCount Of(TermFacts facts, DateOnly asOf)
    {
        var rule = TermRules.Find(facts.Rule)!;
        var length = facts.Chosen ?? rule.Length!;
        if (rule.Direction == CountingDirection.Back)
            return new(rule, length, facts.StartedOn.AddDays(-length.InDays - 1), []);

        var nominal = facts.StartedOn.AddDays(length.InDays + facts.ExtensionDays);
        var runs = ImmutableArray.CreateBuilder<Suspension>();
        foreach (var run in SuspendedDays.Union(facts.Suspensions, asOf))
        {
            // Day 1 is the day after the start event: a suspension cannot stop what has not begun.
            var from = run.From > facts.StartedOn ? run.From : facts.StartedOn.AddDays(1);
            if (run.Through < from)
                continue;
            if (from > nominal)
                break;

            nominal = nominal.AddDays(run.Through!.Value.DayNumber - from.DayNumber + 1);
            runs.Add(run with { From = from });
        }

        return new(rule, length, nominal, runs.ToImmutable());
    }
}
