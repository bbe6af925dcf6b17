namespace WobWorkflow.Scenarios;

[Collection(typeof(AtTheOffice))]
public sealed class InventoryPageTests(OpenOffice open)
{
    [Fact]
    public async Task List_IsRead_AndDownloadedInBothForms()
    {
        var id = await open.Office.AssignedAsync();
        _ = (await open.Office.Handler.PostAsync($"cases/{id}/documents", new { title = "Inspectierapport", kind = "report", date = "2018-03-01" })).Done;
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        var page = (await handler.GetAsync($"/cases/{id}/inventory")).Text;
        page.ShouldContain("Inspectierapport");
        page.ShouldContain($"/cases/{id}/inventory/inventarislijst.xlsx");

        var csv = await handler.GetAsync($"/cases/{id}/inventory/productierapport.csv");
        csv.Content.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Text.ShouldContain("Inspectierapport");
        var workbook = await handler.GetAsync($"/cases/{id}/inventory/inventarislijst.xlsx");
        workbook.Bytes.Take(2).ShouldBe("PK"u8.ToArray());
        workbook.Content.ContentDisposition!.FileName.ShouldBe("inventarislijst.xlsx");
    }

    [Fact]
    public async Task List_AsItWasAtADecision_HasNothingOfLater()
    {
        var id = await open.Office.DecidedAsync();
        _ = (await open.Office.Handler.PostAsync($"cases/{id}/documents", new { title = "Later gevonden stuk", kind = "memo" })).Done;
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        (await handler.GetAsync($"/cases/{id}/inventory")).Text.ShouldContain("Later gevonden stuk");
        (await handler.GetAsync($"/cases/{id}/inventory?decision=decision-1")).Text.ShouldNotContain("Later gevonden stuk");
        (await handler.GetAsync($"/cases/{id}/inventory/inventarislijst.csv?decision=decision-1")).Text.ShouldNotContain("Later gevonden stuk");
        (await handler.GetAsync($"/cases/{id}/inventory?decision=decision-9")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task LongList_IsPaged_AndStandsOnOnePageToBePrinted()
    {
        var id = await open.Office.AssignedAsync();
        for (var i = 1; i <= 201; i++)
            _ = (await open.Office.Handler.PostAsync($"cases/{id}/documents", new { title = $"Stuk {i:000}", kind = "memo" })).Done;
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);

        var first = (await handler.GetAsync($"/cases/{id}/inventory")).Text;
        first.ShouldContain("Stuk 200");
        first.ShouldNotContain("Stuk 201");
        (await handler.GetAsync(WebUtility.HtmlDecode(first.Split("rel=\"next\" href=\"")[1].Split('"')[0]))).Text.ShouldContain("Stuk 201");
        (await handler.GetAsync($"/cases/{id}/inventory?all=true")).Text.ShouldContain("Stuk 201");
    }

    [Fact]
    public async Task EmptyList_SaysWhatToDo_AndALiaisonGetsNone()
    {
        var id = await open.Office.AssignedAsync();
        using var handler = await Visitor.SignedInAsync(open.Service.Address, "Henk Behandelaar", ["handler", "reviewer"]);
        using var liaison = await Visitor.SignedInAsync(open.Service.Address, "Lex Liaison", ["liaison"], "MIVD");

        (await handler.GetAsync($"/cases/{id}/inventory")).Text.ShouldContain("Er staat nog niets op de lijst");
        (await liaison.GetAsync($"/cases/{id}/inventory")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await liaison.GetAsync($"/cases/{id}/inventory/inventarislijst.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await handler.GetAsync($"/cases/{id}/inventory/iets-anders.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
