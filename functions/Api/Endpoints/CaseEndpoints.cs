using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Cases: registering, seeing, and taking steps.</summary>
internal sealed class CaseEndpoints(Dossier<Case> cases, Steps steps, Texts texts, Settings settings, CaseClock clock)
{
    private const string Tag = "Zaken";

    /// <summary>Steps that come with a file, or before there is a case; they have routes of their own.</summary>
    private static readonly ImmutableArray<Type> Elsewhere = [typeof(Register), typeof(AddDocument), typeof(AddRedaction), typeof(AddReaderRendition), typeof(AddArtifact), typeof(ImportInventory)];

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cases", (HttpContext http, CancellationToken cancellation) => Of(http).RegisterAsync(http, cancellation))
            .Produces<CaseView>(StatusCodes.Status201Created).ProducesProblems(403, 413, 415, 422)
            .WithMetadata(BodySchema.Of(StepOf<Register>())).WithSummary("Verzoek registreren").WithTags(Tag);
        api.MapGet("/cases/{caseId}", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, cancellation))
            .Produces<CaseView>().ProducesProblems(404).WithSummary("Zaak").WithTags(Tag);
        api.MapGet("/cases/{caseId}/steps", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).StepsAsync(http, caseId, cancellation))
            .Produces<Page<StepChoice>>().ProducesProblems(404).WithSummary("Stappen die u nu kunt nemen").WithTags(Tag);
        foreach (var step in Catalogue.CaseSteps.Where(step => !step.Rule.IsReading && !Elsewhere.Contains(step.Payload)))
        {
            api.MapPost($"/cases/{{caseId}}/steps/{step.Rule.Name}",
                    (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).TakeAsync(http, caseId, step, cancellation))
                .Produces<CaseView>().ProducesProblems(403, 404, 409, 412, 413, 415, 422)
                .WithMetadata(BodySchema.Of(step)).WithSummary(step.Rule.TitleNl).WithTags(Tag);
        }
    }

    /// <summary>The row of the catalogue with that payload.</summary>
    public static StepDefinition<Case> StepOf<TPayload>() => Catalogue.CaseSteps.Single(step => step.Payload == typeof(TPayload));

    /// <summary>The case, where there is one and this caller may know.</summary>
    /// <exception cref="ProblemException">There is none, or not for this caller: both look the same.</exception>
    public async Task<Folded<Case>> FindAsync(string caseId, Sight sight, CancellationToken cancellation) =>
        LogId.TryParse($"cases/{caseId}", out _) && await cases.ReadAsync(caseId, cancellation) is { } found && sight.Sees(found.State)
            ? found
            : throw new ProblemException(Problems.CaseNotFound);

    /// <summary>The case as a step left it, also where others have come since: the same step sent twice gets the same answer twice.</summary>
    public async Task<Folded<Case>> AfterAsync(Done<Case> done, CancellationToken cancellation) =>
        done.After.Version == done.Version ? done.After : (await cases.ReadAtAsync(done.After.State.Id, done.Version, cancellation))!;

    private static CaseEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<CaseEndpoints>();

    private async Task<IResult> RegisterAsync(HttpContext http, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var after = await RegisterAsync(asked, () => JsonBody.ReadAsync(http.Request, cancellation), cancellation);
        return await AnswerAsync(http, asked, after, created: true, cancellation);
    }

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await FindAsync(caseId, asked.Sight, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        return Versions.IsKnown(http.Request, found.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Answers.Json(await ViewAsync(found, asked, cancellation));
    }

    private async Task<IResult> StepsAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await FindAsync(caseId, asked.Sight, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        return Answers.Json(new Page<StepChoice>([.. asked.Sight.StepsOn(found.State).Select(step => StepChoice.Of(step.Rule, asked.Language))], Next: null));
    }

    /// <summary>Takes a step, in whatever way it was asked for.</summary>
    /// <param name="read">Reads what was sent; only once it is known that this caller may take the step.</param>
    /// <returns>The case as the step left it.</returns>
    /// <exception cref="ProblemException">The step was not taken.</exception>
    public async Task<Folded<Case>> TakeAsync(
        string caseId, StepDefinition<Case> step, Asked asked, Func<Task<ReadOnlyMemory<byte>>> read, CancellationToken cancellation)
    {
        if (!LogId.TryParse($"cases/{caseId}", out _))
            throw new ProblemException(Problems.CaseNotFound);
        // Whoever sees every case needs no look beforehand: an accepted step reads nothing.
        if (!asked.Sight.SeesAll)
            await FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(step, asked.Actor);
        var body = await read();
        var payload = NotDone.Payload(step.Payload, body);
        var taken = await steps.TakeAsync(caseId, step, payload.Payload, asked.Actor, payload.EffectiveOn, asked.Key, body, asked.IfMatch, cancellation);
        return await DoneAsync(asked, step, taken, cancellation);
    }

    /// <summary>Registers a request, in whatever way it was asked for.</summary>
    /// <inheritdoc cref="TakeAsync(string, StepDefinition{Case}, Asked, Func{Task{ReadOnlyMemory{byte}}}, CancellationToken)"/>
    public async Task<Folded<Case>> RegisterAsync(Asked asked, Func<Task<ReadOnlyMemory<byte>>> read, CancellationToken cancellation)
    {
        var step = StepOf<Register>();
        NotDone.Unless(step, asked.Actor);
        var body = await read();
        var payload = NotDone.Payload(step.Payload, body);
        var taken = await steps.RegisterAsync((Register)payload.Payload, asked.Actor, payload.EffectiveOn, asked.Key, body, cancellation);
        if (taken is NotTaken<Case> no)
            throw new ProblemException(Problems.Of(no.Refused));
        return await DoneAsync(asked, step, taken, cancellation);
    }

    private async Task<IResult> TakeAsync(HttpContext http, string caseId, StepDefinition<Case> step, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var after = await TakeAsync(caseId, step, asked, () => JsonBody.ReadAsync(http.Request, cancellation), cancellation);
        return await AnswerAsync(http, asked, after, created: false, cancellation);
    }

    private async Task<Folded<Case>> DoneAsync(Asked asked, StepDefinition<Case> step, Taken<Case> taken, CancellationToken cancellation) =>
        NotDone.Of(taken, step, state => asked.Sight.StepsOn(state), Problems.CaseNotFound) is { } problem
            ? throw new ProblemException(problem)
            : await AfterAsync((Done<Case>)taken, cancellation);

    private async Task<IResult> AnswerAsync(HttpContext http, Asked asked, Folded<Case> after, bool created, CancellationToken cancellation)
    {
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        if (created)
            http.Response.Headers.Location = CaseLinks.Of(after.State.Id).Self;
        return Answers.Json(await ViewAsync(after, asked, cancellation), created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The case as this caller may see it.</summary>
    public async Task<CaseView> ViewAsync(Folded<Case> found, Asked asked, CancellationToken cancellation)
    {
        var views = new CaseViews(await settings.CurrentAsync(cancellation), clock.Today, asked.Sight, asked.Language);
        return await ViewTexts.FillAsync(text => views.Of(found.State, found.Version, text), wanted => ReadAsync(found, wanted, cancellation));
    }

    /// <summary>What a court told the body to do is kept with the ruling; everything else with the case.</summary>
    private async Task<IReadOnlyDictionary<FreeText, string?>> ReadAsync(
        Folded<Case> found, IReadOnlyCollection<FreeText> wanted, CancellationToken cancellation)
    {
        var kept = found.State.Rulings.SelectMany(applied => applied.Instructions.Select(asked => (asked.Text, Ruling: LogId.Ruling(applied.RulingId))))
            .Where(asked => wanted.Contains(asked.Text)).ToLookup(asked => asked.Ruling, asked => asked.Text);
        var read = new Dictionary<FreeText, string?>(await texts.ReadAsync(found.Log, wanted.Except(kept.SelectMany(one => one)), cancellation));
        foreach (var ruling in kept)
        {
            foreach (var (text, words) in await texts.ReadAsync(ruling.Key, ruling, cancellation))
                read[text] = words;
        }

        return read;
    }
}
