using CsCheck;

namespace WobWorkflow.Cases.Tests;

public sealed class HolidayCalendarTests
{
    private static readonly HolidayCalendar Statutory = HolidayCalendar.Statutory;

    [Theory]
    [InlineData("2023-01-01", "Nieuwjaarsdag")]
    [InlineData("2023-04-07", "Goede Vrijdag")]
    [InlineData("2023-04-10", "Tweede Paasdag")]
    [InlineData("2023-05-18", "Hemelvaartsdag")]
    [InlineData("2023-05-29", "Tweede Pinksterdag")]
    [InlineData("2023-05-05", "Bevrijdingsdag")]
    [InlineData("2023-12-25", "Eerste Kerstdag")]
    [InlineData("2023-12-26", "Tweede Kerstdag")]
    [InlineData("2023-04-27", "Koningsdag")]
    [InlineData("2014-04-26", "Koningsdag")]
    [InlineData("2025-04-26", "Koningsdag")]
    [InlineData("2031-04-26", "Koningsdag")]
    [InlineData("2012-04-30", "Koninginnedag")]
    [InlineData("2006-04-29", "Koninginnedag")]
    [InlineData("2038-04-26", "Tweede Paasdag")]
    [InlineData("2285-03-23", "Tweede Paasdag")]
    public void Find_Holiday_NamesIt(string date, string name) => Statutory.Find(Day(date)).ShouldNotBeNull().Name.Nl.ShouldBe(name);

    [Theory]
    [InlineData("2013-04-29")]
    [InlineData("2014-04-30")]
    [InlineData("2026-04-30")]
    [InlineData("2024-12-24")]
    [InlineData("2024-12-31")]
    [InlineData("2020-05-04")]
    [InlineData("2021-04-26")]
    [InlineData("2022-05-06")]
    [InlineData("2026-05-04")]
    [InlineData("2027-04-26")]
    public void Find_OrdinaryDay_IsNull(string date) => Statutory.Find(Day(date)).ShouldBeNull();

    [Fact]
    public void Find_DesignatedDay_CitesTheDecree()
    {
        var day = Statutory.Find(new(2018, 12, 24)).ShouldNotBeNull();

        day.Kind.ShouldBe(DayOffKind.Designated);
        day.Basis.ShouldBe("Atw 3(3); KB van 31 oktober 2016, Stcrt. 2016, 58653");
    }

    [Fact]
    public void Find_GoodFriday_RestsOnItsOwnParagraph() => Statutory.Find(new(2023, 4, 7)).ShouldNotBeNull().Basis.ShouldBe("Atw 3(2)");

    [Theory]
    [InlineData("2023-04-08", "zaterdag", "Saturday")]
    [InlineData("2023-04-09", "zondag", "Sunday")]
    public void Find_Weekend_NamesTheWeekday(string date, string nl, string en) =>
        Statutory.Find(Day(date)).ShouldNotBeNull().Name.ShouldBe(new Wording(nl, en));

    [Fact]
    public void Designated_EachYearFrom2014Through2028_IsWhatTheDecreesList() =>
        Statutory.Designated.Keys.Select(day => day.ToString("O")).ShouldBe(
        [
            "2014-05-30", "2015-01-02", "2015-05-04", "2015-05-15", "2016-05-06",
            "2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31", "2019-12-27",
            "2020-05-22", "2021-05-14", "2022-05-27",
            "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27", "2025-05-30",
            "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26",
        ]);

    [Fact]
    public void In_Year_ListsHolidaysAndDesignatedDaysInOrder() =>
        Statutory.In(2018).Select(day => day.Date.ToString("MM-dd")).ShouldBe(
            ["01-01", "03-30", "04-02", "04-27", "05-05", "05-10", "05-11", "05-21", "12-24", "12-25", "12-26", "12-31"]);

    [Fact]
    public void In_TwoHolidaysOnOneDay_ListsTheDayOnce() => Statutory.In(2016).Count(day => day.Date == new DateOnly(2016, 5, 5)).ShouldBe(1);

    [Theory]
    [InlineData(2013, false)]
    [InlineData(2014, true)]
    [InlineData(2028, true)]
    [InlineData(2029, false)]
    public void KnowsDesignatedDaysOf_Statutory_IsTrueForTheDecreesKnown(int year, bool known) => Statutory.KnowsDesignatedDaysOf(year).ShouldBe(known);

    [Fact]
    public void Designate_OneDayOfAYearWithoutRow_SaysNothingOfTheOthers()
    {
        var designated = Statutory.Designate(new(2029, 5, 11), "KB");

        designated.IsWorkingDay(new(2029, 5, 11)).ShouldBeFalse();
        designated.KnowsDesignatedDaysOf(2029).ShouldBeFalse();
        designated.Complete(2029, "KB").KnowsDesignatedDaysOf(2029).ShouldBeTrue();
    }

    [Fact]
    public void Complete_YearWithoutDesignatedDay_MakesTheYearKnown()
    {
        var complete = Statutory.Complete(2029, "KB");

        complete.KnowsDesignatedDaysOf(2029).ShouldBeTrue();
        complete.In(2029).ShouldBe(Statutory.In(2029));
    }

    [Fact]
    public void Undesignate_BuiltInDay_MakesItAWorkingDay() =>
        Statutory.Undesignate(new(2018, 12, 24)).IsWorkingDay(new(2018, 12, 24)).ShouldBeTrue();

    [Fact]
    public void Undesignate_Holiday_LeavesItAHoliday() => Statutory.Undesignate(new(2018, 12, 25)).IsWorkingDay(new(2018, 12, 25)).ShouldBeFalse();

    [Fact]
    public void Designate_ThenUndesignate_IsTheIdentity() =>
        TermGen.Date(2014, 2040).Where(day => !Statutory.Designated.ContainsKey(day)).Sample(
            day =>
            {
                var designated = Statutory.Designate(day, "KB");
                return designated != Statutory && !designated.IsWorkingDay(day) && designated.Undesignate(day) == Statutory;
            },
            iter: TermGen.Cases);

    [Fact]
    public void Designate_AnyOrder_GivesTheSameCalendar() =>
        TermGen.Date(2014, 2040).Array[2, 6].Select(Gen.Int[0, 1_000_000]).Sample(
            (days, seed) =>
            {
                var inOrder = days.Aggregate(Statutory, (calendar, day) => calendar.Designate(day, "KB"));
                var shuffled = TermGen.Shuffle(days, seed).Aggregate(Statutory, (calendar, day) => calendar.Designate(day, "KB"));
                return inOrder == shuffled;
            },
            iter: TermGen.Cases);

    private static DateOnly Day(string date) => DateOnly.Parse(date);
}
