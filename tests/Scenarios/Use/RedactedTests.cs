using System.Text;
using static WobWorkflow.Scenarios.RedactedReport;

namespace WobWorkflow.Scenarios;

/// <summary>Redacted renditions over HTTP: what a person sends is inspected, what leaks is refused without a word of it, and what holds can be fetched.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class RedactedTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Rendition_ThatLeaks_IsRefusedByPage_AndNothingIsQuoted()
    {
        var (id, path) = await AssessedAsync(Office);

        foreach (var (pdf, name, kind) in new[]
        {
            (await MadeAsync(Report, []), "gelakt.pdf", "withheld-text"),
            ((byte[])[.. await HoldingAsync(), .. Encoding.ASCII.GetBytes($"% {Secret}\n")], "gelakt.pdf", "hidden-bytes"),
            (await HoldingAsync(), $"verslag {Secret}.pdf", "file-name"),
            (Encoding.ASCII.GetBytes("geen pdf"), "gelakt.pdf", "not-readable"),
        })
        {
            var refused = (await PutAsync(Office.Handler, path, pdf, name)).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "redaction-does-not-hold");
            refused.Json["findings"]!.AsArray().Select(finding => (string)finding!["kind"]!).ShouldContain(kind);
            refused.Json["findings"]!.AsArray().ShouldAllBe(finding => ((string)finding!["detail"]!).Length > 0);
            refused.Text.ShouldNotContain(Secret);
        }

        (await Office.Handler.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await Office.Handler.GetAsync($"cases/{id}/documents/doc-1")).Done["renditions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rendition_ThatHolds_IsKept_UntilTheDocumentIsJudgedOtherwise()
    {
        var (id, path) = await AssessedAsync(Office);
        var pdf = await HoldingAsync();

        var put = await PutAsync(Office.Handler, path, pdf, "gelakt.pdf", ("Idempotency-Key", $"gelakt {id}"));
        var rendition = put.Done["renditions"]!.AsArray().Last()!;
        ((string)rendition["kind"]!, (bool)rendition["outdated"]!, (int)rendition["pages"]!).ShouldBe(("redacted", false, 1));
        (await PutAsync(Office.Handler, path, pdf, "gelakt.pdf", ("Idempotency-Key", $"gelakt {id}"))).ETag.ShouldBe(put.ETag);
        var file = await Office.Handler.GetAsync((string)rendition["href"]!);
        file.Bytes.ShouldBe(pdf);
        file.Content.ContentDisposition!.FileName.ShouldBe("doc-1-gelakt.pdf");
        (await PutAsync(Office.Handler, path, pdf, "gelakt.pdf")).ShouldBeProblem(HttpStatusCode.Conflict, "redaction-already-here");

        _ = (await Office.Handler.StepAsync(id, "assess-passage", new { documentId = "doc-1", page = 1, treatment = "out-of-scope", start = 0, length = 7 })).Done;
        var after = (await Office.Handler.GetAsync($"cases/{id}/documents/doc-1")).Done;
        ((bool)after["renditions"]!.AsArray().Last()!["outdated"]!).ShouldBeTrue();
        (await PutAsync(Office.Handler, path, pdf, "gelakt.pdf")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "redaction-does-not-hold");

        // The engine makes the one that holds now, when the review is closed.
        _ = (await Office.Handler.StepAsync(id, "close-review", new { })).Done;
        await Office.SettleAsync();
        after = (await Office.Handler.GetAsync($"cases/{id}/documents/doc-1")).Done;
        ((bool)after["renditions"]!.AsArray().Last()!["outdated"]!).ShouldBeFalse();
        (await Office.Handler.GetAsync($"cases/{id}/log")).Text.ShouldContain("redaction-rendered");
    }

    [Fact]
    public async Task Rendition_IsForWhoMay_AndOfBearableSize()
    {
        var (id, path) = await AssessedAsync(Office);
        var liaison = await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        var pdf = await HoldingAsync();

        (await PutAsync(liaison, path, pdf, "gelakt.pdf")).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        (await PutAsync(Office.Auditor, path, pdf, "gelakt.pdf")).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        (await PutAsync(Office.Handler, path, new byte[31 * 1024 * 1024], "gelakt.pdf")).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "file-too-large");
        (await PutAsync(Office.Handler, $"cases/{id}/documents/doc-9/redacted", pdf, "gelakt.pdf")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await Office.Handler.SendAsync(HttpMethod.Put, path, new MultipartFormDataContent { { new StringContent("x"), "iets" } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
    }

    private static Task<Answer> PutAsync(Desk desk, string path, byte[] pdf, string fileName, params (string Name, string Value)[] headers) =>
        desk.SendAsync(HttpMethod.Put, path, new MultipartFormDataContent { { new ByteArrayContent(pdf), "file", fileName } }, headers);
}
