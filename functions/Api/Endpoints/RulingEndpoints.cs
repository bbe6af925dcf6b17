using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Rulings of courts. They name several cases, so only who sees whole cases sees them.</summary>
internal sealed class RulingEndpoints(Dossier<Ruling> rulings, Dossier<Case> cases, Steps steps, Texts texts, Settings settings, CaseClock clock, Worklist worklist)
{
    private const string Tag = "Uitspraken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rulings", (HttpContext http, CancellationToken cancellation) => Of(http).RegisterAsync(http, cancellation))
            .Produces<RulingView>(StatusCodes.Status201Created).ProducesProblems(403, 413, 415, 422)
            .WithMetadata(BodySchema.Of(Registering)).WithSummary("Uitspraak registreren").WithTags(Tag);
        api.MapGet("/rulings", (HttpContext http) => Of(http).List(http))
            .Produces<Page<RulingInList>>().ProducesProblems(422).WithSummary("Uitspraken").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
        api.MapGet("/rulings/{rulingId}", (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).SeeAsync(http, rulingId, cancellation))
            .Produces<RulingView>().ProducesProblems(404).WithSummary("Uitspraak").WithTags(Tag);
        foreach (var step in Catalogue.RulingSteps.Where(step => step != Registering && step != RulingFileEndpoints.Adding))
        {
            api.MapPost($"/rulings/{{rulingId}}/steps/{step.Rule.Name}",
                    (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).TakeAsync(http, rulingId, step, cancellation))
                .Produces<RulingView>().ProducesProblems(403, 404, 409, 412, 413, 415, 422)
                .WithMetadata(BodySchema.Of(step)).WithSummary(step.Rule.TitleNl).WithTags(Tag);
        }
    }

    /// <summary>The step by which there comes to be a ruling.</summary>
    public static StepDefinition<Ruling> Registering { get; } = Catalogue.RulingSteps.Single(step => step.Payload == typeof(RegisterRuling));

    /// <summary>The ruling, where there is one and this caller may know.</summary>
    /// <exception cref="ProblemException">There is none, or not for this caller: both look the same.</exception>
    public async Task<Folded<Ruling>> FindAsync(string rulingId, Sight sight, CancellationToken cancellation) =>
        sight.SeesAll && LogId.TryParse($"rulings/{rulingId}", out _)
        && await rulings.ReadAsync(rulingId, cancellation) is { State.Facts: not null } found
            ? found
            : throw new ProblemException(Problems.RulingNotFound);

    private static RulingEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<RulingEndpoints>();

    /// <summary>Registers a ruling, in whatever way it was asked for.</summary>
    /// <inheritdoc cref="TakeAsync(string, StepDefinition{Ruling}, Asked, Func{Task{ReadOnlyMemory{byte}}}, CancellationToken)"/>
    public async Task<Folded<Ruling>> RegisterAsync(Asked asked, Func<Task<ReadOnlyMemory<byte>>> read, CancellationToken cancellation)
    {
        NotDone.Unless(Registering, asked.Actor);
        var body = await read();
        var payload = NotDone.Payload(Registering.Payload, body);
        var taken = await steps.RegisterRulingAsync((RegisterRuling)payload.Payload, asked.Actor, payload.EffectiveOn, asked.Key, body, cancellation);
        return await DoneAsync(asked, Registering, taken, cancellation);
    }

    /// <summary>Takes a step, in whatever way it was asked for.</summary>
    /// <param name="read">Reads what was sent; only once it is known that this caller may take the step.</param>
    /// <returns>The ruling as the step left it.</returns>
    /// <exception cref="ProblemException">The step was not taken.</exception>
    public async Task<Folded<Ruling>> TakeAsync(
        string rulingId, StepDefinition<Ruling> step, Asked asked, Func<Task<ReadOnlyMemory<byte>>> read, CancellationToken cancellation)
    {
        if (!asked.Sight.SeesAll || !LogId.TryParse($"rulings/{rulingId}", out _))
            throw new ProblemException(Problems.RulingNotFound);
        NotDone.Unless(step, asked.Actor);
        var body = await read();
        var payload = NotDone.Payload(step.Payload, body);
        var taken = await steps.TakeRulingAsync(rulingId, step, payload.Payload, asked.Actor, payload.EffectiveOn, asked.Key, body, asked.IfMatch, cancellation);
        return await DoneAsync(asked, step, taken, cancellation);
    }

    /// <summary>The ruling as a step left it, also where others have come since.</summary>
    public async Task<Folded<Ruling>> DoneAsync(Asked asked, StepDefinition<Ruling> step, Taken<Ruling> taken, CancellationToken cancellation)
    {
        if (NotDone.Of(taken, step, state => asked.Sight.StepsOn(state), Problems.RulingNotFound) is { } problem)
            throw new ProblemException(problem);
        var done = (Done<Ruling>)taken;
        return done.After.Version == done.Version ? done.After : (await rulings.ReadAtAsync(done.After.State.Id, done.Version, cancellation))!;
    }

    /// <summary>A page of the rulings that may be seen.</summary>
    /// <exception cref="ProblemException">The cursor isn't one.</exception>
    public Page<RulingInList> Find(Sight sight, PageAsked page)
    {
        if (!sight.SeesAll)
            return new Page<RulingInList>([], Next: null);
        var found = WorklistEndpoints.WithCursor(() => worklist.FindRulings(page.Limit, page.Cursor));
        return new Page<RulingInList>([.. found.Items.Select(row => new RulingInList(row.RulingId, row.Court, row.CaseNumbers, row.Phase, row.Due, row.Version))], found.Next);
    }

    private async Task<IResult> RegisterAsync(HttpContext http, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var after = await RegisterAsync(asked, () => JsonBody.ReadAsync(http.Request, cancellation), cancellation);
        return await AnswerAsync(http, asked, after, created: true, cancellation);
    }

    private IResult List(HttpContext http) => Answers.Json(Find(new Sight(http.Actor()), PageAsked.Of(http.Request)));

    private async Task<IResult> SeeAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await FindAsync(rulingId, asked.Sight, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        return Versions.IsKnown(http.Request, found.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Answers.Json(await ViewAsync(found, asked, cancellation));
    }

    private async Task<IResult> TakeAsync(HttpContext http, string rulingId, StepDefinition<Ruling> step, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var after = await TakeAsync(rulingId, step, asked, () => JsonBody.ReadAsync(http.Request, cancellation), cancellation);
        return await AnswerAsync(http, asked, after, created: false, cancellation);
    }

    private async Task<IResult> AnswerAsync(HttpContext http, Asked asked, Folded<Ruling> after, bool created, CancellationToken cancellation)
    {
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        if (created)
            http.Response.Headers.Location = RulingLinks.Of(after.State.Id).Self;
        return Answers.Json(await ViewAsync(after, asked, cancellation), created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    /// <summary>The ruling as this caller may see it.</summary>
    public async Task<RulingView> ViewAsync(Folded<Ruling> found, Asked asked, CancellationToken cancellation)
    {
        var views = new RulingViews(await settings.CurrentAsync(cancellation), clock.Today, asked.Sight, asked.Language);
        // The cases say what they plan to release; a ruling that asks for no decision has nothing to come out.
        var named = new Dictionary<string, Case>(StringComparer.Ordinal);
        foreach (var id in found.State.Rows.Where(row => row.Owes).Select(row => row.CaseId).Distinct())
        {
            if (await cases.ReadAsync(id, cancellation) is { } known)
                named[id] = known.State;
        }

        return await ViewTexts.FillAsync(text => views.Of(found.State, found.Version, named.GetValueOrDefault, text), wanted => texts.ReadAsync(found.Log, wanted, cancellation));
    }
}
