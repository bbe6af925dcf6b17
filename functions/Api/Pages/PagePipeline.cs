using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WobWorkflow.Api;

/// <summary>What <see cref="ProblemPipeline"/> is to programs, for people: whatever goes wrong on a page is a page too, and says what to do.</summary>
internal sealed partial class PagePipeline(RequestDelegate next, ILogger<PagePipeline> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!PagePaths.Cover(http.Request.Path))
        {
            await next(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var problem = ProblemPipeline.ProblemOf(exception);
            if (problem.Status >= 500)
                Unforeseen(log, problem.Status, exception.GetType().FullName, exception.StackTrace);
            http.Response.Clear();
            SecurityHeaders.PutOnPage(http.Response);
            await ShowAsync(http, problem);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
        {
            http.Response.ContentLength = null;
            await ShowAsync(http, Problems.OfStatus(http.Response.StatusCode));
        }
    }

    private static async Task ShowAsync(HttpContext http, Problem problem)
    {
        // Where no route was found nobody asked who is calling; the page still has their name above it.
        if (http.User.Identity?.IsAuthenticated != true && await http.AuthenticateAsync(DeskIdentity.Scheme) is { Succeeded: true, Principal: { } known })
            http.User = known;
        await Html.Page<ProblemPage>(problem, problem.Status).ExecuteAsync(http);
    }

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "Answered a page with {Status} because of {Exception} at {Place}")]
    private static partial void Unforeseen(ILogger log, int status, string? exception, string? place);
}

/// <summary>Which paths are pages: all that is not for programs, nor for the public.</summary>
internal static class PagePaths
{
    private static readonly PathString[] Others = ["/open", "/robots.txt", "/.well-known"];

    public static bool Cover(PathString path) =>
        !ApiPaths.Cover(path) && !Array.Exists(Others, other => path.StartsWithSegments(other, StringComparison.OrdinalIgnoreCase));
}
