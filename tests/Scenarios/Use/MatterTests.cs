using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>Cases about the same subject hang together, with those of other bodies, and the decision says who judges what.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class MatterTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Matter_ShowsItsCases_ThoseOfOtherBodies_AndWhoJudgesWhat()
    {
        var matter = $"D-{Guid.NewGuid():N}";
        var (first, second) = (await Office.AssignedAsync(), await Office.AssignedAsync());
        foreach (var id in (string[])[first, second])
            ((string)(await Office.Coordinator.StepAsync(id, "set-matter", new { matterId = matter })).Done["matterId"]!).ShouldBe(matter);
        var shared = await Office.AddAsync(first, $"Over de kade {matter}.");
        _ = await Office.AddAsync(second, $"Over de kade {matter}.");
        _ = await Office.AddAsync(second, $"Alleen hier {matter}.");
        _ = (await Office.Handler.StepAsync(first, "link-case", new { state = "treated", agency = "BZK", reference = "BZK-77", documents = new[] { shared } })).Done;
        _ = (await Office.Handler.StepAsync(first, "assess-document", new { documentId = shared, judgement = "out-of-scope", judgedBy = "linked-case-1" })).Done;
        await Office.SettleAsync();

        var seen = await SeenAsync(matter, cases: 2);
        seen["cases"]!.AsArray().Select(row => (string)row!["caseId"]!).ShouldBe([first, second], ignoreOrder: true);
        var linked = seen["linkedCases"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)linked["body"]!, (string)linked["reference"]!, (string)linked["judges"]![0]!, (string)linked["caseId"]!, (string)linked["assumption"]!)
            .ShouldBe(("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "BZK-77", shared, first, "left-to-other-body"));

        var document = (await Office.Auditor.AllAsync($"matters/{matter}/documents")).ShouldHaveSingleItem();
        document["here"]!.AsArray().Select(place => ((string)place!["caseId"]!, (string)place["judged"]!)).ShouldBe([(first, "nothing"), (second, "whole")], ignoreOrder: true);
        ((string)document["elsewhere"]!.AsArray().ShouldHaveSingleItem()!["judges"]!).ShouldBe("whole");
        (await Office.Auditor.AllAsync("matters?limit=1")).Single(row => (string)row["matterId"]! == matter)["cases"]!.GetValue<int>().ShouldBe(2);

        // Taken out again, it is gone from there.
        _ = (await Office.Coordinator.StepAsync(second, "set-matter", new { })).Done;
        (await SeenAsync(matter, cases: 1))["cases"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Matter_IsNothingToWhoSeesCasesInPart()
    {
        var matter = $"D-{Guid.NewGuid():N}";
        var (known, hidden) = (await Office.AssignedAsync(), await Office.AssignedAsync());
        foreach (var id in (string[])[known, hidden])
            _ = (await Office.Coordinator.StepAsync(id, "set-matter", new { matterId = matter })).Done;
        var document = await Office.AddAsync(known, $"Voor de NCTV {matter}.");
        _ = (await Office.Handler.StepAsync(known, "consult", new { agency = "NCTV", documents = new[] { document }, question = "Mag dit?", answerBy = "2018-06-05" })).Done;
        _ = await Office.SendAsync(known, "consultation-request");
        await SeenAsync(matter, cases: 2);

        foreach (var desk in (Desk[])[await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV"), await Office.EnterAsync("Udo Unit", ["unit"])])
        {
            (await desk.GetAsync($"cases/{known}")).Done["matterId"].ShouldBeNull();
            (await desk.GetAsync($"matters/{matter}")).ShouldBeProblem(HttpStatusCode.NotFound, "matter-not-found");
            (await desk.GetAsync($"matters/{matter}/documents")).ShouldBeProblem(HttpStatusCode.NotFound, "matter-not-found");
            (await desk.AllAsync("matters")).ShouldBeEmpty();
        }

        (await Office.Handler.GetAsync("matters/nobody-knows")).ShouldBeProblem(HttpStatusCode.NotFound, "matter-not-found");
        (await Office.Handler.StepAsync(known, "set-matter", new { matterId = "met spaties" })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid");
        // Someone above whose clearance a document is learns that it is shared, and not what it is called.
        _ = (await Office.Handler.UploadAsync($"cases/{known}/documents", "Geheim stuk."u8.ToArray(), "g.txt", new { title = "De kluis", marking = "departementaal-vertrouwelijk" })).Done;
        _ = (await Office.Handler.StepAsync(known, "link-case", new { state = "treated", body = "Gemeente Ons Dorp", reference = "OD-1", documents = new[] { "doc-2" } })).Done;
        var shared = (await Office.Handler.AllAsync($"matters/{matter}/documents")).ShouldHaveSingleItem();
        ((string)shared["here"]![0]!["withheld"]!).ShouldBe("clearance");
        shared.ToJsonString().ShouldNotContain("kluis");
    }

    [Fact]
    public async Task DecisionLetter_NamesWhoJudgesWhat()
    {
        var id = await Office.AssignedAsync();
        var (own, left) = (await Office.AddAsync(id, $"Eigen stuk {id}."), await Office.AddAsync(id, $"Stuk van Defensie {id}."));
        _ = (await Office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 2 })).Done;
        _ = (await Office.Handler.StepAsync(id, "link-case", new { state = "treated", agency = "DEF", reference = "MIN-DEF-9", documents = new[] { left } })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-document", new { documentId = own, judgement = "public" })).Done;
        _ = (await Office.Handler.StepAsync(id, "assess-document", new { documentId = left, judgement = "out-of-scope", judgedBy = "linked-case-1" })).Done;
        _ = (await Office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await Office.SettleAsync();

        var letter = (await Office.Handler.AllAsync($"cases/{id}/artifacts")).Last(artifact => (string)artifact["kind"]! == "decision");
        var text = DocxText.Read((await Office.Handler.GetAsync($"cases/{id}/artifacts/{letter["artifactId"]}")).Bytes).All;
        text.ShouldContain("Wat een ander bestuursorgaan beoordeelt");
        text.ShouldContain("dit wordt beoordeeld door het ministerie van Defensie, onder kenmerk MIN-DEF-9.");
        text.ShouldContain("document 2 niet zelf te beoordelen");
        text.ShouldNotContain("Buiten uw verzoek vallen");
    }

    /// <summary>The list of cases, and with it the matter, is a second or so behind.</summary>
    private async Task<JsonNode> SeenAsync(string matter, int cases)
    {
        for (var look = 0; ; look++)
        {
            var answer = await Office.Handler.GetAsync($"matters/{matter}");
            if (look == 200 || (answer.Status == HttpStatusCode.OK && answer.Json["cases"]!.AsArray().Count == cases))
                return answer.Done;
            await Office.SettleAsync();
        }
    }
}
