namespace WobWorkflow.Scenarios;

/// <summary>What a court may do with a decision: keep its documents in for a while, have a defect repaired, and rule in the end.</summary>
public sealed class CourtLifeTests(Azurite azurite)
{
    [Fact]
    public async Task InterimRelief_KeepsTheDocumentsIn_UntilItIsWithdrawn_AndAPersonClearsThemAgain()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var publisher = await office.EnterAsync("Paula Publicist", ["publisher"]);
        var id = await office.DecidedAsync();

        // A third party is expected to object: not before two weeks have passed.
        _ = (await publisher.StepAsync(id, "plan-release", new { decisionId = "decision-1", on = "2022-05-31", objectionExpected = true })).Done;
        (await publisher.StepAsync(id, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true })).ShouldBeProblem(HttpStatusCode.Conflict, "release-too-early");
        await office.OnAsync(new DateOnly(2022, 5, 31));
        _ = (await publisher.StepAsync(id, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true })).Done;

        // Before it goes out, somebody asks the court to stop it.
        var asked = (await publisher.StepAsync(id, "record-interim-relief", new { state = "requested", decisionId = "decision-1", by = "third-party", name = "Kadebouw BV", caseNumber = "UTR 22/2000" })).Done;
        ((bool)Publication(asked)["stayed"]!).ShouldBeTrue();
        Publication(asked)["clearedOn"].ShouldBeNull();
        (await publisher.StepAsync(id, "publish", new { publicationId = "publication-1" })).Status.ShouldBe(HttpStatusCode.Conflict);
        await office.OnAsync(new DateOnly(2022, 6, 10));
        (await office.Nobody.GetAsync($"/open/documents/{id}/doc-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await publisher.StepAsync(id, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true })).ShouldBeProblem(HttpStatusCode.Conflict, "release-stayed");

        // It is withdrawn; still nothing goes out before a person has looked again.
        _ = (await publisher.StepAsync(id, "record-interim-relief", new { state = "withdrawn", remedyId = "remedy-1" })).Done;
        await office.SettleAsync();
        (await office.Nobody.GetAsync($"/open/documents/{id}/doc-1")).Status.ShouldBe(HttpStatusCode.NotFound);
        _ = (await publisher.StepAsync(id, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true })).Done;
        _ = (await publisher.StepAsync(id, "publish", new { publicationId = "publication-1" })).Done;
        await office.SettleAsync();

        (await office.Nobody.GetAsync($"/open/documents/{id}/doc-1")).Text.ShouldBe("De muur staat nog.");
        (await office.Auditor.AllAsync($"cases/{id}/log")).Count(row => (string)row["event"]!["type"]! == "published").ShouldBe(1);
    }

    [Fact]
    public async Task Loop_IsAccepted_Repaired_Reported_AndTheAppealEndsWithTheLastRuling()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var litigator = await office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var id = await office.DecidedAsync();

        // The requester goes straight to the court, which has its own terms.
        await office.OnAsync(new DateOnly(2022, 6, 1));
        var lodged = (await litigator.StepAsync(id, "lodge-remedy", new { kind = "direct-appeal", by = "requester", decisionId = "decision-1", caseNumber = "UTR 22/2500" })).Done;
        Term(lodged, "court-documents:remedy-1")["due"]!.GetValue<string>().ShouldBe("2022-06-29");
        await office.OnAsync(new DateOnly(2022, 6, 20));
        Term((await litigator.StepAsync(id, "file-court-documents", new { remedyId = "remedy-1" })).Done, "court-documents:remedy-1")["metOn"]!.GetValue<string>().ShouldBe("2022-06-20");
        Term((await litigator.StepAsync(id, "record-court-hearing", new { remedyId = "remedy-1", date = "2022-09-15" })).Done, "hearing-documents:remedy-1")["due"]!
            .GetValue<string>().ShouldBe("2022-09-04");

        // The court finds a defect and lets the body repair it within six weeks.
        await office.OnAsync(new DateOnly(2022, 10, 4));
        var interim = await RulingAsync(office, litigator, "interim", id, "UTR 22/2500", ["loop"], "2022-10-03", 42);
        var view = (await litigator.GetAsync($"cases/{id}")).Done;
        Term(view, "loop:" + interim + ":decision-1")["due"]!.GetValue<string>().ShouldBe("2022-11-14");
        ((string)view["remedies"]![0]!["state"]!).ShouldBe("running");
        (await litigator.PostAsync($"rulings/{interim}/steps/report-repair", new { })).Code.ShouldBe("step-not-allowed");
        _ = (await litigator.PostAsync($"rulings/{interim}/steps/accept-loop", new { accepted = true })).Done;
        (await litigator.PostAsync($"rulings/{interim}/steps/report-repair", new { })).ShouldBeProblem(HttpStatusCode.Conflict, "repair-missing");
        await office.SettleAsync();

        await office.OnAsync(new DateOnly(2022, 10, 25));
        _ = (await office.Handler.StepAsync(id, "draft-decision", new { kind = "repair", supplements = "decision-1", answersRuling = interim, considerations = "De motivering is aangevuld." })).Done;
        await office.SettleAsync();
        _ = (await office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-2" })).Done;
        var repaired = await office.AnnounceAsync(id, "decision-2");
        ((string)repaired["decisions"]![1]!["remedyRoute"]!).ShouldBe("joins-pending-appeal");
        await office.SettleAsync();
        _ = (await litigator.PostAsync($"rulings/{interim}/steps/report-repair", new { })).Done;
        _ = (await litigator.PostAsync($"rulings/{interim}/steps/close", new { })).Done;

        // The court ends the appeal: the first decision goes, what it did stays.
        await office.OnAsync(new DateOnly(2023, 1, 17));
        var final = await RulingAsync(office, litigator, "final", id, "UTR 22/2500", ["well-founded", "annulled", "effects-upheld"], "2023-01-16", null);
        view = (await litigator.GetAsync($"cases/{id}")).Done;
        ((string)view["remedies"]![0]!["state"]!).ShouldBe("decided");
        ((bool)view["rulings"]!.AsArray().Single(row => (string)row!["rulingId"]! == final)!["owes"]!).ShouldBeFalse();
        Term(view, "higher-appeal:" + final + ":decision-1")["due"]!.GetValue<string>().ShouldBe("2023-02-27");
    }

    /// <summary>Each outcome of the highest court on a case of its own: whether a decision is owed, by when, and what is in the way of closing.</summary>
    [Fact]
    public async Task Rulings_WithEachOutcome_BringWhatFollows()
    {
        (string[] Outcomes, int? TermDays, string? Due)[] table =
        [
            (["no-jurisdiction"], null, null),
            (["inadmissible"], null, null),
            (["unfounded"], null, null),
            (["upheld"], null, null),
            (["upheld-on-other-grounds"], null, null),
            (["ruling-annulled", "referred-back"], null, null),
            (["well-founded", "annulled", "effects-upheld"], null, null),
            (["well-founded", "annulled", "court-decides"], null, null),
            (["well-founded", "annulled-in-part", "new-decision"], 28, "2022-10-03"),
            (["ruling-annulled", "well-founded", "annulled", "new-decision", "division-alone"], null, "2022-10-17"),
        ];
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var litigator = await office.EnterAsync("Lot Landsadvocaat", ["litigator"]);
        var ids = new List<string>();
        foreach (var _ in table)
            ids.Add(await office.DecidedAsync());
        await office.OnAsync(new DateOnly(2022, 9, 6));

        foreach (var (id, (outcomes, termDays, due)) in ids.Zip(table))
        {
            var ruling = await RulingAsync(office, litigator, "final", id, $"2022{ids.IndexOf(id):00000}/1/A3", outcomes, "2022-09-05", termDays, "RVS");
            var what = string.Join('+', outcomes);
            var view = (await litigator.GetAsync($"cases/{id}")).Done;
            var owed = view["terms"]!.AsArray().SingleOrDefault(term => (string)term!["kind"]! == "new-decision");
            ((string?)owed?["due"]).ShouldBe(due, what);
            ((string)view["phase"]!).ShouldBe(due is null ? "remedies" : "supplement", what);
            var closing = await office.Coordinator.StepAsync(id, "close", new { });
            if (due is null)
                ((string)closing.Done["phase"]!).ShouldBe("closed", what);
            else
                closing.ShouldBeProblem(HttpStatusCode.Conflict, "decision-owed");
            ((string)(await litigator.GetAsync($"rulings/{ruling}")).Done["phase"]!).ShouldBe(due is null ? "letter" : "pending", what);
        }
    }

    private static async Task<string> RulingAsync(
        Office office, Desk litigator, string kind, string caseId, string caseNumber, string[] outcomes, string sentOn, int? termDays, string court = "RBMNE")
    {
        var registered = await litigator.PostAsync("rulings", new { court, kind, sentOn, rows = new[] { new { caseNumber, caseId, decisionId = "decision-1", outcomes, termDays } } });
        registered.Status.ShouldBe(HttpStatusCode.Created, registered.Text);
        await office.SettleAsync();
        return (string)registered.Json["rulingId"]!;
    }

    private static JsonNode Term(JsonNode view, string id) => view["terms"]!.AsArray().Single(term => (string)term!["termId"]! == id)!;

    private static JsonNode Publication(JsonNode view) => view["publications"]!.AsArray().ShouldHaveSingleItem()!;
}
