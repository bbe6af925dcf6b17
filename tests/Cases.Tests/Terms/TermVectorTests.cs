namespace WobWorkflow.Cases.Tests;

/// <summary>Terms computed by hand, by number; the label of each carries the number and the article.</summary>
public sealed class TermVectorTests
{
    public static TheoryData<TermFacts, string, string> Vectors { get; } =
    [
        Vector("T01", "Woo 4.4(1), no roll", Facts("woo-4.4-1", "2023-03-06"), "2023-04-03", "2023-04-03"),
        Vector("T02", "Woo 4.4(2), no roll", Facts("woo-4.4-1", "2023-03-06", 14), "2023-04-17", "2023-04-17"),
        Vector("T03", "Woo 4.4(1), Good Friday through Easter Monday", Facts("woo-4.4-1", "2023-03-10"), "2023-04-07", "2023-04-11"),
        Vector("T04", "Woo 4.4(1), Easter Monday", Facts("woo-4.4-1", "2023-03-13"), "2023-04-10", "2023-04-11"),
        Vector("T05", "Woo 4.4(1), King's Day and designated Friday", Facts("woo-4.4-1", "2023-03-30"), "2023-04-27", "2023-05-01"),
        Vector("T06", "Wob 6(1), King's Day only", Facts("wob-6-1", "2022-03-30"), "2022-04-27", "2022-04-28"),
        Vector("T07", "Woo 4.4(1), Ascension Day and designated Friday", Facts("woo-4.4-1", "2023-04-20"), "2023-05-18", "2023-05-22"),
        Vector("T08", "Woo 4.4(1), Whit Monday", Facts("woo-4.4-1", "2023-05-01"), "2023-05-29", "2023-05-30"),
        Vector("T09", "Woo 4.4(1), both days of Christmas", Facts("woo-4.4-1", "2023-11-27"), "2023-12-25", "2023-12-27"),
        Vector("T10", "Woo 4.4(1), Christmas and designated Friday", Facts("woo-4.4-1", "2024-11-27"), "2024-12-25", "2024-12-30"),
        Vector("T11", "Woo 4.4(1), New Year, 2 January 2025 not designated", Facts("woo-4.4-1", "2024-12-04"), "2025-01-01", "2025-01-02"),
        Vector("T12", "Woo 4.4(1), New Year and designated Friday", Facts("woo-4.4-1", "2025-12-04"), "2026-01-01", "2026-01-05"),
        Vector("T13", "Wob 6(1), Liberation Day, 6 May 2022 not designated", Facts("wob-6-1", "2022-04-07"), "2022-05-05", "2022-05-06"),
        Vector("T14", "Awb 6:7, 4 May 2026 not designated", Facts("awb-6.7", "2026-03-23"), "2026-05-04", "2026-05-04"),
        Vector("T15", "Wob 6(1), designated Monday and Christmas", Facts("wob-6-1", "2018-11-26"), "2018-12-24", "2018-12-27"),
        Vector("T16", "Woo 4.4(1), King's Day on a Saturday", Facts("woo-4.4-1", "2025-03-29"), "2025-04-26", "2025-04-28"),
        Vector("T17", "Woo 4.4(1), Liberation Day, Ascension Day, designated Friday", Facts("woo-4.4-1", "2027-04-07"), "2027-05-05", "2027-05-10"),
        Vector("T18", "Wob 6(1)", Facts("wob-6-1", "2018-05-22"), "2018-06-19", "2018-06-19"),
        Vector("T18", "Wob 6(2)", Facts("wob-6-1", "2018-05-22", 28), "2018-07-17", "2018-07-17"),
        Vector("T19", "Wob 6(6), Good Friday", Facts("wob-6-6", "2019-04-05"), "2019-04-19", "2019-04-23"),
        Vector("T20", "Awb 6:7 and 6:24, Whit Monday (ECLI:NL:GHARL:2025:2140)", Facts("awb-6.7-higher-appeal", "2024-04-08"), "2024-05-20", "2024-05-21"),
        Vector("T21", "Awb 6:7, Good Friday", Facts("awb-6.7", "2022-03-04"), "2022-04-15", "2022-04-19"),
        Vector("T22", "Awb 7:10(1), six weeks after T21", Facts("awb-7.10-1", "2022-04-19"), "2022-05-31", "2022-05-31"),
        Vector("T22", "Awb 7:10(1), twelve weeks", Facts("awb-7.10-1-committee", "2022-04-19"), "2022-07-12", "2022-07-12"),
        Vector("T22", "Awb 7:10(3), twelve and six weeks", Facts("awb-7.10-1-committee", "2022-04-19", 42), "2022-08-23", "2022-08-23"),
        Vector("T23", "Woo 4.4(2), Sunday", Facts("woo-4.4-1", "2024-06-02", 14), "2024-07-14", "2024-07-15"),
        Vector("T24", "Woo 4.1(5), Good Friday", Facts("woo-4.1-5", "2023-03-24"), "2023-04-07", "2023-04-11"),
        Vector("T25", "Woo 4.4(1) without suspension", Facts("woo-4.4-1", "2024-09-02"), "2024-09-30", "2024-09-30"),
        Vector("T25", "Woo 4.4(3), 14 days", Facts("woo-4.4-1", "2024-09-02", 0, "woo-4.4-3", "2024-09-10", "2024-09-24"), "2024-10-14", "2024-10-14"),
        Vector("T25", "Woo 4.4(3) and 4.4(2)", Facts("woo-4.4-1", "2024-09-02", 14, "woo-4.4-3", "2024-09-10", "2024-09-24"), "2024-10-28", "2024-10-28"),
        Vector("T26", "Awb 4:15(1)(a), 8 days", Facts("woo-4.4-1", "2024-09-02", 0, "awb-4.15-1-a", "2024-09-10", "2024-09-19"), "2024-10-08", "2024-10-08"),
        Vector("T26", "Awb 4:15(1)(a) and Woo 4.4(2)", Facts("woo-4.4-1", "2024-09-02", 14, "awb-4.15-1-a", "2024-09-10", "2024-09-19"), "2024-10-22", "2024-10-22"),
        Vector("T27", "Woo 4.4(2)", Facts("woo-4.4-1", "2024-09-02", 14), "2024-10-14", "2024-10-14"),
        Vector("T27", "Awb 6:12(2)", Facts("awb-6.12-2", "2024-10-16"), "2024-10-30", "2024-10-30"),
        Vector("T28", "Wob 6(1), last day under the Wob", Facts("wob-6-1", "2022-04-01"), "2022-04-29", "2022-04-29"),
        Vector("T28", "Wob 6(2) over the transition, designated Friday", Facts("wob-6-1", "2022-04-01", 28), "2022-05-27", "2022-05-30"),
        Vector("T29", "Wob 6(5), Atw not applied", Facts("wob-6-5", "2022-03-04"), "2022-03-18", "2022-03-18"),
        Vector("T30", "Atw 4, thirteen weeks do not roll", Facts("awb-8.55b-hearing", "2023-01-07"), "2023-04-08", "2023-04-08"),
        Vector("T30", "Atw 4, twelve weeks roll", Facts("awb-7.10-1-committee", "2023-01-07"), "2023-04-01", "2023-04-03"),
        Vector("T31", "Atw 2, three days with two working days", Facts("atw-1-1", "2023-04-06") with { Chosen = TermLength.Days(3) }, "2023-04-09", "2023-04-12"),
        Vector("T33", "Wob 6(1), 4 May 2020 not designated", Facts("wob-6-1", "2020-04-06"), "2020-05-04", "2020-05-04"),
        Vector("T33", "Wob 6(1), 26 April 2021 not designated", Facts("wob-6-1", "2021-03-29"), "2021-04-26", "2021-04-26"),
        Vector("T33", "Wob 6(1), 6 May 2022 not designated", Facts("wob-6-1", "2022-04-08"), "2022-05-06", "2022-05-06"),
    ];

    [Theory]
    [MemberData(nameof(Vectors), DisableDiscoveryEnumeration = true)]
    public void Calculate_Vector_EndsAsComputedByHand(TermFacts facts, string nominal, string due)
    {
        var term = Terms.Calculate(facts, HolidayCalendar.Statutory, asOf: facts.StartedOn);

        term.Nominal.ToString("O").ShouldBe(nominal);
        term.Due.ToString("O").ShouldBe(due);
    }

    [Fact(DisplayName = "T13 Woo 10.1: a decision on the last day of this Wob term is a Woo decision")]
    public void Regime_LastDayAfterTransition_IsWoo() => Regimes.Of(new(2022, 5, 6)).ShouldBe(Regime.Woo);

    [Fact(DisplayName = "T23 Awb 6:12(2): a notice on the rolled last day is premature, the day after it is not")]
    public void IsPremature_RolledLastDay_ProtectsTheBody()
    {
        DateOnly due = new(2024, 7, 15);

        LateDecision.IsPremature(due, new(2024, 7, 15)).ShouldBeTrue();
        LateDecision.IsPremature(due, new(2024, 7, 16)).ShouldBeFalse();
        LateDecision.EarliestNotice(due).ShouldBe(new DateOnly(2024, 7, 16));
    }

    [Fact(DisplayName = "T25 Woo 4.4(3): tot en met, 14 days")]
    public void Between_TotEnMet_CountsTheDayOfTheView() =>
        SuspensionBases.Find("woo-4.4-3")!.Between(new(2024, 9, 10), new(2024, 9, 24))
            .ShouldBe(new Suspension(new(2024, 9, 11), new(2024, 9, 24), "woo-4.4-3"));

    [Fact(DisplayName = "T26 Awb 4:15(1)(a): tot, 8 days")]
    public void Between_Tot_LeavesOutTheDayOfTheSupplement() =>
        SuspensionBases.Find("awb-4.15-1-a")!.Between(new(2024, 9, 10), new(2024, 9, 19))
            .ShouldBe(new Suspension(new(2024, 9, 11), new(2024, 9, 18), "awb-4.15-1-a"));

    [Fact(DisplayName = "T27 Awb 6:12(2): appeal from fifteen days after the notice; on or before the last day a notice is premature")]
    public void EarliestAppeal_Notice_IsFifteenDaysLater()
    {
        DateOnly due = new(2024, 10, 14);

        LateDecision.EarliestAppeal(due, new(2024, 10, 16)).ShouldBe(new DateOnly(2024, 10, 31));
        LateDecision.EarliestAppeal(due, new(2024, 10, 14)).ShouldBeNull();
    }

    [Theory(DisplayName = "T28 Woo 10.1: the regime of a decision is that of its own date")]
    [InlineData("2022-04-29", Regime.Wob)]
    [InlineData("2022-04-30", Regime.Wob)]
    [InlineData("2022-05-01", Regime.Woo)]
    [InlineData("2022-05-30", Regime.Woo)]
    public void Regime_DecisionDate_Decides(string date, Regime regime)
    {
        Regimes.Of(DateOnly.Parse(date)).ShouldBe(regime);
        Regimes.OfCourtReview(contestedDecisionDate: DateOnly.Parse(date)).ShouldBe(regime);
    }

    [Fact(DisplayName = "T29 Wob 6(5), Woo 4.4(5): release after two full weeks")]
    public void EarliestRelease_Notification_IsTheDayAfterTwoWeeks() => ReleaseDelay.EarliestRelease(new(2022, 3, 4)).ShouldBe(new DateOnly(2022, 3, 19));

    [Theory(DisplayName = "T32 Awb 4:17: amounts for a notice since 2019")]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 23)]
    [InlineData(14, 322)]
    [InlineData(15, 357)]
    [InlineData(28, 812)]
    [InlineData(29, 857)]
    [InlineData(41, 1397)]
    [InlineData(42, 1442)]
    [InlineData(43, 1442)]
    [InlineData(1000, 1442)]
    public void Euros_DaysLate_FollowTheSteps(int days, int euros) => StatutoryPenalty.Euros(regime: null, new(2019, 1, 1), days).ShouldBe(euros);

    [Theory(DisplayName = "T32 Awb 4:17: the day of receipt of the notice picks the tariff")]
    [InlineData("2009-09-30", null)]
    [InlineData("2009-10-01", 1260)]
    [InlineData("2018-12-31", 1260)]
    [InlineData("2019-01-01", 1442)]
    [InlineData("2026-01-01", 1442)]
    public void Euros_NoticeReceived_PicksTheTariff(string received, int? euros) =>
        StatutoryPenalty.Euros(regime: null, DateOnly.Parse(received), 42).ShouldBe(euros);

    [Theory(DisplayName = "T32 Wob 15, Woo 8.2: no statutory penalty")]
    [InlineData(Regime.Wob, "2016-09-30", 1260)]
    [InlineData(Regime.Wob, "2016-10-01", null)]
    [InlineData(Regime.Wob, "2019-01-01", null)]
    [InlineData(Regime.Woo, "2022-05-01", null)]
    [InlineData(Regime.Woo, "2024-01-01", null)]
    public void Euros_OpenGovernmentRequest_HasNone(Regime regime, string received, int? euros) =>
        StatutoryPenalty.Euros(regime, DateOnly.Parse(received), 42).ShouldBe(euros);

    [Fact(DisplayName = "T32 Awb 4:17(3): first day fifteen days after the notice")]
    public void FirstDay_Notice_IsFifteenDaysLater()
    {
        StatutoryPenalty.FirstDay(new(2024, 10, 14), new(2024, 10, 16)).ShouldBe(new DateOnly(2024, 10, 31));
        StatutoryPenalty.FirstDay(new(2024, 10, 14), new(2024, 10, 14)).ShouldBeNull();
    }

    private static TheoryDataRow<TermFacts, string, string> Vector(string id, string article, TermFacts facts, string nominal, string due) =>
        new(facts, nominal, due) { Label = $"{id} {article}: {facts.StartedOn:O} -> {nominal} -> {due}" };

    private static TermFacts Facts(string rule, string start, int extension = 0) => new(rule, DateOnly.Parse(start), ExtensionDays: extension);

    private static TermFacts Facts(string rule, string start, int extension, string basis, string trigger, string ended) =>
        Facts(rule, start, extension) with
        {
            Suspensions = [SuspensionBases.Find(basis)!.Between(DateOnly.Parse(trigger), DateOnly.Parse(ended))!],
        };
}
