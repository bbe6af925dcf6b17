using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace WobWorkflow.Cases;

/// <summary>
/// The number under which a court has a case (zaaknummer): <c>202003618/1/A3</c>, <c>UTR 19/3582-T</c>, <c>BRS.24.000123</c>.
/// </summary>
/// <remarks>
/// Courts number as they like, and a number that this type does not recognise is kept as it was written, with
/// <see cref="IsRecognised"/> false: for a person to look at, never a refusal.
/// </remarks>
[JsonConverter(typeof(TextConverter<CourtCaseNumber>))]
public sealed partial record CourtCaseNumber : IParsable<CourtCaseNumber>
{
    private const int Longest = 40;

    // the prefix is the seat that the number was given at, and some courts have several
    private static readonly FrozenDictionary<string, string> CourtsByPrefix = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AMS"] = "RBAMS",
        ["ARN"] = "RBGEL",
        ["BRE"] = "RBZWB",
        ["HAA"] = "RBNHO",
        ["LEE"] = "RBNNE",
        ["ROE"] = "RBLIM",
        ["ROT"] = "RBROT",
        ["SGR"] = "RBDHA",
        ["SHE"] = "RBOBR",
        ["UTR"] = "RBMNE",
        ["ZWO"] = "RBOVE",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private CourtCaseNumber(string text, CourtCaseNumberKind kind) => (Text, Kind) = (text, kind);

    public string Text { get; }

    public CourtCaseNumberKind Kind { get; }

    public bool IsRecognised => Kind != CourtCaseNumberKind.Unrecognised;

    /// <summary>The court that numbers so, or null where the number does not tell.</summary>
    public Court? Court => Kind switch
    {
        CourtCaseNumberKind.Afdeling or CourtCaseNumberKind.AfdelingDigital => Courts.Find("RVS"),
        CourtCaseNumberKind.DistrictCourt when CourtsByPrefix.TryGetValue(Text[..3], out var code) => Courts.Find(code),
        _ => null,
    };

    public override string ToString() => Text;

    public static CourtCaseNumber Parse(string s) => Parse(s, null);

    public static CourtCaseNumber Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number) ? number : throw new FormatException("A case number has 1 to 40 printable characters.");

    /// <summary>Refuses only what is no number at all: nothing, more than 40 characters, or characters that cannot be printed.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CourtCaseNumber result)
    {
        result = null;
        var text = s?.Trim();
        if (text is not { Length: > 0 and <= Longest } || text.Any(char.IsControl))
            return false;

        var upper = text.ToUpperInvariant();
        result = Afdeling().IsMatch(upper) ? new(upper, CourtCaseNumberKind.Afdeling)
            : AfdelingDigital().IsMatch(upper) ? new(upper, CourtCaseNumberKind.AfdelingDigital)
            : DistrictCourt().Match(upper) is { Success: true, Groups: var parts }
                ? new($"{parts["seat"].Value} {parts["rest"].Value}", CourtCaseNumberKind.DistrictCourt)
            : new(text, CourtCaseNumberKind.Unrecognised);
        return true;
    }

    // year and serial, which paper of the case, chamber
    [GeneratedRegex(@"^[0-9]{9}/[0-9]{1,2}/[A-Z][0-9]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Afdeling();

    [GeneratedRegex(@"^BRS\.[0-9]{2}\.[0-9]{6}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex AfdelingDigital();

    // seat, year and serial; a suffix such as T for an interim ruling (tussenuitspraak)
    [GeneratedRegex(@"^(?<seat>[A-Z]{3}) *(?<rest>[0-9]{2}/[0-9]{1,5}(-[A-Z]{1,2}[0-9]?)?)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex DistrictCourt();
}

[JsonConverter(typeof(KebabConverter<CourtCaseNumberKind>))]
public enum CourtCaseNumberKind
{
    Unrecognised,

    /// <summary>Afdeling bestuursrechtspraak, as <c>202003618/1/A3</c>.</summary>
    Afdeling,

    /// <summary>Afdeling bestuursrechtspraak, the newer <c>BRS.24.000123</c>; this shape was not verified at a source.</summary>
    AfdelingDigital,

    /// <summary>A district court, as <c>UTR 19/3582-T</c>.</summary>
    DistrictCourt,
}
