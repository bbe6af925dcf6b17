using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>What there is to do, for whoever looks.</summary>
internal sealed class WorklistPages(WorklistEndpoints endpoints, Worklist worklist, CaseEndpoints cases, People people, CaseClock clock, Settings settings)
{
    private const int PerPage = 25;

    /// <summary>Due within this many days is due soon.</summary>
    private const int Soon = 7;

    private const int LongestSearch = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/", () => Results.Redirect("/cases"));
        pages.MapGet("/cases", (HttpContext http, CancellationToken cancellation) => Of(http).ListAsync(http, cancellation));
        // Words of a subject may name people, so they are sent in a body and never stand in an address.
        pages.MapForm("/cases/search", (HttpContext http, CancellationToken cancellation) => Of(http).SearchAsync(http, cancellation));
        pages.MapForm("/cases/assign", (HttpContext http, CancellationToken cancellation) => Of(http).AssignAsync(http, cancellation));
    }

    private static WorklistPages Of(HttpContext http) => http.RequestServices.GetRequiredService<WorklistPages>();

    private async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellation)
    {
        var query = http.Request.Query;
        var actor = http.Actor();
        var filter = WorklistFilter.Of(query, actor);
        return Html.Page<WorklistPage>(await ModelAsync(actor, filter, null, query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, cancellation));
    }

    private async Task<IResult> SearchAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var words = form["q"].ToString().Trim();
        if (words.Length > LongestSearch)
            words = words[..LongestSearch];
        var filter = new WorklistFilter("all", null, null, null, form["sort"] == "received" ? "received" : "due");
        return words.Length == 0
            ? Html.SeeOther(http, "/cases")
            : Html.Page<WorklistPage>(await ModelAsync(http.Actor(), filter, words, form["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, cancellation));
    }

    private async Task<WorklistModel> ModelAsync(Actor actor, WorklistFilter filter, string? words, string? cursor, CancellationToken cancellation)
    {
        var sight = new Sight(actor);
        var team = (await settings.CurrentAsync(cancellation)).TeamOf(actor.Id);
        var query = QueryOf(filter, words, cursor, actor, team);
        var (rows, next) = await endpoints.FindAsync(sight, query, cancellation);
        return new WorklistModel(
            filter, words, rows, next, cursor is not null, clock.Today, sight.SeesAll ? Counts(filter, actor, team) : null,
            sight.SeesAll && CaseEndpoints.StepOf<Assign>().Rule.MayBeTakenBy(actor),
            CaseEndpoints.StepOf<Register>().Rule.MayBeTakenBy(actor),
            [.. people.Known()], person => people.NameOf(person) ?? person, !team.IsEmpty)
        {
            Here = filter.Href(cursor),
        };
    }

    private WorklistQuery QueryOf(WorklistFilter filter, string? words, string? cursor, Actor actor, ImmutableHashSet<string> team) => new(
        filter.Phase,
        filter.View == "mine" ? actor.Id : filter.Handler,
        filter.Due == "soon" ? clock.Today.AddDays(Soon + 1) : filter.Week?.AddDays(7),
        filter.Due switch { "overdue" => true, "soon" => false, _ => null },
        words, filter.Sort, PerPage, cursor, clock.Today,
        Unassigned: filter.View == "unassigned",
        Open: filter.Phase is null && words is null,
        Waiting: filter.Due == "waiting" ? true : null,
        DueFrom: filter.Week,
        Handlers: filter.View == "team" ? team : null);

    private WorklistCounts Counts(WorklistFilter filter, Actor actor, ImmutableHashSet<string> team)
    {
        var all = QueryOf(filter with { Due = null, Phase = null }, null, null, actor, team);
        return new WorklistCounts(
            worklist.Count(all),
            worklist.Count(all with { Overdue = true }),
            worklist.Count(all with { Overdue = false, DueBefore = clock.Today.AddDays(Soon + 1) }),
            worklist.Count(all with { Waiting = true }));
    }

    /// <summary>Gives several cases to one handler: for each the step <c>assign</c>, as if it were taken alone.</summary>
    private async Task<IResult> AssignAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var handler = form["handler"].ToString().Trim();
        var chosen = form["case"].OfType<string>().Distinct(StringComparer.Ordinal).Take(200).ToList();
        if (chosen.Count == 0 || handler.Length == 0)
            return await AssignAgainAsync(http, form["return"], handler, chosen, cancellation);

        var body = Encoding.UTF8.GetBytes(new JsonObject { ["handler"] = handler }.ToJsonString());
        var done = ImmutableArray.CreateBuilder<BulkItem>();
        foreach (var caseId in chosen)
            done.Add(await AssignAsync(http.Actor(), caseId, body, cancellation));
        return Html.Page<BulkPage>(new BulkModel(handler, people.NameOf(handler) ?? handler, done.ToImmutable()));
    }

    /// <summary>The list as it was, with what was chosen and filled in, and what is missing.</summary>
    private async Task<IResult> AssignAgainAsync(HttpContext http, string? back, string handler, List<string> chosen, CancellationToken cancellation)
    {
        NotDone.Unless(CaseEndpoints.StepOf<Assign>(), http.Actor());
        var query = new QueryCollection(QueryHelpers.ParseQuery(Html.Local(back) is var path && path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? path[at..] : ""));
        var model = await ModelAsync(http.Actor(), WorklistFilter.Of(query, http.Actor()), null, query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null, cancellation);
        return Html.Page<WorklistPage>(
            model with { AssignTo = handler, Chosen = [.. chosen], AssignError = handler.Length == 0 ? Sentences.Say("worklist.bulk.who") : Sentences.Say("worklist.bulk.none") },
            StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<BulkItem> AssignAsync(Actor actor, string caseId, byte[] body, CancellationToken cancellation)
    {
        try
        {
            await cases.TakeAsync(
                caseId, CaseEndpoints.StepOf<Assign>(), new Asked(actor, null, null, Language.Nl), () => Task.FromResult<ReadOnlyMemory<byte>>(body), cancellation);
            return new BulkItem(caseId, null);
        }
        catch (Exception exception) when (exception is ProblemException or Dossiers.StorageUnavailableException)
        {
            // One case that can't be assigned keeps no other from it.
            return new BulkItem(caseId, exception is ProblemException known ? known.Problem : Problems.StorageUnavailable);
        }
    }
}

/// <summary>What stands in the address of the list.</summary>
/// <param name="View"><c>mine</c>, <c>team</c>, <c>unassigned</c> or <c>all</c>.</param>
/// <param name="Due"><c>overdue</c>, <c>soon</c> or <c>waiting</c>; null for whatever.</param>
/// <param name="Week">The Monday of the only week whose terms are shown; null for whatever.</param>
internal sealed record WorklistFilter(string View, string? Phase, string? Handler, string? Due, string Sort, DateOnly? Week = null)
{
    private static readonly ImmutableArray<string> Phases = [.. Enum.GetValues<Phase>().Select(Kebab.Of)];

    public static WorklistFilter Of(IQueryCollection query, Actor actor)
    {
        string? Text(string name) => query[name].ToString() is { Length: > 0 and <= 128 } text ? text : null;
        // A handler's own work comes first; who has none of their own sees all.
        var own = actor.Is(Role.Handler) || actor.Is(Role.ObjectionHandler) ? "mine" : "all";
        return new WorklistFilter(
            Text("view") is "mine" or "team" or "unassigned" or "all" ? Text("view")! : own,
            Phases.Contains(Text("phase") ?? "", StringComparer.Ordinal) ? Text("phase") : null,
            Text("handler"),
            Text("due") is "overdue" or "soon" or "waiting" ? Text("due") : null,
            Text("sort") == "received" ? "received" : "due",
            DateOnly.TryParseExact(Text("week"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var week) && week < DateOnly.MaxValue.AddDays(-7) ? week : null);
    }

    /// <summary>The address of the list as this filter shows it.</summary>
    public string Href(string? cursor = null)
    {
        var query = new QueryString().Add("view", View);
        if (Phase is not null)
            query = query.Add("phase", Phase);
        if (Handler is not null)
            query = query.Add("handler", Handler);
        if (Due is not null)
            query = query.Add("due", Due);
        if (Sort != "due")
            query = query.Add("sort", Sort);
        if (Week is not null)
            query = query.Add("week", Written.Iso(Week));
        if (cursor is not null)
            query = query.Add("cursor", cursor);
        return "/cases" + query.ToUriComponent();
    }
}

internal sealed record WorklistCounts(int Open, int Overdue, int Soon, int Waiting);

/// <param name="Words">What was searched for; null where it is no search.</param>
/// <param name="Counts">Null for who sees cases in part.</param>
/// <param name="HasTeam">Whether whoever looks is in a team.</param>
internal sealed record WorklistModel(
    WorklistFilter Filter, string? Words, IReadOnlyList<CaseRow> Rows, string? Next, bool Further, DateOnly Today, WorklistCounts? Counts, bool MayAssign, bool MayRegister,
    ImmutableArray<(string Id, string Name)> People, Func<string, string> NameOf, bool HasTeam)
{
    /// <summary>The address of this page of the list.</summary>
    public string Here { get; init; } = "/cases";

    /// <summary>Why nothing was assigned; null where nobody tried.</summary>
    public string? AssignError { get; init; }

    /// <summary>To whom was to be assigned.</summary>
    public string AssignTo { get; init; } = "";

    /// <summary>The cases that were chosen.</summary>
    public ImmutableHashSet<string> Chosen { get; init; } = [];
}

/// <summary>What came of assigning several cases.</summary>
internal sealed record BulkModel(string Handler, string HandlerName, ImmutableArray<BulkItem> Items);

/// <param name="Problem">Null where it went well.</param>
internal sealed record BulkItem(string CaseId, Problem? Problem);
