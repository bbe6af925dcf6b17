using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Who is calling, from the claims of a token that was found valid.</summary>
internal static class Callers
{
    private const int LongestId = 128;

    private static readonly FrozenDictionary<string, Role> Roles =
        Enum.GetValues<Role>().ToFrozenDictionary(Kebab.Of, role => role, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Marking> Clearances =
        Enum.GetValues<Marking>().ToFrozenDictionary(marking => JsonNamingPolicy.KebabCaseLower.ConvertName(marking.ToString()), marking => marking, StringComparer.Ordinal);

    /// <summary>The caller; null where the token names nobody that can stand in a log.</summary>
    /// <remarks>What a claim says that isn't known gives nothing: an unknown role is no role, an unknown clearance none.</remarks>
    public static Actor? Of(ClaimsPrincipal principal)
    {
        if (principal.FindFirst("sub")?.Value is not { } id || !IsId(id))
            return null;
        return new Actor(
            id,
            [.. principal.FindAll("roles").Where(claim => Roles.ContainsKey(claim.Value)).Select(claim => Roles[claim.Value])],
            Agency.TryParse(principal.FindFirst("agency")?.Value, null, out var agency) && Agencies.Find(agency) is not null ? agency : null,
            Clearances.GetValueOrDefault(principal.FindFirst("clearance")?.Value ?? "", Marking.None));
    }

    /// <summary>The caller of a request that was let in.</summary>
    public static Actor Actor(this HttpContext http) => Of(http.User) ?? throw new ProblemException(Problems.OfStatus(StatusCodes.Status401Unauthorized));

    /// <summary>An id stays in the log for good; the engine's own is nobody else's.</summary>
    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(c => c is > ' ' and <= '~') && !id.Equals(Cases.Actor.Engine.Id, StringComparison.OrdinalIgnoreCase);
}
