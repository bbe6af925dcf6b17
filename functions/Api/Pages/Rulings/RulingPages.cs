using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Rulings: the list, one ruling with what it owes in each case, its files and its log.</summary>
internal sealed class RulingPages(RulingEndpoints rulings, RulingFileEndpoints files, Dossier<Ruling> dossiers, Worklist worklist, CaseClock clock, People people)
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rulings", (HttpContext http) => Of(http).List(http));
        pages.MapGet("/rulings/{rulingId}", (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).SeeAsync(http, rulingId, cancellation));
        pages.MapGet("/rulings/{rulingId}/log", (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).LogAsync(http, rulingId, cancellation));
        pages.MapGet("/rulings/{rulingId}/artifacts/add", (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).AskFileAsync(http, rulingId, cancellation));
        pages.MapForm("/rulings/{rulingId}/artifacts/add", (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).AddFileAsync(http, rulingId, cancellation));
        pages.MapGet("/rulings/{rulingId}/artifacts/{artifactId}",
            (HttpContext http, string rulingId, string artifactId, CancellationToken cancellation) => Of(http).FileAsync(http, rulingId, artifactId, cancellation));
    }

    private static RulingPages Of(HttpContext http) => http.RequestServices.GetRequiredService<RulingPages>();

    private static Asked AskedOf(HttpContext http) => new(http.Actor(), null, null, Language.Nl);

    private IResult List(HttpContext http)
    {
        var sight = new Sight(http.Actor());
        if (!sight.SeesAll)
            throw new ProblemException(Problems.NotFound);
        var page = rulings.Find(sight, new PageAsked(PerPage, http.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null));
        return Html.Page<RulingsPage>(new RulingsModel(page.Items, page.Next, clock.Today, RulingEndpoints.Registering.Rule.MayBeTakenBy(sight.Actor)));
    }

    private async Task<IResult> SeeAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var asked = AskedOf(http);
        var found = await rulings.FindAsync(rulingId, asked.Sight, cancellation);
        var view = await rulings.ViewAsync(found, asked, cancellation);
        var done = http.Request.Query["done"].ToString();
        return Html.Page<RulingPage>(new RulingModel(
            view,
            [.. found.State.Artifacts.Select(artifact => ArtifactView.Of(found.State, artifact))],
            clock.Today,
            Catalogue.RulingSteps.FirstOrDefault(step => step.Rule.Name == done)?.Rule.TitleNl,
            caseId => worklist.RowOf(caseId)?.Subject,
            id => id == Actor.Engine.Id ? Sentences.Say("common.engine") : people.NameOf(id) ?? id));
    }

    private async Task<IResult> LogAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var found = await rulings.FindAsync(rulingId, new Sight(http.Actor()), cancellation);
        var window = LogWindow.Of(http.Request, found.Version);
        var rows = (await dossiers.ReadLogAsync(rulingId, window.After, window.Count, cancellation) ?? []).Select(LogRow.Of);
        return Html.Page<LogPage>(LogModel.Of($"/rulings/{rulingId}", RulingModel.TitleOf(found.State), rows, window, people));
    }

    private async Task<IResult> FileAsync(HttpContext http, string rulingId, string artifactId, CancellationToken cancellation) =>
        await files.GetAsync(http, rulingId, artifactId, cancellation) is var answer and not ProblemAnswer ? answer : throw new ProblemException(Problems.ArtifactNotFound);

    private async Task<IResult> AskFileAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var asked = AskedOf(http);
        var found = await rulings.FindAsync(rulingId, asked.Sight, cancellation);
        NotDone.Unless(RulingFileEndpoints.Adding, asked.Actor);
        if (RulingFileEndpoints.Adding.Rule.WhyNot(found.State, found.State.IsClosed) is { } why)
            throw new ProblemException(Problems.Of(why));
        var values = CaseStepPages.Proposed(PayloadShape.Of(RulingFileEndpoints.Adding.Payload), http.Request.Query, Context);
        return Html.Page<AddFilesPage>(FileForm(rulingId, CaseStepPages.NewKey(), values, null));
    }

    private async Task<IResult> AddFileAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        var values = FormPayload.Read(PayloadShape.Of(RulingFileEndpoints.Adding.Payload), form, "");
        var upload = new Upload(CaseStepPages.BodyOf(values), form.Files.GetFile("file") is { Length: > 0 } file ? file : null);
        try
        {
            if (upload.File is { Length: > Upload.MaxFileBytes })
                throw new ProblemException(Problems.FileTooLarge);
            await files.AddAsync(rulingId, asked, () => Task.FromResult(upload), cancellation);
            return Html.SeeOther(http, $"/rulings/{rulingId}?done={RulingFileEndpoints.Adding.Rule.Name}#stukken");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return Html.Page<AddFilesPage>(FileForm(rulingId, asked.Key ?? CaseStepPages.NewKey(), values, refused.Problem), refused.Problem.Status);
        }
        catch (StorageUnavailableException)
        {
            return Html.Page<AddFilesPage>(FileForm(rulingId, asked.Key ?? CaseStepPages.NewKey(), values, Problems.StorageUnavailable), Problems.StorageUnavailable.Status);
        }
    }

    /// <summary>The kinds of file that mean something to the engine, or come often.</summary>
    private static FormContext Context { get; } = FormContext.Empty with
    {
        Suggestions = FormContext.Empty.Suggestions.Add("kind", [new(ParliamentLetter.Kind, Sentences.Say("ruling.file.letter")), new("ruling", Sentences.Say("ruling.file.ruling")), new("advice", Sentences.Say("ruling.file.advice"))]),
    };

    private static AddFilesModel FileForm(string rulingId, string key, JsonObject values, Problem? refusal) => new(
        RulingFileEndpoints.Adding.Payload, RulingFileEndpoints.Adding.Rule.TitleNl, Several: false, $"/rulings/{rulingId}/artifacts/add", ($"/rulings/{rulingId}", Sentences.Say("ruling.the-ruling")), key, values,
        Context with { Errors = refusal?.Errors ?? FormContext.Empty.Errors }, refusal, []);
}

internal sealed record RulingsModel(IReadOnlyList<RulingInList> Rows, string? Next, DateOnly Today, bool MayRegister);

/// <param name="Done">The title of the step that was taken just now; null where one only looks.</param>
/// <param name="SubjectOf">What a case is about; null where that isn't known here.</param>
internal sealed record RulingModel(
    RulingView View, ImmutableArray<ArtifactView> Artifacts, DateOnly Today, string? Done, Func<string, string?> SubjectOf, Func<string, string> NameOf)
{
    public bool May(string step) => View.Steps.Any(choice => choice.Name == step);

    public static string TitleOf(Ruling ruling) => TitleOf(ruling.Facts!.Court, Courts.Find(ruling.Facts.Court)?.Name, ruling.Facts.SentOn);

    public static string TitleOf(RulingView view) => TitleOf(view.Court, view.CourtName, view.SentOn);

    private static string TitleOf(string court, string? name, DateOnly sentOn) => Sentences.Say("ruling.title", name ?? court, Written.Date(sentOn));
}
