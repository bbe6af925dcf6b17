using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Answers as this API writes them.</summary>
internal static class Answers
{
    public static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, CaseJson.Options, statusCode: status);

    /// <summary>Says in the contract that the endpoint may answer with these problems, beside those that every endpoint may.</summary>
    public static RouteHandlerBuilder ProducesProblems(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<Problem>(status, ProblemAnswer.MediaType);
        return endpoint;
    }
}

/// <summary>A parameter in the query string, for the contract.</summary>
/// <param name="Many">Whether it may be repeated.</param>
internal sealed record QueryParameter(string Name, string Description, bool Required = false, string Type = "string", string? Format = null, bool Many = false);
