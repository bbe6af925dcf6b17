using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace WobWorkflow.Api;

/// <summary>Pages as answers.</summary>
internal static class Html
{
    /// <param name="model">What the page shows, as its parameter <c>Model</c>; null for a page that shows nothing of its own.</param>
    public static IResult Page<TPage>(object? model = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult(typeof(TPage), model is null ? new Dictionary<string, object?>() : new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })
        {
            StatusCode = status,
            ContentType = "text/html; charset=utf-8",
            PreventStreamingRendering = true,
        };

    /// <summary>After a form was done: the page to go on with, so that a reload sends nothing again.</summary>
    public static IResult SeeOther(HttpContext http, string path)
    {
        http.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A path here, whatever was asked for: an address elsewhere, or none, becomes the first page.</summary>
    public static string Local(string? path) =>
        path is { Length: > 0 and <= 512 } && path[0] == '/' && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl) ? path : "/";
}
