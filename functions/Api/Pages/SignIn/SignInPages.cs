using System.Collections.Immutable;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Coming and going.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (Delegate)AskAsync);
        routes.MapForm("/sign-out", LeaveAsync);
        routes.MapGet("/signed-out", (HttpContext http) => Html.Page<SignedOutPage>(http.Request.Query.ContainsKey("failed")));
        if (routes.ServiceProvider.GetRequiredService<ApiSettings>().Rehearsal)
            routes.MapForm("/sign-in", ChooseAsync);
    }

    private static async Task<IResult> AskAsync(HttpContext http)
    {
        var back = Html.Local(http.Request.Query["return"]);
        if (http.RequestServices.GetRequiredService<ApiSettings>().Rehearsal)
            return Html.Page<ChoosePersonPage>(new PersonAsked(back, "", [], "", "none", ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty));
        if (!http.RequestServices.GetRequiredService<DeskSettings>().WithOrganisation)
            throw new ProblemException(Problems.NoSignIn);
        try
        {
            await http.ChallengeAsync(DeskIdentity.Organisation, new AuthenticationProperties { RedirectUri = back });
            return Results.Empty;
        }
        catch (InvalidOperationException) when (!http.Response.HasStarted)
        {
            // Where the authority is known from its own description, and that can't be fetched.
            throw new ProblemException(Problems.SignInUnavailable);
        }
    }

    private static async Task<IResult> ChooseAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = new PersonAsked(
            Html.Local(form["return"]), form["name"].ToString().Trim(), [.. form["roles"].OfType<string>().Where(role => role.Length > 0)], form["agency"].ToString(), form["clearance"].ToString() is { Length: > 0 } level ? level : "none",
            ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty);
        var read = PayloadReader.Read(typeof(TokenAsked), asked.Body());
        if (read is not PayloadAccepted accepted)
            return Html.Page<ChoosePersonPage>(asked with { Errors = Problems.Of(read)?.Errors ?? asked.Errors }, StatusCodes.Status422UnprocessableEntity);
        var person = (TokenAsked)accepted.Payload;
        if (person.Roles.IsEmpty)
            return Html.Page<ChoosePersonPage>(asked.Wrong("roles", Sentences.Say("sign-in.choose-role")), StatusCodes.Status422UnprocessableEntity);
        if (person.Roles.Contains(Role.Liaison) && person.Agency is null)
            return Html.Page<ChoosePersonPage>(asked.Wrong("agency", Sentences.Say("sign-in.choose-agency")), StatusCodes.Status422UnprocessableEntity);
        await DeskIdentity.SignInAsync(http, await http.RequestServices.GetRequiredService<RehearsalTokenIssuer>().IssueAsync(person));
        return Html.SeeOther(http, asked.Return);
    }

    private static async Task<IResult> LeaveAsync(HttpContext http)
    {
        await http.SignOutAsync(DeskIdentity.Scheme);
        return Html.SeeOther(http, "/signed-out");
    }
}

/// <summary>What was filled in on the page where one chooses a person.</summary>
internal sealed record PersonAsked(
    string Return, string Name, ImmutableArray<string> Roles, string Agency, string Clearance, ImmutableSortedDictionary<string, ImmutableArray<string>> Errors)
{
    public ReadOnlyMemory<byte> Body()
    {
        var json = new System.Text.Json.Nodes.JsonObject
        {
            ["name"] = Name,
            ["roles"] = new System.Text.Json.Nodes.JsonArray([.. Roles.Select(role => (System.Text.Json.Nodes.JsonNode)role)]),
            ["clearance"] = Clearance,
        };
        if (Agency.Length > 0)
            json["agency"] = Agency;
        return System.Text.Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    public PersonAsked Wrong(string field, string message) => this with { Errors = Errors.SetItem(field, [message]) };

    public string? WrongWith(string field) => Errors.TryGetValue(field, out var messages) ? string.Join(" ", messages) : null;
}
