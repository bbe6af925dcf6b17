using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>One's terms for a calendar program, behind an address of one's own.</summary>
internal sealed class CalendarEndpoints(CalendarTokens tokens, Worklist worklist, Dossier<Case> cases, Settings settings, CaseClock clock, MailOptions mail)
{
    private const string Tag = "Kalender";

    /// <summary>So many cases nobody has; more would make of one request the work of thousands.</summary>
    private const int MostCases = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/calendar/address", (HttpContext http, CancellationToken cancellation) => Of(http).IssueAsync(http, cancellation))
            .Produces<CalendarAddress>(StatusCodes.Status201Created).WithMetadata(new RepeatedAtWill()).WithSummary("Een eigen adres voor uw agendaprogramma; een eerder adres vervalt").WithTags(Tag);
        api.MapDelete("/calendar/address", (HttpContext http, CancellationToken cancellation) => Of(http).RevokeAsync(http, cancellation))
            .Produces(StatusCodes.Status204NoContent).WithSummary("Uw adres voor een agendaprogramma intrekken").WithTags(Tag);
    }

    /// <summary>The feed itself, which no bearer token comes with.</summary>
    public static void MapOpen(IEndpointRouteBuilder routes) => routes
        .MapGet($"{ApiPaths.Root}/calendar.ics", (HttpContext http, CancellationToken cancellation) => Of(http).FeedAsync(http, cancellation))
        .Produces<string>(contentType: "text/calendar").ProducesProblems(404).WithSummary("Uw termijnen als iCalendar (RFC 5545)").WithTags(Tag)
        .WithMetadata(new QueryParameter("token", "Het persoonlijke token uit het adres dat u kreeg", Required: true));

    /// <summary>A new address of this person's.</summary>
    public async Task<CalendarAddress> IssueAsync(Actor actor, CancellationToken cancellation) =>
        new($"{mail.PublicAddress}{ApiPaths.Root}/calendar.ics?token={await tokens.IssueAsync(actor, cancellation)}");

    /// <summary>Takes this person's address back.</summary>
    public Task RevokeAsync(Actor actor, CancellationToken cancellation) => tokens.RevokeAsync(actor, cancellation);

    private static CalendarEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<CalendarEndpoints>();

    private async Task<IResult> IssueAsync(HttpContext http, CancellationToken cancellation) =>
        Answers.Json(await IssueAsync(http.Actor(), cancellation), StatusCodes.Status201Created);

    private async Task<IResult> RevokeAsync(HttpContext http, CancellationToken cancellation)
    {
        await RevokeAsync(http.Actor(), cancellation);
        return Results.NoContent();
    }

    private async Task<IResult> FeedAsync(HttpContext http, CancellationToken cancellation)
    {
        if (http.Request.Query["token"].ToString() is not { Length: > 0 and <= 2048 } token || await tokens.HolderOfAsync(token, cancellation) is not { } holder)
            return new ProblemAnswer(Problems.NotFound);
        var facts = await settings.CurrentAsync(cancellation);
        var terms = new List<CalendarTerm>();
        foreach (var row in worklist.Of(holder.PersonId, holder.Coordinates).Take(MostCases))
        {
            if (await cases.GlanceAsync(row.CaseId, cancellation) is { } found)
                terms.AddRange(CalendarFeed.TermsOf(found.State, facts, clock.Today));
        }

        var text = CalendarFeed.Of(terms.OrderBy(term => term.Due).ThenBy(term => term.CaseId, StringComparer.Ordinal), clock.Now, mail.PublicAddress);
        return Results.Bytes(Encoding.UTF8.GetBytes(text), CalendarFeed.MediaType, "termijnen.ics");
    }
}

/// <param name="Href">Whoever has it can read the terms: it is a secret of one person.</param>
internal sealed record CalendarAddress(string Href);
