using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class ReminderLadderTests
{
    private static readonly DateOnly Started = new(2018, 5, 22);
    private static readonly DateOnly Due = new(2018, 6, 19);
    private static readonly ReminderLadder Ladder = ReminderLadder.Default;

    [Fact]
    public void Owed_LookedAtEveryDay_TellsEachRungOnItsDay() =>
        Live(Ladder, Due, Started, Enumerable.Range(0, 43).Select(Started.AddDays)).Told.ShouldBe(
        [
            (new(2018, 6, 5), "2018-06-19:before-14"),
            (new(2018, 6, 12), "2018-06-19:before-7"),
            (new(2018, 6, 17), "2018-06-19:before-2"),
            (new(2018, 6, 19), "2018-06-19:due"),
            (new(2018, 6, 26), "2018-06-19:after-1w"),
            (new(2018, 7, 3), "2018-06-19:after-2w"),
        ]);

    [Fact]
    public void Owed_BeforeTheFirstRung_LooksAgainOnItsDay()
    {
        var owed = Ladder.Owed(Due, Started, new HashSet<string>(), Started);

        owed.Send.ShouldBeNull();
        owed.PassedOver.ShouldBeEmpty();
        owed.NextLook.ShouldBe(new DateOnly(2018, 6, 5));
    }

    [Fact]
    public void Owed_RungMissedByADay_IsToldLate()
    {
        var owed = Ladder.Owed(Due, Started, new HashSet<string>(), new(2018, 6, 6));

        owed.Send.ShouldBe(new Rung("2018-06-19:before-14", "before-14", new(2018, 6, 5)));
        owed.NextLook.ShouldBe(new DateOnly(2018, 6, 12));
    }

    [Fact]
    public void Owed_AfterDowntimeOverFiveRungs_TellsTheLastAndPassesOverTheOthers()
    {
        var owed = Ladder.Owed(Due, Started, new HashSet<string>(), new(2018, 6, 30));

        owed.Send.ShouldNotBeNull().Name.ShouldBe("after-1w");
        owed.PassedOver.Select(rung => rung.Name).ShouldBe(["before-14", "before-7", "before-2", "due"]);
        owed.NextLook.ShouldBe(new DateOnly(2018, 7, 3));
    }

    [Fact]
    public void Owed_LastReachedAlreadyTold_TellsNothingMoreButPassesOverTheGap()
    {
        var owed = Ladder.Owed(Due, Started, new HashSet<string> { "2018-06-19:before-14", "2018-06-19:before-2" }, new(2018, 6, 18));

        owed.Send.ShouldBeNull();
        owed.PassedOver.ShouldHaveSingleItem().Name.ShouldBe("before-7");
    }

    [Fact]
    public void Owed_RungOnOrBeforeTheStart_IsNeitherToldNorPassedOver()
    {
        var owed = Ladder.Owed(new(2018, 6, 5), Started, new HashSet<string>(), new(2018, 5, 28));

        owed.Send.ShouldBeNull();
        owed.PassedOver.ShouldBeEmpty();
        owed.NextLook.ShouldBe(new DateOnly(2018, 5, 29));
    }

    [Fact]
    public void Owed_TermThatIsOverWhenItBecomesKnown_TellsTheLastDay() =>
        Ladder.Owed(Due, termStartedOn: Due, new HashSet<string>(), Due).Send.ShouldNotBeNull().Name.ShouldBe("due");

    [Fact]
    public void Owed_TermRedated_TellsTheRungsOfTheNewDayAgain()
    {
        HashSet<string> recorded = ["2018-06-19:before-14", "2018-06-19:before-7"];

        Ladder.Owed(new(2018, 6, 20), Started, recorded, new(2018, 6, 13)).Send.ShouldNotBeNull().Id.ShouldBe("2018-06-20:before-7");
        Ladder.Owed(new(2018, 7, 17), Started, recorded, new(2018, 6, 13)).Send.ShouldBeNull();
    }

    [Fact]
    public void Owed_WeeksAfterLimited_EndsWithTheLastWeek()
    {
        ReminderLadder ladder = new([3], WeeksAfter: 1);

        var owed = ladder.Owed(Due, Started, new HashSet<string>(), new(2018, 8, 1));

        owed.Send.ShouldNotBeNull().Name.ShouldBe("after-1w");
        owed.PassedOver.Select(rung => rung.Name).ShouldBe(["before-3", "due"]);
        owed.NextLook.ShouldBeNull();
    }

    [Fact]
    public void OwedFor_EndOfTermThatMovesEveryDay_IsNothing()
    {
        TermFacts facts = new("woo-4.4-1", new(2024, 9, 2), Suspensions: [new(new(2024, 9, 3), null)]);
        var moving = Terms.Calculate(facts, HolidayCalendar.Statutory, new(2025, 3, 3));
        var fixedEnd = Terms.Calculate(facts with { Suspensions = [] }, HolidayCalendar.Statutory, new(2025, 3, 3));

        Ladder.OwedFor(moving, facts.StartedOn, new HashSet<string>(), new(2025, 4, 1)).ShouldBe(new RemindersOwed(null, [], null));
        Ladder.OwedFor(fixedEnd, facts.StartedOn, new HashSet<string>(), new(2025, 4, 1)).Send.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(new[] { 14, 7, 2 }, null, true)]
    [InlineData(new int[0], 0, true)]
    [InlineData(new[] { 0 }, null, false)]
    [InlineData(new[] { 366 }, null, false)]
    [InlineData(new[] { 7, 7 }, null, false)]
    [InlineData(new[] { 7 }, -1, false)]
    public void IsValid_Ladder_SaysWhetherItCanBeClimbed(int[] daysBefore, int? weeksAfter, bool valid) =>
        new ReminderLadder([.. daysBefore], weeksAfter).IsValid.ShouldBe(valid);

    [Fact]
    public void Owed_WhicheverDaysTheHostWasUp_EachRungIsRecordedOnceAndTheLastReachedIsTold() =>
        Lives.Sample(
            (ladder, due, days) =>
            {
                var (told, passed) = Live(ladder, due, Started, days);
                var recorded = told.Select(rung => rung.Id).Concat(passed).ToArray();
                var reached = Reached(ladder, due, days[^1]);
                return recorded.Length == recorded.Distinct(StringComparer.Ordinal).Count()
                    && recorded.Order(StringComparer.Ordinal).SequenceEqual(reached.Order(StringComparer.Ordinal))
                    && (reached.Count == 0 || told[^1].Id == reached[^1]);
            },
            iter: TermGen.Cases);

    [Fact]
    public void Owed_HostThatLooksOnlyWhenToldTo_TellsEachRungOnItsDay() =>
        Ladders.Sample(
            (ladder, due) =>
            {
                var last = Started.AddDays(90);
                var told = new List<string>();
                for (DateOnly? day = Started; day <= last;)
                {
                    var owed = ladder.Owed(due, Started, told.ToHashSet(StringComparer.Ordinal), day.Value);
                    if (owed.Send is { } rung)
                        told.Add(rung.Id);
                    if (!owed.PassedOver.IsEmpty || owed.NextLook <= day || (owed.Send is not null && owed.Send.On != day))
                        return false;
                    day = owed.NextLook;
                }

                return told.SequenceEqual(Reached(ladder, due, last));
            },
            iter: TermGen.Cases);

    private static Gen<(ReminderLadder Ladder, DateOnly Due)> Ladders { get; } =
        Gen.Select(
            Gen.Int[1, 30].Array[0, 4],
            Gen.Int[0, 6],
            Gen.Int[1, 60],
            (days, weeks, length) => (new ReminderLadder([.. days.Distinct()], weeks == 6 ? null : weeks), Started.AddDays(length)));

    /// <summary>A ladder, a last day, and the days on which a host looked.</summary>
    private static Gen<(ReminderLadder Ladder, DateOnly Due, DateOnly[] Days)> Lives { get; } =
        Gen.Select(Ladders, Gen.Int[0, 110].Array[1, 10], (ladder, days) =>
            (ladder.Ladder, ladder.Due, days.Distinct().Order().Select(Started.AddDays).ToArray()));

    private static (List<(DateOnly On, string Id)> Told, List<string> PassedOver) Live(
        ReminderLadder ladder, DateOnly due, DateOnly started, IEnumerable<DateOnly> days)
    {
        var told = new List<(DateOnly, string)>();
        var passed = new List<string>();
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var day in days)
        {
            var owed = ladder.Owed(due, started, recorded, day);
            passed.AddRange(owed.PassedOver.Select(rung => rung.Id));
            if (owed.Send is { } rung)
                told.Add((day, rung.Id));
            recorded.UnionWith(passed);
            recorded.UnionWith(told.Select(rung => rung.Item2));
        }

        return (told, passed);
    }

    /// <summary>The rungs up to a day, from the definition of a ladder.</summary>
    private static List<string> Reached(ReminderLadder ladder, DateOnly due, DateOnly today)
    {
        var rungs = ladder.DaysBefore.OrderDescending().Where(days => due.AddDays(-days) > Started && due.AddDays(-days) <= today)
            .Select(days => $"{due:yyyy-MM-dd}:before-{days}").ToList();
        if (due <= today)
            rungs.Add($"{due:yyyy-MM-dd}:due");
        for (var week = 1; week <= (ladder.WeeksAfter ?? 100) && due.AddDays(7 * week) <= today; week++)
            rungs.Add($"{due:yyyy-MM-dd}:after-{week}w");
        return rungs;
    }
}
