using System.Text;

namespace WobWorkflow.Scenarios;

/// <summary>The inventory in every form that is asked for, always as the case judges now.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class InventoryTests(OpenOffice open)
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Office Office => open.Office;

    [Fact]
    public async Task Inventory_FollowsTheAssessments_InTheFormThatIsAccepted()
    {
        var id = await Office.SubmittedAsync();
        var path = $"cases/{id}/inventory";

        var answer = await Office.Handler.GetAsync(path);
        var line = answer.Done["items"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)line["documentId"]!, (int)line["number"]!, (string)line["judgement"]!, (string)line["title"]!).ShouldBe(("doc-1", 1, "public", "Inspectierapport"));
        (await Office.Handler.GetAsync(path, ("If-None-Match", answer.ETag!))).Status.ShouldBe(HttpStatusCode.NotModified);

        var csv = await Office.Handler.GetAsync(path, ("Accept", "text/csv"));
        csv.Content.ContentType!.MediaType.ShouldBe("text/csv");
        csv.Bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        csv.Text.TrimStart('\uFEFF').Split("\r\n")[..2].ShouldBe(
        [
            "id,document,beoordeling,beoordelingsgrond,datum,family,file type,email thread id,zaaknr,opgeschort,publieke link,toelichting,matter,gerelateerd id",
            $"doc-1,Inspectierapport,Openbaar,,,,txt,,{id},,,,,",
        ]);
        (await Office.Handler.GetAsync($"{path}?list=public", ("Accept", "text/html;q=0.9, text/csv;q=0.8"))).Text.TrimStart('\uFEFF').ShouldStartWith("Document ID,Documentnummer,Bestandsnaam,");
        var workbook = await Office.Handler.GetAsync(path, ("Accept", Workbook));
        workbook.Content.ContentType!.MediaType.ShouldBe(Workbook);
        workbook.Bytes[..2].ShouldBe("PK"u8.ToArray());
        (await Office.Handler.GetAsync(path, ("Accept", "*/*"))).Content.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task Inventory_AskedForWrongly_SaysWhatThereIs()
    {
        var id = await Office.SubmittedAsync();
        var path = $"cases/{id}/inventory";

        (await Office.Handler.GetAsync(path, ("Accept", "application/pdf"))).ShouldBeProblem(HttpStatusCode.NotAcceptable, "not-acceptable");
        (await Office.Handler.GetAsync($"{path}?list=alles")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["list"]);
        (await Office.Handler.GetAsync($"{path}?decision=decision-9")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["decision"]);
        (await Office.Handler.GetAsync($"{path}?decision=decision-1")).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["decision"]);
        (await Office.Handler.GetAsync("cases/case-0000-0000/inventory")).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
    }

    [Fact]
    public async Task Inventory_OfADecision_StaysAsItWasDecided()
    {
        var id = await Office.DecidedAsync();
        _ = (await Office.Handler.StepAsync(id, "assess-document", new { documentId = "doc-1", judgement = "already-public", location = "https://example.nl/stuk" })).Done;

        var now = (await Office.Handler.GetAsync($"cases/{id}/inventory")).Done;
        var then = (await Office.Handler.GetAsync($"cases/{id}/inventory?decision=decision-1")).Done;

        ((string)now["items"]![0]!["judgement"]!, (string)then["items"]![0]!["judgement"]!).ShouldBe(("already-public", "public"));
        ((string)then["decisionId"]!).ShouldBe("decision-1");
    }

    [Fact]
    public async Task Inventory_IsNotForALiaison()
    {
        var nctv = await Office.EnterAsync("Nina Nctv", ["liaison"], agency: "NCTV");
        var id = await Office.AssignedAsync();
        var document = await Office.AddAsync(id, "Voor de NCTV.");
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { document }, question = "Mag dit?", answerBy = "2018-06-05" })).Done;
        _ = await Office.SendAsync(id, "consultation-request");
        await Office.SettleAsync();

        (await nctv.GetAsync($"cases/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await nctv.GetAsync($"cases/{id}/inventory")).ShouldBeProblem(HttpStatusCode.NotFound, "not-found");
    }
}
