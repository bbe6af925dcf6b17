using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace WobWorkflow.Api;

/// <summary>A problem as people see it.</summary>
internal static class ProblemPages
{
    public static async Task ShowAsync(HttpContext http, Problem problem)
    {
        // Where no route was found nobody asked who is calling; the page still has their name above it.
        if (http.User.Identity?.IsAuthenticated != true && await http.AuthenticateAsync(DeskIdentity.Scheme) is { Succeeded: true, Principal: { } known })
            http.User = known;
        await Html.Page<ProblemPage>(problem, problem.Status).ExecuteAsync(http);
    }
}
