using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>How things are written in Dutch sentences.</summary>
public static class Dutch
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    /// <summary>A date as in a letter: 22 mei 2018.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
