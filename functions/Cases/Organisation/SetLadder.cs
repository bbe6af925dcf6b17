using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;

namespace WobWorkflow.Cases;

/// <summary>Sets when people are reminded of a kind of term.</summary>
/// <param name="DaysBefore">Days before the last day on which is reminded; empty for none. The day itself is always one.</param>
/// <param name="WeeksAfter">For how many weeks after the last day is reminded each week; left out: for as long as the term is unmet.</param>
public sealed record SetLadder(
    TermKind Term,
    ImmutableArray<int> DaysBefore,
    [property: Range(0, 520)] int? WeeksAfter = null) : IStep<Organisation, SetLadder>
{
    public static StepRule<Organisation> Rule { get; } = new(
        "set-ladder", nl: "Herinneringen instellen", en: "Set the reminders", [Role.Administrator, Role.Coordinator]);

    public static Outcome Decide(Organisation organisation, SetLadder step, At at) =>
        step.DaysBefore.Any(days => days is < 1 or > 365)
            ? Refused.Invalid("daysBefore", "days-out-of-range", "Geef aantallen dagen tussen 1 en 365.")
            : new LadderSet(step.Term, [.. step.DaysBefore.Distinct().OrderDescending()], step.WeeksAfter);
}

public sealed record LadderSet(TermKind Term, ImmutableArray<int> DaysBefore, int? WeeksAfter) : OrganisationEvent
{
    public override Organisation ApplyTo(Organisation organisation, Entry entry) => organisation with
    {
        Ladders = organisation.Ladders.SetItem(Term, new ReminderLadder(DaysBefore, WeeksAfter)),
    };
}
