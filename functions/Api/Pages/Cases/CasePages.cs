using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>A case, and its log.</summary>
internal sealed class CasePages(CaseEndpoints cases, FileEndpoints files, Dossier<Case> dossiers, Settings settings, CaseClock clock, People people)
{
    private const int DocumentsShown = 25;
    private const int LinesPerPage = 100;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, cancellation));
        pages.MapGet("/cases/{caseId}/log", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).LogAsync(http, caseId, cancellation));
    }

    private static CasePages Of(HttpContext http) => http.RequestServices.GetRequiredService<CasePages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var view = await cases.ViewAsync(found, asked, cancellation);
        var (documents, next) = await files.FindDocumentsAsync(found, asked, new PageAsked(DocumentsShown, null), cancellation);
        var done = http.Request.Query["done"].ToString();
        return Html.Page<CasePage>(new CaseModel(
            view, asked.Sight.SeesAll, documents, next is not null,
            [.. found.State.Artifacts.Where(artifact => asked.Sight.Sees(found.State, artifact)).Select(artifact => ArtifactView.Of(caseId, artifact))],
            asked.Sight.SeesAll ? Timeline.Of(found.State, view, await settings.CurrentAsync(cancellation), clock.Today) : null,
            clock.Today,
            Catalogue.CaseSteps.FirstOrDefault(step => step.Rule.Name == done)?.Rule.TitleNl,
            id => id == Actor.Engine.Id ? "de motor" : people.NameOf(id) ?? id)
        {
            Next = NextThing.Of(found.State, view),
            Reassess = asked.Sight.SeesAll
                ? [.. found.State.Reassessments.Where(put => put.IsOpen(found.State)).Select(put => new OpenReassessment(put.DocumentId.ToString(), put.PassageId?.ToString(), ReassessmentView.Of(put, _ => null)))]
                : [],
        });
    }

    private async Task<IResult> LogAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var after = new PageAsked(LinesPerPage, http.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null).Start();
        var rows = (await dossiers.ReadLogAsync(caseId, after, cancellation) ?? []).Select(LogRow.Of).Where(row => row.IsFor(found.State, asked.Sight)).Take(LinesPerPage + 1).ToList();
        var more = rows.Count > LinesPerPage;
        ImmutableArray<LogLine> lines = [.. rows.Take(LinesPerPage).Select(row => CaseStepPages.LineOf(row, people))];
        var view = await cases.ViewAsync(found, asked, cancellation);
        return Html.Page<LogPage>(new LogModel($"/cases/{caseId}", view.Subject ?? caseId, lines, more ? PageAsked.CursorOf(lines[^1].Seq) : null));
    }
}

/// <param name="SeesAll">Whether the whole case is shown.</param>
/// <param name="MoreDocuments">Whether there are more than those.</param>
/// <param name="Timeline">Null for who sees the case in part.</param>
/// <param name="Done">The title of the step that was taken just now; null where one only looks.</param>
internal sealed record CaseModel(
    CaseView View, bool SeesAll, ImmutableArray<DocumentView> Documents, bool MoreDocuments, ImmutableArray<ArtifactView> Artifacts, Timeline? Timeline, DateOnly Today, string? Done,
    Func<string, string> NameOf)
{
    /// <summary>What to do first.</summary>
    public ImmutableArray<NextThing> Next { get; init; } = [];

    public ImmutableArray<OpenReassessment> Reassess { get; init; } = [];

    public bool May(string step) => View.Steps.Any(choice => choice.Name == step);

    /// <summary>The term that presses most.</summary>
    public TermView? Pressing => View.Terms.Where(term => term.State is TermState.Running or TermState.Suspended or TermState.Lapsed && term.MetOn is null)
        .Where(term => !SeesAll || term.Kind is TermKind.Decision or TermKind.NewDecision or TermKind.ObjectionDecision or TermKind.CourtDocuments or TermKind.LoopRepair)
        .MinBy(term => term.Due);

    public string PersonName(string personId) => View.Parties.FirstOrDefault(party => party.PersonId == personId)?.Name ?? personId;
}

/// <param name="Path">The page of what it is the log of.</param>
/// <param name="Next">The cursor of what follows; null at the end.</param>
internal sealed record LogModel(string Path, string Subject, ImmutableArray<LogLine> Lines, string? Next);

/// <summary>A judgement that is to be looked at again.</summary>
/// <param name="PassageId">Null where it is the document's as a whole.</param>
internal sealed record OpenReassessment(string DocumentId, string? PassageId, ReassessmentView View);
