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
internal sealed class CasePages(CaseEndpoints cases, FileEndpoints files, Dossier<Case> dossiers, Settings settings, Worklist worklist, CaseClock clock, People people, ResemblingPages resembling)
{
    private const int DocumentsShown = 25;

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
            id => id == Actor.Engine.Id ? Sentences.Say("common.engine") : people.NameOf(id) ?? id)
        {
            Next = NextThing.Of(found.State, view),
            Resembling = await resembling.NoticeAsync(found, asked, cancellation),
            Waiting = asked.Sight.SeesAll ? WaitingThing.Of(view, id => view.Parties.FirstOrDefault(party => party.PersonId == id)?.Name ?? id) : [],
            Packages = asked.Sight.SeesAll ? found.State.Packages.Count : 0,
            Reassess = asked.Sight.SeesAll
                ? [.. found.State.Reassessments.Where(put => put.IsOpen(found.State)).Select(put => new OpenReassessment(put.DocumentId.ToString(), put.PassageId?.ToString(), ReassessmentView.Of(put, _ => null)))]
                : [],
        });
    }

    private async Task<IResult> LogAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var window = LogWindow.Of(http.Request, found.Version);
        // Of who sees a case in part nobody knows which lines are theirs before all were read; those cases are few.
        var rows = asked.Sight.SeesAll
            ? (await dossiers.ReadLogAsync(caseId, window.After, window.Count, cancellation) ?? []).Select(LogRow.Of)
            : (await dossiers.ReadLogAsync(caseId, 0, cancellation) ?? []).Select(LogRow.Of).Where(row => row.IsFor(found.State, asked.Sight));
        return Html.Page<LogPage>(LogModel.Of($"/cases/{caseId}", worklist.RowOf(caseId)?.Subject ?? caseId, rows, window, people));
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

    /// <summary>What is another's to do.</summary>
    public ImmutableArray<WaitingThing> Waiting { get; init; } = [];

    public ImmutableArray<OpenReassessment> Reassess { get; init; } = [];

    /// <summary>How many were made; zero for who sees the case in part.</summary>
    public int Packages { get; init; }

    /// <summary>What is nearly the same and judged differently, while a decision is prepared; null where there is nothing to say.</summary>
    public ResemblingNotice? Resembling { get; init; }

    public bool May(string step) => View.Steps.Any(choice => choice.Name == step);

    /// <summary>The term that presses most.</summary>
    public TermView? Pressing => View.Terms.Where(term => term.State is TermState.Running or TermState.Suspended or TermState.Lapsed && term.MetOn is null)
        .Where(term => !SeesAll || term.Kind is TermKind.Decision or TermKind.NewDecision or TermKind.ObjectionDecision or TermKind.CourtDocuments or TermKind.LoopRepair)
        .MinBy(term => term.Due);

    /// <summary>Other terms that run and are the body's own, first to end first.</summary>
    public ImmutableArray<TermView> AlsoDue =>
        SeesAll ? [.. View.Terms.Where(term => term.State is TermState.Running && term != Pressing && TermOwners.IsOurs(term.Kind)).OrderBy(term => term.Due).Take(4)] : [];

    public string PersonName(string personId) => View.Parties.FirstOrDefault(party => party.PersonId == personId)?.Name ?? personId;
}

/// <summary>A judgement that is to be looked at again.</summary>
/// <param name="PassageId">Null where it is the document's as a whole.</param>
internal sealed record OpenReassessment(string DocumentId, string? PassageId, ReassessmentView View);
