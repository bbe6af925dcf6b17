using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>Two people ask for the same: one file, one decision, two announcements.</summary>
public sealed class JoinTests(Azurite azurite)
{
    [Fact]
    public async Task TwoRequests_TreatedTogether_AreDecidedOnce_AndAnnouncedToEach()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var lead = await office.AssignedAsync();
        _ = await office.AddAsync(lead, "De muur staat nog.");
        await office.OnAsync(new DateOnly(2022, 5, 18));
        var other = await office.AssignedAsync();
        _ = await office.AddAsync(other, "De muur staat nog.");
        _ = await office.AddAsync(other, "De brug ook.");

        _ = (await office.Coordinator.StepAsync(other, "join", new { caseId = lead, reason = "Beide verzoeken gaan over de kademuren." })).Done;
        await office.SettleAsync();

        // The same paper lies there once; the request stays here, with its own last day.
        var (there, here) = ((await office.Handler.GetAsync($"cases/{lead}")).Done, (await office.Handler.GetAsync($"cases/{other}")).Done);
        ((int)there["documents"]!["total"]!, (int)here["documents"]!["total"]!).ShouldBe((2, 0));
        ((string)here["joinings"]![0]!["state"]!, (string)here["joinings"]![0]!["caseId"]!).ShouldBe(("joined", lead));
        ((string)there["joined"]![0]!["caseId"]!).ShouldBe(other);
        (DueOf(there), DueOf(here)).ShouldBe(("2022-06-13", "2022-06-15"));
        (await office.Handler.GetAsync($"cases/{lead}/documents/doc-2/original")).Text.ShouldBe("De brug ook.");
        (await office.Handler.StepAsync(other, "draft-decision", new { kind = "primary" })).ShouldBeProblem(HttpStatusCode.Conflict, "joined");
        (await office.Handler.StepAsync(lead, "withdraw", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "others-joined");
        (await LetterAsync(office, other, "join-notice")).ShouldContain($"onder kenmerk {lead}");
        _ = await office.SendAsync(other, "join-notice");

        // One decision, in the case where both are treated.
        await office.OnAsync(new DateOnly(2022, 6, 8));
        _ = (await office.Handler.StepAsync(lead, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 2 })).Done;
        foreach (var document in new[] { "doc-1", "doc-2" })
            _ = (await office.Handler.StepAsync(lead, "assess-document", new { documentId = document, judgement = "public" })).Done;
        _ = (await office.Handler.StepAsync(lead, "draft-decision", new { kind = "primary" })).Done;
        await office.SettleAsync();
        (await LetterAsync(office, lead, "decision")).ShouldContain($"een ander verzoek over hetzelfde samengevoegd (kenmerk {other})");
        _ = (await office.Handler.StepAsync(lead, "submit-decision", new { decisionId = "decision-1" })).Done;
        _ = await office.AnnounceAsync(lead, "decision-1");
        await office.SettleAsync();

        // The other requester gets it too, with a letter, a dispatch and a term for objection of its own.
        here = (await office.Handler.GetAsync($"cases/{other}")).Done;
        var decision = here["decisions"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)decision["state"]!, (string)decision["follows"]!["caseId"]!).ShouldBe(("taken", lead));
        (await office.Handler.GetAsync($"cases/{other}/artifacts/{decision["follows"]!["artifactId"]}")).Bytes.Length.ShouldBeGreaterThan(1000);
        var letter = await LetterAsync(office, other, "decision");
        letter.ShouldContain("Dat besluit is bij deze brief gevoegd");
        letter.ShouldContain("18 mei 2022");
        letter.ShouldContain("binnen zes weken");
        await office.OnAsync(new DateOnly(2022, 6, 10));
        var signing = (string)here["letters"]!.AsArray().Last(l => (string)l!["kind"]! == "decision")!["letterId"]!;
        (await office.Handler.StepAsync(other, "sign-letter", new { letterId = signing })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        _ = (await office.Signatory.StepAsync(other, "sign-letter", new { letterId = signing })).Done;
        here = (await office.Signatory.StepAsync(other, "record-dispatch", new { letterId = signing, channel = "post" })).Done;
        Term(here, "decision")["metOn"]!.GetValue<string>().ShouldBe("2022-06-10");
        Term(here, "objection:decision-1")["due"]!.GetValue<string>().ShouldBe("2022-07-22");
        Term((await office.Handler.GetAsync($"cases/{lead}")).Done, "objection:decision-1")["due"]!.GetValue<string>().ShouldBe("2022-07-20");

        // Only this one objects; for that it goes on by itself, with the papers on which was decided.
        _ = (await office.Coordinator.StepAsync(other, "lodge-remedy", new { kind = "objection", by = "requester", decisionId = "decision-1" })).Done;
        _ = (await office.Coordinator.StepAsync(other, "unjoin", new { reason = "Alleen u heeft bezwaar gemaakt." })).Done;
        await office.SettleAsync();
        here = (await office.Handler.GetAsync($"cases/{other}")).Done;
        ((string)here["joinings"]![0]!["state"]!, (int)here["documents"]!["total"]!).ShouldBe(("ended", 2));
        _ = (await office.Handler.StepAsync(other, "assess-document", new { documentId = "doc-1", judgement = "public" })).Done;
        foreach (var id in new[] { lead, other })
            (await office.Auditor.GetAsync($"cases/{id}/log/verification")).Done["intact"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Join_ToACaseThatIsNotThere_IsToldAndUndone()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var id = await office.AssignedAsync();
        var document = await office.AddAsync(id, "De muur staat nog.");

        _ = (await office.Coordinator.StepAsync(id, "join", new { caseId = "aaaa-aaaa-aaaa", reason = "Het gaat over hetzelfde." })).Done;
        await office.SettleAsync();

        var view = (await office.Handler.GetAsync($"cases/{id}")).Done;
        ((string)view["joinings"]![0]!["state"]!, (string)view["joinings"]![0]!["refused"]!).ShouldBe(("refused", "case-not-found"));
        _ = (await office.Handler.StepAsync(id, "assess-document", new { documentId = document, judgement = "public" })).Done;
    }

    private static async Task<string> LetterAsync(Office office, string id, string kind)
    {
        var letters = (await office.Handler.GetAsync($"cases/{id}")).Done["letters"]!.AsArray();
        var artifact = (string)letters.Last(letter => (string)letter!["kind"]! == kind)!["artifactId"]!;
        return DocxText.Read((await office.Handler.GetAsync($"cases/{id}/artifacts/{artifact}")).Bytes).All;
    }

    private static JsonNode Term(JsonNode view, string id) => view["terms"]!.AsArray().Single(term => (string)term!["termId"]! == id)!;

    private static string DueOf(JsonNode view) => (string)Term(view, "decision")["due"]!;
}
