using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace WobWorkflow.Api;

/// <summary>A page of a list.</summary>
/// <param name="Next">The cursor of the next page; null on the last one.</param>
internal sealed record Page<T>(
    IReadOnlyList<T> Items,
    [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)] string? Next);

/// <summary>How much of a list is asked for, and from where.</summary>
/// <param name="Limit">From 1 through 200.</param>
/// <param name="Cursor">As an earlier page gave it; null for the first.</param>
internal sealed record PageAsked(int Limit, string? Cursor)
{
    private const int Most = 200;
    private const int Usual = 50;

    /// <exception cref="ProblemException">The limit is none.</exception>
    public static PageAsked Of(HttpRequest request)
    {
        var cursor = request.Query["cursor"];
        var text = request.Query["limit"].ToString();
        if (text.Length == 0)
            return new PageAsked(Usual, cursor.Count == 0 ? null : cursor.ToString());
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most
            ? new PageAsked(limit, cursor.Count == 0 ? null : cursor.ToString())
            : throw new ProblemException(Problems.Invalid("limit", $"Geef een getal van 1 tot en met {Most}."));
    }

    /// <summary>Where the page begins in a list that is counted; 0 for the first page.</summary>
    /// <exception cref="ProblemException">The cursor is not one that was given out.</exception>
    public long Start()
    {
        if (Cursor is null)
            return 0;
        try
        {
            var text = Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(Cursor));
            if (text.StartsWith("n:", StringComparison.Ordinal) && long.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var start))
                return start;
        }
        catch (FormatException)
        {
            // told below, like every other cursor that isn't one
        }

        throw new ProblemException(Problems.Invalid("cursor", "Gebruik de cursor die de vorige bladzijde gaf."));
    }

    /// <summary>The cursor of a page that begins there.</summary>
    public static string CursorOf(long start) =>
        WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"n:{start}")));
}
