using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class TermsCalculatorTests
{
    private static readonly DateOnly Today = new(2023, 4, 1);

    [Fact]
    public void WooTerm_ExtendedAndSuspended_IsCalculatedWithItsTrail()
    {
        var answer = Answer("?rule=woo-4.4-1&start=2023-03-10&extended=true&suspension=2023-03-20/2023-03-27");

        // 10 March + 28 + 14 days = 21 April, and eight suspended days.
        answer.Nominal.ShouldBe(new DateOnly(2023, 4, 29));
        answer.Due.ShouldBe(new DateOnly(2023, 5, 1));
        answer.SuspendedDays.ShouldBe(8);
        answer.Trail.ShouldNotBeEmpty();
    }

    [Fact]
    public void Suspensions_Overlapping_CountOnce() =>
        Answer("?rule=woo-4.4-1&start=2023-03-10&suspension=2023-03-20/2023-03-27&suspension=2023-03-25/2023-03-29").SuspendedDays.ShouldBe(10);

    [Fact]
    public void Trail_InEnglish_WhereAsked() =>
        Answer("?rule=woo-4.4-1&start=2023-03-10&lang=en").Trail[0].Text.ShouldStartWith("Start:");

    [Fact]
    public void CourtSetTerm_TakesItsLength() =>
        Answer("?rule=awb-8.72-4&start=2023-03-01&length=20").Nominal.ShouldBe(new DateOnly(2023, 3, 21));

    [Theory]
    [InlineData("?start=2023-03-10", "rule")]
    [InlineData("?rule=woo-9.9-9&start=2023-03-10", "rule")]
    [InlineData("?rule=woo-4.4-1", "start")]
    [InlineData("?rule=woo-4.4-1&start=10-03-2023", "start")]
    [InlineData("?rule=woo-4.4-1&start=1066-10-14", "start")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&suspension=2023-03-27/2023-03-20", "suspension")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&suspension=2023-03-20", "suspension[0]")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&suspension=2023-03-20/2023-03-27/nonsense", "suspension")]
    [InlineData("?rule=awb-6.7&start=2023-03-10&extended=true", "extension")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&extension=99", "extension")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&extended=maybe", "extended")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&length=20", "length")]
    [InlineData("?rule=awb-8.72-4&start=2023-03-01", "length")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&lang=fr", "lang")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&language=fr", "language")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&language=en&lang=nl", "lang")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&asOf=9999-12-31", "asOf")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&start=2023-03-11", "start")]
    [InlineData("?rule=woo-4.4-1&start=2023-03-10&begin=2023-03-11", "begin")]
    public void Nonsense_IsRefused_AtItsField(string query, string field)
    {
        var (answer, problem) = TermsCalculator.Answer(Query(query), HolidayCalendar.Statutory, Today, Language.Nl);

        answer.ShouldBeNull();
        problem!.Status.ShouldBe(422);
        problem.Errors!.Keys.ShouldBe([field]);
    }

    private static CalculationView Answer(string query)
    {
        var (answer, problem) = TermsCalculator.Answer(Query(query), HolidayCalendar.Statutory, Today, Language.Nl);
        problem.ShouldBeNull();
        return answer!;
    }

    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));
}
