using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>A problem on its way to the caller.</summary>
internal sealed class ProblemAnswer(Problem problem) : IResult
{
    public const string MediaType = "application/problem+json";

    public Problem Problem => problem;

    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = MediaType;
        http.Response.Headers.ContentLanguage = "nl";
        if (problem.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(problem, CaseJson.Options), http.RequestAborted);
    }

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, problem);
}

/// <summary>Ends a request with a problem from wherever that is found; the pipeline writes it.</summary>
internal sealed class ProblemException : Exception
{
    public ProblemException() : this(Problems.Unforeseen) { }

    public ProblemException(string message) : this(Problems.Unforeseen with { Detail = message }) { }

    public ProblemException(string message, Exception? inner) : base(message, inner) => Problem = Problems.Unforeseen;

    public ProblemException(Problem problem) : base(problem.Code) => Problem = problem;

    public Problem Problem { get; }
}
