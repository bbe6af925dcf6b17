using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WobWorkflow.Cases;

namespace WobWorkflow.Api;

/// <summary>Makes tokens for the persons of a rehearsal. The same name is the same person.</summary>
internal sealed class RehearsalTokenIssuer(IRehearsalKey key)
{
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<string> IssueAsync(TokenAsked person)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = IdOf(person.Name),
            ["name"] = person.Name,
            ["email"] = IdOf(person.Name) + "@rehearsal.example",
            ["roles"] = person.Roles.Select(Kebab.Of).ToArray(),
            ["clearance"] = Kebab.Of(person.Clearance),
        };
        if (person.Agency is { } agency)
            claims["agency"] = agency.Code;
        var signing = new SigningCredentials(new SymmetricSecurityKey(await key.GetAsync()), SecurityAlgorithms.HmacSha256);
        return Tokens.CreateToken(new SecurityTokenDescriptor { Claims = claims, SigningCredentials = signing });
    }

    /// <summary>The name in small letters, without diacritics, other signs as hyphens.</summary>
    private static string IdOf(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-');
        var id = string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        // A name without such letters, or the engine's, gets an id of its own all the same: two persons must never become one.
        return id.Length == 0 || id == Actor.Engine.Id ? $"person-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}" : id;
    }
}
