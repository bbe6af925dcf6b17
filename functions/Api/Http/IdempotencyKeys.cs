using Microsoft.AspNetCore.Http;

namespace WobWorkflow.Api;

/// <summary>The key by which a request that is sent twice is done once.</summary>
internal static class IdempotencyKeys
{
    public const string Header = "Idempotency-Key";

    private const int Longest = 255;

    /// <summary>Null where the caller gave none.</summary>
    /// <exception cref="ProblemException">It is empty, too long, given twice, or not printable.</exception>
    public static string? Of(HttpRequest request)
    {
        var given = request.Headers[Header];
        if (given.Count == 0)
            return null;
        return given is [{ Length: > 0 and <= Longest } key] && key.All(c => c is >= ' ' and <= '~')
            ? key
            : throw new ProblemException(Problems.KeyUnusable);
    }
}
