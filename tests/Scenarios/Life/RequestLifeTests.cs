using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>What may become of a request on its way: its term stands still, goes by, or nothing is left to decide.</summary>
public sealed class RequestLifeTests(Azurite azurite)
{
    [Fact]
    public async Task Term_IsSuspendedOnEachBasis_AndGoesOnWithTheSumOfItsDays()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var id = await office.AssignedAsync();
        Due(await ViewAsync(office, id)).ShouldBe("2022-06-13");

        // Each basis by its own words: "tot" leaves out the day of the end, a period counts both its days.
        await office.OnAsync(new DateOnly(2022, 5, 18));
        _ = await StepAsync(office, id, "suspend", new { ground = "foreign-authority", reason = "Gevraagd aan de Belgische dienst." });
        await office.OnAsync(new DateOnly(2022, 5, 20));
        State(await ViewAsync(office, id)).ShouldBe("suspended");
        await office.OnAsync(new DateOnly(2022, 5, 23));
        Due(await StepAsync(office, id, "resume", new { suspensionId = "suspension-1" })).ShouldBe("2022-06-17");
        _ = await StepAsync(office, id, "suspend", new { ground = "requester-delay", reason = "De verzoeker wil eerst overleggen." });
        await office.OnAsync(new DateOnly(2022, 5, 25));
        Due(await StepAsync(office, id, "resume", new { suspensionId = "suspension-2" })).ShouldBe("2022-06-20");
        _ = await StepAsync(office, id, "suspend", new { ground = "force-majeure", reason = "Het archief staat onder water.", through = "2022-05-27" });
        (await office.Handler.StepAsync(id, "suspend", new { ground = "requester-agreed", reason = "Zie de mail van vandaag." })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "period-missing");
        await office.OnAsync(new DateOnly(2022, 5, 30));
        _ = await StepAsync(office, id, "suspend", new { ground = "requester-agreed", reason = "Zie de mail van vandaag.", through = "2022-06-02" });
        await office.OnAsync(new DateOnly(2022, 6, 3));
        var agreed = await StepAsync(office, id, "agree-phasing", new
        {
            agreement = "Eerst de rapporten, dan de rest.",
            phases = new[] { new { what = "De rapporten", by = "2022-06-10" }, new { what = "De rest", by = "2022-07-01" } },
            delayThrough = "2022-06-06",
        });
        Phase(agreed, 1)["due"]!.GetValue<string>().ShouldBe("2022-06-10");
        await office.OnAsync(new DateOnly(2022, 6, 7));
        var view = await ViewAsync(office, id);
        // 28 days, and 4 + 2 + 3 + 4 + 4.
        Due(view).ShouldBe("2022-06-30");
        var trail = Term(view, "decision")["trail"]!.ToJsonString();
        foreach (var article in new[] { "Awb 4:15(1)(b)", "Awb 4:15(2)(a)", "Awb 4:15(2)(b)", "Awb 4:15(2)(c)" })
            trail.ShouldContain(article);

        // A part is decided first, and meets the first day that was agreed.
        var document = await office.AddAsync(id, "De muur staat nog.");
        _ = await StepAsync(office, id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 });
        _ = await StepAsync(office, id, "assess-document", new { documentId = document, judgement = "public" });
        _ = await StepAsync(office, id, "draft-decision", new { kind = "partial", part = "De rapporten" });
        await office.SettleAsync();
        _ = await StepAsync(office, id, "submit-decision", new { decisionId = "decision-1" });
        var decided = await office.AnnounceAsync(id, "decision-1");
        Phase(decided, 1)["metOn"]!.GetValue<string>().ShouldBe("2022-06-07");
        Phase(decided, 2)["state"]!.GetValue<string>().ShouldBe("running");
        State(decided).ShouldBe("running");
    }

    [Fact]
    public async Task Term_ThatGoesBy_BringsProgressLetters_ANotice_AndRemediesForLateness()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var litigator = await office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var id = await office.AssignedAsync();

        // On the last day a notice is too early.
        await office.OnAsync(new DateOnly(2022, 6, 13));
        var early = (await litigator.StepAsync(id, "record-notice-of-default", new { })).Done;
        ((bool)early["notices"]![0]!["premature"]!).ShouldBeTrue();
        await office.OnAsync(new DateOnly(2022, 6, 14));
        var late = (await litigator.StepAsync(id, "record-notice-of-default", new { })).Done;
        ((bool)late["notices"]![1]!["premature"]!, (string)late["notices"]![1]!["appealFrom"]!).ShouldBe((false, "2022-06-29"));

        // The requester hears of it every two weeks.
        Term(late, "progress")["due"]!.GetValue<string>().ShouldBe("2022-06-27");
        _ = await StepAsync(office, id, "inform-requester", new { outstanding = "De beoordeling van 31 documenten.", expectedOn = "2022-07-15" });
        await office.SettleAsync();
        var letter = await LetterAsync(office, id, "progress-letter");
        letter.ShouldContain("13 juni 2022 verstreken");
        letter.ShouldContain("De beoordeling van 31 documenten.");
        letter.ShouldContain("15 juli 2022");
        Term(await office.SendAsync(id, "progress-letter"), "progress")["due"]!.GetValue<string>().ShouldBe("2022-06-28");

        // Two roads: an objection for lateness, and after two weeks an appeal. Neither takes away that a decision is owed.
        var objected = (await litigator.StepAsync(id, "lodge-remedy", new { kind = "late-objection", by = "requester" })).Done;
        ((string)objected["remedies"]![0]!["lateTerm"]!).ShouldBe("decision");
        await office.OnAsync(new DateOnly(2022, 6, 29));
        var appealed = (await litigator.StepAsync(id, "lodge-remedy", new { kind = "late-appeal", by = "requester", caseNumber = "UTR 22/3000" })).Done;
        Term(appealed, "court-documents:remedy-2")["state"]!.GetValue<string>().ShouldBe("running");
        (await office.Coordinator.StepAsync(id, "close", new { })).Status.ShouldBe(HttpStatusCode.Conflict);

        // The decision ends the lateness; the court that has the appeal gets it at once (Awb 6:20).
        var document = await office.AddAsync(id, "De muur staat nog.");
        _ = await StepAsync(office, id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 });
        _ = await StepAsync(office, id, "assess-document", new { documentId = document, judgement = "public" });
        _ = await StepAsync(office, id, "draft-decision", new { kind = "primary" });
        await office.SettleAsync();
        (await LetterAsync(office, id, "decision")).ShouldContain("te laat");
        _ = await StepAsync(office, id, "submit-decision", new { decisionId = "decision-1" });
        var announced = await office.AnnounceAsync(id, "decision-1");
        Term(announced, "decision")["metOn"]!.GetValue<string>().ShouldBe("2022-06-29");
        announced["terms"]!.AsArray().ShouldNotContain(term => (string)term!["termId"]! == "progress");
        await office.SettleAsync();
        (await LetterAsync(office, id, "court-notice")).ShouldContain("UTR 22/3000");
    }

    [Fact]
    public async Task Request_ForwardedDeclinedOrWithdrawn_LeavesNothingToDecide()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));

        // A part goes to another body; the rest stays, with its term.
        var part = await office.AssignedAsync();
        _ = await StepAsync(office, part, "forward", new
        {
            reason = "De brug is van de gemeente.",
            part = "Alles over de brug.",
            kept = "De kademuren.",
            body = "Het college van burgemeester en wethouders van Utrecht",
            address = "Stadsplateau 1\n3521 AZ Utrecht",
        });
        await office.SettleAsync();
        (await LetterAsync(office, part, "forwarding")).ShouldContain("Alles over de brug.");
        (await LetterAsync(office, part, "forwarding-notice")).ShouldContain("Het college van burgemeester en wethouders van Utrecht");
        _ = await office.SendAsync(part, "forwarding");
        State(await office.SendAsync(part, "forwarding-notice")).ShouldBe("running");

        // The whole goes: nothing is asked of anyone any more.
        var whole = await office.AssignedAsync();
        _ = await StepAsync(office, whole, "forward", new { reason = "Dit is van de gemeente.", body = "Het college van burgemeester en wethouders van Utrecht" });
        State(await office.SendAsync(whole, "forwarding")).ShouldBe("withdrawn");
        _ = await office.SendAsync(whole, "forwarding-notice");
        (await office.Handler.StepAsync(whole, "draft-decision", new { kind = "primary" })).Code.ShouldBe("step-not-allowed");
        ((string)(await office.Coordinator.StepAsync(whole, "close", new { })).Done["phase"]!).ShouldBe("closed");

        // The requester changes its mind.
        var withdrawn = await office.AssignedAsync();
        State(await StepAsync(office, withdrawn, "withdraw", new { note = "Per mail." })).ShouldBe("withdrawn");
        ((string)(await office.Coordinator.StepAsync(withdrawn, "close", new { })).Done["phase"]!).ShouldBe("closed");

        // Not treated: within two weeks, by a decision with its own letter and objection; after that it must be decided upon.
        var (declined, tooLate) = (await office.AssignedAsync(), await office.AssignedAsync());
        await office.OnAsync(new DateOnly(2022, 5, 25));
        _ = await StepAsync(office, declined, "decline-to-treat", new { ground = "other-purpose", reason = "De verzoeker schrijft dat hij het bestuursorgaan wil ontregelen." });
        await office.SettleAsync();
        _ = await StepAsync(office, declined, "submit-decision", new { decisionId = "decision-1" });
        var announced = await office.AnnounceAsync(declined, "decision-1");
        ((string)announced["decisions"]![0]!["kind"]!, (string)announced["decisions"]![0]!["remedyRoute"]!).ShouldBe(("not-treated", "objection"));
        (State(announced), (string)Term(announced, "decline:decision-1")["state"]!).ShouldBe(("met", "met"));
        await office.OnAsync(new DateOnly(2022, 6, 1));
        (await office.Handler.StepAsync(tooLate, "decline-to-treat", new { ground = "other-purpose", reason = "x" })).ShouldBeProblem(HttpStatusCode.Conflict, "decline-term-passed");

        // Of what was withdrawn or forwarded nobody is reminded.
        await office.OnAsync(new DateOnly(2022, 7, 1));
        foreach (var id in new[] { whole, withdrawn })
            (await office.Auditor.AllAsync($"cases/{id}/log")).ShouldNotContain(row => (string)row["event"]!["type"]! == "reminder-begun");
        (await office.Auditor.AllAsync($"cases/{tooLate}/log")).ShouldContain(row => (string)row["event"]!["type"]! == "reminder-begun");
    }

    private static async Task<JsonNode> ViewAsync(Office office, string id) => (await office.Handler.GetAsync($"cases/{id}")).Done;

    private static async Task<JsonNode> StepAsync(Office office, string id, string step, object payload) => (await office.Handler.StepAsync(id, step, payload)).Done;

    private static async Task<string> LetterAsync(Office office, string id, string kind)
    {
        var artifact = (string)(await ViewAsync(office, id))["letters"]!.AsArray().Last(letter => (string)letter!["kind"]! == kind)!["artifactId"]!;
        return DocxText.Read((await office.Handler.GetAsync($"cases/{id}/artifacts/{artifact}")).Bytes).All;
    }

    private static JsonNode Term(JsonNode view, string id) => view["terms"]!.AsArray().Single(term => (string)term!["termId"]! == id)!;

    private static JsonNode Phase(JsonNode view, int number) => Term(view, $"phase:{number}");

    private static string Due(JsonNode view) => (string)Term(view, "decision")["due"]!;

    private static string State(JsonNode view) => (string)Term(view, "decision")["state"]!;
}
