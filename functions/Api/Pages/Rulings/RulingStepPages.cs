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

/// <summary>Every step on a ruling as a form, and registering one. What is sent goes the way of <c>POST /rulings/{rulingId}/steps/{step}</c>.</summary>
internal sealed class RulingStepPages(RulingEndpoints rulings, CaseEndpoints cases, CaseReferences references, Dossier<Ruling> dossiers, People people)
{
    private const int MostChanges = 20;
    private const string Scope = "ruling.";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/rulings/new", (HttpContext http, CancellationToken cancellation) => Of(http).RegisterAsync(http, cancellation));
        pages.MapForm("/rulings/new", (HttpContext http, CancellationToken cancellation) => Of(http).RegisterFormAsync(http, cancellation));
        pages.MapGet("/rulings/{rulingId}/steps/{step}", (HttpContext http, string rulingId, string step, CancellationToken cancellation) => Of(http).AskAsync(http, rulingId, step, cancellation));
        pages.MapForm("/rulings/{rulingId}/steps/{step}", (HttpContext http, string rulingId, string step, CancellationToken cancellation) => Of(http).TakeAsync(http, rulingId, step, cancellation));
    }

    private static RulingStepPages Of(HttpContext http) => http.RequestServices.GetRequiredService<RulingStepPages>();

    private async Task<IResult> RegisterAsync(HttpContext http, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        NotDone.Unless(RulingEndpoints.Registering, asked.Actor);
        var caseId = http.Request.Query["caseId"].ToString();
        var values = caseId is { Length: > 0 and <= 64 } ? new JsonObject { ["rows"] = new JsonArray(new JsonObject { ["caseId"] = caseId }) } : [];
        return Html.Page<StepFormPage>(await RegisterFormAsync(asked, values, CaseStepPages.NewKey(), null, [], cancellation));
    }

    private async Task<IResult> RegisterFormAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form);
        NotDone.Unless(RulingEndpoints.Registering, asked.Actor);
        var values = FormPayload.ReadStep(PayloadShape.Of(typeof(RegisterRuling)), form);
        var key = asked.Key ?? CaseStepPages.NewKey();
        if (form[StepForm.MoreField].ToString() is { Length: > 0 } more)
            return Html.Page<StepFormPage>(await RegisterFormAsync(asked, values, key, null, [more], cancellation));
        try
        {
            var after = await rulings.RegisterAsync(asked, () => Task.FromResult(CaseStepPages.BodyOf(values)), cancellation);
            return Html.SeeOther(http, $"/rulings/{after.State.Id}?done={RulingEndpoints.Registering.Rule.Name}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return Html.Page<StepFormPage>(await RegisterFormAsync(asked, values, key, refused.Problem, [], cancellation), refused.Problem.Status);
        }
        catch (StorageUnavailableException)
        {
            return Html.Page<StepFormPage>(await RegisterFormAsync(asked, values, key, Problems.StorageUnavailable, [], cancellation), Problems.StorageUnavailable.Status);
        }
    }

    private async Task<StepForm> RegisterFormAsync(Asked asked, JsonObject values, string key, Problem? refusal, ImmutableHashSet<string> more, CancellationToken cancellation)
    {
        var rule = RulingEndpoints.Registering.Rule;
        var context = await ContextAsync(asked, [.. Rows(values).Select(row => row?["caseId"]?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)], cancellation);
        return new StepForm(
            rule.Name, rule.TitleNl, rule.Article, PayloadShape.Of(typeof(RegisterRuling)), "/rulings/new", "/rulings", Sentences.Say("ruling.the-rulings"), null, key, values,
            context with { Errors = refusal?.Errors ?? context.Errors, More = more }, refusal, [], WithDate: false, Scope);
    }

    private static IEnumerable<JsonNode?> Rows(JsonObject values) => values["rows"] as JsonArray ?? [];

    /// <summary>
    /// With one case the form knows what there is to refer to in it. Ids count within a case alone, so with several they are typed.
    /// </summary>
    private async Task<FormContext> ContextAsync(Asked asked, ImmutableArray<string> caseIds, CancellationToken cancellation)
    {
        var context = FormContext.Empty with
        {
            Suggestions = FormContext.Empty.Suggestions.Add("court", [.. Courts.All.Select(court => new FormOption(court.Code, court.Name))]),
        };
        if (caseIds is not [var only] || await FindAsync(only, asked, cancellation) is not { } found)
            return context;
        var known = await references.OfAsync(found, await cases.ViewAsync(found, asked, cancellation), asked, cancellation);
        return context with { References = known.References };
    }

    private async Task<Folded<Case>?> FindAsync(string caseId, Asked asked, CancellationToken cancellation)
    {
        try
        {
            return await cases.FindAsync(caseId, asked.Sight, cancellation);
        }
        catch (ProblemException missing) when (missing.Problem.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    private async Task<IResult> AskAsync(HttpContext http, string rulingId, string name, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await rulings.FindAsync(rulingId, asked.Sight, cancellation);
        var step = StepOf(name);
        if (step == RulingFileEndpoints.Adding)
            return Results.Redirect($"/rulings/{rulingId}/artifacts/add");
        NotDone.Unless(step, asked.Actor);
        if (step.Rule.WhyNot(found.State, found.State.IsClosed) is { } why)
            throw new ProblemException(Problems.Of(why));
        var form = await FormAsync(found, step, asked, new JsonObject(), CaseStepPages.NewKey(), null, [], [], cancellation);
        return Html.Page<StepFormPage>(form with { Values = CaseStepPages.Proposed(form.Shape, http.Request.Query, form.Context) });
    }

    private async Task<IResult> TakeAsync(HttpContext http, string rulingId, string name, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form);
        var step = StepOf(name);
        if (step == RulingFileEndpoints.Adding)
            throw new ProblemException(Problems.NotFound);
        var values = FormPayload.ReadStep(PayloadShape.Of(step.Payload), form);
        if (form[StepForm.MoreField].ToString() is { Length: > 0 } more)
        {
            var now = await rulings.FindAsync(rulingId, asked.Sight, cancellation);
            var again = await FormAsync(now, step, asked, values, asked.Key ?? CaseStepPages.NewKey(), null, [], [more], cancellation);
            return Html.Page<StepFormPage>(again with { Version = asked.IfMatch ?? now.Version });
        }

        try
        {
            await rulings.TakeAsync(rulingId, step, asked, () => Task.FromResult(CaseStepPages.BodyOf(values)), cancellation);
            return Html.SeeOther(http, $"/rulings/{rulingId}?done={step.Rule.Name}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await AgainAsync(rulingId, step, asked, values, refused.Problem, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(rulingId, step, asked, values, Problems.StorageUnavailable, cancellation);
        }
    }

    /// <summary>The form once more, with what was typed, what was wrong, and what others did meanwhile.</summary>
    private async Task<IResult> AgainAsync(string rulingId, StepDefinition<Ruling> step, Asked asked, JsonObject values, Problem refusal, CancellationToken cancellation)
    {
        var found = await rulings.FindAsync(rulingId, asked.Sight, cancellation);
        var changes = refusal.Code == Problems.Outdated.Code && asked.IfMatch is { } known
            ? (await dossiers.ReadLogAsync(rulingId, known, cancellation) ?? []).Select(LogRow.Of).Take(MostChanges).Select(row => CaseStepPages.LineOf(row, people)).ToImmutableArray()
            : [];
        return Html.Page<StepFormPage>(await FormAsync(found, step, asked, values, asked.Key ?? CaseStepPages.NewKey(), refusal, changes, [], cancellation), refusal.Status);
    }

    private async Task<StepForm> FormAsync(
        Folded<Ruling> found, StepDefinition<Ruling> step, Asked asked, JsonObject values, string key, Problem? refusal, ImmutableArray<LogLine> changes, ImmutableHashSet<string> more,
        CancellationToken cancellation)
    {
        var context = await ContextAsync(asked, [.. found.State.Rows.Select(row => row.CaseId).Distinct(StringComparer.Ordinal)], cancellation);
        ImmutableArray<FormOption> rows = [.. found.State.Rows.Select(row => new FormOption(row.CaseId, row.CaseNumber)).DistinctBy(option => option.Value)];
        ImmutableArray<FormOption> numbers = [.. found.State.Rows.Select(row => new FormOption(row.CaseNumber, row.CaseId)).DistinctBy(option => option.Value)];
        return new StepForm(
            step.Rule.Name, step.Rule.TitleNl, step.Rule.Article, PayloadShape.Of(step.Payload), $"/rulings/{found.State.Id}/steps/{step.Rule.Name}", $"/rulings/{found.State.Id}",
            Sentences.Say("ruling.the-ruling"), found.Version, key, values,
            context with { Errors = refusal?.Errors ?? context.Errors, More = more, Suggestions = context.Suggestions.SetItem("caseId", rows).SetItem("caseNumber", numbers) },
            refusal, changes, Scope: Scope);
    }

    private static StepDefinition<Ruling> StepOf(string name) =>
        Catalogue.RulingSteps.FirstOrDefault(step => step.Rule.Name == name && step != RulingEndpoints.Registering) ?? throw new ProblemException(Problems.NotFound);
}
