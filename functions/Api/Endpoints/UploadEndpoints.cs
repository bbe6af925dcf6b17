using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Documents above 30 MB, in parts: begun, sent part by part in any order and as often as it takes, and completed into a document as any other.</summary>
internal sealed class UploadEndpoints(UploadStore uploads, FileEndpoints files, CaseEndpoints cases, Trial trial, Dossier<Case> dossiers)
{
    /// <summary>8 MiB.</summary>
    public const int MaxPartBytes = 8 * 1024 * 1024;

    private const string Tag = "Documenten en stukken";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/cases/{caseId}/uploads", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).BeginAsync(http, caseId, cancellation))
            .Produces<UploadView>(StatusCodes.Status201Created).ProducesProblems(403, 404, 409, 413, 415, 422)
            .WithMetadata(BodySchema.Of(typeof(BeginUpload))).WithSummary("Groot bestand in delen versturen: beginnen").WithTags(Tag);
        api.MapGet("/cases/{caseId}/uploads/{uploadId}", (HttpContext http, string caseId, string uploadId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, uploadId, cancellation))
            .Produces<UploadView>().ProducesProblems(403, 404).WithSummary("Groot bestand in delen versturen: wat er al is").WithTags(Tag);
        api.MapPut("/cases/{caseId}/uploads/{uploadId}/{n}", (HttpContext http, string caseId, string uploadId, string n, CancellationToken cancellation) => Of(http).PutAsync(http, caseId, uploadId, n, cancellation))
            .Produces<UploadView>().ProducesProblems(403, 404, 409, 413, 422)
            .WithMetadata(new BodySchema(new System.Text.Json.Nodes.JsonObject()) { FileRequired = true, FileAlone = ["application/octet-stream"] }).WithSummary("Groot bestand in delen versturen: een deel van ten hoogste 8 MB").WithTags(Tag);
        api.MapPost("/cases/{caseId}/uploads/{uploadId}/complete", (HttpContext http, string caseId, string uploadId, CancellationToken cancellation) => Of(http).CompleteAsync(http, caseId, uploadId, cancellation))
            .Produces<DocumentView>(StatusCodes.Status201Created).Produces<DocumentView>(StatusCodes.Status202Accepted).ProducesProblems(403, 404, 409, 412, 413, 415, 422)
            .WithMetadata(BodySchema.Of(CaseEndpoints.StepOf<AddDocument>())).WithSummary("Groot bestand in delen versturen: document toevoegen").WithTags(Tag);
        api.MapDelete("/cases/{caseId}/uploads/{uploadId}", (HttpContext http, string caseId, string uploadId, CancellationToken cancellation) => Of(http).RemoveAsync(http, caseId, uploadId, cancellation))
            .Produces(StatusCodes.Status204NoContent).ProducesProblems(403, 404).WithSummary("Groot bestand in delen versturen: afbreken").WithTags(Tag);
    }

    private static UploadEndpoints Of(HttpContext http) => http.RequestServices.GetRequiredService<UploadEndpoints>();

    /// <summary>What this environment must not hold, or nobody may add now, is refused before a byte of it is kept.</summary>
    private async Task<IResult> BeginAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        var found = await FindAsync(caseId, asked, cancellation);
        var body = await JsonBody.ReadAsync(http.Request, cancellation);
        var read = PayloadReader.Read(typeof(BeginUpload), body);
        if (Problems.Of(read) is { } problem)
            return new ProblemAnswer(problem);
        var begin = (BeginUpload)((PayloadAccepted)read).Payload;
        var step = CaseEndpoints.StepOf<AddDocument>();
        await trial.RunAsync(
            found, step, new AddDocument("-", Marking: begin.Marking) { Content = FileAnswers.NotStored(null) }, asked with { Key = null }, effectiveOn: null, asked.Sight.StepsOn(found.State), cancellation);
        var id = IdOf(asked, caseId);
        var upload = await uploads.BeginAsync(caseId, new PartedUpload(id, asked.Actor.Id, begin.Size, begin.Sha256?.ToLowerInvariant(), Kebab.Of(begin.Marking)), cancellation);
        if (upload.Size != begin.Size || upload.Sha256 != begin.Sha256?.ToLowerInvariant() || upload.Terms != Kebab.Of(begin.Marking))
            return new ProblemAnswer(Problems.KeyReused);
        var view = await ViewAsync(caseId, upload, cancellation);
        http.Response.Headers.Location = view.Href;
        return Answers.Json(view, StatusCodes.Status201Created);
    }

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string uploadId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        await FindAsync(caseId, asked, cancellation);
        return Answers.Json(await ViewAsync(caseId, await FindAsync(caseId, uploadId, asked, cancellation), cancellation));
    }

    private async Task<IResult> PutAsync(HttpContext http, string caseId, string uploadId, string n, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        await FindAsync(caseId, asked, cancellation);
        var upload = await FindAsync(caseId, uploadId, asked, cancellation);
        if (upload.Done is not null)
            return new ProblemAnswer(Problems.UploadCompleted);
        if (!int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > MostParts(upload.Size))
            return new ProblemAnswer(Problems.Invalid("n", string.Create(CultureInfo.InvariantCulture, $"Nummer de delen van 1 tot en met ten hoogste {MostParts(upload.Size)}.")));
        // The server's own limit is another, and would cut the connection instead of answering.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        if (http.Request.ContentLength > MaxPartBytes || await JsonBody.ReadAsync(http.Request.Body, MaxPartBytes, cancellation) is not { } part)
            return new ProblemAnswer(Problems.PartTooLarge);
        if (part.IsEmpty)
            return new ProblemAnswer(Problems.Invalid("n", "Dit deel is leeg."));
        await uploads.PutAsync(caseId, upload.Id, number, part, cancellation);
        return Answers.Json(await ViewAsync(caseId, upload, cancellation));
    }

    private async Task<IResult> CompleteAsync(HttpContext http, string caseId, string uploadId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        await FindAsync(caseId, asked, cancellation);
        var upload = await FindAsync(caseId, uploadId, asked, cancellation);
        var metadata = await JsonBody.ReadAsync(http.Request, cancellation);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. Encoding.ASCII.GetBytes(upload.Id), .. metadata.Span]))[..16];
        if (upload.Done is { } done)
            return await AgainAsync(http, caseId, done.Split('|'), fingerprint, asked, cancellation);
        var document = (AddDocument)NotDone.Payload(typeof(AddDocument), metadata).Payload;
        if (Kebab.Of(document.Marking) != upload.Terms)
            return new ProblemAnswer(Problems.Invalid("marking", "Dit is een andere rubricering dan waarmee het versturen begon. Begin opnieuw als die niet klopte."));
        var parts = await uploads.PartsAsync(caseId, upload.Id, cancellation);
        if (!parts.Select(part => part.Number).SequenceEqual(Enumerable.Range(1, parts.Count)) || parts.Sum(part => part.Size) != upload.Size)
            return new ProblemAnswer(Problems.UploadIncomplete);

        await using var whole = Scratch.Open();
        var hash = await uploads.JoinAsync(caseId, upload.Id, parts.Count, whole, cancellation);
        if (hash is null || whole.Length != upload.Size)
            return new ProblemAnswer(Problems.UploadIncomplete);
        if (upload.Sha256 is { } expected && expected != hash)
            return new ProblemAnswer(Problems.UploadDiffers);
        var file = new FormFile(whole, 0, whole.Length, "file", "");
        // The same upload completed twice adds one document, also where the caller gave no key.
        var (after, added) = await files.AddDocumentAsync(
            caseId, asked with { Key = asked.Key ?? $"upload {upload.Id}" }, () => Task.FromResult(new Upload(metadata, file)), cancellation);
        await uploads.FinishAsync(caseId, upload with { Done = string.Create(CultureInfo.InvariantCulture, $"{fingerprint}|{added.Id}|{after.Version}") }, cancellation);
        return await files.AddedAsync(http, after, added, asked, cancellation);
    }

    /// <summary>The answer of then, to who asks the same again.</summary>
    private async Task<IResult> AgainAsync(HttpContext http, string caseId, string[] done, string fingerprint, Asked asked, CancellationToken cancellation)
    {
        if (done[0] != fingerprint || !Id.TryParse<DocumentId>(done[1], out var id))
            return new ProblemAnswer(Problems.UploadCompleted);
        var after = (await dossiers.ReadAtAsync(caseId, long.Parse(done[2], CultureInfo.InvariantCulture), cancellation))!;
        return await files.AddedAsync(http, after, after.State.Documents[id]!, asked, cancellation);
    }

    private async Task<IResult> RemoveAsync(HttpContext http, string caseId, string uploadId, CancellationToken cancellation)
    {
        var asked = Asked.Of(http);
        await FindAsync(caseId, asked, cancellation);
        var upload = await FindAsync(caseId, uploadId, asked, cancellation);
        await uploads.RemoveAsync(caseId, upload.Id, cancellation);
        return Results.NoContent();
    }

    private async Task<Folded<Case>> FindAsync(string caseId, Asked asked, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(CaseEndpoints.StepOf<AddDocument>(), asked.Actor);
        return found;
    }

    /// <summary>An upload is there for who began it alone.</summary>
    private async Task<PartedUpload> FindAsync(string caseId, string uploadId, Asked asked, CancellationToken cancellation) =>
        JobIds.AreSafe(uploadId) && uploadId.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)) && await uploads.FindAsync(caseId, uploadId, cancellation) is { } upload && upload.By == asked.Actor.Id
            ? upload
            : throw new ProblemException(Problems.UploadNotFound);

    /// <summary>The same key of the same caller is the same upload.</summary>
    private static string IdOf(Asked asked, string caseId) => asked.Key is { } key
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"upload\n{caseId}\n{asked.Actor.Id}\n{key}")))[..32]
        : RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Parts may be smaller than they could be, within reason.</summary>
    private static int MostParts(long size) => (int)Math.Max(100, 2 * (size / MaxPartBytes + 1));

    private async Task<UploadView> ViewAsync(string caseId, PartedUpload upload, CancellationToken cancellation)
    {
        var parts = await uploads.PartsAsync(caseId, upload.Id, cancellation);
        return new UploadView(
            upload.Id, upload.Size, parts.Sum(part => part.Size), MaxPartBytes, upload.Done is not null, [.. parts.Select(part => new UploadPartView(part.Number, part.Size))],
            $"{CaseLinks.Of(caseId).Self}/uploads/{upload.Id}");
    }
}

/// <summary>What is known of a large file before any of it is sent.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Marking">As the document will have it: what this environment must not hold, is not begun.</param>
/// <param name="Sha256">Of the whole file, to be checked when it is complete.</param>
internal sealed record BeginUpload(
    [property: Range(1, BeginUpload.MaxBytes)] int Size,
    Marking Marking = Marking.None,
    [property: RegularExpression("[0-9A-Fa-f]{64}")] string? Sha256 = null)
{
    /// <summary>256 MiB, as much as is read of a document.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;
}

/// <summary>A large file on its way.</summary>
/// <param name="Received">How many of its bytes are there.</param>
/// <param name="PartSize">What a part may have at most.</param>
/// <param name="Completed">Whether it is a document by now.</param>
internal sealed record UploadView(string UploadId, long Size, long Received, int PartSize, bool Completed, ImmutableArray<UploadPartView> Parts, string Href);

/// <param name="N">Its number, from 1.</param>
internal sealed record UploadPartView(int N, long Size);
