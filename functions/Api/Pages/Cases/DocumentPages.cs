using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>Documents and other files of a case: lists, one document with its passages, adding several at once, and the files themselves.</summary>
internal sealed class DocumentPages(CaseEndpoints cases, FileEndpoints files, ResemblingPages resembling)
{
    private const int PerPage = 50;
    private const int MostFiles = 500;

    /// <summary>Says that the page goes on with the next file itself, and wants no page in answer where all went well.</summary>
    private const string OneField = "_one";

    /// <summary>The page on which files are added runs our script, which sends them here one by one; nothing else may.</summary>
    private const string SendingPolicy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/documents", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).ListAsync(http, caseId, cancellation));
        pages.MapGet("/cases/{caseId}/documents/{documentId}", (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, documentId, cancellation));
        pages.MapGet("/cases/{caseId}/documents/{documentId}/original",
            (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).OriginalAsync(http, caseId, documentId, cancellation));
        pages.MapGet("/cases/{caseId}/artifacts/{artifactId}", (HttpContext http, string caseId, string artifactId, CancellationToken cancellation) => Of(http).ArtifactAsync(http, caseId, artifactId, cancellation));
        pages.MapGet("/cases/{caseId}/documents/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, Adding.Documents, cancellation));
        pages.MapForm("/cases/{caseId}/documents/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddAsync(http, caseId, Adding.Documents, cancellation));
        pages.MapGet("/cases/{caseId}/artifacts/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, Adding.Artifact, cancellation));
        pages.MapForm("/cases/{caseId}/artifacts/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddAsync(http, caseId, Adding.Artifact, cancellation));
    }

    private static DocumentPages Of(HttpContext http) => http.RequestServices.GetRequiredService<DocumentPages>();

    private static Asked AskedOf(HttpContext http) => new(http.Actor(), null, null, Language.Nl);

    private async Task<IResult> ListAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = AskedOf(http);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var page = new PageAsked(PerPage, http.Request.Query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null);
        var (items, next) = await files.FindDocumentsAsync(found, asked, page, cancellation);
        return Html.Page<DocumentsPage>(new DocumentsModel(await cases.ViewAsync(found, asked, cancellation), items, next, asked.Sight.SeesAll));
    }

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var asked = AskedOf(http);
        var (found, document) = await files.FindDocumentAsync(caseId, documentId, asked.Sight, cancellation);
        var model = new DocumentModel(await files.ViewAsync(found, document, asked, cancellation), [.. asked.Sight.StepsOn(found.State).Select(step => step.Rule.Name)])
        {
            Version = found.Version,
            Done = Catalogue.CaseSteps.FirstOrDefault(step => step.Rule.Name == http.Request.Query["done"].ToString())?.Rule.TitleNl,
            LacksRedaction = Redactions.MayHaveRendition(found.State, document) && Redactions.CurrentOf(found.State, document) is null,
            Resembling = await resembling.OfAsync(found, document, asked, withTexts: false, cancellation),
        };
        if (!asked.Sight.SeesAll || !found.State.Parties.Any(party => party.Role == PartyRole.ThirdParty))
            return Html.Page<DocumentPage>(model);
        var parties = (await cases.ViewAsync(found, asked, cancellation)).Parties;
        return Html.Page<DocumentPage>(model with
        {
            Parties = [.. parties.Where(party => party.Role == PartyRole.ThirdParty).Select(party => new AttributedTo(party.PersonId, party.Name ?? party.PersonId, CaseStepPages.NewKey()))],
        });
    }

    private async Task<IResult> OriginalAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation) =>
        FileOrPage(await files.OriginalAsync(http, caseId, documentId, cancellation));

    private async Task<IResult> ArtifactAsync(HttpContext http, string caseId, string artifactId, CancellationToken cancellation) =>
        FileOrPage(await files.ArtifactAsync(http, caseId, artifactId, cancellation));

    /// <summary>A program is told a problem as JSON; a person gets a page.</summary>
    private static IResult FileOrPage(IResult answer) => answer is ProblemAnswer problem ? throw new ProblemException(problem.Problem) : answer;

    private async Task<IResult> AskAsync(HttpContext http, string caseId, Adding adding, CancellationToken cancellation)
    {
        var asked = AskedOf(http);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(adding.Step, asked.Actor);
        if (adding.Step.Rule.WhyNot(found.State, found.State.IsClosed) is { } why)
            throw new ProblemException(Problems.Of(why));
        AllowSending(http, adding);
        return Html.Page<AddFilesPage>(AddFilesModel.OfCase(caseId, adding, CaseStepPages.NewKey(), new JsonObject(), FormContext.Empty, null, []));
    }

    private static void AllowSending(HttpContext http, Adding adding)
    {
        if (adding.Several)
            http.Response.Headers.ContentSecurityPolicy = SendingPolicy;
    }

    /// <summary>Adds each file by itself: what is wrong with one keeps no other out.</summary>
    private async Task<IResult> AddAsync(HttpContext http, string caseId, Adding adding, CancellationToken cancellation)
    {
        AllowSending(http, adding);
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        var values = FormPayload.Read(PayloadShape.Of(adding.Step.Payload), form, "");
        var key = asked.Key ?? CaseStepPages.NewKey();
        // A form in which nothing was chosen sends one part without a name.
        var sent = form.Files.GetFiles("file").Where(file => file.Length > 0 || file.FileName.Length > 0).ToList();
        List<IFormFile?> each = sent.Count == 0 && adding == Adding.Documents ? [null] : [.. sent];
        if (each.Count == 0)
        {
            return Html.Page<AddFilesPage>(
                AddFilesModel.OfCase(caseId, adding, key, values, FormContext.Empty, Problems.Invalid("file", Sentences.Say("document.add.choose-file")), []), StatusCodes.Status422UnprocessableEntity);
        }

        var results = ImmutableArray.CreateBuilder<AddedFile>();
        foreach (var (file, i) in each.Select((file, i) => (file, i)))
        {
            results.Add(i >= MostFiles
                ? new AddedFile(Path.GetFileName(file!.FileName), Problems.TooManyFiles)
                : await AddOneAsync(caseId, adding, asked with { Key = $"{key}-{i}" }, file, Titled(values, file, each.Count, adding), cancellation));
        }

        if (results.All(result => result.Problem is null))
            return form.ContainsKey(OneField) ? Results.NoContent() : Html.SeeOther(http, $"/cases/{caseId}?done={adding.Step.Rule.Name}#documenten");
        var problem = results.First(result => result.Problem is not null).Problem!;
        // What went in is in: the form goes on with a key of its own for the rest.
        return Html.Page<AddFilesPage>(
            AddFilesModel.OfCase(caseId, adding, CaseStepPages.NewKey(), values, FormContext.Empty with { Errors = problem.Errors ?? FormContext.Empty.Errors }, problem, results.ToImmutable()), problem.Status);
    }

    private async Task<AddedFile> AddOneAsync(string caseId, Adding adding, Asked asked, IFormFile? file, JsonObject metadata, CancellationToken cancellation)
    {
        var name = file is null ? Sentences.Say("document.add.without-file") : Path.GetFileName(file.FileName);
        try
        {
            // A document may be as large as the whole form; other files are held to what a request may hold.
            if (adding == Adding.Documents ? file is { Length: > FormBodies.MostBytes } : file is { Length: > Upload.MaxFileBytes })
                return new AddedFile(name, adding == Adding.Documents ? Problems.DocumentTooLarge : Problems.FileTooLarge);
            if (file is { Length: 0 })
                return new AddedFile(name, Problems.FileEmpty);
            var upload = new Upload(Encoding.UTF8.GetBytes(metadata.ToJsonString()), file);
            if (adding == Adding.Documents)
                await files.AddDocumentAsync(caseId, asked, () => Task.FromResult(upload), cancellation);
            else
                await files.AddArtifactAsync(caseId, asked, () => Task.FromResult(upload), cancellation);
            return new AddedFile(name, null);
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return new AddedFile(name, refused.Problem);
        }
        catch (StorageUnavailableException)
        {
            return new AddedFile(name, Problems.StorageUnavailable);
        }
    }

    /// <summary>Of several documents each is called as its file is, until someone describes it.</summary>
    private static JsonObject Titled(JsonObject values, IFormFile? file, int count, Adding adding)
    {
        var own = (JsonObject)values.DeepClone();
        if (adding == Adding.Documents && file is not null && (count > 1 || own["title"] is null) && Path.GetFileNameWithoutExtension(file.FileName) is { Length: > 0 } title)
            own["title"] = title.Length > 300 ? title[..300] : title;
        return own;
    }
}

/// <summary>What is added to a case, and by which step.</summary>
internal sealed record Adding(StepDefinition<Case> Step, string Place, string Title, bool Several)
{
    public static Adding Documents { get; } = new(CaseEndpoints.StepOf<AddDocument>(), "documents", Sentences.Say("common.add-documents"), Several: true);

    public static Adding Artifact { get; } = new(CaseEndpoints.StepOf<AddArtifact>(), "artifacts", Sentences.Say("common.add-artifact"), Several: false);
}

/// <summary>A form that takes files with what is known of them.</summary>
/// <param name="Payload">The step's payload, whose fields are asked for.</param>
/// <param name="Several">Whether several files may come at once.</param>
/// <param name="Action">Where it goes.</param>
/// <param name="Back">The page to go back to, and what it is called.</param>
/// <param name="Refusal">Null the first time.</param>
/// <param name="Results">What came of each file that was sent.</param>
internal sealed record AddFilesModel(
    Type Payload, string Title, bool Several, string Action, (string Path, string Title) Back, string Key, JsonObject Values, FormContext Context, Problem? Refusal, ImmutableArray<AddedFile> Results)
{
    public static AddFilesModel OfCase(string caseId, Adding adding, string key, JsonObject values, FormContext context, Problem? refusal, ImmutableArray<AddedFile> results) => new(
        adding.Step.Payload, adding.Title, adding.Several, $"/cases/{caseId}/{adding.Place}/add", ($"/cases/{caseId}", Sentences.Say("document.add.the-case")), key, values, context, refusal, results);

    /// <summary>What to know about the file beforehand; null where there is nothing.</summary>
    public string? About { get; init; }

    public ImmutableArray<FormField> Fields => [.. PayloadShape.Of(Payload).Fields.Select(one => new FormField(one, one.Name, Values[one.Name], Context))];
}

/// <param name="Problem">Null where it was added.</param>
internal sealed record AddedFile(string Name, Problem? Problem);

/// <param name="SeesAll">Whether the whole case is shown.</param>
internal sealed record DocumentsModel(CaseView View, ImmutableArray<DocumentView> Documents, string? Next, bool SeesAll);

/// <param name="Steps">Names of the steps that the reader may take.</param>
internal sealed record DocumentModel(DocumentView Document, ImmutableArray<string> Steps)
{
    public required ResemblingModel Resembling { get; init; }

    /// <summary>The version of the case that is shown.</summary>
    public long Version { get; init; }

    /// <summary>The third parties of the case; empty for who doesn't see whole cases.</summary>
    public ImmutableArray<AttributedTo> Parties { get; init; } = [];

    /// <summary>The title of the step that was taken just now; null where one only looks.</summary>
    public string? Done { get; init; }

    /// <summary>Whether it may have a redacted rendition and there is none that says what is judged now.</summary>
    public bool LacksRedaction { get; init; }

    public bool MayRedact => LacksRedaction && Document.Withheld is null && May(AddRedaction.Rule.Name);

    public bool MayAttribute => Document.DroppedOn is null && May(AttributePassages.Rule.Name);

    public bool May(string step) => Steps.Contains(step);
}

/// <summary>A third party whom passages may concern.</summary>
/// <param name="Name">Its id where it is not known.</param>
/// <param name="Key">The idempotency key of its form.</param>
internal sealed record AttributedTo(string PersonId, string Name, string Key);
