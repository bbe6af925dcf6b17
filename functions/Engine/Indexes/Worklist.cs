using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine;

/// <summary>
/// The list of all cases, in the memory of each host, fed by the rows that every host writes. Sorting, filtering and searching ask storage nothing.
/// It may be some seconds behind; each case itself never is.
/// </summary>
public sealed class Worklist(WorklistIndex index)
{
    private readonly ConcurrentDictionary<string, WorklistRow> _cases = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RulingListRow> _rulings = new(StringComparer.Ordinal);
    private static readonly string[] ClosedPhases = [Kebab.Of(Phase.Closed), Kebab.Of(Phase.Destroyed)];
    private string? _marker;

    /// <summary>Whether nothing was ever registered.</summary>
    public bool IsEmpty => _cases.IsEmpty && _rulings.IsEmpty;

    /// <summary>Takes in what any host wrote since the last time.</summary>
    /// <returns>Logs whose row was written by another version of this program and can't be read: they want a new one.</returns>
    public async Task<IReadOnlyList<LogId>> CatchUpAsync(CancellationToken cancellation)
    {
        var changes = await index.ChangedSinceAsync(_marker, cancellation);
        var unreadable = new List<LogId>();
        foreach (var row in changes.Rows)
        {
            try
            {
                Take(row);
            }
            catch (JsonException)
            {
                unreadable.Add(row.Log);
            }
        }

        _marker = changes.Marker;
        return unreadable;
    }

    /// <summary>A page of cases.</summary>
    /// <exception cref="FormatException">The cursor isn't one of ours.</exception>
    public WorklistPage Find(WorklistQuery query)
    {
        var rows = _cases.Values.Where(row => Matches(row, query));
        var sorted = query.Sort == "received"
            ? rows.OrderByDescending(row => row.ReceivedOn).ThenBy(row => row.CaseId, StringComparer.Ordinal)
            : rows.OrderBy(row => row.Due ?? DateOnly.MaxValue).ThenBy(row => row.CaseId, StringComparer.Ordinal);
        var (page, next) = PageOf(sorted.ToList(), row => row.CaseId, query.Limit, query.Cursor);
        return new WorklistPage(page, next);
    }

    /// <summary>How many cases the query finds, on all its pages together.</summary>
    public int Count(WorklistQuery query) => _cases.Values.Count(row => Matches(row, query));

    /// <summary>A case as it is listed; null where it isn't, or not yet.</summary>
    public WorklistRow? RowOf(string caseId) => _cases.GetValueOrDefault(caseId);

    /// <summary>Every case, in no order.</summary>
    public IEnumerable<WorklistRow> All() => _cases.Values;

    /// <summary>The open cases of a handler, most pressing first.</summary>
    /// <param name="unassigned">Whether those that are nobody's count too.</param>
    public IEnumerable<WorklistRow> Of(string handler, bool unassigned) => _cases.Values
        .Where(row => !IsClosed(row) && (row.Handler == handler || (unassigned && row.Handler is null)))
        .OrderBy(row => row.Due ?? DateOnly.MaxValue).ThenBy(row => row.CaseId, StringComparer.Ordinal);

    /// <summary>A page of rulings, in the order of their ids.</summary>
    /// <exception cref="FormatException">The cursor isn't one of ours.</exception>
    public RulingPage FindRulings(int limit, string? cursor)
    {
        var (page, next) = PageOf(_rulings.Values.OrderBy(row => row.RulingId, StringComparer.Ordinal).ToList(), row => row.RulingId, limit, cursor);
        return new RulingPage(page, next);
    }

    /// <summary>A page of matters, in the order of their ids, each with how many cases it holds.</summary>
    /// <exception cref="FormatException">The cursor isn't one of ours.</exception>
    public MatterPage FindMatters(int limit, string? cursor)
    {
        var (page, next) = PageOf(
            _cases.Values.Where(row => row.MatterId is not null).GroupBy(row => row.MatterId!, StringComparer.Ordinal).OrderBy(matter => matter.Key, StringComparer.Ordinal)
                .Select(matter => new MatterListRow(matter.Key, matter.Count(), matter.Count(row => !IsClosed(row)), matter.Min(row => row.Due))).ToList(),
            row => row.MatterId, limit, cursor);
        return new MatterPage(page, next);
    }

    /// <summary>The cases of a matter, in the order in which they were received.</summary>
    public IReadOnlyList<WorklistRow> InMatter(string matterId) =>
        [.. _cases.Values.Where(row => row.MatterId == matterId).OrderBy(row => row.ReceivedOn).ThenBy(row => row.CaseId, StringComparer.Ordinal)];

    /// <summary>A case as the list knows it; null where it doesn't, or not yet.</summary>
    public WorklistRow? Of(string caseId) => _cases.GetValueOrDefault(caseId);

    /// <summary>Every reminder of every case, by the case's id.</summary>
    public IEnumerable<(string CaseId, WorklistReminder Reminder)> Reminders() =>
        _cases.Values.SelectMany(row => row.Reminders.Select(reminder => (row.CaseId, reminder)));

    internal void Put(WorklistRow row) => _cases.AddOrUpdate(row.CaseId, row, (_, before) => before.Version > row.Version ? before : row);

    internal void Put(RulingListRow row) => _rulings.AddOrUpdate(row.RulingId, row, (_, before) => before.Version > row.Version ? before : row);

    internal void Forget()
    {
        _cases.Clear();
        _rulings.Clear();
        _marker = null;
    }

    private void Take(IndexedRow row)
    {
        if (row.Kind == "case" && JsonSerializer.Deserialize<WorklistRow>(row.Row.Span, CaseJson.Options) is { } c)
            Put(c);
        else if (row.Kind == "ruling" && JsonSerializer.Deserialize<RulingListRow>(row.Row.Span, CaseJson.Options) is { } ruling)
            Put(ruling);
    }

    private static bool IsClosed(WorklistRow row) => ClosedPhases.Contains(row.Phase);

    private static bool Matches(WorklistRow row, WorklistQuery query) =>
        (query.Phase is null || row.Phase == query.Phase)
        && (query.Handler is null || row.Handler == query.Handler)
        && (query.Handlers is null || (row.Handler is { } one && query.Handlers.Contains(one)))
        && (!query.Unassigned || row.Handler is null)
        && (!query.Open || !IsClosed(row))
        && (query.Waiting is null || (row.Waiting is not null) == query.Waiting)
        && (query.DueBefore is null || row.Due < query.DueBefore)
        && (query.DueFrom is null || row.Due >= query.DueFrom)
        && (query.Overdue is null || row.IsOverdue(query.Today) == query.Overdue)
        && (query.Agency is null || row.Agencies.Contains(query.Agency))
        && (query.Q is null
            || row.CaseId.Contains(query.Q, StringComparison.OrdinalIgnoreCase)
            || (row.Subject is not null && CultureInfo.InvariantCulture.CompareInfo.IndexOf(row.Subject, query.Q, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0));

    /// <summary>The page after the row that the cursor names. Where that row is gone from the list, the list starts over: nothing is skipped unseen.</summary>
    private static (IReadOnlyList<T> Page, string? Next) PageOf<T>(List<T> sorted, Func<T, string> idOf, int limit, string? cursor)
    {
        var after = cursor is null ? null : Decode(cursor);
        var from = after is null ? 0 : sorted.FindIndex(row => idOf(row) == after) + 1;
        var page = sorted.Skip(from).Take(limit).ToList();
        return (page, from + page.Count < sorted.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes(idOf(page[^1]))) : null);
    }

    private static string Decode(string cursor) => Encoding.UTF8.GetString(Convert.FromBase64String(cursor));
}

/// <summary>What a list of cases should show.</summary>
/// <param name="Q">Words of the subject, or part of the reference.</param>
/// <param name="Sort"><c>due</c> or <c>received</c>.</param>
/// <param name="Agency">Only cases on which this agency was consulted.</param>
/// <param name="Unassigned">Only cases that are nobody's.</param>
/// <param name="Open">Only cases that are not closed.</param>
/// <param name="Waiting">Only cases that wait for others, or only those that don't; null for both.</param>
/// <param name="Handlers">Only cases of one of these; null for whoever's.</param>
/// <param name="DueFrom">Only cases with a term that ends on that day or later.</param>
public sealed record WorklistQuery(
    string? Phase, string? Handler, DateOnly? DueBefore, bool? Overdue, string? Q, string Sort, int Limit, string? Cursor, DateOnly Today, string? Agency = null,
    bool Unassigned = false, bool Open = false, bool? Waiting = null, DateOnly? DueFrom = null,
    IReadOnlySet<string>? Handlers = null);

/// <param name="Next">The cursor of the next page; null on the last.</param>
public sealed record WorklistPage(IReadOnlyList<WorklistRow> Items, string? Next);

/// <inheritdoc cref="WorklistPage"/>
public sealed record MatterPage(IReadOnlyList<MatterListRow> Items, string? Next);

/// <inheritdoc cref="WorklistPage"/>
public sealed record RulingPage(IReadOnlyList<RulingListRow> Items, string? Next);
