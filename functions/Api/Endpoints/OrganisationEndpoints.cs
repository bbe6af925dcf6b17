using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The settings of the deciding body, and its calendar.</summary>
internal sealed class OrganisationEndpoints(Dossier<Organisation> organisations, Steps steps, Settings settings, Redating redating, People people, CaseClock clock)
{
    private const string Tag = "Organisatie";

    private static readonly Problem NotFound = Problems.NotFound with { Code = "organisation-not-found" };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisation", (HttpContext http, CancellationToken cancellation) => Of(http).SeeAsync(http, cancellation))
            .Produces<OrganisationView>().WithSummary("Instellingen").WithTags(Tag);
        foreach (var step in Catalogue.OrganisationSteps)
        {
            api.MapPost($"/organisation/steps/{step.Rule.Name}", (HttpContext http, CancellationToken cancellation) => Of(http).TakeAsync(http, step, cancellation))
                .Produces<OrganisationView>().ProducesProblems(403, 404, 409, 412, 413, 415, 422)
                .WithMetadata(BodySchema.Of(step)).WithSummary(step.Rule.TitleNl).WithTags(Tag);
        }

        api.MapPut("/calendar/designated-days/{date}",
                (HttpContext http, string date, CancellationToken cancellation) => Of(http).DesignateAsync(http, date, cancellation))
            .Produces<CalendarView>(StatusCodes.Status202Accepted).ProducesProblems(403, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(typeof(DesignatedDayBody))).WithSummary("Dag aanwijzen (Atw 3(3))").WithTags("Kalender");
        api.MapDelete("/calendar/designated-days/{date}",
                (HttpContext http, string date, CancellationToken cancellation) => Of(http).UndesignateAsync(http, date, cancellation))
            .Produces<CalendarView>(StatusCodes.Status202Accepted).ProducesProblems(403, 404, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(typeof(DesignatedDayBody))).WithSummary("Aangewezen dag schrappen").WithTags("Kalender");
    }

    private static OrganisationEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<OrganisationEndpoints>();

    private async Task<IResult> SeeAsync(HttpContext http, CancellationToken cancellation)
    {
        var current = await settings.CurrentAsync(cancellation);
        http.Response.Headers.ETag = Versions.TagOf(current.Version);
        return Versions.IsKnown(http.Request, current.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Answers.Json(OrganisationView.Of(current));
    }

    private async Task<IResult> TakeAsync(HttpContext http, StepDefinition<Organisation> step, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        NotDone.Unless(step, asked.Actor);
        var after = await TakeAsync(step, asked, await JsonBody.ReadAsync(http.Request, cancellation), cancellation);
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        return Answers.Json(OrganisationView.Of(after));
    }

    /// <summary>Takes a step, in whatever way it was asked for.</summary>
    /// <exception cref="ProblemException">The step was not taken.</exception>
    public async Task<Organisation> TakeAsync(StepDefinition<Organisation> step, Asked asked, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        NotDone.Unless(step, asked.Actor);
        var payload = NotDone.Payload(step.Payload, body);
        if (payload.EffectiveOn is { } on && on != clock.Today)
            throw new ProblemException(Problems.Invalid(PayloadReader.EffectiveOn, "Instellingen gelden vanaf het moment dat ze worden vastgelegd: laat de ingangsdatum weg."));
        // First what storage holds, then the record: a repeat erases what is gone.
        if (payload.Payload is ErasePerson { Person: var person })
            await people.EraseAsync(person, cancellation);
        return await TakeAsync(asked, step, payload.Payload, body, cancellation);
    }

    private Task<IResult> DesignateAsync(HttpContext http, string date, CancellationToken cancellation) =>
        ChangeAsync(http, date, Designating, (day, reason) => new DesignateDay(day, reason), cancellation);

    private Task<IResult> UndesignateAsync(HttpContext http, string date, CancellationToken cancellation) =>
        ChangeAsync(http, date, Undesignating, (day, reason) => new UndesignateDay(day, reason), cancellation);

    private async Task<IResult> ChangeAsync(
        HttpContext http, string date, StepDefinition<Organisation> step, Func<DateOnly, string, object> payload, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        NotDone.Unless(step, asked.Actor);
        var (day, body) = (DayOf(date), await JsonBody.ReadAsync(http.Request, cancellation));
        var reason = ((DesignatedDayBody)Payload(typeof(DesignatedDayBody), body)).Reason;
        // The day stands in the address: under the same key another one is another request.
        var whole = (byte[])[.. Encoding.UTF8.GetBytes($"{day:yyyy-MM-dd}"), 0, .. body.Span];
        var (after, jobId) = await ChangeCalendarAsync(asked, step, payload(day, reason), whole, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        http.Response.Headers.Location = JobEndpoints.PathOf(jobId);
        return Answers.Json(CalendarView.Of(after.Calendar, day.Year, asked.Language), StatusCodes.Status202Accepted);
    }

    /// <summary>Takes a step that changes the calendar; open cases are then re-dated by a job that can be followed.</summary>
    /// <exception cref="ProblemException">The step was not taken.</exception>
    public async Task<(Organisation After, string JobId)> ChangeCalendarAsync(
        Asked asked, StepDefinition<Organisation> step, object payload, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var after = await TakeAsync(asked, step, payload, body, cancellation);
        return (after, (await redating.BeginAsync(after.Calendar.Version, cancellation)).Job.Id);
    }

    private async Task<Organisation> TakeAsync(Asked asked, StepDefinition<Organisation> step, object payload, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        NotDone.Unless(step, asked.Actor);
        var taken = await steps.TakeOrganisationAsync(step, payload, asked.Actor, asked.Key, body, asked.IfMatch, cancellation);
        if (NotDone.Of(taken, step, state => Catalogue.OrganisationSteps.Where(other => other.MayBeTaken(state, asked.Actor)), NotFound) is { } problem)
            throw new ProblemException(problem);
        var done = (Done<Organisation>)taken;
        var after = done.After.Version == done.Version
            ? done.After
            : (await organisations.ReadAtAsync(Organisation.TheId, done.Version, cancellation))!;
        return after.State;
    }

    /// <summary>The steps that change the calendar.</summary>
    public static StepDefinition<Organisation> Designating { get; } = StepOf<DesignateDay>();

    public static StepDefinition<Organisation> Undesignating { get; } = StepOf<UndesignateDay>();

    public static StepDefinition<Organisation> Completing { get; } = StepOf<CompleteYear>();

    /// <summary>The steps after which open cases are re-dated.</summary>
    public static IReadOnlyCollection<StepDefinition<Organisation>> OfTheCalendar { get; } = [Designating, Undesignating, Completing];

    private static StepDefinition<Organisation> StepOf<TPayload>() => Catalogue.OrganisationSteps.Single(step => step.Payload == typeof(TPayload));

    private static object Payload(Type payload, ReadOnlyMemory<byte> body)
    {
        var read = PayloadReader.Read(payload, body);
        return Problems.Of(read) is { } problem ? throw new ProblemException(problem) : ((PayloadAccepted)read).Payload;
    }

    private static DateOnly DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= Cases.Terms.Earliest && day <= Cases.Terms.Latest
            ? day
            : throw new ProblemException(Problems.Invalid("date", "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2018-05-11."));
}
