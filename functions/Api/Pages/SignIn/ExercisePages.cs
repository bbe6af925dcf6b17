using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The clock of the rehearsal, as a form in the bar above every page.</summary>
internal static class ExercisePages
{
    /// <summary>In the morning of the day that was asked for: ten o'clock, as the story does.</summary>
    private static readonly TimeSpan UntilTen = TimeSpan.FromHours(3);

    public static void Map(IEndpointRouteBuilder pages) => pages.MapForm("/exercise/clock", MoveAsync);

    private static async Task<IResult> MoveAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var to = TargetOf(form["to"].ToString(), form["date"].ToString(), http.RequestServices.GetRequiredService<Rehearsal>().Now);
        var back = Html.Local(form["return"]);
        var (moved, jobId) = await http.RequestServices.GetRequiredService<ClockMoves>().MoveAsync(to, cancellation);
        if (moved is null)
            return Html.SeeOther(http, $"/jobs/{jobId}?back={Uri.EscapeDataString(back)}");
        return moved.Refused is { } refused ? throw new ProblemException(Problems.Of(refused)) : Html.SeeOther(http, back);
    }

    private static DateTimeOffset TargetOf(string to, string date, DateTimeOffset now) => to switch
    {
        "day" => On(LocalTime.DateOf(now).AddDays(1)),
        "week" => On(LocalTime.DateOf(now).AddDays(7)),
        _ when DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day >= Cases.Terms.Earliest && day <= Cases.Terms.Latest => On(day),
        _ => throw new ProblemException(Problems.Invalid("date", Sentences.Say("shell.clock-wrong"))),
    };

    private static DateTimeOffset On(DateOnly day) => LocalTime.MorningOf(day) + UntilTen;
}
