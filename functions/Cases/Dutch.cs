using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>How things are written in Dutch sentences.</summary>
public static class Dutch
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] Numbers =
        ["nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"];

    /// <summary>In words up to twelve, in figures above.</summary>
    public static string Number(int n) => n >= 0 && n < Numbers.Length ? Numbers[n] : n.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number of days, in weeks where it is whole weeks: <c>vier weken</c>, <c>tien dagen</c>.</summary>
    public static string Period(int days) => days switch
    {
        1 => "een dag",
        7 => "een week",
        _ when days % 7 == 0 => $"{Number(days / 7)} weken",
        _ => $"{Number(days)} dagen",
    };

    /// <summary><c>a, b en c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items switch
    {
        [] => "",
        [var one] => one,
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} en {items[^1]}",
    };

    /// <summary>A date as in a letter: 22 mei 2018.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
