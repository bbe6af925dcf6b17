using System.Globalization;
using System.Text.RegularExpressions;

namespace WobWorkflow.Documents;

/// <summary>How formal Dutch writes dates, numbers, lists and articles. Written out here, so that a host without Dutch culture data prints the same.</summary>
internal static partial class DutchText
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] Numbers =
        ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

    private static readonly string[] Ordinals =
        ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende", "elfde", "twaalfde"];

    /// <summary><c>9 december 2025</c>.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");

    /// <summary>The date of a text that <see cref="Date"/> would print; null when it is none.</summary>
    public static DateOnly? ParseDate(string text)
    {
        if (text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var day, var month, var year])
            return null;
        var m = Array.IndexOf(Months, month.ToLowerInvariant()) + 1;
        return m > 0 && int.TryParse(day, CultureInfo.InvariantCulture, out var d) && int.TryParse(year, CultureInfo.InvariantCulture, out var y)
            && y is >= 1900 and <= 2199 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
    }

    /// <summary>In words up to twelve, in figures above.</summary>
    public static string Number(int n) => n >= 0 && n < Numbers.Length ? Numbers[n] : n.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>eerste</c>; in figures above twelve.</summary>
    public static string Ordinal(int n) => n >= 1 && n <= Ordinals.Length ? Ordinals[n - 1] : string.Create(CultureInfo.InvariantCulture, $"{n}e");

    /// <summary>Whole weeks as weeks, otherwise days: <c>twee weken</c>, <c>tien dagen</c>.</summary>
    public static string Period(int days) => days switch
    {
        7 => "een week",
        1 => "een dag",
        _ when days > 0 && days % 7 == 0 => Number(days / 7) + " weken",
        _ => Number(days) + " dagen",
    };

    /// <summary><c>a, b en c</c>.</summary>
    public static string Enumerate(IReadOnlyList<string> items) => items switch
    {
        [] => "",
        [var one] => one,
        _ => string.Join(", ", items.Take(items.Count - 1)) + " en " + items[^1],
    };

    /// <summary>
    /// Writes out an article: <c>Woo 5.1(2)(e)</c> becomes <c>artikel 5.1, tweede lid, aanhef en onder e, van de Wet open overheid (Woo)</c>. What is not in that form comes back as it is.
    /// </summary>
    public static string Article(string citation, bool full)
    {
        var m = ArticleForm().Match(citation);
        if (!m.Success)
            return citation;
        var paragraph = m.Groups["lid"] is { Success: true, Value: var lid }
            ? $", {Ordinal(int.Parse(lid, CultureInfo.InvariantCulture))} lid"
            : "";
        var part = m.Groups["onder"] is { Success: true, Value: var letter } ? $", aanhef en onder {letter}" : "";
        return $"artikel {m.Groups["nr"].Value}{paragraph}{part}{(paragraph + part is "" ? "" : ",")} van de {Act(m.Groups["act"].Value, full)}";
    }

    /// <summary>The act, in full with its abbreviation or abbreviated.</summary>
    public static string Act(string abbreviation, bool full) => (abbreviation, full) switch
    {
        ("Wob", true) => "Wet openbaarheid van bestuur (Wob)",
        ("Woo", true) => "Wet open overheid (Woo)",
        ("Awb", true) => "Algemene wet bestuursrecht (Awb)",
        _ => abbreviation,
    };

    [GeneratedRegex(@"^(?<act>Woo|Wob|Awb) (?<nr>\d+(?:[.:]\d+)?[a-z]?)(?:\((?<lid>\d{1,2})\))?(?:\((?<onder>[a-z])\))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ArticleForm();
}
