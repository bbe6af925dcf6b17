using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace WobWorkflow.Cases;

/// <summary>
/// A body, service or forum that is consulted (afstemming) or that decides, by its code: <c>CVIN</c>, <c>AIVD</c>, <c>JenV</c>.
/// </summary>
/// <remarks>
/// A code that is not in <see cref="Agencies.All"/> is well-formed but unknown: who uses it refuses, naming
/// <see cref="Agencies.KnownCodes"/>. Known codes take the table's spelling, so that <c>jenv</c> and <c>JenV</c> are equal.
/// </remarks>
[JsonConverter(typeof(TextConverter<Agency>))]
public sealed record Agency : IParsable<Agency>
{
    private const int Longest = 20;

    /// <exception cref="ArgumentException">
    /// The code is empty, longer than 20 characters, or has others than letters, digits and hyphens.
    /// </exception>
    public Agency(string code) =>
        Code = Spelled(code) ?? throw new ArgumentException("A code is 1 to 20 letters, digits or hyphens.", nameof(code));

    public string Code { get; }

    public override string ToString() => Code;

    public static Agency Parse(string s) => Parse(s, null);

    public static Agency Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var agency) ? agency : throw new FormatException("A code is 1 to 20 letters, digits or hyphens.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Agency result)
    {
        result = Spelled(s) is { } code ? new Agency(code) : null;
        return result is not null;
    }

    private static string? Spelled(string? text)
    {
        var code = text?.Trim();
        return code is { Length: > 0 and <= Longest } && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? Agencies.Spelling(code) ?? code.ToUpperInvariant()
            : null;
    }
}
