using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>Adds a rendition of a document that a person made, redacted or for one reader, and shows the one that there is.</summary>
internal sealed class RenditionPages(CaseEndpoints cases, RedactionEndpoints redactions, CaseReferences references)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/redactions/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, AddingRendition.Redacted, cancellation));
        pages.MapForm("/cases/{caseId}/redactions/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddAsync(http, caseId, AddingRendition.Redacted, cancellation));
        pages.MapGet("/cases/{caseId}/renditions/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, AddingRendition.ForReader, cancellation));
        pages.MapForm("/cases/{caseId}/renditions/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddAsync(http, caseId, AddingRendition.ForReader, cancellation));
        pages.MapGet("/cases/{caseId}/documents/{documentId}/redacted",
            (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).SeeRedactedAsync(http, caseId, documentId, cancellation));
        pages.MapGet("/cases/{caseId}/documents/{documentId}/renditions/{reader}",
            (HttpContext http, string caseId, string documentId, string reader, CancellationToken cancellation) => Of(http).SeeForReaderAsync(http, caseId, documentId, reader, cancellation));
    }

    private static RenditionPages Of(HttpContext http) => http.RequestServices.GetRequiredService<RenditionPages>();

    private async Task<IResult> SeeRedactedAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation) =>
        FileOrPage(await redactions.GetAsync(http, caseId, documentId, cancellation));

    private async Task<IResult> SeeForReaderAsync(HttpContext http, string caseId, string documentId, string reader, CancellationToken cancellation) =>
        FileOrPage(await redactions.GetForReaderAsync(http, caseId, documentId, reader, cancellation));

    /// <summary>A program is told a problem as JSON; a person gets a page.</summary>
    private static IResult FileOrPage(IResult answer) => answer is ProblemAnswer problem ? throw new ProblemException(problem.Problem) : answer;

    private async Task<IResult> AskAsync(HttpContext http, string caseId, AddingRendition adding, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(adding.Step, asked.Actor);
        if (adding.Step.Rule.WhyNot(found.State, found.State.IsClosed) is { } why)
            throw new ProblemException(Problems.Of(why));
        var context = await ContextAsync(found, adding, asked, cancellation);
        return Html.Page<AddFilesPage>(adding.Form(caseId, CaseStepPages.Proposed(PayloadShape.Of(adding.Step.Payload), http.Request.Query, context), context, null));
    }

    private async Task<IResult> AddAsync(HttpContext http, string caseId, AddingRendition adding, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(adding.Step, asked.Actor);
        var values = FormPayload.Read(PayloadShape.Of(adding.Step.Payload), form, "");
        try
        {
            var upload = new Upload(default, FileOf(form));
            string Of(string field) => values[field]?.ToString() ?? "";
            var (_, document) = adding == AddingRendition.Redacted
                ? await redactions.AddAsync(caseId, Of("documentId"), asked, () => Task.FromResult(upload), cancellation)
                : await redactions.AddForReaderAsync(caseId, Of("documentId"), Of("reader"), asked, () => Task.FromResult(upload), cancellation);
            return Html.SeeOther(http, $"/cases/{caseId}/documents/{document.Id}?done={adding.Step.Rule.Name}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await AgainAsync(found, adding, asked, values, refused.Problem, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(found, adding, asked, values, Problems.StorageUnavailable, cancellation);
        }
    }

    private static IFormFile FileOf(IFormCollection form) => form.Files.GetFile("file") switch
    {
        { Length: > Upload.MaxFileBytes } => throw new ProblemException(Problems.FileTooLarge),
        { Length: > 0 } sent => sent,
        _ => throw new ProblemException(Problems.Invalid("file", Sentences.Say("document.rendition.choose"))),
    };

    private async Task<IResult> AgainAsync(Folded<Case> found, AddingRendition adding, Asked asked, JsonObject values, Problem refusal, CancellationToken cancellation) =>
        Html.Page<AddFilesPage>(adding.Form(found.State.Id, values, await ContextAsync(found, adding, asked, cancellation), refusal), refusal.Status);

    /// <summary>Offers the documents that may be redacted; or suggests the readers for whom something is hidden, by what they are asked.</summary>
    private async Task<FormContext> ContextAsync(Folded<Case> found, AddingRendition adding, Asked asked, CancellationToken cancellation)
    {
        var c = found.State;
        var context = await references.OfAsync(found, await cases.ViewAsync(found, asked, cancellation), asked, cancellation);
        if (adding == AddingRendition.Redacted)
        {
            var redacted = c.Documents.Where(document => Redactions.MayHaveRendition(c, document)).Select(document => document.Id.ToString()).ToHashSet(StringComparer.Ordinal);
            return context with
            {
                References = context.References.SetItem(typeof(DocumentId), [.. context.References[typeof(DocumentId)].Where(option => redacted.Contains(option.Value))]),
            };
        }

        ImmutableArray<FormOption> readers = [.. Reader.All(c).Where(reader => reader.IsAwaited).Select(reader => new FormOption(reader.About, reader.Agency?.Code ?? reader.Party!.Value.ToString()))];
        return context with { Suggestions = context.Suggestions.SetItem("reader", readers) };
    }
}

/// <summary>What a person made a rendition for, and by which step it is added.</summary>
internal sealed record AddingRendition(StepDefinition<Case> Step, string Place, string Title, string About)
{
    public static AddingRendition Redacted { get; } =
        new(CaseEndpoints.StepOf<AddRedaction>(), "redactions", Sentences.Say("document.redacted.add"), Sentences.Say("document.redacted.about"));

    public static AddingRendition ForReader { get; } =
        new(CaseEndpoints.StepOf<AddReaderRendition>(), "renditions", Sentences.Say("consultation.reader.add-title"), Sentences.Say("document.rendition.about"));

    /// <param name="refusal">Null the first time.</param>
    public AddFilesModel Form(string caseId, JsonObject values, FormContext context, Problem? refusal) =>
        new(Step.Payload, Title, Several: false, $"/cases/{caseId}/{Place}/add", ($"/cases/{caseId}", Sentences.Say("document.add.the-case")), CaseStepPages.NewKey(), values, context, refusal, [])
        {
            About = About,
        };
}
