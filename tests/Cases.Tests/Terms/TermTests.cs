using System.Text.Json;

namespace WobWorkflow.Cases.Tests;

public sealed class TermTests
{
    private static readonly TermFacts Request = new("woo-4.4-1", new(2024, 9, 2));

    public static TheoryData<TermFacts, string> BadFacts { get; } =
    [
        Bad("unknown-rule", Request with { Rule = "woo-99" }),
        Bad("start-out-of-range", Request with { StartedOn = DateOnly.MaxValue }),
        Bad("start-out-of-range", Request with { StartedOn = new(1979, 12, 31) }),
        Bad("length-missing", new("awb-8.72-4", new(2024, 9, 2))),
        Bad("length-fixed", Request with { Chosen = TermLength.Weeks(8) }),
        Bad("length-out-of-range", new("awb-8.72-4", new(2024, 9, 2), TermLength.Weeks(0))),
        Bad("length-out-of-range", new("awb-8.72-4", new(2024, 9, 2), TermLength.Weeks(int.MaxValue))),
        Bad("length-out-of-range", new("awb-8.72-4", new(2024, 9, 2), TermLength.Weeks(523))),
        Bad("extension-negative", Request with { ExtensionDays = -1 }),
        Bad("extension-not-possible", new("awb-6.7", new(2024, 9, 2), ExtensionDays: 1)),
        Bad("extension-not-possible", new TermFacts("awb-6.7", new(2024, 9, 2)).Extended()),
        Bad("extension-beyond-ceiling", Request with { ExtensionDays = 15 }),
        Bad("extension-beyond-ceiling", new("wob-6-1", new(2018, 5, 22), ExtensionDays: 29)),
        Bad("extension-beyond-ceiling", new("awb-7.10-1", new(2024, 9, 2), ExtensionDays: 43)),
        Bad("suspension-ends-before-it-begins", Suspended(new(2024, 9, 10), new(2024, 9, 9))),
        Bad("suspension-out-of-range", Suspended(DateOnly.MinValue, new(2024, 9, 9))),
        Bad("suspension-out-of-range", Suspended(new(2024, 9, 9), DateOnly.MaxValue)),
        Bad("unknown-basis", Suspended(new(2024, 9, 10), new(2024, 9, 11), "awb-99")),
        Bad("suspension-not-possible", Suspended(new(2024, 9, 10), new(2024, 9, 11), "awb-7.10-2")),
        Bad("suspension-not-possible", new("woo-4.6", new(2024, 9, 2), Suspensions: [new(new(2024, 9, 10), null)])),
        Bad("suspension-not-possible", new("wob-6-6", new(2019, 4, 5), Suspensions: [new(new(2019, 4, 10), null, "wob-6-3")])),
        Bad("basis-not-in-force", Suspended(new(2024, 9, 10), new(2024, 9, 11), "wob-6-3")),
        Bad("basis-not-in-force", new("wob-6-1", new(2022, 4, 1), Suspensions: [new(new(2022, 5, 1), null, "woo-4.4-3")])),
        Bad("rule-not-in-force", new("wob-6-1", new(2022, 5, 1))),
        Bad("rule-not-in-force", new("woo-4.4-1", new(2022, 4, 2))),
    ];

    [Theory]
    [MemberData(nameof(BadFacts), DisableDiscoveryEnumeration = true)]
    public void Validate_BadFacts_SaysWhatIsWrong(TermFacts facts, string code)
    {
        Terms.Validate(facts).ShouldHaveSingleItem().Code.ShouldBe(code);
        Should.Throw<ArgumentException>(() => Terms.Calculate(facts, HolidayCalendar.Statutory, new(2024, 9, 2))).Message.ShouldStartWith(code);
    }

    [Fact]
    public void Validate_SeveralProblems_ListsThemAll() =>
        Terms.Validate(Suspended(new(2024, 9, 10), new(2024, 9, 9)) with { ExtensionDays = 100 }).Select(problem => problem.Code)
            .ShouldBe(["extension-beyond-ceiling", "suspension-ends-before-it-begins"]);

    [Fact]
    public void Validate_WooTermThatStartedUnderTheWob_IsAllowedWhileItRanOnTheFirstOfMay2022() =>
        Terms.Validate(new("woo-4.4-1", new(2022, 4, 3))).ShouldBeEmpty();

    [Fact]
    public void Calculate_DayOutOfRange_Throws() =>
        Should.Throw<ArgumentException>(() => Terms.Calculate(Request, HolidayCalendar.Statutory, DateOnly.MaxValue)).ParamName.ShouldBe("asOf");

    [Theory]
    [InlineData("woo-4.4-1", 14)]
    [InlineData("wob-6-1", 28)]
    [InlineData("wob-6-6", 28)]
    [InlineData("awb-7.10-1", 42)]
    [InlineData("awb-7.10-1-committee", 42)]
    public void Extended_Rule_TakesItsCeiling(string rule, int days) => new TermFacts(rule, new(2020, 1, 6)).Extended().ExtensionDays.ShouldBe(days);

    [Fact]
    public void Calculate_SuspensionAfterTheTermEnded_ChangesNothing()
    {
        var term = Calculate(Suspended(new(2024, 10, 1), new(2024, 10, 20)));

        term.Nominal.ShouldBe(new DateOnly(2024, 9, 30));
        term.SuspendedDays.ShouldBe(0);
    }

    [Fact]
    public void Calculate_SuspensionOnTheLastDay_Counts() => Calculate(Suspended(new(2024, 9, 30), new(2024, 10, 1))).Nominal.ShouldBe(new DateOnly(2024, 10, 2));

    [Fact]
    public void Calculate_SuspensionThatOnlyTheFirstOneBringsInside_Counts()
    {
        var facts = Request with { Suspensions = [new(new(2024, 10, 5), new(2024, 10, 6)), new(new(2024, 9, 20), new(2024, 9, 29))] };

        Calculate(facts).Nominal.ShouldBe(new DateOnly(2024, 10, 12));
    }

    [Fact]
    public void Calculate_SuspensionFromBeforeTheStart_CountsFromTheFirstDay() =>
        Calculate(Suspended(new(2024, 8, 1), new(2024, 9, 5))).Nominal.ShouldBe(new DateOnly(2024, 10, 3));

    [Fact]
    public void Calculate_SuspensionInTheDaysTheActAdds_ChangesNothingAndSaysSo()
    {
        TermFacts facts = new("woo-4.4-1", new(2023, 3, 10), Suspensions: [new(new(2023, 4, 9), new(2023, 4, 20))]);

        var term = Calculate(facts);

        term.Due.ShouldBe(new DateOnly(2023, 4, 11));
        term.Suspended.ShouldBeFalse();
        term.Assumptions.ShouldContain("suspension-in-rolled-days");
    }

    [Fact]
    public void Calculate_OverlappingSuspensions_CountDaysOnce()
    {
        var facts = Request with
        {
            Suspensions = [new(new(2024, 9, 11), new(2024, 9, 18), "awb-4.15-1-a"), new(new(2024, 9, 15), new(2024, 9, 24), "woo-4.4-3")],
        };

        var term = Calculate(facts);

        term.SuspendedDays.ShouldBe(14);
        term.Nominal.ShouldBe(new DateOnly(2024, 10, 14));
        term.Assumptions.ShouldContain("overlapping-suspensions");
    }

    [Theory]
    [InlineData("2024-09-10", false)]
    [InlineData("2024-09-11", true)]
    [InlineData("2024-09-24", true)]
    [InlineData("2024-09-25", false)]
    public void Suspended_ClosedSuspension_IsTrueOnItsDays(string asOf, bool suspended)
    {
        var term = Terms.Calculate(Suspended(new(2024, 9, 11), new(2024, 9, 24)), HolidayCalendar.Statutory, DateOnly.Parse(asOf));

        term.Suspended.ShouldBe(suspended);
        term.DueMoves.ShouldBeFalse();
    }

    [Fact]
    public void Calculate_OpenSuspension_RunsThroughTheDayOfTheCalculation()
    {
        var term = Terms.Calculate(Suspended(new(2024, 9, 11), through: null), HolidayCalendar.Statutory, new(2024, 9, 20));

        term.Nominal.ShouldBe(new DateOnly(2024, 10, 10));
        term.Suspended.ShouldBeTrue();
        term.DueMoves.ShouldBeTrue();
    }

    [Fact]
    public void Calculate_OpenSuspensionThatHasNotBegun_ChangesNothing()
    {
        var term = Terms.Calculate(Suspended(new(2024, 9, 11), through: null), HolidayCalendar.Statutory, new(2024, 9, 10));

        term.Nominal.ShouldBe(new DateOnly(2024, 9, 30));
        term.DueMoves.ShouldBeFalse();
    }

    [Fact]
    public void Calculate_OpenSuspensionAfterTheTermEnded_DoesNotMoveTheEnd() =>
        Terms.Calculate(Suspended(new(2024, 10, 3), through: null), HolidayCalendar.Statutory, new(2024, 10, 20)).DueMoves.ShouldBeFalse();

    [Theory]
    [InlineData("2024-10-21", "2024-10-10")]
    [InlineData("2023-04-21", "2023-04-10")]
    public void Calculate_CountingBackFromTheHearing_EndsOnTheEleventhDayBeforeWithoutRoll(string hearing, string last)
    {
        var term = Calculate(new("awb-8.58-1", DateOnly.Parse(hearing)));

        term.Due.ToString("O").ShouldBe(last);
        term.Trail.ShouldContain(line => line.Basis == "Atw 1(2)");
    }

    [Fact]
    public void Calculate_Hours_EndOnTheDayTheyEndAlsoOnASunday()
    {
        var term = Calculate(new("gdpr-33-1", new(2024, 10, 10)));

        term.Due.ShouldBe(new DateOnly(2024, 10, 13));
        term.Trail.ShouldContain(line => line.Basis == "Atw 4");
    }

    [Theory]
    [InlineData("awb-8.55d-1", 0, "2024-04-01")]
    [InlineData("awb-8.72-4", 14, "2024-04-01")]
    [InlineData("practice-view", 0, "2024-04-01")]
    [InlineData("awb-8.42-1", 14, "2024-04-01")]
    public void Calculate_TermThatNoActSets_DoesNotRoll(string rule, int days, string due) =>
        Calculate(new(rule, new(2024, 3, 18), days == 0 ? null : TermLength.Days(days))).Due.ToString("O").ShouldBe(due);

    [Fact]
    public void Calculate_ActsOwnLengthOfACourtTerm_Rolls() => Calculate(new("awb-8.42-1", new(2024, 3, 4))).Due.ShouldBe(new DateOnly(2024, 4, 2));

    [Fact]
    public void Calculate_TwelveWeeksExtended_DoesNotRollAndSaysSo()
    {
        var term = Calculate(new("awb-7.10-1-committee", new(2022, 4, 23), ExtensionDays: 42));

        term.Due.ShouldBe(new DateOnly(2022, 8, 27));
        term.Assumptions.ShouldContain("extended-beyond-twelve-weeks");
    }

    [Fact]
    public void LastDayToExtend_TermThatRolls_IsTheNominalEndOfTheFirstTerm() =>
        Terms.LastDayToExtend(new("woo-4.4-1", new(2023, 3, 10), ExtensionDays: 14), HolidayCalendar.Statutory, new(2023, 3, 10))
            .ShouldBe(new DateOnly(2023, 4, 7));

    [Fact]
    public void Between_AnsweredTheSameDay_SuspendsNothing()
    {
        DateOnly day = new(2024, 9, 10);

        SuspensionBases.Find("awb-4.15-1-a")!.Between(day, day).ShouldBeNull();
        SuspensionBases.Find("awb-4.15-1-a")!.Between(day, day.AddDays(1)).ShouldBeNull();
        SuspensionBases.Find("woo-4.4-3")!.Between(day, day).ShouldBeNull();
        SuspensionBases.Find("woo-4.4-3")!.Between(day, day.AddDays(1)).ShouldBe(new Suspension(day.AddDays(1), day.AddDays(1), "woo-4.4-3"));
    }

    [Fact]
    public void Between_NotEnded_StaysOpen() =>
        SuspensionBases.Find("woo-7.3-2")!.Between(new(2024, 9, 10), ended: null).ShouldBe(new Suspension(new(2024, 9, 11), null, "woo-7.3-2"));

    [Fact]
    public void Between_AgreedPeriod_SuspendsItsFirstAndLastDay() =>
        SuspensionBases.Find("awb-4.15-2-a")!.Between(new(2024, 9, 10), new(2024, 9, 20))
            .ShouldBe(new Suspension(new(2024, 9, 10), new(2024, 9, 20), "awb-4.15-2-a"));

    [Fact]
    public void Between_EndedBeforeTheTrigger_Throws() =>
        Should.Throw<ArgumentOutOfRangeException>(() => SuspensionBases.Find("woo-4.4-3")!.Between(new(2024, 9, 10), new(2024, 9, 9)));

    [Fact]
    public void Calculate_WobViewUnderTheWob_LeavesOutTheDayOfTheView()
    {
        var suspension = SuspensionBases.Find("wob-6-3")!.Between(new(2018, 5, 29), new(2018, 6, 12))!;

        Calculate(new("wob-6-1", new(2018, 5, 22), Suspensions: [suspension])).SuspendedDays.ShouldBe(13);
    }

    [Fact]
    public void Suspensions_LeftOut_AreNone()
    {
        new TermFacts("woo-4.4-1", new(2024, 9, 2)).Suspensions.ShouldBeEmpty();
        (Request with { Suspensions = default }).ShouldBe(Request);
    }

    [Fact]
    public void TermFacts_AsJson_ComeBackTheSame()
    {
        TermFacts facts = new("awb-7.10-1-anew", new(2024, 9, 2), TermLength.Weeks(4), 7,
            [new(new(2024, 9, 10), null), new(new(2024, 9, 5), new(2024, 9, 6), "awb-7.10-2") { TermUnused = true }]);

        var json = JsonSerializer.Serialize(facts, JsonSerializerOptions.Web);

        JsonSerializer.Deserialize<TermFacts>(json, JsonSerializerOptions.Web).ShouldBe(facts);
        json.ShouldContain("""{"amount":4,"unit":1}""", Shouldly.Case.Sensitive);
        JsonSerializer.Deserialize<TermFacts>("""{"rule":"woo-4.4-1","startedOn":"2024-09-02"}""", JsonSerializerOptions.Web).ShouldBe(Request);
    }

    private static TermCalculation Calculate(TermFacts facts) => Terms.Calculate(facts, HolidayCalendar.Statutory, asOf: facts.StartedOn);

    private static TermFacts Suspended(DateOnly from, DateOnly? through, string? basis = null) => Request with { Suspensions = [new(from, through, basis)] };

    private static TheoryDataRow<TermFacts, string> Bad(string code, TermFacts facts) => new(facts, code) { Label = $"{code}: {facts.Rule} {facts.StartedOn:O}" };
}
