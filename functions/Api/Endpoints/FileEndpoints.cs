using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Documents of the request, and the other files of a case.</summary>
internal sealed class FileEndpoints(Steps steps, CaseFiles files, Texts texts, Trial trial, CaseEndpoints cases, CaseClock clock, ContainerUnpacking unpacking)
{
    private const string Tag = "Documenten en stukken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cases/{caseId}/documents",
                (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddDocumentAsync(http, caseId, cancellation))
            .Produces<DocumentView>(StatusCodes.Status201Created).Produces<DocumentView>(StatusCodes.Status202Accepted).ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(CaseEndpoints.StepOf<AddDocument>()) with { WithFile = true, FileRequired = false })
            .WithSummary("Document toevoegen, met bestand of alleen de gegevens").WithTags(Tag);
        api.MapGet("/cases/{caseId}/documents", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).DocumentsAsync(http, caseId, cancellation))
            .Produces<Page<DocumentView>>().ProducesProblems(404, 422).WithSummary("Documenten van de zaak").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
        api.MapGet("/cases/{caseId}/documents/{documentId}",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).DocumentAsync(http, caseId, documentId, cancellation))
            .Produces<DocumentView>().ProducesProblems(404).WithSummary("Document: gegevens, beoordeling en passages").WithTags(Tag);
        api.MapGet("/cases/{caseId}/documents/{documentId}/original",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).OriginalAsync(http, caseId, documentId, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 410, 416).WithSummary("Het document zelf, zoals ontvangen").WithTags(Tag);
        api.MapPost("/cases/{caseId}/artifacts",
                (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddArtifactAsync(http, caseId, cancellation))
            .Produces<ArtifactView>(StatusCodes.Status201Created).ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(CaseEndpoints.StepOf<AddArtifact>()) with { WithFile = true, FileRequired = true })
            .WithSummary("Stuk toevoegen dat is ontvangen, bewerkt of ondertekend").WithTags(Tag);
        api.MapGet("/cases/{caseId}/artifacts", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).ArtifactsAsync(http, caseId, cancellation))
            .Produces<Page<ArtifactView>>().ProducesProblems(404, 422).WithSummary("Brieven en andere stukken van de zaak").WithTags(Tag)
            .WithMetadata(
                new QueryParameter("limit", "Ten hoogste zoveel, tot 200", Type: "integer"),
                new QueryParameter("cursor", "Volgende bladzijde"));
        api.MapGet("/cases/{caseId}/artifacts/{artifactId}",
                (HttpContext http, string caseId, string artifactId, CancellationToken cancellation) => Of(http).ArtifactAsync(http, caseId, artifactId, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 410, 416).WithSummary("Het stuk zelf").WithTags(Tag);
    }

    private static FileEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<FileEndpoints>();

    /// <summary>Adds a document, in whatever way it was sent.</summary>
    /// <param name="read">Reads what was sent; only once it is known that this caller may add it.</param>
    /// <exception cref="ProblemException">It was not added.</exception>
    public async Task<(Folded<Case> After, Document Document)> AddDocumentAsync(string caseId, Asked asked, Func<Task<Upload>> read, CancellationToken cancellation)
    {
        var step = CaseEndpoints.StepOf<AddDocument>();
        var (found, upload, payload) = await AskedAsync(caseId, asked, step, read, cancellation);
        var document = (AddDocument)payload.Payload;
        if (upload.File is { } file)
        {
            // What this environment must not hold is refused before a byte of it is kept.
            await trial.RunAsync(
                found, step, document with { Content = FileAnswers.NotStored(FileAnswers.NameOf(file)) }, asked, payload.EffectiveOn, asked.Sight.StepsOn(found.State), cancellation);
            await using var content = file.OpenReadStream();
            var (stored, said) = await files.StoreDocumentAsync(caseId, content, FileAnswers.NameOf(file), cancellation);
            document = document with { Content = stored, Read = said };
        }

        var taken = await steps.TakeAsync(
            caseId, step, document, asked.Actor, payload.EffectiveOn, asked.Key, FileAnswers.BodyOf(upload, document.Content), asked.IfMatch, cancellation);
        var after = await DoneAsync(asked, step, taken, cancellation);
        var added = after.State.Documents.Last();
        if (Containers.IsUnfinished(added))
            await unpacking.BeginAsync(caseId, added, cancellation);
        return (after, added);
    }

    /// <summary>Adds a file that is no document of the request, in whatever way it was sent.</summary>
    /// <inheritdoc cref="AddDocumentAsync(string, Asked, Func{Task{Upload}}, CancellationToken)"/>
    public async Task<(Folded<Case> After, Artifact Artifact)> AddArtifactAsync(string caseId, Asked asked, Func<Task<Upload>> read, CancellationToken cancellation)
    {
        var step = CaseEndpoints.StepOf<AddArtifact>();
        var (found, upload, payload) = await AskedAsync(caseId, asked, step, read, cancellation);
        if (upload.File is not { } file)
            throw new ProblemException(Problems.Invalid("file", "Stuur het bestand mee."));
        var artifact = (AddArtifact)payload.Payload;
        await trial.RunAsync(
            found, step, artifact with { Content = FileAnswers.NotStored(FileAnswers.NameOf(file)) }, asked, payload.EffectiveOn, asked.Sight.StepsOn(found.State), cancellation);
        await using var content = file.OpenReadStream();
        artifact = artifact with { Content = await files.StoreArtifactAsync(caseId, artifact.Kind, content, FileAnswers.NameOf(file), cancellation) };
        var taken = await steps.TakeAsync(
            caseId, step, artifact, asked.Actor, payload.EffectiveOn, asked.Key, FileAnswers.BodyOf(upload, artifact.Content), asked.IfMatch, cancellation);
        var after = await DoneAsync(asked, step, taken, cancellation);
        return (after, after.State.Artifacts.Last());
    }

    /// <summary>A page of the documents that may be seen.</summary>
    public async Task<(ImmutableArray<DocumentView> Items, string? Next)> FindDocumentsAsync(Folded<Case> found, Asked asked, PageAsked page, CancellationToken cancellation)
    {
        var (documents, next) = FileAnswers.PageOf(found.State.Documents.Where(document => asked.Sight.Sees(found.State, document)), page);
        var views = new DocumentViews(asked.Sight, asked.Language, clock.Today);
        var items = await ViewTexts.FillAsync<ImmutableArray<DocumentView>>(
            text => [.. documents.Select(document => views.Of(found.State, document, text))], wanted => texts.ReadAsync(found.Log, wanted, cancellation));
        return (items, next);
    }

    private async Task<IResult> AddDocumentAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var (after, document) = await AddDocumentAsync(caseId, asked, () => Upload.ReadAsync(http, cancellation), cancellation);
        return await AddedAsync(http, after, document, asked, cancellation);
    }

    /// <summary>A document that was added, as the answer shows it; with the job that takes it apart, where it holds others.</summary>
    public async Task<IResult> AddedAsync(HttpContext http, Folded<Case> after, Document document, Asked asked, CancellationToken cancellation)
    {
        var view = await ViewAsync(after, document, asked, cancellation);
        var answer = Created(http, after, $"documents/{view.DocumentId}", view);
        if (!Containers.IsUnfinished(document))
            return answer;
        http.Response.Headers.Location = JobEndpoints.PathOf(ContainerUnpacking.JobOf(after.State.Id, document.Id));
        return Answers.Json(view, StatusCodes.Status202Accepted);
    }

    private async Task<IResult> AddArtifactAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var (after, artifact) = await AddArtifactAsync(caseId, Asked.Of(http), () => Upload.ReadAsync(http, cancellation), cancellation);
        var view = ArtifactView.Of(caseId, artifact);
        return Created(http, after, $"artifacts/{view.ArtifactId}", view);
    }

    private async Task<Folded<Case>> DoneAsync(Asked asked, StepDefinition<Case> step, Taken<Case> taken, CancellationToken cancellation) =>
        NotDone.Of(taken, step, state => asked.Sight.StepsOn(state), Problems.CaseNotFound) is { } problem
            ? throw new ProblemException(problem)
            : await cases.AfterAsync((Done<Case>)taken, cancellation);

    private async Task<IResult> DocumentsAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var (asked, page) = (Asked.Of(http), PageAsked.Of(http.Request));
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var (items, next) = await FindDocumentsAsync(found, asked, page, cancellation);
        return Answers.Json(new Page<DocumentView>(items, next));
    }

    private async Task<IResult> DocumentAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var (found, document) = await FindDocumentAsync(caseId, documentId, asked.Sight, cancellation);
        http.Response.Headers.ETag = Versions.TagOf(found.Version);
        return Versions.IsKnown(http.Request, found.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Answers.Json(await ViewAsync(found, document, asked, cancellation));
    }

    public async Task<IResult> OriginalAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var (found, document) = await FindDocumentAsync(caseId, documentId, sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            return new ProblemAnswer(gone);
        return document.Content is { } content && sight.ReadsWhole(found.State, document) && await files.OpenDocumentAsync(caseId, document, cancellation) is { } file
            ? FileAnswers.Download(http, file, document.Id.ToString(), content.Sha256)
            : new ProblemAnswer(Problems.DocumentNotFound);
    }

    private async Task<IResult> ArtifactsAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var (sight, page) = (new Sight(http.Actor()), PageAsked.Of(http.Request));
        var found = await cases.FindAsync(caseId, sight, cancellation);
        var (artifacts, next) = FileAnswers.PageOf(found.State.Artifacts.Where(artifact => sight.Sees(found.State, artifact)), page);
        return Answers.Json(new Page<ArtifactView>([.. artifacts.Select(artifact => ArtifactView.Of(caseId, artifact))], next));
    }

    public async Task<IResult> ArtifactAsync(HttpContext http, string caseId, string artifactId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var found = await cases.FindAsync(caseId, sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            return new ProblemAnswer(gone);
        return Id.TryParse<ArtifactId>(artifactId, out var id) && found.State.Artifacts[id] is { } artifact && sight.Sees(found.State, artifact)
            && await files.OpenArtifactAsync(caseId, artifact, cancellation) is { } file
                ? FileAnswers.Download(http, file, artifact.Id.ToString(), artifact.Sha256)
                : new ProblemAnswer(Problems.ArtifactNotFound);
    }

    private async Task<(Folded<Case> Found, Upload Upload, PayloadAccepted Payload)> AskedAsync(
        string caseId, Asked asked, StepDefinition<Case> step, Func<Task<Upload>> read, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(step, asked.Actor);
        var upload = await read();
        return (found, upload, NotDone.Payload(step.Payload, upload.Metadata));
    }

    /// <summary>The document, where there is one and this caller may know.</summary>
    public async Task<(Folded<Case> Found, Document Document)> FindDocumentAsync(string caseId, string documentId, Sight sight, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, sight, cancellation);
        return Id.TryParse<DocumentId>(documentId, out var id) && found.State.Documents[id] is { } document && sight.Sees(found.State, document)
            ? (found, document)
            : throw new ProblemException(Problems.DocumentNotFound);
    }

    public Task<DocumentView> ViewAsync(Folded<Case> found, Document document, Asked asked, CancellationToken cancellation)
    {
        var views = new DocumentViews(asked.Sight, asked.Language, clock.Today);
        return ViewTexts.FillAsync(text => views.Of(found.State, document, text), wanted => texts.ReadAsync(found.Log, wanted, cancellation));
    }

    private static IResult Created<TView>(HttpContext http, Folded<Case> after, string place, TView view)
    {
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        http.Response.Headers.Location = $"{CaseLinks.Of(after.State.Id).Self}/{place}";
        return Answers.Json(view, StatusCodes.Status201Created);
    }
}
