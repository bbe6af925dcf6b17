using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class TermPropertyTests
{
    [Fact]
    public void Validate_GeneratedFacts_FindsNothing() => TermGen.Suspended.Sample(facts => Terms.Validate(facts).IsEmpty, iter: TermGen.Cases);

    [Fact]
    public void Due_AnyTerm_IsNeverBeforeNominal() =>
        Gen.OneOf(TermGen.Unsuspended, TermGen.Suspended).Sample(
            facts =>
            {
                var term = Calculate(facts);
                return term.Due >= term.Nominal;
            },
            iter: TermGen.Cases);

    [Fact]
    public void Due_WhereTheAtwApplies_IsAWorkingDay() =>
        Gen.OneOf(TermGen.Unsuspended, TermGen.Suspended).Where(AtwApplies).Sample(facts => TermGen.Calendar.IsWorkingDay(Calculate(facts).Due), iter: TermGen.Cases);

    [Fact]
    public void Due_WhereTheAtwDoesNotApply_IsNominal() =>
        TermGen.Unsuspended.Where(facts => !AtwApplies(facts)).Sample(
            facts =>
            {
                var term = Calculate(facts);
                return term.Due == term.Nominal;
            },
            iter: TermGen.Cases);

    [Fact]
    public void Due_WhereTheAtwApplies_IsTheFirstDayThatMayEndTheTerm() =>
        TermGen.Date(2014, 2028).Select(Gen.Int[1, 90]).Sample(
            (start, days) =>
            {
                var term = Calculate(new("atw-1-1", start, TermLength.Days(days)));
                var skipped = Enumerable.Range(term.Nominal.DayNumber, term.Due.DayNumber - term.Nominal.DayNumber).Select(DateOnly.FromDayNumber);
                return MayEnd(start, days, term.Due) && !skipped.Any(day => MayEnd(start, days, day));
            },
            iter: TermGen.Cases);

    [Fact]
    public void Roll_Twice_IsRollingOnce() =>
        TermGen.Date(1980, 2199).Sample(
            day =>
            {
                var once = GeneralTermsAct.Roll(day, TermGen.Calendar);
                return once >= day && TermGen.Calendar.IsWorkingDay(once) && GeneralTermsAct.Roll(once, TermGen.Calendar) == once;
            },
            iter: TermGen.Cases);

    [Fact]
    public void Due_LaterStart_IsNotEarlier() =>
        TermGen.Unsuspended.Select(Gen.Int[1, 40]).Where((facts, later) => Terms.Validate(Later(facts, later)).IsEmpty).Sample(
            (facts, later) => Calculate(Later(facts, later)).Due >= Calculate(facts).Due,
            iter: TermGen.Cases);

    [Fact]
    public void Due_LaterStartWithTheSameSuspensions_IsNotEarlier() =>
        TermGen.Suspended.Select(Gen.Int[1, 40]).Where((facts, later) => Terms.Validate(Later(facts, later)).IsEmpty).Sample(
            (facts, later) => Calculate(Later(facts, later), TermGen.AsOf(facts)).Due >= Calculate(facts).Due,
            iter: TermGen.Cases);

    [Fact]
    public void Nominal_SuspendedTerm_IsWhatCountingDayByDayGives() =>
        TermGen.Suspended.Sample(facts => Calculate(facts).Nominal == TermGen.CountOneByOne(facts, TermGen.AsOf(facts)), iter: TermGen.Cases);

    [Fact]
    public void Nominal_SuspendedTerm_IsLengthAndSuspendedDaysAfterTheStart() =>
        TermGen.Suspended.Sample(
            facts =>
            {
                var term = Calculate(facts);
                return term.Nominal.DayNumber - facts.StartedOn.DayNumber == TermRules.Find(facts.Rule)!.Length!.InDays + facts.ExtensionDays + term.SuspendedDays;
            },
            iter: TermGen.Cases);

    [Fact]
    public void Calculate_SuspensionsInAnotherOrder_GivesTheSameProof() =>
        TermGen.Suspended.Select(Gen.Int[0, 1_000_000]).Sample(
            (facts, seed) => Same(Calculate(facts), Calculate(facts with { Suspensions = [.. TermGen.Shuffle(facts.Suspensions, seed)] })),
            iter: TermGen.Cases);

    [Fact]
    public void Calculate_SuspensionsSplitInTwo_GivesTheSameDates() =>
        TermGen.Suspended.Select(Gen.Int[0, 39]).Sample(
            (facts, at) =>
            {
                var split = facts with { Suspensions = [.. facts.Suspensions.SelectMany(suspension => Split(suspension, at, TermGen.AsOf(facts)))] };
                var (one, other) = (Calculate(facts), Calculate(split));
                return (one.Nominal, one.Due, one.SuspendedDays, one.Suspended) == (other.Nominal, other.Due, other.SuspendedDays, other.Suspended);
            },
            iter: TermGen.Cases);

    [Fact]
    public void Union_SplitAndShuffled_IsTheSameRuns() =>
        TermGen.SuspensionAround(new(2024, 3, 1)).Array[0, 6].Select(Gen.Int[0, 1_000_000]).Sample(
            (suspensions, seed) =>
            {
                DateOnly asOf = new(2024, 5, 1);
                var runs = SuspendedDays.Union(suspensions, asOf);
                var split = SuspendedDays.Union(TermGen.Shuffle(TermGen.Days(runs), seed), asOf);
                var apart = runs.Zip(runs.Skip(1)).All(pair => pair.First.Through!.Value.AddDays(1) < pair.Second.From);
                return apart && runs.SequenceEqual(split) && runs.SequenceEqual(SuspendedDays.Union(TermGen.Shuffle(suspensions, seed), asOf));
            },
            iter: TermGen.Cases);

    [Fact]
    public void Calculate_SuspensionAddedThenRemoved_GivesTheSameProof() =>
        TermGen.Suspended.SelectMany(facts => TermGen.SuspensionAround(facts.StartedOn).Select(extra => (facts, extra))).Sample(
            (facts, extra) =>
            {
                var before = Calculate(facts);
                var added = facts with { Suspensions = facts.Suspensions.Add(extra) };
                var with = Calculate(added);
                var removed = Calculate(added with { Suspensions = added.Suspensions.RemoveAt(added.Suspensions.Length - 1) });
                return with.Nominal >= before.Nominal && !Same(with, before) && Same(removed, before);
            },
            iter: TermGen.Cases);

    [Fact]
    public void Calculate_DayDesignatedThenNot_GivesTheSameDates() =>
        TermGen.Suspended.Select(Gen.Int[0, 10]).Sample(
            (facts, after) =>
            {
                var before = Calculate(facts);
                var day = before.Nominal.AddDays(after);
                if (TermGen.Calendar.Designated.ContainsKey(day))
                    return true;

                var designated = TermGen.Calendar.Designate(day, "KB");
                var with = Terms.Calculate(facts, designated, TermGen.AsOf(facts));
                var without = Terms.Calculate(facts, designated.Undesignate(day), TermGen.AsOf(facts));
                return with.Due >= before.Due && with.Nominal == before.Nominal && (with.Due != day || !AtwApplies(facts)) && Same(without, before);
            },
            iter: TermGen.Cases);

    [Fact]
    public void Nominal_OpenSuspension_MovesOneDayEachDay() =>
        TermGen.Unsuspended.Where(facts => !TermRules.Find(facts.Rule)!.Suspensions.IsEmpty).Select(Gen.Int[1, 10], Gen.Int[0, 60]).Sample(
            (facts, after, running) =>
            {
                var from = facts.StartedOn.AddDays(after);
                var suspended = facts with { Suspensions = [new(from, Through: null)] };
                var today = Calculate(suspended, from.AddDays(running));
                var tomorrow = Calculate(suspended, from.AddDays(running + 1));
                return today.DueMoves && today.Suspended && tomorrow.Nominal == today.Nominal.AddDays(1);
            },
            iter: TermGen.Cases);

    [Fact]
    public void Roll_EveryDayFrom2014Through2028_MovesAtMostFiveDays()
    {
        var days = Enumerable.Range(new DateOnly(2014, 1, 1).DayNumber, new DateOnly(2028, 12, 31).DayNumber - new DateOnly(2014, 1, 1).DayNumber + 1)
            .Select(DateOnly.FromDayNumber)
            .Select(day => (Day: day, Moved: GeneralTermsAct.Roll(day, TermGen.Calendar).DayNumber - day.DayNumber))
            .ToArray();

        days.Max(day => day.Moved).ShouldBe(5);
        days.Where(day => day.Moved == 5).Select(day => day.Day.ToString("O")).ShouldBe(["2018-12-22", "2019-12-25", "2024-12-25", "2027-05-05"]);
    }

    /// <summary>Of every rule that the Atw reaches, as short as it can be where its length is chosen: so that Atw 2 has its say.</summary>
    [Fact]
    public void Due_EveryRuleFromEveryDayOf2014Through2028_IsAtMostFiveDaysAfterNominal()
    {
        (TermRule Rule, TermLength? Chosen)[] terms =
        [
            .. TermRules.All.Where(rule => rule is { Atw: true, Length: not null, Direction: CountingDirection.Forward }).Select(rule => (rule, (TermLength?)null)),
            .. Enumerable.Range(1, 14).Select(days => (TermRules.Find("atw-1-1")!, (TermLength?)TermLength.Days(days))),
        ];
        var first = new DateOnly(2014, 1, 1);
        for (var start = first; start.Year <= 2028; start = start.AddDays(1))
        {
            foreach (var (rule, chosen) in terms)
            {
                var nominal = start.AddDays((chosen ?? rule.Length!).InDays);
                if (nominal.Year > 2028)
                    continue;
                var due = GeneralTermsAct.LastDay(start, nominal, TermGen.Calendar);
                (due.DayNumber - nominal.DayNumber).ShouldBeInRange(0, 5, $"{rule.Name} of {chosen?.InDays} from {start:O}");
            }
        }
    }

    private static TermCalculation Calculate(TermFacts facts) => Calculate(facts, TermGen.AsOf(facts));

    private static TermCalculation Calculate(TermFacts facts, DateOnly asOf) => Terms.Calculate(facts, TermGen.Calendar, asOf);

    private static TermFacts Later(TermFacts facts, int days) => facts with { StartedOn = facts.StartedOn.AddDays(days) };

    private static bool Same(TermCalculation one, TermCalculation other) =>
        (one.Nominal, one.Due, one.Suspended, one.SuspendedDays, one.DueMoves) == (other.Nominal, other.Due, other.Suspended, other.SuspendedDays, other.DueMoves)
        && one.Trail.SequenceEqual(other.Trail) && one.Assumptions.SequenceEqual(other.Assumptions);

    /// <summary>The same days as two suspensions that touch; as one where it ends, or has come, no further than the first of those.</summary>
    private static Suspension[] Split(Suspension suspension, int at, DateOnly asOf)
    {
        var middle = suspension.From.AddDays(at);
        return (suspension.Through ?? asOf) <= middle
            ? [suspension]
            : [suspension with { Through = middle }, suspension with { From = middle.AddDays(1) }];
    }

    /// <summary>Written out from Atw 1(2) and 4 and the table, not from the code under test.</summary>
    private static bool AtwApplies(TermFacts facts)
    {
        var rule = TermRules.Find(facts.Rule)!;
        var length = facts.Chosen ?? rule.Length!;
        return rule.Atw && rule.Direction == CountingDirection.Forward && length.Unit switch
        {
            TermUnit.Weeks => (length.Amount * 7) + facts.ExtensionDays <= 84,
            TermUnit.Days => length.Amount + facts.ExtensionDays <= 90,
            _ => false,
        };
    }

    /// <summary>Atw 1(1) and 2 as a question about one day.</summary>
    private static bool MayEnd(DateOnly start, int days, DateOnly last) =>
        TermGen.Calendar.IsWorkingDay(last)
        && (days < 3 || Enumerable.Range(start.DayNumber + 1, last.DayNumber - start.DayNumber).Select(DateOnly.FromDayNumber).Count(TermGen.Calendar.IsWorkingDay) >= 2);
}
