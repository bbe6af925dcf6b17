using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What the engine knows without any case: its steps, the terms of the law, and the calendar.</summary>
internal static class TermsEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/steps", () => Answers.Json(new Page<StepRow>(StepRow.All, Next: null)))
            .Produces<Page<StepRow>>().WithSummary("De stappen, met wie ze mag nemen en het schema van wat erbij hoort").WithTags("Stappen");
        api.MapGet("/terms/rules", (HttpRequest request) => Answers.Json(RulesIn(Languages.Of(request))))
            .Produces<Page<TermRuleView>>().WithSummary("De termijnen").WithTags("Termijnen");
        api.MapGet("/terms/calculation", CalculateAsync)
            .Produces<CalculationView>().ProducesProblems(422).WithSummary("Een termijn berekenen, met het bewijs").WithTags("Termijnen")
            .WithMetadata(
                new QueryParameter("rule", "Naam van de termijn", Required: true),
                new QueryParameter("start", "Dag van het beginpunt", Required: true, Format: "date"),
                new QueryParameter("extended", "Verdaagd, zo lang als kan", Type: "boolean"),
                new QueryParameter("extension", "Verdaagd, in dagen", Type: "integer"),
                new QueryParameter("suspension", "Eerste en laatste opgeschorte dag en eventueel de grond: 2023-03-20/2023-03-27; mag vaker", Many: true),
                new QueryParameter("length", "Lengte in dagen, waar een rechter of brief die bepaalt", Type: "integer"),
                new QueryParameter("asOf", "Zoals het op deze dag staat; anders vandaag", Format: "date"),
                new QueryParameter("language", "Taal van het bewijs, nl of en; anders die van Accept-Language. Mag ook lang heten"));
        api.MapGet("/calendar/{year}", CalendarAsync)
            .Produces<CalendarView>().ProducesProblems(422).WithSummary("De feestdagen en aangewezen dagen van een jaar").WithTags("Kalender");
    }

    private static Page<TermRuleView> RulesIn(Language language) => new([.. TermRules.All.Select(rule => TermRuleView.Of(rule, language))], Next: null);

    private static async Task<IResult> CalculateAsync(HttpContext http, CancellationToken cancellation)
    {
        var facts = await http.RequestServices.GetRequiredService<Settings>().CurrentAsync(cancellation);
        var today = http.RequestServices.GetRequiredService<CaseClock>().Today;
        var (answer, problem) = TermsCalculator.Answer(http.Request.Query, facts.Calendar, today, Languages.Of(http.Request));
        return problem is null ? Answers.Json(answer) : new ProblemAnswer(problem);
    }

    private static async Task<IResult> CalendarAsync(HttpContext http, string year, CancellationToken cancellation)
    {
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < Cases.Terms.Earliest.Year || number > Cases.Terms.Latest.Year)
        {
            return new ProblemAnswer(Problems.Invalid("year", $"Geef een jaar van {Cases.Terms.Earliest.Year} tot en met {Cases.Terms.Latest.Year}."));
        }

        var facts = await http.RequestServices.GetRequiredService<Settings>().CurrentAsync(cancellation);
        return Answers.Json(CalendarView.Of(facts.Calendar, number, Languages.Of(http.Request)));
    }
}

/// <summary>A term of the law or of practice.</summary>
internal sealed record TermRuleView(
    string Name,
    string Title,
    string Start,
    LengthView? Length,
    bool LengthIsChosen,
    CountingDirection Direction,
    TermOrigin Origin,
    int? ExtensionCeilingDays,
    string? ExtensionArticle,
    ImmutableArray<string> Suspensions,
    bool Atw,
    string Lapse,
    string Article,
    DateOnly? ValidFrom,
    DateOnly? ValidThrough,
    ImmutableArray<string> Assumptions)
{
    public static TermRuleView Of(TermRule rule, Language language) => new(
        rule.Name, rule.Title.In(language), rule.Start.In(language), rule.Length is { } length ? new LengthView(length.Amount, length.Unit) : null, rule.LengthIsChosen, rule.Direction, rule.Origin,
        rule.ExtensionCeilingDays, rule.ExtensionArticle, rule.Suspensions, rule.Atw, rule.Lapse.In(language), rule.Article, rule.ValidFrom, rule.ValidThrough,
        rule.Assumptions);
}

/// <summary>How long a term is, in the unit of the act.</summary>
internal sealed record LengthView(int Amount, TermUnit Unit);

/// <summary>The days of a year on which no term ends, apart from weekends.</summary>
/// <param name="Version">The version of the organisation's settings.</param>
/// <param name="Complete">Whether the designated days of this year are known; where they aren't, a term that ends in it may still move.</param>
internal sealed record CalendarView(int Year, long Version, bool Complete, ImmutableArray<DayOffView> Days)
{
    public static CalendarView Of(HolidayCalendar calendar, int year, Language language) => new(
        year, calendar.Version, calendar.KnowsDesignatedDaysOf(year),
        [.. calendar.In(year).Select(day => new DayOffView(day.Date, day.Kind, day.Name.In(language), day.Basis))]);
}

internal sealed record DayOffView(DateOnly Date, DayOffKind Kind, string Name, string Basis);
