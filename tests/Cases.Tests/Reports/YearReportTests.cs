namespace WobWorkflow.Cases.Tests;

/// <summary>The numbers of a year, on lives of which every date is known.</summary>
public sealed class YearReportTests
{
    private static readonly DateOnly Today = new(2023, 2, 1);

    [Fact]
    public void DispatchedDecision_IsDecidedInTime_AfterItsExtension()
    {
        var figures = Of(Given.ADispatchedDecision());

        // Received 10 January 2022, four weeks and four of extension: 7 March. Announced on 4 March.
        (figures.ReceivedOn, figures.Due, figures.SettledOn, figures.Extended, figures.SuspendedDays).ShouldBe((Given.ReceivedOn, new DateOnly(2022, 3, 7), Given.AnnouncedOn, true, 0));
        figures.Outcome.ShouldBe(RequestOutcome.PartlyDisclosed);
        var report = YearReport.Of(2022, [figures], Today);
        (report.Received, report.Decided, report.InTime, report.InTimePercent, report.AverageDays, report.Extended, report.Open).ShouldBe((1, 1, 1, 100m, 53m, 1, 0));
        report.Months[0].ShouldBe(new MonthFigures(1, 1, 0, 0));
        report.Months[2].ShouldBe(new MonthFigures(3, 0, 1, 1));
    }

    [Fact]
    public void DecisionAfterTheLastDay_IsLate()
    {
        var report = YearReport.Of(2022, [Decided(received: new(2022, 3, 1), due: new(2022, 3, 29), settled: new(2022, 3, 29)), Decided(received: new(2022, 3, 1), due: new(2022, 3, 29), settled: new(2022, 3, 30))], Today);

        (report.Decided, report.InTime, report.InTimePercent).ShouldBe((2, 1, 50m));
    }

    [Fact]
    public void Request_CountsInTheYearItCame_AndTheDecisionInTheYearItWent()
    {
        var one = Decided(received: new(2021, 12, 20), due: new(2022, 1, 17), settled: new(2022, 1, 10));

        (YearReport.Of(2021, [one], Today) is { Received: 1, Decided: 0, Open: 1, OpenLate: 0 }).ShouldBeTrue();
        (YearReport.Of(2022, [one], Today) is { Received: 0, Decided: 1, Open: 0 }).ShouldBeTrue();
    }

    [Fact]
    public void Clarification_SuspendsTheDays_AndTheNetDurationIsShorter()
    {
        // Asked on 14 January, answered on 24 January: it stands still from the 15th through the 23rd.
        var life = Given.ACaseWithDispatchedClarification().With(new RecordClarification(Given.Clarification1, "Over 2021."), on: new(2022, 1, 24), by: Persons.Handler);

        Of(life).SuspendedDays.ShouldBe(9);
        var report = YearReport.Of(2022, [Decided(received: new(2022, 1, 10), due: new(2022, 2, 16), settled: new(2022, 1, 30)) with { SuspendedDays = 9 }], Today);
        (report.AverageDays, report.AverageNetDays, report.Suspended).ShouldBe((20m, 11m, 1));
    }

    [Fact]
    public void WithdrawnRequest_IsNeitherOpenNorDecided()
    {
        var figures = Of(Given.ACaseInCollection().With(new Withdraw(), on: new(2022, 1, 20), by: Persons.Handler));

        var report = YearReport.Of(2022, [figures], Today);
        (report.Received, report.Decided, report.Withdrawn, report.Forwarded, report.Open).ShouldBe((1, 0, 1, 0, 0));
        report.InTimePercent.ShouldBeNull();
        report.MedianDays.ShouldBeNull();
    }

    [Fact]
    public void OpenRequest_IsLate_OnceItsLastDayHasPassed()
    {
        var figures = Of(Given.ACaseInCollection());

        YearReport.Of(2022, [figures], new(2022, 2, 7)).OpenLate.ShouldBe(0);
        YearReport.Of(2022, [figures], new(2022, 2, 8)).OpenLate.ShouldBe(1);
    }

    [Fact]
    public void RequestOfAnotherKind_IsCountedApart()
    {
        var report = YearReport.Of(2022, [Of(Given.AQualifiedCase(qualification: Qualification.PersonalData))], Today);

        (report.Received, report.OtherRequests, report.Open).ShouldBe((0, 1, 0));
    }

    [Fact]
    public void NoticesRemediesAndPenalties_CountInTheYearOfTheirOwn()
    {
        var one = Decided(received: new(2021, 6, 1), due: new(2021, 6, 29), settled: new(2021, 12, 1)) with
        {
            Notices = [new(2021, 7, 15), new(2022, 1, 3)],
            Remedies = [new(RemedyKind.Objection, RemedyParty.Requester, new(2022, 1, 4), null), new(RemedyKind.LateAppeal, RemedyParty.Requester, new(2021, 8, 1), new(2021, 9, 1))],
            Payments = [new(PaymentKind.CourtPenalty, 500, new(2022, 2, 1)), new(PaymentKind.Costs, 900, new(2022, 2, 1)), new(PaymentKind.CourtPenalty, 100, new(2021, 10, 1))],
        };

        var report = YearReport.Of(2022, [one], Today);
        (report.Notices, report.PenaltiesPaid).ShouldBe((1, 500));
        report.Remedies.ShouldBe([KeyValuePair.Create(RemedyKind.Objection, 1)]);
    }

    [Fact]
    public void RunningYear_IsCountedThroughToday() => YearReport.Of(2023, [Of(Given.ADispatchedDecision())], Today).AsOf.ShouldBe(Today);

    [Fact]
    public void NothingInTheYear_GivesNoughtAndNoAverages()
    {
        var report = YearReport.Of(2019, [Of(Given.ADispatchedDecision())], Today);

        (report.Received, report.Decided, report.AverageDays, report.InTimePercent, report.Months.Sum(month => month.Received)).ShouldBe((0, 0, null, null, 0));
    }

    private static CaseFigures Of(Life life) => CaseFigures.Of(life.Case, life.Facts, Today);

    private static CaseFigures Decided(DateOnly received, DateOnly due, DateOnly settled) =>
        new(true, received, due, settled, RequestOutcome.Disclosed, null, false, false, 0, [], [], []);
}
