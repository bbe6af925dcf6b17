using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Terms per week, the days on which none ends, and one's own address for a calendar program.</summary>
internal sealed class CalendarPages(Worklist worklist, Settings settings, CaseClock clock, OrganisationEndpoints organisation, CalendarEndpoints feed, People people)
{
    private const int Weeks = 6;
    private const int CasesPerWeek = 12;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/calendar", (HttpContext http, CancellationToken cancellation) => Of(http).SeeAsync(http, null, cancellation));
        pages.MapForm("/calendar/days", (HttpContext http, CancellationToken cancellation) => Of(http).ChangeAsync(http, cancellation));
        pages.MapForm("/calendar/address", (HttpContext http, CancellationToken cancellation) => Of(http).AddressAsync(http, cancellation));
    }

    private static CalendarPages Of(HttpContext http) => http.RequestServices.GetRequiredService<CalendarPages>();

    private async Task<IResult> SeeAsync(HttpContext http, string? address, CancellationToken cancellation) =>
        Html.Page<CalendarPage>(await ModelAsync(http, cancellation) with { Address = address });

    private async Task<CalendarModel> ModelAsync(HttpContext http, CancellationToken cancellation)
    {
        var actor = http.Actor();
        var (query, facts) = (http.Request.Query, await settings.CurrentAsync(cancellation));
        var first = MondayOf(DateOnly.TryParseExact(query["from"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from) && IsKnown(from) ? from : clock.Today);
        var all = query["view"] == "all" || !(actor.Is(Role.Handler) || actor.Is(Role.ObjectionHandler));
        var year = int.TryParse(http.Request.HasFormContentType && http.Request.Form["do"] == "complete" ? http.Request.Form["year"] : query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked >= Cases.Terms.Earliest.Year && asked <= Cases.Terms.Latest.Year
            ? asked
            : first.AddDays(3).Year;
        var sees = new Sight(actor).SeesAll;
        return new CalendarModel(
            first, clock.Today, all, sees,
            [.. Enumerable.Range(0, Weeks).Select(i => WeekOf(first.AddDays(7 * i), facts.Calendar, sees, all ? null : actor.Id))],
            CalendarView.Of(facts.Calendar, year, Language.Nl),
            OrganisationEndpoints.Designating.Rule.MayBeTakenBy(actor), facts.Version, CaseStepPages.NewKey(), id => people.NameOf(id) ?? id);
    }

    private CalendarWeek WeekOf(DateOnly monday, HolidayCalendar calendar, bool sees, string? handler)
    {
        ImmutableArray<DayOff> off = [.. Enumerable.Range(0, 7).Select(monday.AddDays).Select(calendar.Find).OfType<DayOff>().Where(day => day.Kind != DayOffKind.Weekend)];
        if (!sees)
            return new CalendarWeek(monday, off, [], 0);
        var query = new WorklistQuery(null, handler, monday.AddDays(7), null, null, "due", CasesPerWeek, null, clock.Today, Open: true, DueFrom: monday);
        return new CalendarWeek(monday, off, [.. worklist.Find(query).Items], worklist.Count(query));
    }

    /// <summary>Adds or takes back a designated day, and shows the job that re-dates the open cases.</summary>
    private async Task<IResult> ChangeAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form);
        var does = form["do"].ToString();
        var (day, reason) = (form["date"].ToString(), form["reason"].ToString().Trim());
        try
        {
            var step = does switch
            {
                "complete" => OrganisationEndpoints.Completing,
                "remove" => OrganisationEndpoints.Undesignating,
                _ => OrganisationEndpoints.Designating,
            };
            NotDone.Unless(step, asked.Actor);
            var body = CaseStepPages.BodyOf(new JsonObject
            {
                [does == "complete" ? "year" : "date"] = does == "complete" ? YearOf(form["year"]) : day.Length == 0 ? null : day,
                ["reason"] = reason.Length == 0 ? null : reason,
            });
            var (_, jobId) = await organisation.ChangeCalendarAsync(asked, step, NotDone.Payload(step.Payload, body).Payload, body, cancellation);
            return Html.SeeOther(http, $"/jobs/{jobId}?back=/calendar");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            var model = await ModelAsync(http, cancellation) with { Refusal = refused.Problem, Typed = (does, day, reason), Key = asked.Key ?? CaseStepPages.NewKey() };
            return Html.Page<CalendarPage>(model, refused.Problem.Status);
        }
    }

    /// <summary>Makes an address and shows it this once; or takes it back.</summary>
    private async Task<IResult> AddressAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        if (form["do"] == "revoke")
        {
            await feed.RevokeAsync(http.Actor(), cancellation);
            return Html.SeeOther(http, "/calendar#abonnement");
        }

        return await SeeAsync(http, (await feed.IssueAsync(http.Actor(), cancellation)).Href, cancellation);
    }

    private static JsonNode? YearOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : text;

    private static bool IsKnown(DateOnly day) => day >= Cases.Terms.Earliest && day <= Cases.Terms.Latest.AddDays(-7 * (Weeks + 1));

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <param name="First">The Monday with which it begins.</param>
/// <param name="All">Whether everyone's terms are shown, and not only one's own.</param>
/// <param name="SeesCases">Whether whoever looks sees whole cases.</param>
/// <param name="Version">Of the organisation's settings.</param>
internal sealed record CalendarModel(
    DateOnly First, DateOnly Today, bool All, bool SeesCases, ImmutableArray<CalendarWeek> Weeks, CalendarView Year, bool MayChange, long Version, string Key, Func<string, string> NameOf)
{
    /// <summary>The address for a calendar program, shown once; null otherwise.</summary>
    public string? Address { get; init; }

    public Problem? Refusal { get; init; }

    /// <summary>What was filled in when it was refused.</summary>
    public (string Do, string Date, string Reason) Typed { get; init; } = ("add", "", "");

    /// <param name="does">Which of the forms the field is in.</param>
    public string? ErrorOf(string field, string does = "") => (Typed.Do == "complete") == (does == "complete") && Refusal?.Errors is { } errors && errors.TryGetValue(field, out var messages) ? string.Join(" ", messages) : null;
}

/// <param name="Off">Holidays and designated days in it.</param>
/// <param name="Cases">The most pressing ones.</param>
/// <param name="Count">How many there are.</param>
internal sealed record CalendarWeek(DateOnly Monday, ImmutableArray<DayOff> Off, ImmutableArray<WorklistRow> Cases, int Count);
