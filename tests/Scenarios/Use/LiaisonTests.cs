namespace WobWorkflow.Scenarios;

/// <summary>An agency that was consulted sees what was put to it, from the day that the letter went, and nothing beside it.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class LiaisonTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Liaison_SeesOnlyWhatWasPutToItsAgency()
    {
        var nctv = await Office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        var aivd = await Office.EnterAsync("Arie Aivd", ["liaison"], agency: "AIVD");
        var (id, withheld) = (await Office.AssignedAsync(), await Office.AssignedAsync());
        var (own, other) = (await Office.AddAsync(id, "Voor de NCTV."), await Office.AddAsync(id, "Voor niemand."));
        _ = (await Office.Handler.StepAsync(id, "consult", new { agency = "NCTV", documents = new[] { own }, question = "Mag dit openbaar?", answerBy = "2018-06-05" })).Done;
        await Office.SettleAsync();

        // Not before the letter went.
        (await nctv.GetAsync($"cases/{id}")).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        _ = await Office.SendAsync(id, "consultation-request");
        await Office.SettleAsync();

        var seen = (await nctv.GetAsync($"cases/{id}")).Done;
        seen["consultations"]!.AsArray().ShouldHaveSingleItem();
        seen["request"].ShouldBeNull();
        seen["parties"]!.AsArray().ShouldBeEmpty();
        seen["decisions"]!.AsArray().ShouldBeEmpty();
        seen.ToJsonString().ShouldNotContain("Particulier");
        ((int)seen["documents"]!["total"]!).ShouldBe(1);
        (await nctv.AllAsync($"cases/{id}/documents")).Select(document => (string)document["documentId"]!).ShouldBe([own]);
        (await nctv.GetAsync($"cases/{id}/documents/{own}/original")).Text.ShouldBe("Voor de NCTV.");
        (await nctv.GetAsync($"cases/{id}/documents/{other}")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await nctv.GetAsync($"cases/{id}/documents/{other}/original")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await nctv.GetAsync($"cases/{id}/log/verification")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await nctv.AllAsync($"cases/{id}/log")).Select(row => (string)row["event"]!["type"]!).ShouldBe(["agency-consulted"]);
        var listed = (await nctv.AllAsync("cases")).Select(row => (string)row["caseId"]!).ToList();
        listed.ShouldContain(id);
        listed.ShouldNotContain(withheld);
        (await nctv.AllAsync("rulings")).ShouldBeEmpty();
        var letters = await nctv.AllAsync($"cases/{id}/artifacts");
        letters.Select(letter => (string)letter["kind"]!).ShouldBe(["consultation-request"]);

        // Another agency may not even know that the case exists.
        string[] all = ["", "/log", "/steps", "/documents", $"/documents/{own}", $"/documents/{own}/original", "/artifacts", $"/artifacts/{letters[0]["artifactId"]}"];
        foreach (var path in all)
            (await aivd.GetAsync($"cases/{id}{path}")).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        (await aivd.StepAsync(id, "record-advice", new { consultationId = "consultation-1", advice = "no-objection" })).ShouldBeProblem(HttpStatusCode.NotFound, "case-not-found");
        (await aivd.AllAsync("cases")).ShouldBeEmpty();

        // It answers for itself, and does nothing else.
        (await nctv.StepAsync(id, "assign", new { handler = "x" })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        _ = (await nctv.StepAsync(id, "record-advice", new { consultationId = "consultation-1", advice = "no-objection" })).Done;
        ((string)(await Office.Handler.GetAsync($"cases/{id}")).Done["consultations"]![0]!["advices"]![0]!["recordedBy"]!).ShouldBe(nctv.Id);
    }

    [Fact]
    public async Task Clearance_CapsTheContent_WhateverTheRole()
    {
        var cleared = await Office.EnterAsync("Vera Vertrouwd", ["handler"], clearance: "departementaal-vertrouwelijk");
        var id = await Office.AssignedAsync();
        var metadata = new { title = "Over de kluis", marking = "departementaal-vertrouwelijk" };
        var marked = (await Office.Handler.UploadAsync($"cases/{id}/documents", "Vertrouwelijk."u8.ToArray(), "v.txt", metadata)).Done;

        marked["title"].ShouldBeNull();
        ((string)marked["withheld"]!).ShouldBe("clearance");
        var path = $"cases/{id}/documents/{marked["documentId"]}";
        (await Office.Handler.GetAsync($"{path}/original")).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        ((string)(await cleared.GetAsync(path)).Done["title"]!).ShouldBe("Over de kluis");
        (await cleared.GetAsync($"{path}/original")).Text.ShouldBe("Vertrouwelijk.");
    }
}
