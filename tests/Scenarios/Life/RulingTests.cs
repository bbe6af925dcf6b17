using WobWorkflow.Documents;

namespace WobWorkflow.Scenarios;

/// <summary>Two years on a court annuls the decision: the whole life of its ruling, to the supplementary decision that answers it.</summary>
public sealed class RulingTests(Azurite azurite)
{
    [Fact]
    public async Task Ruling_ReachesItsCase_IsAnsweredByASupplementaryDecision_AndClosed()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2018, 5, 22));
        var litigator = await office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var id = await office.DecidedAsync();

        // A court sends its ruling, which annuls the decision and gives six weeks.
        await office.OnAsync(new DateOnly(2020, 9, 1));
        var ruling = new
        {
            court = "RVS",
            kind = "final",
            ecli = "ECLI:NL:RVS:2020:2000",
            pronouncedOn = "2020-08-26",
            sentOn = "2020-08-27",
            rows = new object[]
            {
                new { caseNumber = "202003618/1/A3", caseId = id, decisionId = "decision-1", outcomes = new[] { "well-founded", "annulled", "new-decision" }, termDays = 42 },
                new { caseNumber = "202003619/1/A3", caseId = "aaaa-aaaa-aaaa", decisionId = "decision-1", outcomes = new[] { "unfounded" } },
            },
            instructions = new[] { "Motiveer per passage waarom de weigering nodig is." },
        };
        var registered = await litigator.PostAsync("rulings", ruling, ("Idempotency-Key", "uitspraak"));
        registered.Status.ShouldBe(HttpStatusCode.Created, registered.Text);
        var rulingId = (string)registered.Json["rulingId"]!;
        registered.Headers.Location!.ToString().ShouldBe($"/api/v1/rulings/{rulingId}");
        (await litigator.PostAsync("rulings", ruling, ("Idempotency-Key", "uitspraak"))).Text.ShouldBe(registered.Text);
        await office.SettleAsync();

        // It is applied to the case that there is, and says so of the one that there isn't.
        var seen = (await litigator.GetAsync($"rulings/{rulingId}")).Done;
        ((string)seen["phase"]!).ShouldBe("pending");
        ((string)seen["due"]!).ShouldBe("2020-10-08");
        ((string)seen["rows"]![0]!["appliedOn"]!).ShouldBe("2020-09-01");
        ((string)seen["rows"]![1]!["notApplied"]!).ShouldBe("case-not-found");
        var c = (await office.Handler.GetAsync($"cases/{id}")).Done;
        ((string)c["phase"]!).ShouldBe("supplement");
        ((string)c["rulings"]![0]!["rulingId"]!).ShouldBe(rulingId);
        var term = c["terms"]!.AsArray().Single(t => (string)t!["kind"]! == "new-decision")!;
        ((string)term["due"]!).ShouldBe("2020-10-08");
        ((string)term["state"]!).ShouldBe("running");
        (await litigator.AllAsync("rulings")).ShouldHaveSingleItem()["due"]!.GetValue<string>().ShouldBe("2020-10-08");
        (await litigator.PostAsync($"rulings/{rulingId}/steps/close", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "decision-owed");
        (await office.Coordinator.StepAsync(id, "close", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "decision-owed");

        // The supplementary decision is drafted on it, approved, taken and announced, each by another.
        await office.OnAsync(new DateOnly(2020, 9, 29));
        var draft = new { kind = "supplementary", supplements = "decision-1", answersRuling = rulingId, considerations = "De motivering wordt aangevuld." };
        _ = (await office.Handler.StepAsync(id, "draft-decision", draft)).Done;
        _ = (await office.Handler.StepAsync(id, "answer-instruction", new { rulingId, number = 1, answer = "De weigering is per passage gemotiveerd.", decisionId = "decision-2" })).Done;
        await office.SettleAsync();
        _ = (await office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-2" })).Done;
        var announced = await office.AnnounceAsync(id, "decision-2");
        ((string)announced["decisions"]![1]!["dispatchedOn"]!).ShouldBe("2020-09-29");
        ((string)announced["decisions"]![1]!["answersRuling"]!).ShouldBe(rulingId);
        ((string)announced["decisions"]![1]!["remedyRoute"]!).ShouldBe("appeal");
        await office.SettleAsync();

        var letter = (string)announced["letters"]!.AsArray().Single(l => (string)l!["about"]! == "decision-2")!["artifactId"]!;
        var text = DocxText.Read((await office.Handler.GetAsync($"cases/{id}/artifacts/{letter}")).Bytes).All;
        text.ShouldContain("aanvullend besluit");
        text.ShouldContain("202003618/1/A3");
        text.ShouldContain("22 mei 2018");
        text.ShouldContain("De motivering wordt aangevuld.");
        text.ShouldContain("binnen zes weken");

        // The ruling has heard of it, and is closed.
        var answered = (await litigator.GetAsync($"rulings/{rulingId}")).Done;
        ((string)answered["rows"]![0]!["answeredOn"]!).ShouldBe("2020-09-29");
        ((string)answered["phase"]!).ShouldBe("letter");
        answered["due"].ShouldBeNull();
        ((string)(await office.Handler.GetAsync($"cases/{id}")).Done["phase"]!).ShouldNotBe("supplement");
        (await office.Auditor.AllAsync($"cases/{id}/log")).Where(row => ((string)row["event"]!["type"]!).StartsWith("ruling-", StringComparison.Ordinal))
            .Select(row => $"{row["event"]!["type"]} {row["actor"]}").ShouldBe(["ruling-applied engine", "ruling-told engine"]);
        (await litigator.PostAsync($"rulings/{rulingId}/steps/close", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "row-refused");
        _ = (await litigator.PostAsync($"rulings/{rulingId}/steps/confirm-scope", new { note = "Die zaak is van een ander." })).Done;
        var closed = (await litigator.PostAsync($"rulings/{rulingId}/steps/close", new { })).Done;
        ((string)closed["phase"]!).ShouldBe("closed");
        (await litigator.PostAsync($"rulings/{rulingId}/steps/close", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "step-not-allowed");
        (await litigator.AllAsync($"rulings/{rulingId}/log")).Select(row => (string)row["event"]!["type"]!)
            .ShouldBe(["ruling-registered", "ruling-reached-case", "ruling-refused-by-case", "ruling-answered", "scope-confirmed", "ruling-closed"], ignoreOrder: true);

        // The text of an instruction is shown to who sees rulings, and stands in no log.
        ((string)closed["instructions"]![0]!["text"]!).ShouldStartWith("Motiveer per passage");
        (await litigator.GetAsync($"rulings/{rulingId}/log")).Text.ShouldNotContain("Motiveer");
        var liaison = await office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        (await liaison.GetAsync($"rulings/{rulingId}")).ShouldBeProblem(HttpStatusCode.NotFound, "ruling-not-found");
    }

    [Fact]
    public async Task Ruling_OnADecisionThatStayedOut_GivesATermAndAPenaltyUntilThatDecisionWentOut()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var litigator = await office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var id = await office.AssignedAsync();
        var document = await office.AddAsync(id, "De muur staat nog.");
        _ = (await office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 })).Done;
        _ = (await office.Handler.StepAsync(id, "assess-document", new { documentId = document, judgement = "public" })).Done;
        await office.OnAsync(new DateOnly(2022, 6, 20));
        _ = (await litigator.StepAsync(id, "record-notice-of-default", new { })).Done;
        await office.OnAsync(new DateOnly(2022, 7, 6));
        var lodged = (await litigator.StepAsync(id, "lodge-remedy", new { kind = "late-appeal", by = "requester", caseNumber = "UTR 22/3000" })).Done;
        var remedyId = (string)lodged["remedies"]![0]!["remedyId"]!;
        await office.OnAsync(new DateOnly(2022, 9, 2));

        var row = new { caseNumber = "UTR 22/3000", caseId = id, outcomes = new[] { "well-founded", "annulled", "new-decision", "penalty" }, penaltyPerDay = 100, penaltyMaximum = 15_000 };
        (await litigator.PostAsync("rulings", new { court = "RBMNE", kind = "final", sentOn = "2022-09-01", rows = new[] { row } })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "contested-missing");
        var registered = await litigator.PostAsync("rulings", new
        {
            court = "RBMNE",
            kind = "final",
            sentOn = "2022-09-01",
            rows = new[] { new { row.caseNumber, row.caseId, remedyId, row.outcomes, row.penaltyPerDay, row.penaltyMaximum } },
        });
        registered.Status.ShouldBe(HttpStatusCode.Created, registered.Text);
        var rulingId = (string)registered.Json["rulingId"]!;
        await office.SettleAsync();

        await office.OnAsync(new DateOnly(2022, 9, 20));
        var c = (await litigator.GetAsync($"cases/{id}")).Done;
        var term = c["terms"]!.AsArray().Single(t => (string)t!["kind"]! == "new-decision")!;
        ((string)term["rule"]!).ShouldBe("awb-8.55d-1");
        ((string)term["due"]!).ShouldBe("2022-09-15");
        ((int)term["penalty"]!["accrued"]!).ShouldBe(500);
        ((string)c["phase"]!).ShouldBe("review");
        c["rulings"]![0]!.AsObject().ContainsKey("decisionId").ShouldBeFalse();
        ((string)(await litigator.GetAsync($"rulings/{rulingId}")).Done["phase"]!).ShouldBe("pending");

        _ = (await office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await office.SettleAsync();
        _ = (await office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-1" })).Done;
        var announced = await office.AnnounceAsync(id, "decision-1");
        await office.SettleAsync();

        var letter = (string)announced["letters"]!.AsArray().Single(l => (string)l!["about"]! == "decision-1")!["artifactId"]!;
        DocxText.Read((await office.Handler.GetAsync($"cases/{id}/artifacts/{letter}")).Bytes).All
            .ShouldContain("De rechtbank Midden-Nederland heeft uitspraak gedaan op het beroep tegen het niet tijdig beslissen (zaaknummer UTR 22/3000) en opgedragen alsnog te beslissen.");
        var answered = (await litigator.GetAsync($"rulings/{rulingId}")).Done;
        ((string)answered["rows"]![0]!["answeredOn"]!).ShouldBe("2022-09-20");
        _ = (await litigator.PostAsync($"rulings/{rulingId}/steps/confirm-scope", new { })).Done;
        ((string)(await litigator.PostAsync($"rulings/{rulingId}/steps/close", new { })).Done["phase"]!).ShouldBe("closed");
    }
}
