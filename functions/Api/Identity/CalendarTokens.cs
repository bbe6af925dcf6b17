using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>
/// The token by which a calendar program reads one person's terms: it can send no bearer token, so the address itself is the secret. A person has one at a
/// time, which ends by itself after <see cref="Lasting"/>, when they make another, or when they take it back.
/// </summary>
internal sealed class CalendarTokens(IDataProtectionProvider protection, CacheStore cache)
{
    public static readonly TimeSpan Lasting = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("calendar").ToTimeLimitedDataProtector();

    /// <summary>A new token; the one before is no good any more.</summary>
    public async Task<string> IssueAsync(Actor actor, CancellationToken cancellation)
    {
        var holder = new CalendarHolder(actor.Id, actor.Is(Role.Coordinator), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        await cache.PutAsync(NameOf(actor.Id), BinaryData.FromString(holder.Secret), cancellation);
        return _protector.Protect(JsonSerializer.Serialize(holder), Lasting);
    }

    public Task RevokeAsync(Actor actor, CancellationToken cancellation) => cache.RemoveAsync(NameOf(actor.Id), cancellation);

    /// <summary>Whose token it is; null where it is nobody's, or not any more.</summary>
    public async Task<CalendarHolder?> HolderOfAsync(string token, CancellationToken cancellation)
    {
        try
        {
            var holder = JsonSerializer.Deserialize<CalendarHolder>(_protector.Unprotect(token))!;
            return await cache.GetAsync(NameOf(holder.PersonId), cancellation) is { } known
                && CryptographicOperations.FixedTimeEquals(known.ToMemory().Span, Encoding.UTF8.GetBytes(holder.Secret))
                    ? holder
                    : null;
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static string NameOf(string personId) => $"calendar/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(personId)))}";
}

/// <param name="Coordinates">Whether what is nobody's is theirs too.</param>
internal sealed record CalendarHolder(string PersonId, bool Coordinates, string Secret);
