using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Documents;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Redacted renditions: what a person made is inspected before a byte of it is kept.</summary>
internal sealed class RedactionEndpoints(Steps steps, CaseFiles files, RedactionTasks tasks, RedactionInspector inspector, DocumentReader reading, Trial trial, CaseEndpoints cases, Texts texts, CaseClock clock)
{
    private const string Tag = "Documenten en stukken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/cases/{caseId}/documents/{documentId}/redacted",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).PutAsync(http, caseId, documentId, cancellation))
            .Produces<DocumentView>().ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(CaseEndpoints.StepOf<AddRedaction>()) with { WithFile = true, FileRequired = true })
            .WithSummary("Gelakte versie toevoegen; zij wordt eerst gecontroleerd").WithTags(Tag);
        api.MapGet("/cases/{caseId}/documents/{documentId}/redacted",
                (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).GetAsync(http, caseId, documentId, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 416).WithSummary("De gelakte versie, ook als zij verouderd is").WithTags(Tag);
        api.MapPut("/cases/{caseId}/documents/{documentId}/renditions/{reader}",
                (HttpContext http, string caseId, string documentId, string reader, CancellationToken cancellation) => Of(http).PutForReaderAsync(http, caseId, documentId, reader, cancellation))
            .Produces<DocumentView>().ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(CaseEndpoints.StepOf<AddReaderRendition>()) with { WithFile = true, FileRequired = true })
            .WithSummary("Weergave voor één lezer toevoegen; zij wordt eerst gecontroleerd").WithTags(Tag);
        api.MapGet("/cases/{caseId}/documents/{documentId}/renditions/{reader}",
                (HttpContext http, string caseId, string documentId, string reader, CancellationToken cancellation) => Of(http).GetForReaderAsync(http, caseId, documentId, reader, cancellation))
            .Produces<FileContent>(contentType: "application/octet-stream").ProducesProblems(404, 416).WithSummary("De weergave voor één lezer, ook als zij verouderd is").WithTags(Tag);
    }

    private static RedactionEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<RedactionEndpoints>();

    private async Task<IResult> PutAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var (after, document) = await AddAsync(caseId, documentId, asked, () => Upload.ReadAsync(http, cancellation), cancellation);
        return await SeenAsync(http, after, document, asked, cancellation);
    }

    /// <summary>Inspects a redacted rendition and keeps it, where it holds.</summary>
    /// <exception cref="ProblemException">It doesn't, or there is nothing to redact.</exception>
    public async Task<(Folded<Case> After, Document Document)> AddAsync(string caseId, string documentId, Asked asked, Func<Task<Upload>> read, CancellationToken cancellation)
    {
        var (found, document) = await FindAsync(caseId, documentId, asked.Sight, cancellation);
        var step = CaseEndpoints.StepOf<AddRedaction>();
        NotDone.Unless(step, asked.Actor);
        var file = FileOf(await read());
        var basis = Redactions.BasisOf(found.State, document);
        return await KeepAsync(
            found, document, file, step, content => new AddRedaction(document.Id) { Content = content, Basis = basis }, () => tasks.OfAsync(found.State, document, cancellation), $"{document.Id}", asked, cancellation);
    }

    private async Task<IResult> SeenAsync(HttpContext http, Folded<Case> after, Document document, Asked asked, CancellationToken cancellation)
    {
        http.Response.Headers.ETag = Versions.TagOf(after.Version);
        var views = new DocumentViews(asked.Sight, asked.Language, clock.Today);
        return Answers.Json(await ViewTexts.FillAsync(
            text => views.Of(after.State, after.State.Documents[document.Id]!, text), wanted => texts.ReadAsync(after.Log, wanted, cancellation)));
    }

    private async Task<IResult> PutForReaderAsync(HttpContext http, string caseId, string documentId, string about, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var (after, document) = await AddForReaderAsync(caseId, documentId, about, asked, () => Upload.ReadAsync(http, cancellation), cancellation);
        return await SeenAsync(http, after, document, asked, cancellation);
    }

    /// <summary>Inspects a rendition for one reader and keeps it, where it holds.</summary>
    /// <exception cref="ProblemException">It doesn't, or it is not asked for.</exception>
    public async Task<(Folded<Case> After, Document Document)> AddForReaderAsync(
        string caseId, string documentId, string about, Asked asked, Func<Task<Upload>> read, CancellationToken cancellation)
    {
        var (found, document) = await FindAsync(caseId, documentId, asked.Sight, cancellation);
        var step = CaseEndpoints.StepOf<AddReaderRendition>();
        NotDone.Unless(step, asked.Actor);
        var file = FileOf(await read());
        if (Reader.Of(found.State, about) is not { } reader)
            throw new ProblemException(Problems.NotFound);
        var basis = ReaderRenditions.BasisOf(found.State, reader, document);
        return await KeepAsync(
            found, document, file, step, content => new AddReaderRendition(document.Id, reader.About) { Content = content, Basis = basis },
            () => tasks.OfAsync(found.State, reader, document, cancellation), $"{document.Id}\n{reader.About}", asked, cancellation);
    }

    /// <param name="payload">The step's, with the file as it is stored.</param>
    /// <param name="task">What the file is inspected against.</param>
    /// <param name="named">What it is a rendition of: with the file that makes a request the same as an earlier one.</param>
    private async Task<(Folded<Case> After, Document Document)> KeepAsync(
        Folded<Case> found, Document document, IFormFile file, StepDefinition<Case> step, Func<StoredContent, object> payload, Func<Task<RedactionTask?>> task, string named, Asked asked,
        CancellationToken cancellation)
    {
        var fileName = FileAnswers.NameOf(file);
        // A step that can't be taken needs no inspection, and an inspection that fails leaves nothing behind.
        await trial.RunAsync(found, step, payload(FileAnswers.NotStored(fileName)), asked, effectiveOn: null, asked.Sight.StepsOn(found.State), cancellation);
        using var content = new MemoryStream();
        await using (var sent = file.OpenReadStream())
            await sent.CopyToAsync(content, cancellation);
        var pdf = content.ToArray();
        if (await task() is not { } against)
            throw new ProblemException(Problems.DocumentNotFound);
        if (inspector.Inspect(against, pdf, fileName, cancellation) is { IsEmpty: false } findings)
            throw new ProblemException(DoesNotHold(findings));
        var stored = await files.StoreRedactionAsync(found.State.Id, document.Id, pdf, reading.Read(pdf, null, cancellation).Pages, cancellation);
        var taken = await steps.TakeAsync(
            found.State.Id, step, payload(stored), asked.Actor, effectiveOn: null, asked.Key, Encoding.ASCII.GetBytes($"{named}\n{stored.Sha256}"), asked.IfMatch, cancellation);
        return NotDone.Of(taken, step, state => asked.Sight.StepsOn(state), Problems.CaseNotFound) is { } problem
            ? throw new ProblemException(problem)
            : (await cases.AfterAsync((Done<Case>)taken, cancellation), document);
    }

    private static IFormFile FileOf(Upload upload) => upload.File ?? throw new ProblemException(Problems.Invalid("file", "Stuur het bestand mee."));

    /// <summary>The rendition for one reader, for whom may have it.</summary>
    public async Task<IResult> GetForReaderAsync(HttpContext http, string caseId, string documentId, string about, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var (found, document) = await FindAsync(caseId, documentId, sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            return new ProblemAnswer(gone);
        // An agency gets what says what it may see now; what is outdated is for who made it.
        return sight.Reads(document.Marking) && Reader.Of(found.State, about) is { } reader && sight.Sees(found.State, reader)
            && (sight.SeesAll ? ReaderRenditions.LatestOf(found.State, reader, document) : ReaderRenditions.CurrentOf(found.State, reader, document)) is { Content: var rendition }
            && await files.OpenRedactionAsync(caseId, document.Id, rendition, cancellation) is { } file
                ? FileAnswers.Download(http, file, $"{document.Id}-{reader.About}", rendition.Sha256)
                : new ProblemAnswer(Problems.DocumentNotFound);
    }

    /// <summary>The redacted rendition, for whom sees what the body makes of the document.</summary>
    public async Task<IResult> GetAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var sight = new Sight(http.Actor());
        var (found, document) = await FindAsync(caseId, documentId, sight, cancellation);
        if (Problems.Destroyed(found.State) is { } gone)
            return new ProblemAnswer(gone);
        // What the body makes of a document is its own until it is decided.
        return sight.SeesAll && sight.Reads(document.Marking) && Redactions.LatestOf(found.State, document) is { Content: var rendition }
            && await files.OpenRedactionAsync(caseId, document.Id, rendition, cancellation) is { } file
                ? FileAnswers.Download(http, file, $"{document.Id}-gelakt", rendition.Sha256)
                : new ProblemAnswer(Problems.DocumentNotFound);
    }

    private async Task<(Folded<Case> Found, Document Document)> FindAsync(string caseId, string documentId, Sight sight, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, sight, cancellation);
        return Id.TryParse<DocumentId>(documentId, out var id) && found.State.Documents[id] is { } document && sight.Sees(found.State, document)
            ? (found, document)
            : throw new ProblemException(Problems.DocumentNotFound);
    }

    private static Problem DoesNotHold(ImmutableArray<RedactionFinding> findings) => new(
        422, "redaction-does-not-hold", "Deze gelakte versie is niet aanvaard: zij houdt geen stand of komt niet overeen met de beoordeling. Hieronder staat per bladzijde wat er mis is.")
    {
        Findings = [.. findings.Select(FindingView.Of)],
    };
}
