using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>The logs themselves, and whether they are as they were written. Texts stay hashes here: a log shows what happened, a view what it says.</summary>
internal sealed class LogEndpoints(Dossier<Case> cases, Dossier<Ruling> rulings, LogStore logs, CaseEndpoints caseEndpoints, RulingEndpoints rulingEndpoints)
{
    private const string Tag = "Logboek";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{caseId}/log", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).OfCaseAsync(http, caseId, cancellation))
            .Produces<Page<LogRow>>().ProducesProblems(404, 422).WithSummary("Gebeurtenissen in de zaak, oudste eerst").WithTags(Tag)
            .WithMetadata(After, Limit, Cursor);
        api.MapGet("/cases/{caseId}/log/verification",
                (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).VerifyCaseAsync(http, caseId, cancellation))
            .Produces<VerificationView>().ProducesProblems(404).WithSummary("Of het logboek ongeschonden is").WithTags(Tag);
        api.MapGet("/rulings/{rulingId}/log",
                (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).OfRulingAsync(http, rulingId, cancellation))
            .Produces<Page<LogRow>>().ProducesProblems(404, 422).WithSummary("Gebeurtenissen rond de uitspraak, oudste eerst").WithTags(Tag)
            .WithMetadata(After, Limit, Cursor);
        api.MapGet("/rulings/{rulingId}/log/verification",
                (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).VerifyRulingAsync(http, rulingId, cancellation))
            .Produces<VerificationView>().ProducesProblems(404).WithSummary("Of het logboek van de uitspraak ongeschonden is").WithTags(Tag);
    }

    private static QueryParameter After => new("after", "Alleen wat na deze versie kwam", Type: "integer");

    private static QueryParameter Limit => new("limit", "Ten hoogste zoveel, tot 200", Type: "integer");

    private static QueryParameter Cursor => new("cursor", "Volgende bladzijde");

    private static LogEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<LogEndpoints>();

    private async Task<IResult> OfCaseAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await caseEndpoints.FindAsync(caseId, sight, cancellation);
        var (page, after) = (PageAsked.Of(http.Request), AfterOf(http.Request));
        var entries = await (sight.SeesAll ? cases.ReadLogAsync(caseId, after, page.Limit + 1, cancellation) : cases.ReadLogAsync(caseId, after, cancellation)) ?? [];
        return Answers.Json(PageOf(entries.Select(LogRow.Of).Where(row => row.IsFor(found.State, sight)), page));
    }

    private async Task<IResult> VerifyCaseAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await caseEndpoints.FindAsync(caseId, sight, cancellation);
        // How many events there are says something about what one can't see.
        if (!sight.SeesAll)
            return new ProblemAnswer(Problems.NotFound);
        return await logs.VerifyAsync(found.Log, found.Position, cancellation) is { } verified
            ? Answers.Json(VerificationView.Of(verified))
            : new ProblemAnswer(Problems.CaseNotFound);
    }

    private async Task<IResult> VerifyRulingAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var found = await rulingEndpoints.FindAsync(rulingId, new Sight(http.Actor()), cancellation);
        return await logs.VerifyAsync(found.Log, found.Position, cancellation) is { } verified
            ? Answers.Json(VerificationView.Of(verified))
            : new ProblemAnswer(Problems.RulingNotFound);
    }

    private async Task<IResult> OfRulingAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        await rulingEndpoints.FindAsync(rulingId, new Sight(http.Actor()), cancellation);
        var (page, after) = (PageAsked.Of(http.Request), AfterOf(http.Request));
        var entries = await rulings.ReadLogAsync(rulingId, after, page.Limit + 1, cancellation) ?? [];
        return Answers.Json(PageOf(entries.Select(LogRow.Of), page));
    }

    /// <summary>The cursor says after which event to go on, and counts for more than <c>after</c>.</summary>
    private static long AfterOf(HttpRequest request)
    {
        if (PageAsked.Of(request).Start() is > 0 and var start)
            return start;
        var text = request.Query["after"].ToString();
        if (text.Length == 0)
            return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
            : throw new ProblemException(Problems.Invalid("after", "Geef het nummer van een gebeurtenis, bijvoorbeeld 12."));
    }

    private static Page<LogRow> PageOf(IEnumerable<LogRow> rows, PageAsked asked)
    {
        var page = rows.Take(asked.Limit + 1).ToList();
        if (page.Count <= asked.Limit)
            return new Page<LogRow>(page, Next: null);
        page.RemoveAt(asked.Limit);
        return new Page<LogRow>(page, PageAsked.CursorOf(page[^1].Seq));
    }
}

/// <summary>A line of a log. Texts in the event are hashes.</summary>
/// <param name="Prev">SHA-256 of the line before.</param>
internal sealed record LogRow(long Seq, DateTimeOffset At, DateOnly On, string Actor, string Command, JsonElement Event, string Prev)
{
    private static readonly string ReadSealed = Catalogue.Events.Single(row => row.Type == typeof(CourtBundleRead)).Name;
    private static readonly string DepartedFrom = Catalogue.Events.Single(row => row.Type == typeof(AdviceDeparted)).Name;

    public static LogRow Of(LogEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Event);
        return new LogRow(entry.Seq, entry.At, entry.On, entry.Actor, entry.Command, json.RootElement.Clone(), entry.Prev);
    }

    /// <summary>What the event says under that name; null where it is no text or isn't there.</summary>
    public string? Says(string field) => Event.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Who sees a case in part sees of its log what it did itself, and what became of its own consultations; not what the body thinks of its advice.</summary>
    /// <remarks>Who reads and fetches what only the judge may see is for who litigates and who supervises that.</remarks>
    public bool IsFor(Case c, Sight sight) => IsOfSealed(c) ? sight.SeesSealed : sight.SeesAll || Actor == sight.Actor.Id
        || (Event.GetProperty("type").GetString() != DepartedFrom && Event.TryGetProperty("consultationId", out var id) && Id.TryParse<ConsultationId>(id.GetString(), out var consultation)
            && c.Consultations[consultation] is { } own && sight.Sees(own));

    private bool IsOfSealed(Case c) => Event.GetProperty("type").GetString() == ReadSealed
        || (Event.TryGetProperty("packageId", out var id) && Id.TryParse<PackageId>(id.GetString(), out var package) && c.Packages[package] is { } made && PackageKinds.Find(made.Kind).IsSealed);
}

/// <summary>Whether a log is as it was written.</summary>
/// <param name="Events">Up to the end, or up to the break.</param>
/// <param name="Head">SHA-256 of the last line up to there.</param>
/// <param name="Break">Where it breaks; absent where it is intact.</param>
internal sealed record VerificationView(bool Intact, long Events, string Head, BreakView? Break)
{
    public static VerificationView Of(LogVerification verified) => new(
        verified.Intact, verified.Events, verified.Head,
        verified.Break is { } broken ? new BreakView(broken.Kind, broken.Segment, broken.Seq, broken.Explanation) : null);
}

internal sealed record BreakView(LogBreakKind Kind, int Segment, long Seq, string Explanation);
