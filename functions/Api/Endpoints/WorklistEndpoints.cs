using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What there is to do: the list of cases, and everyone's reminders.</summary>
internal sealed class WorklistEndpoints(Worklist worklist, Dossier<Case> cases, Settings settings, CaseClock clock)
{
    private const string Tag = "Werkvoorraad";
    private const int LongestSearch = 200;

    private static readonly ImmutableArray<string> PhaseNames = [.. Enum.GetValues<Phase>().Select(Kebab.Of)];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases", (HttpContext http, CancellationToken cancellation) => Of(http).ListAsync(http, cancellation))
            .Produces<Page<CaseRow>>().ProducesProblems(422).WithSummary("Werkvoorraad").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("phase", "Alleen zaken in deze fase"),
                new QueryParameter("handler", "Alleen zaken van deze behandelaar"),
                new QueryParameter("dueBefore", "Alleen zaken met een termijn die eindigt vóór deze dag", Format: "date"),
                new QueryParameter("overdue", "Alleen zaken over tijd, of juist niet", Type: "boolean"),
                new QueryParameter("q", "Zoeken in het onderwerp"),
                new QueryParameter("sort", "due (eerste termijn eerst) of received"),
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
        api.MapGet("/reminders", (HttpContext http) => Of(http).Reminders(http))
            .Produces<Page<ReminderRow>>().ProducesProblems(403, 422).WithSummary("Herinneringen, verstuurd en op komst").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("person", "Van wie; anders van uzelf"),
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
    }

    /// <summary>Reads a page of a list whose cursors are its own.</summary>
    /// <exception cref="ProblemException">The cursor isn't one of them.</exception>
    public static TPage WithCursor<TPage>(Func<TPage> find)
    {
        try
        {
            return find();
        }
        catch (FormatException)
        {
            throw new ProblemException(Problems.Invalid("cursor", "Gebruik de cursor die de vorige bladzijde gaf."));
        }
    }

    private static WorklistEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<WorklistEndpoints>();

    private async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellation)
    {
        var (rows, next) = await FindAsync(new Sight(http.Actor()), QueryOf(http.Request), cancellation);
        return Answers.Json(new Page<CaseRow>(rows, next));
    }

    /// <summary>A page of the cases that may be seen.</summary>
    /// <exception cref="ProblemException">The cursor isn't one.</exception>
    public async Task<(IReadOnlyList<CaseRow> Rows, string? Next)> FindAsync(Sight sight, WorklistQuery query, CancellationToken cancellation)
    {
        if (sight.SeesAll)
        {
            var page = WithCursor(() => worklist.Find(query));
            return ([.. page.Items.Select(RowOf)], page.Next);
        }

        // Few cases are a liaison's: go on until the page is full or the list has ended.
        var facts = await settings.CurrentAsync(cancellation);
        var own = sight.Actor.Is(Role.Unit) ? query : query with { Agency = sight.Actor.Agency?.Code ?? "" };
        var rows = new List<CaseRow>();
        var (cursor, asked) = (query.Cursor, query.Limit);
        do
        {
            var page = WithCursor(() => worklist.Find(own with { Cursor = cursor, Limit = asked - rows.Count }));
            foreach (var row in page.Items)
            {
                if (await cases.GlanceAsync(row.CaseId, cancellation) is { } found && sight.Sees(found.State))
                    rows.Add(RowOf(row, found, sight, facts));
            }

            cursor = page.Next;
        }
        while (cursor is not null && rows.Count < asked);
        return (rows, cursor);
    }

    private IResult Reminders(HttpContext http)
    {
        var actor = http.Actor();
        var page = PageAsked.Of(http.Request);
        var asked = http.Request.Query["person"].ToString();
        var person = asked.Length == 0 ? actor.Id : asked;
        if (person != actor.Id && !new Sight(actor).SeesAll)
            return new ProblemAnswer(Problems.OfStatus(StatusCodes.Status403Forbidden));

        // What is nobody's goes to the coordinators, and a coordinator finds it here.
        var common = person == actor.Id && actor.Is(Role.Coordinator);
        var start = page.Start();
        var all = All()
            .SelectMany(row => row.Reminders.Where(reminder => reminder.To == person || (common && reminder.To is null)).Select(reminder => RowOf(row, reminder)))
            .OrderBy(row => row.SentAt is { } sent ? LocalTime.DateOf(sent) : row.ComesOn ?? row.Due)
            .ThenBy(row => row.CaseId, StringComparer.Ordinal)
            .ThenBy(row => row.Rung, StringComparer.Ordinal)
            .ToList();
        var items = all.Skip((int)Math.Min(start, int.MaxValue)).Take(page.Limit).ToList();
        return Answers.Json(new Page<ReminderRow>(items, start + items.Count < all.Count ? PageAsked.CursorOf(start + items.Count) : null));
    }

    private IEnumerable<WorklistRow> All()
    {
        string? cursor = null;
        do
        {
            var page = worklist.Find(new WorklistQuery(null, null, null, null, null, "due", 200, cursor, clock.Today));
            foreach (var row in page.Items)
                yield return row;
            cursor = page.Next;
        }
        while (cursor is not null);
    }

    private WorklistQuery QueryOf(HttpRequest request)
    {
        var page = PageAsked.Of(request);
        var errors = new PayloadErrors();
        string? Text(string name) => request.Query[name].ToString() is { Length: > 0 } text ? text : null;

        if (Text("phase") is { } phase && !PhaseNames.Contains(phase, StringComparer.Ordinal))
            errors.Add("phase", $"Kies een van: {string.Join(", ", PhaseNames)}.");
        if (Text("sort") is { } sort && sort is not ("due" or "received"))
            errors.Add("sort", "Kies een van: due, received.");
        if (Text("q") is { Length: > LongestSearch })
            errors.Add("q", $"Gebruik ten hoogste {LongestSearch} tekens.");
        DateOnly? dueBefore = null;
        if (Text("dueBefore") is { } date)
        {
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var before))
                dueBefore = before;
            else
                errors.Add("dueBefore", "Geef een bestaande datum als jaar-maand-dag, bijvoorbeeld 2018-05-22.");
        }

        bool? overdue = Text("overdue") switch { "true" => true, "false" => false, _ => null };
        if (Text("overdue") is not null && overdue is null)
            errors.Add("overdue", "Geef true of false.");
        return errors.Count > 0
            ? throw new ProblemException(Problems.Invalid(errors.Messages))
            : new WorklistQuery(Text("phase"), Text("handler"), dueBefore, overdue, Text("q"), Text("sort") ?? "due", page.Limit, page.Cursor, clock.Today);
    }

    private CaseRow RowOf(WorklistRow row) =>
        new(row.CaseId, row.Subject, row.Phase, row.Handler, row.ReceivedOn, row.Due, row.IsOverdue(clock.Today), row.Version, row.Waiting);

    /// <summary>Of a case that is shown in part, the due date is that of what was asked of the caller.</summary>
    private CaseRow RowOf(WorklistRow row, Folded<Case> found, Sight sight, Organisation facts)
    {
        var own = found.State.Consultations.Where(sight.Sees).Select(consultation => $"consultation:{consultation.Id}").ToHashSet(StringComparer.Ordinal);
        var due = CaseTerms.Of(found.State, facts, clock.Today)
            .Where(term => own.Contains(term.TermId) && term.State is TermState.Running or TermState.Lapsed)
            .Min(term => (DateOnly?)term.Due);
        return RowOf(row) with { Due = due, Overdue = due < clock.Today };
    }

    private static ReminderRow RowOf(WorklistRow row, WorklistReminder reminder) => new(
        row.CaseId, row.Subject, reminder.TermId, reminder.Kind, reminder.Due, reminder.Rung, reminder.To, reminder.SentAt, reminder.ComesOn);
}
