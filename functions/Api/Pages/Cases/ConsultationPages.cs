using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Api;

/// <summary>
/// A consultation as the agency sees it: the question, what was put to it, and an answer for each document and passage. What is sent goes the way of the
/// step <c>record-advice</c>.
/// </summary>
internal sealed class ConsultationPages(CaseEndpoints cases, FileEndpoints files)
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases/{caseId}/consultations/{consultationId}",
            (HttpContext http, string caseId, string consultationId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, consultationId, cancellation));
        pages.MapForm("/cases/{caseId}/consultations/{consultationId}",
            (HttpContext http, string caseId, string consultationId, CancellationToken cancellation) => Of(http).AnswerAsync(http, caseId, consultationId, cancellation));
    }

    private static ConsultationPages Of(HttpContext http) => http.RequestServices.GetRequiredService<ConsultationPages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string consultationId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        return Html.Page<ConsultationPage>(await ModelAsync(caseId, consultationId, asked, new JsonObject(), CaseStepPages.NewKey(), null, cancellation));
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string caseId, string consultationId, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        // Others go on with the case meanwhile, and an advice holds all the same.
        var asked = CaseStepPages.AskedBy(http, form) with { IfMatch = null };
        var step = CaseEndpoints.StepOf<RecordAdvice>();
        var values = FormPayload.ReadStep(PayloadShape.Of(step.Payload), form);
        values["consultationId"] = consultationId;
        if (values["items"] is JsonArray rows)
            values["items"] = new JsonArray([.. rows.Where(row => row?["advice"] is not null).Select(row => row!.DeepClone())]);
        try
        {
            await cases.TakeAsync(caseId, step, asked, () => Task.FromResult(CaseStepPages.BodyOf(values)), cancellation);
            return Html.SeeOther(http, $"/cases/{caseId}/consultations/{consultationId}?done={step.Rule.Name}");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return Html.Page<ConsultationPage>(await ModelAsync(caseId, consultationId, asked, values, asked.Key ?? CaseStepPages.NewKey(), refused.Problem, cancellation), refused.Problem.Status);
        }
        catch (StorageUnavailableException)
        {
            return Html.Page<ConsultationPage>(
                await ModelAsync(caseId, consultationId, asked, values, asked.Key ?? CaseStepPages.NewKey(), Problems.StorageUnavailable, cancellation), Problems.StorageUnavailable.Status);
        }
    }

    private async Task<ConsultationModel> ModelAsync(
        string caseId, string consultationId, Asked asked, JsonObject values, string key, Problem? refusal, CancellationToken cancellation)
    {
        var found = await cases.FindAsync(caseId, asked.Sight, cancellation);
        var view = await cases.ViewAsync(found, asked, cancellation);
        var consultation = view.Consultations.FirstOrDefault(one => one.ConsultationId == consultationId) ?? throw new ProblemException(Problems.NotFound);
        var documents = ImmutableArray.CreateBuilder<DocumentView>();
        foreach (var id in consultation.Documents)
        {
            var (_, document) = await files.FindDocumentAsync(caseId, id, asked.Sight, cancellation);
            documents.Add(await files.ViewAsync(found, document, asked, cancellation));
        }

        return new ConsultationModel(
            view, consultation, documents.ToImmutable(), values, key, refusal, consultation.State == ConsultationState.Dispatched && view.Steps.Any(step => step.Name == RecordAdvice.Rule.Name),
            consultation.Lines.Any(line => line.FollowUp == AdviceFollowUp.Departed) && view.Steps.Any(step => step.Name == DepartFromAdvice.Rule.Name),
            asked.Sight.SeesAll && view.Steps.Any(step => step.Name == AskPackage.Rule.Name));
    }
}

/// <param name="Values">What was filled in, as the step's payload.</param>
internal sealed record ConsultationModel(
    CaseView Case, ConsultationView Consultation, ImmutableArray<DocumentView> Documents, JsonObject Values, string Key, Problem? Refusal, bool MayAnswer, bool MayDepart, bool MayPackage)
{
    public bool May(string step) => Case.Steps.Any(one => one.Name == step);

    /// <summary>Every document and passage on which is advised, in the order in which they are shown.</summary>
    public ImmutableArray<AdviceRow> Rows =>
        [.. Documents.SelectMany(document => (AdviceRow[])[new(document, null), .. document.Passages.Select(passage => new AdviceRow(document, passage))])];

    /// <summary>What was filled in for that row.</summary>
    public (string Advice, string Ground, string Reason) Typed(AdviceRow row)
    {
        var item = (Values["items"] as JsonArray)?.FirstOrDefault(one => one?["documentId"]?.ToString() == row.Document.DocumentId && one?["passageId"]?.ToString() == row.Passage?.PassageId);
        return (item?["advice"]?.ToString() ?? "", item?["ground"]?.ToString() ?? "", item?["reason"]?.ToString() ?? "");
    }
}

/// <param name="Passage">Null for the document as a whole.</param>
internal sealed record AdviceRow(DocumentView Document, PassageView? Passage);
