using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The packages of a case: their state, what is missing and what to do about it, and a button to make one or make it again.</summary>
internal sealed class PackagePages(PackageEndpoints packages, CaseEndpoints cases, JobStore jobs, CaseClock clock, People people)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/packages", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, null, StatusCodes.Status200OK, cancellation));
        pages.MapForm("/cases/{caseId}/packages", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, cancellation));
    }

    private static PackagePages Of(HttpContext http) => http.RequestServices.GetRequiredService<PackagePages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, Problem? refusal, int status, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await packages.FindAsync(caseId, asked, cancellation);
        var view = await cases.ViewAsync(found, asked, cancellation);
        var rows = ImmutableArray.CreateBuilder<PackageRow>();
        foreach (var package in found.State.Packages.Reverse().Where(asked.Sight.Sees))
        {
            var job = package.State == PackageState.Making ? (await jobs.FindAsync(PackageBuilding.JobOf(caseId, package.Id), cancellation))?.Job : null;
            rows.Add(new PackageRow(PackageView.Of(found.State, package, clock.Today), job));
        }

        var may = view.Steps.Any(step => step.Name == AskPackage.Rule.Name);
        return Html.Page<PackagesPage>(
            new PackagesModel(
                view, rows.ToImmutable(), may ? [.. found.State.Decisions.Where(decision => decision.State != DecisionState.Draft).Select(decision => decision.Id.ToString())] : [],
                view.Steps.Any(step => step.Name == BindSignedDecision.Rule.Name), CaseStepPages.NewKey(), refusal, id => people.NameOf(id) ?? id),
            status);
    }

    private async Task<IResult> AskAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        // Whoever goes on with the case meanwhile doesn't stand in the way.
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        var values = FormPayload.ReadStep(PayloadShape.Of(typeof(AskPackage)), form);
        try
        {
            await packages.AskAsync(caseId, asked, () => Task.FromResult(CaseStepPages.BodyOf(values)), cancellation);
            return Html.SeeOther(http, $"/cases/{caseId}/packages");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await SeeAsync(http, caseId, refused.Problem, refused.Problem.Status, cancellation);
        }
    }
}

/// <param name="Decisions">Those of which a package may be asked for; empty for who may ask for none.</param>
/// <param name="MayBind">Whether a signed decision may be bound to one.</param>
internal sealed record PackagesModel(
    CaseView Case, ImmutableArray<PackageRow> Rows, ImmutableArray<string> Decisions, bool MayBind, string Key, Problem? Refusal, Func<string, string> NameOf)
{
    /// <summary>While something is being made the page looks again by itself.</summary>
    public bool Making => Rows.Any(row => row.View.State == PackageState.Making);

    /// <summary>Whether it is the latest of its sort, so that making it again means something.</summary>
    public bool IsLatest(PackageRow row) => ReferenceEquals(Rows.First(other => other.View.Kind == row.View.Kind && other.View.About == row.View.About), row);
}

/// <param name="Job">How far it is; null where it isn't being made.</param>
internal sealed record PackageRow(PackageView View, Job? Job);
