using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>
/// Sees to it that whatever goes wrong is told, and that nothing else is: to programs as a problem, to people as a page that says what to do. No stack
/// trace, no inner name, no content. An exception's message may quote what it stumbled over, so it goes into no log either; its type and its place do.
/// </summary>
internal sealed partial class ProblemPipeline(RequestDelegate next, ILogger<ProblemPipeline> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var toProgram = ApiPaths.Cover(http.Request.Path);
        if (!toProgram && !PagePaths.Cover(http.Request.Path))
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
            return; // nobody is there to be told
        }
        catch (Exception exception) when (!http.Response.HasStarted)
        {
            var problem = ProblemOf(exception);
            if (problem.Status >= 500)
                Unforeseen(log, problem.Status, exception.GetType().FullName, exception.StackTrace);
            http.Response.Clear();
            SecurityHeaders.PutOn(http);
            await TellAsync(http, problem, toProgram);
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null } or { HasStarted: false, StatusCode: StatusCodes.Status416RangeNotSatisfiable })
        {
            // Of a range that isn't there the headers speak of the file already, and of a body without length.
            http.Response.Headers.ContentDisposition = default;
            http.Response.ContentLength = null;
            await TellAsync(http, Problems.OfStatus(http.Response.StatusCode), toProgram);
        }
    }

    private static Task TellAsync(HttpContext http, Problem problem, bool toProgram) =>
        toProgram ? ProblemAnswer.WriteAsync(http, problem) : ProblemPages.ShowAsync(http, problem);

    /// <summary>What the caller is told of an exception.</summary>
    private static Problem ProblemOf(Exception exception) => exception switch
    {
        ProblemException known => known.Problem,
        StorageUnavailableException => Problems.StorageUnavailable,
        StepTooLargeException => Problems.BodyTooLarge,
        BadHttpRequestException refused => Problems.OfStatus(refused.StatusCode),
        _ => Problems.Unforeseen,
    };

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Answered {Status} because of {Exception} at {Place}")]
    private static partial void Unforeseen(ILogger log, int status, string? exception, string? place);
}
