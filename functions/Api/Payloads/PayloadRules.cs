using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WobWorkflow.Api;

/// <summary>What the attributes on a payload's properties ask: as a sentence to whoever sent it, as a schema, and as an example.</summary>
internal static partial class PayloadRules
{
    /// <summary>What to do about a value that breaks the rule; null where it doesn't.</summary>
    public static string? Broken(ValidationAttribute rule, object value) => Keeps(rule, value) ? null : rule switch
    {
        RangeAttribute range => $"Geef een getal van {range.Minimum} tot en met {range.Maximum}.",
        MaxLengthAttribute most when value is ICollection => $"Geef ten hoogste {most.Length} onderdelen.",
        MaxLengthAttribute most => $"Gebruik ten hoogste {most.Length} tekens.",
        MinLengthAttribute least when value is ICollection => least.Length == 1 ? "Geef ten minste één onderdeel." : $"Geef ten minste {least.Length} onderdelen.",
        MinLengthAttribute least => $"Gebruik ten minste {least.Length} tekens.",
        RegularExpressionAttribute expression when Choices(expression) is { } choices => $"Kies een van: {string.Join(", ", choices)}.",
        RegularExpressionAttribute expression => PayloadTitles.PatternOf(expression.Pattern),
        EmailAddressAttribute => "Geef een e-mailadres, bijvoorbeeld naam@voorbeeld.nl.",
        UrlAttribute => "Geef een volledig webadres, dat begint met https:// of http://.",
        _ => "Deze waarde kan hier niet.",
    };

    public static void Describe(ValidationAttribute rule, JsonObject schema)
    {
        var list = (string?)schema["type"] == "array";
        switch (rule)
        {
            case RangeAttribute range:
                schema["minimum"] = Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture);
                schema["maximum"] = Convert.ToInt64(range.Maximum, CultureInfo.InvariantCulture);
                break;
            case MaxLengthAttribute most:
                schema[list ? "maxItems" : "maxLength"] = most.Length;
                break;
            case MinLengthAttribute least:
                schema[list ? "minItems" : "minLength"] = least.Length;
                break;
            case RegularExpressionAttribute expression when Choices(expression) is { } choices:
                schema["enum"] = new JsonArray([.. choices.Select(choice => (JsonNode)choice)]);
                break;
            case RegularExpressionAttribute expression:
                schema["pattern"] = $"^(?:{expression.Pattern})$";
                break;
            case EmailAddressAttribute:
                schema["format"] = "email";
                break;
            case UrlAttribute:
                schema["format"] = "uri";
                break;
        }
    }

    /// <summary>A value that keeps a rule that few texts keep; null where any will do.</summary>
    public static JsonNode? Example(ValidationAttribute rule, string field) => rule switch
    {
        RangeAttribute range => Convert.ToInt64(range.Minimum, CultureInfo.InvariantCulture),
        RegularExpressionAttribute expression when Choices(expression) is { } choices => choices[0],
        RegularExpressionAttribute => PayloadTitles.ExampleOf(field),
        EmailAddressAttribute => "naam@voorbeeld.nl",
        UrlAttribute => "https://www.voorbeeld.nl/besluit",
        _ => null,
    };

    private static bool Keeps(ValidationAttribute rule, object value)
    {
        try
        {
            return rule switch
            {
                MaxLengthAttribute most when value is ICollection items => items.Count <= most.Length,
                MinLengthAttribute least when value is ICollection items => items.Count >= least.Length,
                // The attribute takes any text that begins with http://, and ftp besides; a page makes a link of it.
                UrlAttribute => Uri.TryCreate((string)value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Length > 0,
                EmailAddressAttribute => Mail().IsMatch((string)value),
                _ => rule.IsValid(value),
            };
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    /// <summary>The words of a pattern that is nothing but a list of them.</summary>
    public static string[]? Choices(RegularExpressionAttribute expression) =>
        WordsOnly().IsMatch(expression.Pattern) ? expression.Pattern.Split('|') : null;

    [GeneratedRegex(@"^[a-z-]+(\|[a-z-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex WordsOnly();

    // As browsers do it for input type=email: one @, something before it, a name of hosts after it.
    [GeneratedRegex(@"^[^@\s<>,;:""()\[\]\\]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Mail();
}
