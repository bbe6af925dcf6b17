using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace WobWorkflow.Cases;

/// <summary>
/// The European Case Law Identifier of a Dutch ruling: <c>ECLI:NL:RBMNE:2020:1942</c>, older <c>ECLI:NL:RVS:2011:BP6348</c>.
/// </summary>
[JsonConverter(typeof(TextConverter<Ecli>))]
public sealed partial record Ecli : IParsable<Ecli>
{
    private Ecli(string courtCode, int year, string ordinal) => (CourtCode, Year, Ordinal) = (courtCode, year, ordinal);

    public string CourtCode { get; }

    /// <summary>The year in the identifier: that of the ruling.</summary>
    public int Year { get; }

    public string Ordinal { get; }

    /// <summary>The court, or null when the code is not in <see cref="Courts.All"/>.</summary>
    public Court? Court => Courts.Find(CourtCode);

    /// <summary>
    /// The lasting address at rechtspraak.nl. That the ruling was published is not certain: an identifier may precede its text.
    /// </summary>
    public string Link => $"https://deeplink.rechtspraak.nl/uitspraak?id={this}";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ECLI:NL:{CourtCode}:{Year:0000}:{Ordinal}");

    public static Ecli Parse(string s) => Parse(s, null);

    public static Ecli Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var ecli) ? ecli : throw new FormatException("This text is not a Dutch ECLI.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Ecli result)
    {
        result = s is { Length: <= 80 } && Pattern().Match(s.Trim().ToUpperInvariant()) is { Success: true, Groups: var parts }
            ? new(parts["court"].Value, int.Parse(parts["year"].Value, CultureInfo.InvariantCulture), parts["ordinal"].Value)
            : null;
        return result is not null;
    }

    [GeneratedRegex(@"^ECLI:NL:(?<court>[A-Z]{2,7}):(?<year>[0-9]{4}):(?<ordinal>[A-Z0-9.]{1,25})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
