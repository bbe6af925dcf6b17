using System.Globalization;
using System.Text.RegularExpressions;

namespace WobWorkflow.Documents;

/// <summary>Which date a document bears: a proposal that saves typing, and that a person confirms.</summary>
internal static partial class ProposedDate
{
    private const int TopOfDocument = 3000;

    /// <summary>A mail by its own date; else the date labelled as such at the top; else one at the start of the file name; else what the format recorded.</summary>
    public static DateOnly? Of(string text, string? fileName, DateOnly? own, bool ownFirst)
    {
        if (ownFirst && own is not null)
            return own;
        var top = text[..Math.Min(text.Length, TopOfDocument)];
        foreach (Match m in Labelled().Matches(top))
        {
            if (DutchText.ParseDate(m.Groups["date"].Value) is { } labelled)
                return labelled;
        }

        if (fileName is not null && NameStart().Match(Path.GetFileName(fileName)) is { Success: true } name
            && DateOnly.TryParseExact(name.Groups["y"].Value + name.Groups["m"].Value + name.Groups["d"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var named))
            return named;
        return own;
    }

    [GeneratedRegex(@"(?:^|\n)\s*(?:Datum|Date|Den Haag|'s-Gravenhage)\s*[:,]?\s+(?<date>\d{1,2}\s+[a-z]+\s+\d{4})\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?<y>(?:19|20)\d\d)[-_. ]?(?<m>\d\d)[-_. ]?(?<d>\d\d)(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameStart();
}
