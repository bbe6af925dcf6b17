namespace WobWorkflow.Cases.Tests;

public sealed class TermProofTests
{
    [Fact]
    public void Trail_RolledTerm_ReadsFromStartToLastDay()
    {
        var term = Calculate(new("woo-4.4-1", new(2024, 11, 27)));

        term.Trail.Select(line => line.Nl).Take(10).ShouldBe(
        [
            "Beginpunt: ontvangst van het verzoek op woensdag 27 november 2024; de eerste dag van de termijn is donderdag 28 november 2024.",
            "De termijn is 4 weken; zonder verdaging en opschorting eindigt zij op woensdag 25 december 2024.",
            "Geteld eindigt de termijn op woensdag 25 december 2024.",
            "Op woensdag 25 december 2024 eindigt de termijn niet: dat is geen werkdag (Eerste Kerstdag).",
            "Op donderdag 26 december 2024 eindigt de termijn niet: dat is geen werkdag (Tweede Kerstdag).",
            "Op vrijdag 27 december 2024 eindigt de termijn niet: dat is geen werkdag (met een feestdag gelijkgesteld).",
            "Op zaterdag 28 december 2024 eindigt de termijn niet: dat is geen werkdag (zaterdag).",
            "Op zondag 29 december 2024 eindigt de termijn niet: dat is geen werkdag (zondag).",
            "De laatste dag is maandag 30 december 2024.",
            "Berekend met kalender versie 0.",
        ]);
        term.Trail.Skip(3).Take(3).Select(line => line.Basis).ShouldBe(["Atw 3(1)", "Atw 3(1)", "Atw 3(3); KB 2023-2025"]);
    }

    [Fact]
    public void Trail_InEnglish_SaysTheSame()
    {
        var term = Calculate(new("woo-4.4-1", new(2023, 3, 13), ExtensionDays: 14));

        term.Trail.Select(line => line.En).Take(6).ShouldBe(
        [
            "Start: receipt of the request on Monday 13 March 2023; the first day of the term is Tuesday 14 March 2023.",
            "The term is 4 weeks; without extension and suspension it ends on Monday 10 April 2023.",
            "The term was extended by 14 days; without suspension it ends on Monday 24 April 2023.",
            "Counted, the term ends on Monday 24 April 2023.",
            "The last day is Monday 24 April 2023.",
            "Computed with calendar version 0.",
        ]);
    }

    [Fact]
    public void Trail_SuspendedTerm_GivesEachBasisAndTheUnion()
    {
        TermFacts facts = new("woo-4.4-1", new(2024, 9, 2), Suspensions:
        [
            new(new(2024, 9, 15), new(2024, 9, 24), "woo-4.4-3"),
            new(new(2024, 9, 11), new(2024, 9, 18), "awb-4.15-1-a"),
            new(new(2025, 1, 1), new(2025, 1, 2)),
        ]);

        var lines = Calculate(facts).Trail;

        lines.Skip(2).Take(4).Select(line => (line.Nl, line.Basis)).ShouldBe(
        [
            ("Opgeschort (aanvulling of precisering gevraagd) van woensdag 11 september 2024 tot en met woensdag 18 september 2024: 8 dagen binnen de termijn.", "Awb 4:15(1)(a)"),
            ("Opgeschort (zienswijze van derden gevraagd) van zondag 15 september 2024 tot en met dinsdag 24 september 2024: 10 dagen binnen de termijn.", "Woo 4.4(3)"),
            ("Opschorting (grond niet vermeld) van woensdag 1 januari 2025 tot en met donderdag 2 januari 2025; geen van die dagen valt binnen de termijn.", null),
            ("Samen is de termijn 14 dagen opgeschort; dagen met meer dan één grond tellen één keer.", null),
        ]);
    }

    [Fact]
    public void Trail_OpenSuspension_SaysThatItStillRuns()
    {
        TermFacts facts = new("woo-4.4-1", new(2024, 9, 2), Suspensions: [new(new(2024, 9, 11), null, "woo-4.4-3")]);

        Terms.Calculate(facts, HolidayCalendar.Statutory, new(2024, 9, 20)).Trail.ShouldContain(line =>
            line.Nl == "Opgeschort (zienswijze van derden gevraagd) sinds woensdag 11 september 2024; zij loopt nog en is geteld tot en met vrijdag 20 september 2024: 10 dagen binnen de termijn.");
    }

    [Fact]
    public void Trail_CalendarOfTheOrganisation_NamesItsVersion()
    {
        var calendar = HolidayCalendar.Statutory.Designate(new(2024, 9, 30), "besluit") with { Version = 42 };

        var term = Terms.Calculate(new("woo-4.4-1", new(2024, 9, 2)), calendar, new(2024, 9, 2));

        term.CalendarVersion.ShouldBe(42);
        term.Due.ShouldBe(new DateOnly(2024, 10, 1));
        term.Trail.ShouldContain(line => line.Nl == "Berekend met kalender versie 42.");
        term.Trail.ShouldContain(line => line.Date == new DateOnly(2024, 9, 30) && line.Basis == "Atw 3(3); besluit");
    }

    [Fact]
    public void Trail_YearWithoutDesignatedDays_SaysSo()
    {
        Calculate(new("woo-4.4-1", new(2029, 3, 5))).Trail.ShouldContain(line => line.Basis == "Atw 3(3)");
        Calculate(new("woo-4.4-1", new(2028, 3, 6))).Trail.ShouldNotContain(line => line.Basis == "Atw 3(3)");
        Calculate(new("practice-view", new(2029, 3, 5))).Trail.ShouldNotContain(line => line.Basis == "Atw 3(3)");
    }

    [Fact]
    public void Trail_TermThatRunsFromAKnownIntoAnUnknownYear_SaysSoForTheYearInWhichItEnds() =>
        Calculate(new("woo-4.4-1", new(2028, 12, 4))).Trail.ShouldContain(line => line.Nl.StartsWith("Van 2029 is niet bekend", StringComparison.Ordinal));

    [Fact]
    public void Trail_TwoWorkingDays_SaysWhy() =>
        Calculate(new("atw-1-1", new(2023, 4, 6), TermLength.Days(3))).Trail.ShouldContain(line => line.Basis == "Atw 2" && line.Date == new DateOnly(2023, 4, 12));

    [Theory]
    [InlineData("wob-6-1", "2018-05-22", 0, "wob-text")]
    [InlineData("wob-6-1", "2018-05-22", 28, "wob-text,extension-from-nominal")]
    [InlineData("wob-6-1", "2022-04-01", 28, "wob-text,running-on-2022-05-01,extension-from-nominal,designated-days-2020-2022")]
    [InlineData("woo-4.4-1", "2024-09-02", 0, "term-of-order")]
    [InlineData("woo-4.4-1", "2022-06-06", 0, "term-of-order,designated-days-2020-2022")]
    [InlineData("practice-receipt-confirmation", "2025-12-31", 0, "practice-length")]
    [InlineData("practice-receipt-confirmation", "2026-01-01", 0, "practice-length,receipt-since-2026")]
    [InlineData("awb-7.10-1", "2024-09-02", 0, "")]
    public void Assumptions_Term_AreThoseItReliesOn(string rule, string start, int extension, string names)
    {
        var term = Calculate(new(rule, DateOnly.Parse(start), ExtensionDays: extension));

        string.Join(',', term.Assumptions).ShouldBe(names);
        term.Trail.Count(line => line.Nl.StartsWith("Aangenomen, nog door een jurist te bevestigen: ", StringComparison.Ordinal)).ShouldBe(term.Assumptions.Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Assumptions_TermSetInASuspension_IsReliedOnOnlyWhenItWentUnused(bool unused)
    {
        TermFacts facts = new("woo-4.4-1", new(2024, 9, 2), Suspensions: [new(new(2024, 9, 11), new(2024, 9, 18), "awb-4.15-1-a") { TermUnused = unused }]);

        Calculate(facts).Assumptions.Contains("unused-term-boundary").ShouldBe(unused);
    }

    private static TermCalculation Calculate(TermFacts facts) => Terms.Calculate(facts, HolidayCalendar.Statutory, asOf: facts.StartedOn);
}
