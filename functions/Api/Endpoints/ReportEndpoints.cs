using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The numbers of a year. They name no case, and are for whoever sees all cases.</summary>
internal sealed class ReportEndpoints(Worklist worklist, Dossier<Case> cases, Settings settings, CaseClock clock)
{
    public static void Map(IEndpointRouteBuilder api) => api
        .MapGet("/reports/{year}", (HttpContext http, string year, CancellationToken cancellation) => Of(http).SeeAsync(http, year, cancellation))
        .Produces<YearReport>().ProducesProblems(404, 422).WithSummary("Cijfers van een jaar, voor het jaarverslag").WithTags("Verslag");

    /// <exception cref="ProblemException">Whoever asks sees cases in part, or that is no year.</exception>
    public async Task<YearReport> OfAsync(Actor actor, string year, CancellationToken cancellation)
    {
        if (!new Sight(actor).SeesAll)
            throw new ProblemException(Problems.NotFound);
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < Cases.Terms.Earliest.Year || number > clock.Today.Year)
            throw new ProblemException(Problems.Invalid("year", $"Geef een jaar van {Cases.Terms.Earliest.Year} tot en met {clock.Today.Year}."));
        var facts = await settings.CurrentAsync(cancellation);
        var figures = new List<CaseFigures>();
        foreach (var row in worklist.All())
        {
            if (row.Figures is { } known)
                figures.Add(known);
            else if (await cases.GlanceAsync(row.CaseId, cancellation) is { } found)
                figures.Add(CaseFigures.Of(found.State, facts, clock.Today));
        }

        return YearReport.Of(number, figures, clock.Today);
    }

    private static ReportEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<ReportEndpoints>();

    private async Task<IResult> SeeAsync(HttpContext http, string year, CancellationToken cancellation) => Answers.Json(await OfAsync(http.Actor(), year, cancellation));
}
