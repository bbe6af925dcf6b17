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

/// <summary>The settings of the deciding body on one page, and a form for each step that changes them.</summary>
internal sealed class OrganisationPages(OrganisationEndpoints organisation, Dossier<Organisation> dossiers, Settings settings, People people)
{
    /// <summary>What the words about its steps begin with, where steps on different things share a name.</summary>
    private const string Scope = "organisation.";

    private const string Home = "/organisation";
    private const int MostChanges = 20;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Home, (HttpContext http, CancellationToken cancellation) => Of(http).SeeAsync(http, cancellation));
        pages.MapGet($"{Home}/steps/{{step}}", (HttpContext http, string step, CancellationToken cancellation) => Of(http).AskAsync(http, step, cancellation));
        pages.MapForm($"{Home}/steps/{{step}}", (HttpContext http, string step, CancellationToken cancellation) => Of(http).TakeAsync(http, step, cancellation));
    }

    private static OrganisationPages Of(HttpContext http) => http.RequestServices.GetRequiredService<OrganisationPages>();

    private async Task<IResult> SeeAsync(HttpContext http, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        if (!sight.SeesAll)
            throw new ProblemException(Problems.NotFound);
        var done = http.Request.Query["done"].ToString();
        return Html.Page<OrganisationPage>(new OrganisationModel(
            OrganisationView.Of(await settings.CurrentAsync(cancellation)),
            [.. Catalogue.OrganisationSteps.Where(step => step.Rule.MayBeTakenBy(sight.Actor)).Select(step => step.Rule.Name)],
            Catalogue.OrganisationSteps.FirstOrDefault(step => step.Rule.Name == done)?.Rule.TitleNl,
            id => people.NameOf(id) ?? id));
    }

    private async Task<IResult> AskAsync(HttpContext http, string name, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var step = StepOf(name);
        NotDone.Unless(step, asked.Actor);
        if (OrganisationEndpoints.OfTheCalendar.Contains(step))
            return Results.Redirect("/calendar#dagen");
        var current = await settings.CurrentAsync(cancellation);
        return Html.Page<StepFormPage>(Form(step, current, current.Version, StandingValues.Of(step, current, http.Request.Query), CaseStepPages.NewKey(), null, [], []));
    }

    private async Task<IResult> TakeAsync(HttpContext http, string name, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form);
        var step = StepOf(name);
        // A change of the calendar re-dates open cases, and has a form of its own.
        if (OrganisationEndpoints.OfTheCalendar.Contains(step))
            throw new ProblemException(Problems.NotFound);
        var values = FormPayload.Read(PayloadShape.Of(step.Payload), form, "");
        var key = asked.Key ?? CaseStepPages.NewKey();
        if (form[StepForm.MoreField].ToString() is { Length: > 0 } more)
        {
            var now = await settings.CurrentAsync(cancellation);
            return Html.Page<StepFormPage>(Form(step, now, asked.IfMatch ?? now.Version, values, key, null, [], [more]));
        }

        try
        {
            await organisation.TakeAsync(step, asked, CaseStepPages.BodyOf(values), cancellation);
            return Html.SeeOther(http, $"{Home}?done={step.Rule.Name}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await AgainAsync(step, asked, values, key, refused.Problem, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(step, asked, values, key, Problems.StorageUnavailable, cancellation);
        }
    }

    /// <summary>The form once more, with what was typed, what was wrong, and what others did meanwhile.</summary>
    private async Task<IResult> AgainAsync(StepDefinition<Organisation> step, Asked asked, JsonObject values, string key, Problem refusal, CancellationToken cancellation)
    {
        var now = await settings.CurrentAsync(cancellation);
        ImmutableArray<LogLine> changes = refusal.Code == Problems.Outdated.Code && asked.IfMatch is { } known
            ? [.. (await dossiers.ReadLogAsync(Organisation.TheId, known, MostChanges, cancellation) ?? []).Select(LogRow.Of).Select(row => CaseStepPages.LineOf(row, people))]
            : [];
        return Html.Page<StepFormPage>(Form(step, now, now.Version, values, key, refusal, changes, []), refusal.Status);
    }

    private StepForm Form(
        StepDefinition<Organisation> step, Organisation now, long version, JsonObject values, string key, Problem? refusal, ImmutableArray<LogLine> changes, ImmutableHashSet<string> more)
    {
        ImmutableArray<FormOption> persons = [.. people.Known().Select(person => new FormOption(person.Id, person.Name))];
        var context = FormContext.Empty with
        {
            Errors = refusal?.Errors ?? FormContext.Empty.Errors,
            More = more,
            References = FormContext.Empty.References.Add(
                typeof(MandateId), [.. now.Mandates.Where(mandate => mandate.To is null).Select(mandate => new FormOption(mandate.Id.ToString(), $"{mandate.Capacity}: {people.NameOf(mandate.Person) ?? mandate.Person} ({mandate.Id})"))]),
            Suggestions = FormContext.Empty.Suggestions.Add("person", persons).Add("persons", persons).Add("deputies", persons)
                .Add("office", [.. now.OfficeHolders.Select(holder => holder.Office).Append(now.Letterhead.Body).Distinct(StringComparer.Ordinal).Select(office => new FormOption(office, office))]),
        };
        return new StepForm(
            step.Rule.Name, step.Rule.TitleNl, step.Rule.Article, PayloadShape.Of(step.Payload), $"{Home}/steps/{step.Rule.Name}", Home, Sentences.Say("organisation.the-settings"), version, key, values, context, refusal, changes,
            WithDate: false, Scope);
    }

    private static StepDefinition<Organisation> StepOf(string name) =>
        Catalogue.OrganisationSteps.FirstOrDefault(step => step.Rule.Name == name) ?? throw new ProblemException(Problems.NotFound);
}

/// <param name="Steps">What whoever looks may change.</param>
/// <param name="Done">The title of the step that was taken just now; null where one only looks.</param>
internal sealed record OrganisationModel(OrganisationView View, ImmutableArray<string> Steps, string? Done, Func<string, string> NameOf)
{
    public bool May(string step) => Steps.Contains(step);
}
