using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Engine;

/// <summary>
/// Ids of cases and rulings: twelve characters in three groups, without letters that are easily confused, and without any meaning. With an idempotency
/// key the id follows from it, so that the same request registered twice is one case, also after a restart and on another machine.
/// </summary>
internal static class CaseIds
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32

    public static string Of(string kind, string caller, string? idempotencyKey)
    {
        var bytes = idempotencyKey is null
            ? RandomNumberGenerator.GetBytes(12)
            : SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{caller}\n{idempotencyKey}"))[..12];
        var letters = Array.ConvertAll(bytes, value => Alphabet[value & 31]);
        return $"{new string(letters, 0, 4)}-{new string(letters, 4, 4)}-{new string(letters, 8, 4)}";
    }
}
