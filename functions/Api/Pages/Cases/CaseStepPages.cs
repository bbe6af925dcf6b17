using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Every step of the catalogue as a form, and registering a request. What is sent goes the way of <c>POST .../steps/{step}</c>.</summary>
internal sealed class CaseStepPages(CaseEndpoints cases, CaseReferences references, Dossier<Case> dossiers, People people)
{
    private const int MostChanges = 20;

    /// <summary>Steps that take a file, and the page below the case that asks for it.</summary>
    private static readonly FrozenDictionary<Type, string> WithFile = new Dictionary<Type, string>
    {
        [typeof(AddDocument)] = "documents/add",
        [typeof(AddArtifact)] = "artifacts/add",
        [typeof(ImportInventory)] = "inventory/import",
        [typeof(AddRedaction)] = "redactions/add",
        [typeof(AddReaderRendition)] = "renditions/add",
    }.ToFrozenDictionary();

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/new", (HttpContext http) => Of(http).Register(http));
        pages.MapForm("/cases/new", (HttpContext http, CancellationToken cancellation) => Of(http).RegisterAsync(http, cancellation));
        pages.MapGet("/cases/{caseId}/steps/{step}", (HttpContext http, string caseId, string step, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, step, cancellation));
        pages.MapForm("/cases/{caseId}/steps/{step}", (HttpContext http, string caseId, string step, CancellationToken cancellation) => Of(http).TakeAsync(http, caseId, step, cancellation));
    }

    /// <summary>A key for a form that was opened now.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>What a form said beside its fields.</summary>
    public static Asked AskedBy(HttpContext http, IFormCollection form)
    {
        var key = form[StepForm.KeyField].ToString();
        var usable = key.Length is > 0 and <= 64 && key.All(char.IsAsciiLetterOrDigit);
        return new Asked(
            http.Actor(), usable ? key : null,
            long.TryParse(form[StepForm.VersionField], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null, Language.Nl);
    }

    /// <summary>Whether a form can be shown again with what was wrong with it.</summary>
    public static bool IsRefusal(Problem problem) =>
        problem.Status is 403 or 409 or 412 or 413 or 422 or 503 || (problem.Status == 404 && problem.Code is not ("case-not-found" or "ruling-not-found"));

    private static CaseStepPages Of(HttpContext http) => http.RequestServices.GetRequiredService<CaseStepPages>();

    private IResult Register(HttpContext http)
    {
        var step = CaseEndpoints.StepOf<Register>();
        NotDone.Unless(step, http.Actor());
        return Html.Page<StepFormPage>(RegisterForm(new JsonObject(), NewKey(), null, references.OfNothing()));
    }

    private static StepForm RegisterForm(JsonObject values, string key, Problem? refusal, FormContext context)
    {
        var step = CaseEndpoints.StepOf<Register>();
        return new StepForm(
            step.Rule.Name, step.Rule.TitleNl, step.Rule.Article, PayloadShape.Of(step.Payload), "/cases/new", "/cases", Sentences.Say("case.ref.worklist"), null, key, values,
            context with { Errors = refusal?.Errors ?? context.Errors }, refusal, [], WithDate: false);
    }

    private async Task<IResult> RegisterAsync(HttpContext http, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = AskedBy(http, form);
        var values = FormPayload.ReadStep(PayloadShape.Of(typeof(Register)), form);
        try
        {
            var after = await cases.RegisterAsync(asked, () => Task.FromResult(BodyOf(values)), cancellation);
            return Html.SeeOther(http, $"/cases/{after.State.Id}?done=register");
        }
        catch (ProblemException refused) when (IsRefusal(refused.Problem))
        {
            return Html.Page<StepFormPage>(RegisterForm(values, asked.Key ?? NewKey(), refused.Problem, references.OfNothing()), refused.Problem.Status);
        }
        catch (StorageUnavailableException)
        {
            return Html.Page<StepFormPage>(RegisterForm(values, asked.Key ?? NewKey(), Problems.StorageUnavailable, references.OfNothing()), Problems.StorageUnavailable.Status);
        }
    }

    private async Task<IResult> AskAsync(HttpContext http, string caseId, string name, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var step = StepOf(name);
        if (WithFile.TryGetValue(step.Payload, out var page))
            return Results.Redirect($"/cases/{caseId}/{page}{http.Request.QueryString}");
        NotDone.Unless(step, asked.Actor);
        if (step.Rule.WhyNot(found.State, found.State.IsClosed) is { } why)
            throw new ProblemException(Problems.Of(why));
        var form = await FormAsync(found, step, asked, new JsonObject(), NewKey(), null, [], [], cancellation);
        return Html.Page<StepFormPage>(form with { Values = Proposed(form.Shape, http.Request.Query, form.Context) });
    }

    private async Task<IResult> TakeAsync(HttpContext http, string caseId, string name, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = AskedBy(http, form);
        var step = StepOf(name);
        if (WithFile.ContainsKey(step.Payload) || step.Payload == typeof(Register) || step.Rule.IsReading)
            throw new ProblemException(Problems.NotFound);
        var values = FormPayload.ReadStep(PayloadShape.Of(step.Payload), form);
        if (form[StepForm.MoreField].ToString() is { Length: > 0 } more)
        {
            var now = await cases.FindAsync(caseId, asked.Sight, cancellation);
            return Html.Page<StepFormPage>(
                (await FormAsync(now, step, asked, values, asked.Key ?? NewKey(), null, [], [more], cancellation)) with { Version = asked.IfMatch ?? now.Version });
        }

        try
        {
            await cases.TakeAsync(caseId, step, asked, () => Task.FromResult(BodyOf(values)), cancellation);
            return Html.SeeOther(http, $"/cases/{caseId}?done={step.Rule.Name}");
        }
        catch (ProblemException refused) when (IsRefusal(refused.Problem))
        {
            return await AgainAsync(caseId, step, asked, values, refused.Problem, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(caseId, step, asked, values, Problems.StorageUnavailable, cancellation);
        }
    }

    /// <summary>The form once more, with what was typed, what was wrong, and what others did meanwhile.</summary>
    private async Task<IResult> AgainAsync(string caseId, StepDefinition<Case> step, Asked asked, JsonObject values, Problem refusal, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var changes = refusal.Code == Problems.Outdated.Code && asked.IfMatch is { } known
            ? (await dossiers.ReadLogAsync(caseId, known, cancellation) ?? []).Select(LogRow.Of).Where(row => row.IsFor(found.State, asked.Sight))
                .Take(MostChanges).Select(row => LineOf(row, people)).ToImmutableArray()
            : [];
        return Html.Page<StepFormPage>(await FormAsync(found, step, asked, values, asked.Key ?? NewKey(), refusal, changes, [], cancellation), refusal.Status);
    }

    private async Task<StepForm> FormAsync(
        Folded<Case> found, StepDefinition<Case> step, Asked asked, JsonObject values, string key, Problem? refusal, ImmutableArray<LogLine> changes, ImmutableHashSet<string> more,
        CancellationToken cancellation)
    {
        var view = await cases.ViewAsync(found, asked, cancellation);
        var context = await references.OfAsync(found, view, asked, cancellation);
        return new StepForm(
            step.Rule.Name, step.Rule.TitleNl, step.Rule.Article, PayloadShape.Of(step.Payload), $"/cases/{found.State.Id}/steps/{step.Rule.Name}", $"/cases/{found.State.Id}",
            view.Subject ?? found.State.Id, found.Version, key, values, context with { Errors = refusal?.Errors ?? context.Errors, More = more }, refusal, changes);
    }

    /// <summary>What the address proposes to fill in: ids and choices, and never a text.</summary>
    public static JsonObject Proposed(PayloadShape shape, IQueryCollection query, FormContext context)
    {
        var values = new JsonObject();
        foreach (var field in shape.Fields)
        {
            var given = query[field.Name];
            if (given.Count == 0 || given[0] is not { Length: > 0 and <= 64 } text)
                continue;
            if (field.Value is ReferenceValue or ChoiceValue or AgencyValue || context.Suggests(field.Name, text))
                values[field.Name] = text;
            else if (field.Value is ListValue { Item: ReferenceValue })
                values[field.Name] = new JsonArray([.. given.Select(one => (JsonNode?)one)]);
        }

        return values;
    }

    /// <summary>A line of a log in words.</summary>
    public static LogLine LineOf(LogRow row, People people) => new(
        row.Seq, row.At, row.On, people.NameOf(row.Actor) ?? (row.Actor == Actor.Engine.Id ? Sentences.Say("common.engine") : row.Actor),
        Labels.OfEvent(row.Event.GetProperty("type").GetString()!),
        string.Join(", ", row.Event.EnumerateObject().Where(field => field.Name.EndsWith("Id", StringComparison.Ordinal) && field.Value.ValueKind == System.Text.Json.JsonValueKind.String).Select(field => field.Value.GetString())));

    private static StepDefinition<Case> StepOf(string name) =>
        Catalogue.CaseSteps.FirstOrDefault(step => step.Rule.Name == name) ?? throw new ProblemException(Problems.NotFound);

    public static ReadOnlyMemory<byte> BodyOf(JsonObject values) => Encoding.UTF8.GetBytes(values.ToJsonString());
}
