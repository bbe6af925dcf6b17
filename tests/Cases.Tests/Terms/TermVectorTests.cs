namespace WobWorkflow.Cases.Tests;

/// <summary>Terms computed by hand, by number; the label of each carries the number and the article.</summary>
public sealed class TermVectorTests
{
    [Theory]
    [MemberData(nameof(TermVectors.Vectors), MemberType = typeof(TermVectors), DisableDiscoveryEnumeration = true)]
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
}
