using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>The files of a ruling: the letter to Parliament in its versions, and what was received.</summary>
internal sealed class RulingFileEndpoints(Steps steps, CaseFiles files, Trial trial, RulingEndpoints rulings)
{
    private const string Tag = "Uitspraken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/rulings/{rulingId}/artifacts",
                (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).AddAsync(http, rulingId, cancellation))
            .Produces<ArtifactView>(StatusCodes.Status201Created).ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(Adding) with { WithFile = true, FileRequired = true })
            .WithSummary("Stuk bij een uitspraak toevoegen, of een bewerkte Kamerbrief").WithTags(Tag);
        api.MapGet("/rulings/{rulingId}/artifacts",
                (HttpContext http, string rulingId, CancellationToken cancellation) => Of(http).ListAsync(http, rulingId, cancellation))
            .Produces<Page<ArtifactView>>().ProducesProblems(404, 422).WithSummary("Kamerbrief en andere stukken bij een uitspraak").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
        api.MapGet("/rulings/{rulingId}/artifacts/{artifactId}",
                (HttpContext http, string rulingId, string artifactId, CancellationToken cancellation) => Of(http).GetAsync(http, rulingId, artifactId, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 416).WithSummary("Het stuk zelf").WithTags(Tag);
    }

    /// <summary>The step that comes with a file.</summary>
    public static StepDefinition<Ruling> Adding { get; } = Catalogue.RulingSteps.Single(step => step.Payload == typeof(AddRulingArtifact));

    private static RulingFileEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<RulingFileEndpoints>();

    /// <summary>Adds a file, in whatever way it was sent.</summary>
    /// <param name="read">Reads what was sent; only once it is known that this caller may add it.</param>
    /// <exception cref="ProblemException">It was not added.</exception>
    public async Task<Folded<Ruling>> AddAsync(string rulingId, Asked asked, Func<Task<Upload>> read, CancellationToken cancellation)
    {
        var found = await rulings.FindAsync(rulingId, asked.Sight, cancellation);
        NotDone.Unless(Adding, asked.Actor);
        var upload = await read();
        var payload = NotDone.Payload(Adding.Payload, upload.Metadata);
        if (upload.File is not { } file)
            throw new ProblemException(Problems.Invalid("file", "Stuur het bestand mee."));
        var artifact = (AddRulingArtifact)payload.Payload;
        await trial.RunAsync(
            found, Adding, artifact with { Content = FileAnswers.NotStored(FileAnswers.NameOf(file)) }, asked, payload.EffectiveOn, asked.Sight.StepsOn(found.State), cancellation);
        await using var content = file.OpenReadStream();
        artifact = artifact with { Content = await files.StoreArtifactAsync(found.Log, artifact.Kind, content, FileAnswers.NameOf(file), cancellation) };
        var taken = await steps.TakeRulingAsync(
            rulingId, Adding, artifact, asked.Actor, payload.EffectiveOn, asked.Key, FileAnswers.BodyOf(upload, artifact.Content), asked.IfMatch, cancellation);
        return await rulings.DoneAsync(asked, Adding, taken, cancellation);
    }

    private async Task<IResult> AddAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var after = await AddAsync(rulingId, Asked.Of(http), () => Upload.ReadAsync(http, cancellation), cancellation);
        var view = ArtifactView.Of(after.State, after.State.Artifacts.Last());
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        http.Response.Headers.Location = view.Href;
        return Answers.Json(view, StatusCodes.Status201Created);
    }

    private async Task<IResult> ListAsync(HttpContext http, string rulingId, CancellationToken cancellation)
    {
        var (sight, page) = (new Sight(http.Actor()), PageAsked.Of(http.Request));
        var found = await rulings.FindAsync(rulingId, sight, cancellation);
        var (artifacts, next) = FileAnswers.PageOf(found.State.Artifacts, page);
        return Answers.Json(new Page<ArtifactView>([.. artifacts.Select(artifact => ArtifactView.Of(found.State, artifact))], next));
    }

    /// <summary>The file itself.</summary>
    public async Task<IResult> GetAsync(HttpContext http, string rulingId, string artifactId, CancellationToken cancellation)
    {
        var found = await rulings.FindAsync(rulingId, new Sight(http.Actor()), cancellation);
        return Id.TryParse<ArtifactId>(artifactId, out var id) && found.State.Artifacts[id] is { } artifact
            && await files.OpenArtifactAsync(found.Log, artifact, cancellation) is { } file
                ? FileAnswers.Download(http, file, artifact.Id.ToString(), artifact.Sha256)
                : new ProblemAnswer(Problems.ArtifactNotFound);
    }
}
