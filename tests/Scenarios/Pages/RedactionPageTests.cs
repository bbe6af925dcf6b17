using static WobWorkflow.Scenarios.RedactedReport;

namespace WobWorkflow.Scenarios;

/// <summary>A redacted rendition that a person made, sent by its page.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class RedactionPageTests(OpenOffice open)
{
    [Fact]
    public async Task Rendition_ThatLeaks_IsRefusedByPage_AndNothingIsQuoted()
    {
        var (id, path) = await AssessedAsync(open.Office);
        using var visitor = await HandlerAsync();
        var add = $"/cases/{id}/redactions/add";

        foreach (var (pdf, name, finding) in new[]
        {
            (await MadeAsync(Report, []), "gelakt.pdf", "Bladzijde 1: "),
            (await HoldingAsync(), $"verslag {Secret}.pdf", "In de naam van het bestand staat geweigerde tekst."),
            ("geen pdf"u8.ToArray(), "gelakt.pdf", "Dit bestand is geen leesbare PDF."),
        })
        {
            var refused = await visitor.UploadAsync(add, add, [(name, pdf)], ("documentId", "doc-1"));
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, name);
            refused.Text.ShouldContain(finding);
            refused.Text.ShouldNotContain(Secret);
            // What was chosen still is.
            refused.Text.ShouldContain("<option value=\"doc-1\" selected");
        }

        (await open.Office.Handler.GetAsync(path)).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
    }

    [Fact]
    public async Task Rendition_ThatHolds_IsKept_AndItsDocumentSaysSo()
    {
        var (id, path) = await AssessedAsync(open.Office);
        using var visitor = await HandlerAsync();
        var (add, document) = ($"/cases/{id}/redactions/add", $"/cases/{id}/documents/doc-1");
        var pdf = await HoldingAsync();
        (await visitor.GetAsync(document)).Text.ShouldContain($"href=\"{add}?documentId=doc-1\"");
        (await visitor.GetAsync($"{add}?documentId=doc-1")).Text.ShouldContain("<option value=\"doc-1\" selected");

        var kept = await visitor.UploadAsync(add, add, [("gelakt.pdf", pdf)], ("documentId", "doc-1"));

        kept.Status.ShouldBe(HttpStatusCode.SeeOther);
        kept.Headers.Location!.OriginalString.ShouldBe($"{document}?done=add-redaction");
        var shown = (await visitor.GetAsync(kept.Headers.Location.OriginalString)).Text;
        shown.ShouldContain("Vastgelegd: Gelakte versie toevoegen.");
        shown.ShouldContain($"href=\"{document}/redacted\"");
        shown.ShouldNotContain(add);
        (await visitor.GetAsync($"{document}/redacted")).Bytes.ShouldBe(pdf);
        (await open.Office.Handler.GetAsync(path)).Bytes.ShouldBe(pdf);
        (await open.Office.Handler.AllAsync($"cases/{id}/log"))[^1]["event"]!["type"]!.GetValue<string>().ShouldBe("redaction-added");
        (await visitor.UploadAsync(add, add, [("gelakt.pdf", pdf)], ("documentId", "doc-1"))).Text.ShouldContain("Precies deze gelakte versie is er al.");

        // Judged otherwise it is outdated, and another may take its place.
        _ = (await open.Office.Handler.StepAsync(id, "assess-passage", new { documentId = "doc-1", page = 1, treatment = "out-of-scope", start = 0, length = 7 })).Done;
        var outdated = (await visitor.GetAsync(document)).Text;
        outdated.ShouldContain("van vóór de beoordeling zoals zij nu is");
        outdated.ShouldContain(add);
    }

    [Fact]
    public async Task Page_IsForWhoMay_AndOnlyWhereThereIsSomethingToRedact()
    {
        var (id, _) = await AssessedAsync(open.Office);
        const string Unjudged = "Nog niet beoordeeld.";
        _ = await open.Office.AddAsync(id, Unjudged);
        var add = $"/cases/{id}/redactions/add";
        using var handler = await HandlerAsync();
        using var auditor = await Visitor.SignedInAsync(open.Service.Address, "Toos Toezichthouder", ["auditor"]);
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Nora Nctv", ["liaison"], agency: "NCTV");

        (await auditor.GetAsync(add)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await liaison.GetAsync(add)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.GetAsync($"/cases/{id}/documents/doc-1")).Text.ShouldNotContain(add);
        // With the token of a form that they may have.
        var token = Visitor.HiddenOf((await auditor.GetAsync("/calendar")).Text, "/sign-out", []).ToArray();
        (await auditor.PostAsync(add, [.. token, ("documentId", "doc-1")])).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.GetAsync($"/cases/{id}/documents/doc-2")).Text.ShouldNotContain(add);
        (await handler.GetAsync(add)).Text.ShouldNotContain("<option value=\"doc-2\"");
        (await handler.UploadAsync(add, add, [("gelakt.pdf", await MadeAsync(Unjudged, []))], ("documentId", "doc-2"))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await handler.UploadAsync(add, add, [("gelakt.pdf", "geen pdf"u8.ToArray())], ("documentId", "doc-9"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await handler.UploadAsync(add, add, [], ("documentId", "doc-1"))).Text.ShouldContain("Kies een bestand.");
        (await handler.UploadAsync(add, add, [("gelakt.pdf", new byte[31 * 1024 * 1024])], ("documentId", "doc-1"))).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await auditor.GetAsync($"/cases/{id}/documents/doc-1/redacted")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("add-document", "documents/add")]
    [InlineData("add-artifact", "artifacts/add")]
    [InlineData("import-inventory", "inventory/import")]
    [InlineData("add-redaction", "redactions/add")]
    [InlineData("add-reader-rendition", "renditions/add")]
    public async Task StepThatTakesAFile_LeadsToItsPage_AndIsTakenByNoOther(string step, string page)
    {
        var (id, _) = await AssessedAsync(open.Office);
        using var visitor = await HandlerAsync();
        var generic = $"/cases/{id}/steps/{step}";

        (await visitor.GetAsync($"{generic}?documentId=doc-1")).Headers.Location!.OriginalString.ShouldBe($"/cases/{id}/{page}?documentId=doc-1");
        var token = Visitor.HiddenOf((await visitor.GetAsync("/calendar")).Text, "/sign-out", []).ToArray();
        (await visitor.PostAsync(generic, [.. token, ("documentId", "doc-1")])).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<Visitor> HandlerAsync() => Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler"]);
}
