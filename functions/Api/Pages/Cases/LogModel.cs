using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>A piece of a log: the newest events before one of them.</summary>
/// <param name="Before">The events shown came before this one.</param>
/// <param name="IsNewest">Whether nothing came after it when the log was asked for.</param>
internal sealed record LogWindow(long Before, bool IsNewest)
{
    private const int LinesPerPage = 100;

    /// <summary>The version after which it begins.</summary>
    public long After => Math.Max(0, Before - 1 - LinesPerPage);

    public int Count => (int)(Before - 1 - After);

    /// <param name="version">The number of the last event.</param>
    /// <exception cref="ProblemException">What is asked for is no number of an event.</exception>
    public static LogWindow Of(HttpRequest request, long version)
    {
        var text = request.Query["before"].ToString();
        if (text.Length == 0)
            return new LogWindow(version + 1, IsNewest: true);
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var before) && before >= 1
            ? new LogWindow(Math.Min(before, version + 1), IsNewest: before > version)
            : throw new ProblemException(Problems.Invalid("before", Sentences.Say("case.log.before-wrong")));
    }

    /// <summary>What of these rows stands on the page, newest first, and whether there is more before it.</summary>
    public (ImmutableArray<LogRow> Rows, bool More) Cut(IEnumerable<LogRow> rows)
    {
        var all = rows.Where(row => row.Seq < Before).ToList();
        return ([.. all.TakeLast(LinesPerPage).Reverse()], all.Count > LinesPerPage || (all.Count > 0 && all[0].Seq == After + 1 && After > 0));
    }
}

/// <param name="Path">The page of what it is the log of.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="Older">The event before which the next page is; null at the beginning of the log.</param>
/// <param name="IsNewest">Whether the last event is on this page.</param>
internal sealed record LogModel(string Path, string Subject, ImmutableArray<LogLine> Lines, long? Older, bool IsNewest)
{
    public static LogModel Of(string path, string subject, IEnumerable<LogRow> rows, LogWindow window, People people)
    {
        var (shown, more) = window.Cut(rows);
        return new LogModel(path, subject, [.. shown.Select(row => CaseStepPages.LineOf(row, people))], more ? shown[^1].Seq : null, window.IsNewest);
    }
}
