namespace WobWorkflow.Scenarios;

/// <summary>One company asks in one case and is heard in another; somebody acts for it and shows that it may.</summary>
public sealed class PartyTests(Azurite azurite)
{
    [Fact]
    public async Task Party_ActsThroughAnother_AndIsTheSameInTwoCasesOfAMatter()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 5, 16));
        var (id, other) = (await office.DecidedAsync(), await office.AssignedAsync());
        foreach (var one in new[] { id, other })
            _ = (await office.Coordinator.StepAsync(one, "set-matter", new { matterId = "kademuren" })).Done;

        // Its objection is lodged by somebody else, of whom an authorisation is asked: the term stands still meanwhile.
        await office.OnAsync(new DateOnly(2022, 6, 1));
        _ = (await office.Coordinator.StepAsync(id, "lodge-remedy", new { kind = "objection", by = "third-party", name = "Kadebouw BV", decisionId = "decision-1" })).Done;
        _ = (await office.Handler.StepAsync(id, "record-representative", new { person = "person-2", remedyId = "remedy-1", name = "R. Raadsman" })).Done;
        var asked = (await office.Handler.StepAsync(id, "record-authorisation", new { representationId = "representation-1", state = "asked", answerBy = "2022-06-15" })).Done;
        Objector(asked)["representedBy"]![0]!["answerBy"]!.GetValue<string>().ShouldBe("2022-06-15");
        asked["remedies"]![0]!["repairs"]!.AsArray().ShouldHaveSingleItem();
        asked["parties"]![2]!["role"]!.GetValue<string>().ShouldBe("representative");
        await office.OnAsync(new DateOnly(2022, 6, 8));
        _ = (await office.Handler.StepAsync(id, "record-authorisation", new { representationId = "representation-1", state = "received" })).Done;
        var good = (await office.Coordinator.StepAsync(id, "record-authorisation", new { representationId = "representation-1", state = "accepted" })).Done;
        Objector(good)["representedBy"]![0]!["authorised"]!.GetValue<bool>().ShouldBeTrue();
        ((string)Objector(good)["remedies"]![0]!["kind"]!).ShouldBe("objection");

        // The same company asked in the other case; a person says so.
        _ = (await office.Handler.StepAsync(id, "link-party", new { person = "person-2", caseId = other, otherPerson = "person-1" })).Done;
        await office.SettleAsync();
        var same = (await office.Auditor.GetAsync("matters/kademuren")).Done["parties"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)same["name"]!).ShouldNotBeNullOrEmpty();
        same["in"]!.AsArray().Select(part => $"{part!["caseId"]} {part["role"]}").ShouldBe([$"{id} third-party", $"{other} requester"], ignoreOrder: true);

        // Not for who sees cases in part.
        var liaison = await office.EnterAsync("Nora Nctv", ["liaison"], agency: "NCTV");
        (await liaison.GetAsync("matters/kademuren")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await office.Auditor.GetAsync($"cases/{id}/log")).Text.ShouldNotContain("Raadsman");
    }

    private static JsonNode Objector(JsonNode view) => view["parties"]!.AsArray().Single(party => (string)party!["personId"]! == "person-2")!;
}
