using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>A request that asks two things is treated in two cases, each with its own papers and the same last day.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class SplitTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Split_GivesTheOtherCaseItsPapers_AndTheSameLastDay()
    {
        var id = await Office.AssignedAsync();
        var (kept, moved) = (await Office.AddAsync(id, $"Over de kade {id}."), await Office.AddAsync(id, $"Over de brug {id}."));
        var payload = new { subject = "de brug", part = "Alles over de brug.", reason = "De brug is een ander onderwerp.", documents = new[] { moved } };
        var first = (await Office.Handler.StepAsync(id, "split", payload, ("Idempotency-Key", id))).Done;
        var again = (await Office.Handler.StepAsync(id, "split", payload, ("Idempotency-Key", id))).Done;
        again["splits"]!.AsArray().ShouldHaveSingleItem();
        var other = (string)first["splits"]![0]!["caseId"]!;
        await Office.SettleAsync();

        var (here, there) = ((await Office.Handler.GetAsync($"cases/{id}")).Done, (await Office.Handler.GetAsync($"cases/{other}")).Done);
        ((string)there["origin"]!["caseId"]!, (string)there["subject"]!, (string)there["receivedOn"]!).ShouldBe((id, "de brug", (string)here["receivedOn"]!));
        ((string)there["parties"]![0]!["name"]!).ShouldBe("P. Particulier");
        DueOf(there).ShouldBe(DueOf(here));
        there["terms"]![0]!["trail"]!.ToJsonString().ShouldContain("afgesplitst van zaak");
        ((int)here["documents"]!["total"]!, (int)there["documents"]!["total"]!).ShouldBe((1, 1));
        (await Office.Handler.GetAsync($"cases/{other}/documents/doc-1/original")).Text.ShouldBe($"Over de brug {id}.");
        ((string)(await Office.Handler.GetAsync($"cases/{id}/documents/{moved}")).Done["movedTo"]!).ShouldBe(other);
        kept.ShouldNotBe(moved);

        await Office.SettleAsync();
        var notice = (await Office.Handler.AllAsync($"cases/{other}/artifacts")).ShouldHaveSingleItem();
        ((string)notice["kind"]!).ShouldBe("split-notice");
        DocxText.Read((await Office.Handler.GetAsync($"cases/{other}/artifacts/{notice["artifactId"]}")).Bytes).All.ShouldContain($"onder kenmerk {id}");
        (await Office.Auditor.GetAsync($"cases/{other}/log/verification")).Done["intact"]!.GetValue<bool>().ShouldBeTrue();

        // It is a case like any other.
        _ = (await Office.Handler.StepAsync(other, "record-search", new { channel = "mail", place = "Postvak", terms = "brug", found = 1 })).Done;
        (await Office.Handler.StepAsync(id, "split", new { subject = "x", part = "y", reason = "z", documents = new[] { moved } })).ShouldBeProblem(HttpStatusCode.NotFound, "document-not-found");
        (await Office.Handler.StepAsync(id, "split", new { subject = "x", part = "y", reason = "z", documents = (object?)null })).Status.ShouldBe(HttpStatusCode.OK);
    }

    private static string DueOf(JsonNode view) => (string)view["terms"]!.AsArray().Single(term => (string)term!["termId"]! == "decision")!["due"]!;
}
