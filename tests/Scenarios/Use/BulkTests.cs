namespace WobWorkflow.Scenarios;

/// <summary>Many passages and documents in one request: all of them, or a list of what is wrong with which.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class BulkTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Passages_OfTwoDocuments_AreAssessedTogether_UnderOneTheme()
    {
        var id = await Office.AssignedAsync();
        foreach (var text in (string[])["Eerste stuk van de kade.", "Tweede stuk van de kade."])
            await Office.AddAsync(id, text);
        object Rows(int page) => new
        {
            treatment = "withheld",
            grounds = new[] { "11.1" },
            theme = "concept",
            reason = "Het is een concept.",
            passages = new object[] { new { documentId = "doc-1", page = 1, start = 0, length = 6, quote = "Eerste" }, new { documentId = "doc-2", page, start = 0, length = 6 } },
        };

        var refused = (await Office.Handler.StepAsync(id, "assess-passages", new { treatment = "withheld", grounds = new[] { "10.2.e" }, passages = new object[] { new { documentId = "doc-1", page = 1 }, new { documentId = "doc-7", page = 1, start = 3 } } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "passages-not-assessed");
        refused.Fields.ShouldBe(["passages[0].grounds", "passages[1]"]);
        (await Office.Handler.StepAsync(id, "assess-passages", new { treatment = "withheld", passages = new object[] { new { documentId = "doc-1" } } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["passages[0].page"]);
        (await Office.Handler.StepAsync(id, "assess-passages", new { treatment = "withheld", passages = (object?)null })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["passages"]);

        var done = (await Office.Handler.StepAsync(id, "assess-passages", Rows(1), ("Idempotency-Key", $"samen {id}"))).Done;
        var theme = done["motivations"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)theme["theme"]!, (string)theme["mark"]!, (int)theme["passages"]!).ShouldBe(("concept", "concept", 2));
        (await Office.Handler.StepAsync(id, "assess-passages", Rows(1), ("Idempotency-Key", $"samen {id}"))).Done["version"]!.GetValue<long>().ShouldBe(done["version"]!.GetValue<long>());
        var passage = (await Office.Handler.GetAsync($"cases/{id}/documents/doc-2")).Done["passages"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)passage["motivationId"]!, (string)passage["mark"]!).ShouldBe(("motivation-1", "concept"));

        // The rendition that the engine makes carries it.
        _ = (await Office.Handler.StepAsync(id, "close-review", new { })).Done;
        await Office.SettleAsync();
        var redacted = await Office.Handler.GetAsync($"cases/{id}/documents/doc-2/redacted");
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(redacted.Bytes);
        string.Join(' ', pdf.GetPage(1).GetWords().Select(word => word.Text)).ShouldContain("11.1: concept");
    }

    [Fact]
    public async Task Documents_AreAssessedTogether_OrNoneOfThem()
    {
        var id = await Office.AssignedAsync();
        foreach (var text in (string[])["Stuk een.", "Stuk twee."])
            await Office.AddAsync(id, text);
        _ = (await Office.Handler.StepAsync(id, "assess-passage", new { documentId = "doc-2", page = 1, treatment = "withheld", grounds = new[] { "10.1.b" }, reason = "Zo." })).Done;

        (await Office.Handler.StepAsync(id, "assess-documents", new { judgement = "public", documents = new[] { "doc-1", "doc-2" } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "documents-not-assessed").Fields.ShouldBe(["documents[1]"]);
        (await Office.Handler.StepAsync(id, "assess-documents", new { judgement = "public", documents = new[] { "doc-1" } })).Done["documents"]!["byJudgement"]!["public"]!.GetValue<int>().ShouldBe(1);
    }
}
