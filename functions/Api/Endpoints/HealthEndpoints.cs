using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Whether the process runs, and whether it can take a step.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Answers.Json(new HealthView("live"))).Produces<HealthView>().WithSummary("Het proces draait").WithTags("Gezondheid");
        routes.MapGet("/health/ready", ReadyAsync).Produces<HealthView>().ProducesProblems(503).WithSummary("Stappen worden aangenomen").WithTags("Gezondheid");
    }

    /// <summary>A step begins with the settings, and these with storage: who can read them can take a step.</summary>
    private static async Task<IResult> ReadyAsync(HttpContext http, CancellationToken cancellation)
    {
        if (http.RequestServices.GetService<Settings>() is not { } settings)
            return new ProblemAnswer(Problems.StorageUnavailable);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await settings.CurrentAsync(patience.Token);
            var stand = await http.RequestServices.GetRequiredService<Driving>().StandAsync(patience.Token);
            return Answers.Json(new HealthView("ready", Drives: stand == Stand.Drives, StandsBy: stand switch
            {
                Stand.BehindAnotherHost => "another-host",
                Stand.BehindAnotherProcess => "another-process",
                _ => null,
            }));
        }
        catch (Exception exception) when (exception is StorageUnavailableException || (exception is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new ProblemAnswer(Problems.StorageUnavailable);
        }
    }
}

/// <param name="Drives">Whether this process performs the engine's duties (true), or leaves them to another (false); absent where nobody asked storage.</param>
/// <param name="StandsBy">To which other: <c>another-host</c>, appointed by an operator, or <c>another-process</c> of this host; absent where it drives.</param>
internal sealed record HealthView(string Status, bool? Drives = null, string? StandsBy = null);
