using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>A document beside its passages. A passage is judged by the step <c>assess-passage</c>, as anywhere else.</summary>
internal sealed class ReviewPages(CaseEndpoints cases, FileEndpoints files, CaseFiles caseFiles, Texts texts, Dossier<Case> dossiers, CaseClock clock, People people, ResemblingPages resembling)
{
    /// <summary>The button that goes on with the next document.</summary>
    public const string NextField = "_next";

    /// <summary>The button that fills in an earlier reason, and which one.</summary>
    public const string ReuseField = "_reuse";

    private const int MostRelated = 6;
    private const int MostEarlier = 25;
    private const int LookedBack = 60;
    private const int LongestText = 400_000;
    private const int LongestRelated = 8_000;
    private const int MostChanges = 20;

    /// <summary>This page runs our script, which fetches the document and draws it; nothing else may.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static StepDefinition<Case> Step => CaseEndpoints.StepOf<AssessPassage>();

    public static void Map(IEndpointRouteBuilder pages)
    {
        const string Pattern = "/cases/{caseId}/documents/{documentId}/review";
        pages.MapGet(Pattern, (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).SeeAsync(http, caseId, documentId, cancellation));
        pages.MapForm(Pattern, (HttpContext http, string caseId, string documentId, CancellationToken cancellation) => Of(http).JudgeAsync(http, caseId, documentId, cancellation));
    }

    private static ReviewPages Of(HttpContext http) => http.RequestServices.GetRequiredService<ReviewPages>();

    private async Task<IResult> SeeAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var asked = new Asked(http.Actor(), null, null, Language.Nl);
        var (found, document) = await files.FindDocumentAsync(caseId, documentId, asked.Sight, cancellation);
        var view = await files.ViewAsync(found, document, asked, cancellation);
        var again = view.Passages.FirstOrDefault(passage => passage.PassageId == http.Request.Query["passage"].ToString());
        var page = again?.Page ?? PageOf(http.Request.Query["page"], view);
        var model = await ModelAsync(found, document, view, asked, page, again is null ? NewOn(documentId, page) : Again(documentId, again), CaseStepPages.NewKey(), null, [], cancellation);
        return Shown(http, model with { Done = view.Passages.FirstOrDefault(passage => passage.PassageId == http.Request.Query["done"].ToString())?.PassageId });
    }

    private async Task<IResult> JudgeAsync(HttpContext http, string caseId, string documentId, CancellationToken cancellation)
    {
        var form = await http.Request.ReadFormAsync(cancellation);
        var asked = CaseStepPages.AskedBy(http, form);
        var values = FormPayload.ReadStep(PayloadShape.Of(Step.Payload), form);
        values["documentId"] = documentId;
        if (form[ReuseField].ToString() is { Length: > 0 } reuse)
            return await AgainAsync(http, caseId, documentId, asked, values, null, reuse, cancellation);
        try
        {
            var after = await cases.TakeAsync(caseId, Step, asked, () => Task.FromResult(CaseStepPages.BodyOf(values)), cancellation);
            var judged = values["passageId"]?.ToString() ?? after.State.Passages.Last(passage => passage.DocumentId.ToString() == documentId).Id.ToString();
            var next = form[NextField].Count > 0 && Id.TryParse<DocumentId>(documentId, out var id) && after.State.Documents[id] is { } document ? NeighboursOf(after.State, document, asked.Sight).After : null;
            return Html.SeeOther(http, next is null ? $"/cases/{caseId}/documents/{documentId}/review?page={values["page"]}&done={judged}" : $"/cases/{caseId}/documents/{next}/review");
        }
        catch (ProblemException refused) when (CaseStepPages.IsRefusal(refused.Problem))
        {
            return await AgainAsync(http, caseId, documentId, asked, values, refused.Problem, null, cancellation);
        }
        catch (StorageUnavailableException)
        {
            return await AgainAsync(http, caseId, documentId, asked, values, Problems.StorageUnavailable, null, cancellation);
        }
    }

    /// <summary>The page once more, with what was typed: it was refused, or an earlier reason was asked for.</summary>
    private async Task<IResult> AgainAsync(
        HttpContext http, string caseId, string documentId, Asked asked, JsonObject values, Problem? refusal, string? reuse, CancellationToken cancellation)
    {
        var (found, document) = await files.FindDocumentAsync(caseId, documentId, asked.Sight, cancellation);
        var view = await files.ViewAsync(found, document, asked, cancellation);
        var changes = refusal?.Code == Problems.Outdated.Code && asked.IfMatch is { } known
            ? (await dossiers.ReadLogAsync(caseId, known, cancellation) ?? []).Select(LogRow.Of).Where(row => row.IsFor(found.State, asked.Sight))
                .Take(MostChanges).Select(row => CaseStepPages.LineOf(row, people)).ToImmutableArray()
            : [];
        var model = await ModelAsync(found, document, view, asked, PageOf(values["page"]?.ToString(), view), values, asked.Key ?? CaseStepPages.NewKey(), refusal, changes, cancellation);
        if (int.TryParse(reuse, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen < model.Earlier.Length)
        {
            values["grounds"] = new JsonArray([.. model.Earlier[chosen].Grounds.Select(ground => (JsonNode)ground)]);
            values["reason"] = model.Earlier[chosen].Reason;
        }

        // Who asked for a reason still knows the case as it was.
        return Shown(http, refusal is null && model.Form is { } form ? model with { Form = form with { Version = asked.IfMatch ?? form.Version } } : model, refusal?.Status ?? StatusCodes.Status200OK);
    }

    private static IResult Shown(HttpContext http, ReviewModel model, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return Html.Page<ReviewPage>(model, status);
    }

    private async Task<ReviewModel> ModelAsync(
        Folded<Case> found, Document document, DocumentView view, Asked asked, int page, JsonObject values, string key, Problem? refusal, ImmutableArray<LogLine> changes,
        CancellationToken cancellation)
    {
        var c = found.State;
        var reads = asked.Sight.ReadsWhole(c, document);
        var isPdf = document.Content is { MediaType: "application/pdf", Problem: null };
        var text = reads && !isPdf ? await caseFiles.ReadTextAsync(c.Id, document, cancellation) : null;
        var subject = c.Request is { } request && asked.Sight.SeesAll ? (await texts.ReadAsync(found.Log, [request.Subject], cancellation))[request.Subject] : null;
        var may = Step.MayBeTaken(c, asked.Actor);
        var related = await RelatedAsync(found, document, asked, cancellation);
        return new ReviewModel(
            view, subject ?? c.Id, NeighboursOf(c, document, asked.Sight), page,
            !reads || document.Content is null ? ShownAs.Nothing : isPdf ? ShownAs.Pages : text is null ? ShownAs.Nothing : ShownAs.Text,
            text is null ? [] : TextCuts.Of(text.Length > LongestText ? text[..LongestText] : text, view.Passages),
            may ? FormOf(found, view, related, values, key, refusal, changes) : null,
            may || !Step.Rule.MayBeTakenBy(asked.Actor) ? null : Step.Rule.WhyNot(c, c.IsClosed)?.Detail,
            related, may ? await EarlierAsync(found, cancellation) : [], null, Regimes.Of(clock.Today))
        {
            Resembling = await resembling.OfAsync(found, document, asked, withTexts: true, cancellation),
        };
    }

    private static StepForm FormOf(
        Folded<Case> found, DocumentView view, ImmutableArray<RelatedDocument> related, JsonObject values, string key, Problem? refusal, ImmutableArray<LogLine> changes)
    {
        // Of ten thousand passages in a case those nearby can be the source.
        var sources = related.SelectMany(other => other.Document.Passages.Select(passage => (other.Document, Passage: passage))).Concat(view.Passages.Select(passage => (Document: view, Passage: passage)));
        var context = FormContext.Empty with
        {
            Errors = refusal?.Errors ?? FormContext.Empty.Errors,
            References = ImmutableDictionary.CreateRange(new Dictionary<Type, ImmutableArray<FormOption>>
            {
                [typeof(PassageId)] = [.. sources.Select(one => new FormOption(one.Passage.PassageId, Sentences.Say("review.source-passage", one.Passage.PassageId, one.Document.Title ?? one.Document.DocumentId, one.Passage.Page)))],
                [typeof(DocumentId)] = [.. related.Select(other => new FormOption(other.Document.DocumentId, other.Document.Title ?? other.Document.DocumentId))],
            }),
        };
        var place = $"/cases/{view.CaseId}/documents/{view.DocumentId}";
        return new StepForm(
            Step.Rule.Name, Step.Rule.TitleNl, Step.Rule.Article, PayloadShape.Of(Step.Payload), $"{place}/review", place, view.Title ?? view.DocumentId, found.Version, key, values, context,
            refusal, changes, WithDate: false);
    }

    private static ReviewNeighbours NeighboursOf(Case c, Document document, Sight sight)
    {
        var all = c.Documents.Where(other => other.Id == document.Id || (other.InScope && sight.Sees(c, other))).ToList();
        var at = all.FindIndex(other => other.Id == document.Id);
        return new ReviewNeighbours(
            at > 0 ? all[at - 1].Id.ToString() : null,
            at + 1 < all.Count ? all[at + 1].Id.ToString() : null,
            sight.SeesAll ? all.Skip(at + 1).Concat(all.Take(at)).FirstOrDefault(other => Reviewing.JudgementOf(c, other) is null)?.Id.ToString() : null,
            at + 1, all.Count);
    }

    private async Task<ImmutableArray<RelatedDocument>> RelatedAsync(Folded<Case> found, Document document, Asked asked, CancellationToken cancellation)
    {
        var c = found.State;
        var related = ImmutableArray.CreateBuilder<RelatedDocument>();
        foreach (var (id, relation) in Relations(c, document).DistinctBy(one => one.Id).Take(MostRelated))
        {
            if (c.Documents[id] is not { InScope: true } other || !asked.Sight.Sees(c, other))
                continue;
            var text = asked.Sight.ReadsWhole(c, other) ? await caseFiles.ReadTextAsync(c.Id, other, cancellation) : null;
            related.Add(new RelatedDocument(await files.ViewAsync(found, other, asked, cancellation), relation, text?.Length > LongestRelated ? text[..LongestRelated] + " …" : text));
        }

        return related.ToImmutable();
    }

    private static IEnumerable<(DocumentId Id, string Relation)> Relations(Case c, Document document)
    {
        foreach (var link in document.Links)
            yield return (link.To, Labels.Find($"related.{link.Kind}") ?? Labels.Of(link.Kind));
        foreach (var (other, link) in c.Documents.SelectMany(other => other.Links.Where(link => link.To == document.Id).Select(link => (other, link))))
            yield return (other.Id, Labels.Find($"related.{link.Kind}.back") ?? Labels.Of(link.Kind));
        var own = c.Passages.Where(passage => passage.DocumentId == document.Id).ToList();
        foreach (var source in own.Select(passage => passage.DerivedFrom).OfType<PassageId>().Select(id => c.Passages[id]).OfType<Passage>().Where(source => source.DocumentId != document.Id))
            yield return (source.DocumentId, Sentences.Say("review.relation-source"));
        var ids = own.Select(passage => passage.Id).ToHashSet();
        foreach (var derived in c.Passages.Where(passage => passage.DocumentId != document.Id && passage.DerivedFrom is { } from && ids.Contains(from)))
            yield return (derived.DocumentId, Sentences.Say("review.relation-derived"));
    }

    /// <summary>Themes, and the reasons of the passages that were judged last.</summary>
    private async Task<ImmutableArray<EarlierReason>> EarlierAsync(Folded<Case> found, CancellationToken cancellation)
    {
        var c = found.State;
        var themes = c.Motivations.Reverse().Take(MostEarlier).ToList();
        var passages = c.Passages.Reverse().Where(passage => passage.Reason is not null && !passage.Grounds.IsEmpty).Take(LookedBack).ToList();
        var read = await texts.ReadAsync(found.Log, [.. themes.SelectMany(theme => (FreeText[])[theme.Theme, theme.Text]), .. passages.Select(passage => passage.Reason!)], cancellation);
        return
        [
            .. themes.Where(theme => read[theme.Text] is not null)
                .Select(theme => new EarlierReason(read[theme.Theme] ?? Sentences.Say("review.theme"), [.. theme.GroundsIn(c).Select(ground => ground.Key)], read[theme.Text]!))
                .Concat(passages.Where(passage => read[passage.Reason!] is not null).Select(passage => new EarlierReason(null, [.. passage.Grounds.Select(ground => ground.Key)], read[passage.Reason!]!)))
                .DistinctBy(earlier => (string.Join(',', earlier.Grounds), earlier.Reason))
                .Take(MostEarlier),
        ];
    }

    private static int PageOf(string? given, DocumentView view)
    {
        var last = view.Renditions.FirstOrDefault(rendition => rendition.Kind == "original")?.Pages ?? 1;
        return int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Math.Max(1, last)) : 1;
    }

    private static JsonObject NewOn(string documentId, int page) => new() { ["documentId"] = documentId, ["page"] = page, ["treatment"] = Kebab.Of(Treatment.Withheld) };

    /// <summary>A passage as it was judged, as the form would have sent it.</summary>
    private static JsonObject Again(string documentId, PassageView passage)
    {
        var values = new JsonObject
        {
            ["documentId"] = documentId,
            ["passageId"] = passage.PassageId,
            ["page"] = passage.Page,
            ["treatment"] = Kebab.Of(passage.Treatment),
            ["grounds"] = new JsonArray([.. passage.Grounds.Select(ground => (JsonNode)ground.Key)]),
            ["areas"] = new JsonArray([.. passage.Areas.Select(area => (JsonNode)area.ToString())]),
        };
        void Put(string name, JsonNode? value)
        {
            if (value is not null)
                values[name] = value;
        }

        Put("start", passage.Start);
        Put("length", passage.Length);
        Put("quote", passage.Quote);
        Put("reason", passage.Reason);
        Put("derivedFrom", passage.DerivedFrom);
        Put("withheldUntil", passage.WithheldUntil is { } until ? Written.Iso(until) : null);
        Put("reasonDespiteAge", passage.ReasonDespiteAge);
        Put("emissions", passage.Emissions);
        return values;
    }

    /// <summary>What the script has to know of the passages.</summary>
    public static string ForScript(DocumentView view) => JsonSerializer.Serialize(view.Passages.Select(passage => new
    {
        id = passage.PassageId,
        page = passage.Page,
        quote = passage.Quote,
        areas = passage.Areas.Select(area => area.ToString()),
        treatment = Kebab.Of(passage.Treatment),
        mark = string.Join(", ", passage.Grounds.Select(ground => ground.Key)),
    }));
}
