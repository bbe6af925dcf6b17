using System.Globalization;

namespace WobWorkflow.Cases;

/// <summary>Dates and counts as a sentence says them.</summary>
/// <remarks>The names stand here and not in a culture: a proof must read the same on a host with other language data.</remarks>
internal static class SpokenDate
{
    private static readonly string[] WeekdaysNl = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];

    private static readonly string[] MonthsNl =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    private static readonly string[] MonthsEn =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    public static string Nl(DateOnly date) => $"{WeekdaysNl[(int)date.DayOfWeek]} {Number(date.Day)} {MonthsNl[date.Month - 1]} {Number(date.Year)}";

    public static string En(DateOnly date) => $"{date.DayOfWeek} {Number(date.Day)} {MonthsEn[date.Month - 1]} {Number(date.Year)}";

    public static string DaysNl(int days) => days == 1 ? "1 dag" : $"{Number(days)} dagen";

    public static string DaysEn(int days) => days == 1 ? "1 day" : $"{Number(days)} days";

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
