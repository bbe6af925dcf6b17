using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>
/// The clock, the tokens and the end of a rehearsal. These routes are there in a rehearsal alone, and ask for no token: who may make any token here has
/// nothing to prove.
/// </summary>
internal static class RehearsalEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/rehearsal/clock", (Delegate)((HttpContext http) => Answers.Json(Clock(http))))
            .Produces<ClockView>().WithSummary("De klok van de oefening").WithTags("Oefening");
        routes.MapPost("/rehearsal/clock", MoveAsync)
            .Produces<ClockView>().Produces<ClockView>(StatusCodes.Status202Accepted).ProducesProblems(409, 413, 415, 422).WithMetadata(BodySchema.Of(typeof(MoveClock)), new RepeatedAtWill())
            .WithSummary("De klok vooruitzetten; antwoordt als is gedaan wat onderweg moest, of na een minuut met een job die te volgen is").WithTags("Oefening");
        routes.MapPost("/rehearsal/tokens", TokenAsync)
            .Produces<TokenView>().ProducesProblems(413, 415, 422).WithMetadata(BodySchema.Of(typeof(TokenAsked)), new RepeatedAtWill())
            .WithSummary("Een token voor iemand in de oefening").WithTags("Oefening");
        routes.MapDelete("/rehearsal", ForgetAsync)
            .Produces(StatusCodes.Status204NoContent).WithSummary("Alles van de oefening vergeten").WithTags("Oefening");
    }

    private static ClockView Clock(HttpContext http) => ClockView.Of(Rehearsal(http).Now);

    private static async Task<IResult> MoveAsync(HttpContext http, CancellationToken cancellation)
    {
        var to = (MoveClock)Payload(typeof(MoveClock), await JsonBody.ReadAsync(http.Request, cancellation));
        var (moved, jobId) = await http.RequestServices.GetRequiredService<ClockMoves>().MoveAsync(to.Now, cancellation);
        if (moved is null)
        {
            http.Response.Headers.Location = JobEndpoints.PathOf(jobId!);
            return Answers.Json(Clock(http), StatusCodes.Status202Accepted);
        }

        return moved.Refused is { } refused ? new ProblemAnswer(Problems.Of(refused)) : Answers.Json(ClockView.Of(moved.Now));
    }

    private static async Task<IResult> TokenAsync(HttpContext http, CancellationToken cancellation)
    {
        var asked = (TokenAsked)Payload(typeof(TokenAsked), await JsonBody.ReadAsync(http.Request, cancellation));
        return Answers.Json(new TokenView(await http.RequestServices.GetRequiredService<RehearsalTokenIssuer>().IssueAsync(asked)));
    }

    private static async Task<IResult> ForgetAsync(HttpContext http, CancellationToken cancellation)
    {
        await Rehearsal(http).ForgetAsync(cancellation);
        return Results.NoContent();
    }

    private static Rehearsal Rehearsal(HttpContext http) => http.RequestServices.GetRequiredService<Rehearsal>();

    private static object Payload(Type payload, ReadOnlyMemory<byte> body)
    {
        var read = PayloadReader.Read(payload, body);
        return Problems.Of(read) is { } problem ? throw new ProblemException(problem) : ((PayloadAccepted)read).Payload;
    }
}

/// <summary>Where the clock is moved to.</summary>
internal sealed record MoveClock(DateTimeOffset Now);

/// <summary>Whom a token is for.</summary>
internal sealed record TokenAsked(
    [property: MaxLength(128)] string Name,
    [property: MaxLength(13)] ImmutableArray<Role> Roles,
    Agency? Agency = null,
    Marking Clearance = Marking.None);

internal sealed record TokenView(string Token);

/// <param name="Now">UTC.</param>
/// <param name="Today">The date at that moment in Europe/Amsterdam.</param>
internal sealed record ClockView(DateTimeOffset Now, DateOnly Today)
{
    public static ClockView Of(DateTimeOffset now) => new(now.ToUniversalTime(), LocalTime.DateOf(now));
}
