using System.Security.Cryptography;
using System.Text;

namespace WobWorkflow.Dossiers;

/// <summary>What names one attempt at a step in the log, so that the same attempt is never taken twice.</summary>
/// <param name="Key">Thirty-two hexadecimal digits for a caller's key, or the engine's own name for a duty. Never what the caller sent: that may say anything.</param>
/// <param name="Fingerprint">Of the payload, sixteen hexadecimal digits; empty for the engine's own.</param>
public sealed record Command(string Key, string Fingerprint)
{
    /// <summary>A step taken by a caller.</summary>
    /// <param name="caller">The caller's id: two callers may use the same key.</param>
    /// <param name="idempotencyKey">What the caller sent; null makes the attempt one of its own.</param>
    /// <param name="payload">What was asked, target included, as the caller sent it.</param>
    public static Command Of(string caller, string? idempotencyKey, ReadOnlySpan<byte> payload)
    {
        var key = idempotencyKey is null
            ? RandomNumberGenerator.GetHexString(32, lowercase: true)
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller}\n{idempotencyKey}")))[..32];
        return new Command(key, Convert.ToHexStringLower(SHA256.HashData(payload))[..16]);
    }

    /// <summary>Something that the engine does itself, named by what it does: a second attempt is the same command.</summary>
    public static Command Of(string duty) => new(duty, "");

    /// <summary>How it stands in the log.</summary>
    public string Text => Fingerprint.Length == 0 ? Key : $"{Key}.{Fingerprint}";

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static Command Parse(string text)
    {
        // The engine's names hold colons and no dot; a caller's are 32 digits, a dot and 16 more.
        return text.Length == 49 && text[32] == '.' ? new Command(text[..32], text[33..]) : new Command(text, "");
    }
}
