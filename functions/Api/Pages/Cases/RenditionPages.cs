using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>Adds the rendition of a document for one reader, where the engine could not make it, and shows the one that there is.</summary>
internal sealed class RenditionPages(CaseEndpoints cases, RedactionEndpoints redactions, CaseReferences references)
{
    private static StepDefinition<Case> Step => CaseEndpoints.StepOf<AddReaderRendition>();

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/renditions/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AskAsync(http, caseId, cancellation));
        pages.MapForm("/cases/{caseId}/renditions/add", (HttpContext http, string caseId, CancellationToken cancellation) => Of(http).AddAsync(http, caseId, cancellation));
        pages.MapGet("/cases/{caseId}/documents/{documentId}/renditions/{reader}",
            (HttpContext http, string caseId, string documentId, string reader, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, documentId, reader, cancellation));
    }

    private static RenditionPages Of(HttpContext http) => http.RequestServices.GetRequiredService<RenditionPages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string documentId, string reader, CancellationToken cancellation) =>
        await redactions.GetForReaderAsync(http, caseId, documentId, reader, cancellation) switch
        {
            ProblemAnswer problem => throw new ProblemException(problem.Problem),
            var file => file,
        };

    private async Task<IResult> AskAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        NotDone.Unless(Step, asked.Actor);
        if (Step.Rule.WhyNot(found.State, found.State.IsClosed) is { } why)
            throw new ProblemException(Problems.Of(why));
        var context = await ContextAsync(found, asked, cancellation);
        return Html.Page<AddFilesPage>(Model(caseId, CaseStepPages.NewKey(), CaseStepPages.Proposed(PayloadShape.Of(Step.Payload), http.Request.Query, context), context, null));
    }

    private async Task<IResult> AddAsync(HttpContext http, string caseId, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        var values = FormPayload.Read(PayloadShape.Of(Step.Payload), form, "");
        try
        {
            var file = form.Files.GetFile("file") is { Length: > 0 } sent ? sent : throw new ProblemException(Problems.Invalid("file", Sentences.Say("document.rendition.choose")));
            if (file.Length > Upload.MaxFileBytes)
                throw new ProblemException(Problems.FileTooLarge);
            var (_, document) = await redactions.AddForReaderAsync(
                caseId, values["documentId"]?.ToString() ?? "", values["reader"]?.ToString() ?? "", asked, () => Task.FromResult(new Upload(default, file)), cancellation);
            return Html.SeeOther(http, $"/cases/{caseId}/documents/{document.Id}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await AgainAsync(caseId, asked, values, refused.Problem, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(caseId, asked, values, Problems.StorageUnavailable, cancellation);
        }
    }

    private async Task<IResult> AgainAsync(string caseId, Asked asked, JsonObject values, Problem refusal, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        return Html.Page<AddFilesPage>(Model(caseId, CaseStepPages.NewKey(), values, await ContextAsync(found, asked, cancellation), InWords(refusal)), refusal.Status);
    }

    /// <summary>What the inspection found, page by page.</summary>
    private static Problem InWords(Problem refusal) => refusal.Findings is not { IsDefaultOrEmpty: false } findings ? refusal
        : refusal with { Detail = $"{refusal.Detail} {string.Join(' ', findings.Select(finding => finding.Page is { } page ? Sentences.Say("document.rendition.finding", page, finding.Detail) : finding.Detail))}" };

    /// <summary>The readers for whom something is hidden are suggested by what they are asked.</summary>
    private async Task<FormContext> ContextAsync(Folded<Case> found, Asked asked, CancellationToken cancellation)
    {
        var c = found.State;
        var context = await references.OfAsync(found, await cases.ViewAsync(found, asked, cancellation), asked, cancellation);
        ImmutableArray<FormOption> readers = [.. Reader.All(c).Where(reader => reader.IsAwaited).Select(reader => new FormOption(reader.About, reader.Agency?.Code ?? reader.Party!.Value.ToString()))];
        return context with { Suggestions = context.Suggestions.SetItem("reader", readers) };
    }

    private static AddFilesModel Model(string caseId, string key, JsonObject values, FormContext context, Problem? refusal) => new(
        Step.Payload, Sentences.Say("consultation.reader.add-title"), Several: false, $"/cases/{caseId}/renditions/add", ($"/cases/{caseId}", Sentences.Say("document.add.the-case")), key, values, context, refusal, []);
}
