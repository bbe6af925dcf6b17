namespace WobWorkflow.Scenarios;

/// <summary>The end of a case: kept for a court, erased of names, and destroyed when its time has come; what was there is gone, and the log says so.</summary>
public sealed class EndingTests(Azurite azurite)
{
    [Fact]
    public async Task Case_IsHeldErasedAndDestroyed_AndShowsItselfAsSuch()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var archivist = await office.EnterAsync("Arie Archivaris", ["archivist"]);
        var publisher = await office.EnterAsync("Paula Publicist", ["publisher"]);
        var id = await office.DecidedAsync();
        _ = (await publisher.StepAsync(id, "plan-release", new { decisionId = "decision-1", on = "2022-05-16", objectionExpected = false })).Done;
        _ = (await publisher.StepAsync(id, "clear-publication", new { publicationId = "publication-1", noInterimReliefKnown = true })).Done;
        _ = (await publisher.StepAsync(id, "publish", new { publicationId = "publication-1" })).Done;
        await office.SettleAsync();
        (await office.Nobody.GetAsync($"/open/documents/{id}/doc-1")).Status.ShouldBe(HttpStatusCode.OK);
        await office.OnAsync(new DateOnly(2022, 7, 1));
        _ = (await office.Coordinator.StepAsync(id, "close", new { })).Done;

        // Not before its time, and not while it is held.
        (await archivist.StepAsync(id, "destroy", new { authorisation = "BSD 2023/14" })).ShouldBeProblem(HttpStatusCode.Conflict, "retention-not-set");
        _ = (await archivist.PostAsync("organisation/steps/set-retention", new { of = "decided", category = "14.1", years = 1 })).Done;
        var view = (await office.Auditor.GetAsync($"cases/{id}")).Done;
        ((string)view["retention"]!["endsOn"]!).ShouldBe("2023-07-01");
        _ = (await office.Coordinator.StepAsync(id, "place-legal-hold", new { reason = "Een commissie vraagt deze stukken." })).Done;
        await office.OnAsync(new DateOnly(2023, 7, 1));
        (await archivist.StepAsync(id, "destroy", new { authorisation = "BSD 2023/14" })).Code.ShouldBe("step-not-allowed");
        (await office.Coordinator.StepAsync(id, "lift-legal-hold", new { holdId = "hold-1", reason = "De commissie is klaar." })).ShouldBeProblem(HttpStatusCode.Forbidden, "lifter-is-placer");
        _ = (await archivist.StepAsync(id, "lift-legal-hold", new { holdId = "hold-1", reason = "De commissie is klaar." })).Done;
        (await archivist.StepAsync(id, "destroy", new { authorisation = "BSD 2023/14" })).ShouldBeProblem(HttpStatusCode.Conflict, "retention-running");

        // The requester asks to be forgotten: the name goes from view and list, the request stays.
        var subject = (string)(await office.Auditor.AllAsync($"cases/{id}/log"))[0]["event"]!["subject"]!;
        _ = (await archivist.StepAsync(id, "erase", new { person = "person-1", texts = new[] { subject }, reason = "Verzoek van 1 juli." })).Done;
        await office.SettleAsync();
        view = (await office.Auditor.GetAsync($"cases/{id}")).Done;
        ((bool)view["parties"]![0]!["erased"]!).ShouldBeTrue();
        view["subject"].ShouldBeNull();
        ((string)view["erasures"]![0]!["doneOn"]!).ShouldBe("2023-07-01");
        (await office.Auditor.AllAsync("cases")).ShouldHaveSingleItem()["subject"].ShouldBeNull();

        await office.OnAsync(new DateOnly(2023, 7, 2));
        (await office.Coordinator.StepAsync(id, "destroy", new { authorisation = "BSD 2023/14" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        var events = (int)(await office.Auditor.GetAsync($"cases/{id}/log/verification")).Done["events"]!;
        _ = (await archivist.StepAsync(id, "destroy", new { authorisation = "BSD 2023/14" })).Done;
        await office.SettleAsync();

        var gone = (await office.Auditor.GetAsync($"cases/{id}")).Done;
        ((string)gone["phase"]!, gone["steps"]!.AsArray().Count).ShouldBe(("destroyed", 0));
        var declaration = gone["destruction"]!;
        ((string)declaration["category"]!, (string)declaration["retainedThrough"]!, (string)declaration["doneOn"]!, (int)declaration["publicDocuments"]!)
            .ShouldBe(("14.1", "2023-07-01", "2023-07-02", 1));
        ((int)declaration["files"]!).ShouldBeGreaterThan(2);
        foreach (var path in new[] { $"cases/{id}/documents/doc-1/original", $"cases/{id}/artifacts/artifact-1", $"cases/{id}/inventory" })
            (await office.Auditor.GetAsync(path)).ShouldBeProblem(HttpStatusCode.Gone, "case-destroyed");
        var notice = await office.Nobody.GetAsync($"/open/documents/{id}/doc-1");
        notice.Status.ShouldBe(HttpStatusCode.Gone);
        notice.Text.ShouldContain("vernietigd");
        ((string)(await office.Auditor.AllAsync("cases")).ShouldHaveSingleItem()["phase"]!).ShouldBe("destroyed");
        (await office.Coordinator.StepAsync(id, "reopen", new { reason = "Toch nog." })).ShouldBeProblem(HttpStatusCode.Conflict, "case-destroyed");
        var verified = (await office.Auditor.GetAsync($"cases/{id}/log/verification")).Done;
        ((bool)verified["intact"]!, (int)verified["events"]!).ShouldBe((true, events + 3));

        // Who worked here and left can be erased too; logs keep an id that says nothing.
        _ = (await archivist.PostAsync("organisation/steps/erase-person", new { person = office.Handler.Id })).Done;
    }
}
