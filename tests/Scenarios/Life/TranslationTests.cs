namespace WobWorkflow.Scenarios;

/// <summary>Judged under the Wob, decided on under the Woo: the old grounds are refused, what may take their place is offered, and a person confirms it.</summary>
public sealed class TranslationTests(Azurite azurite)
{
    [Fact]
    public async Task SupplementaryDecision_UnderTheWoo_TakesGroundsThatAPersonConfirmed()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, new DateOnly(2022, 3, 1));
        var id = await office.AssignedAsync();
        var document = await office.AddAsync(id, "Mevrouw Zonneveld heeft gebeld.");
        _ = (await office.Handler.StepAsync(id, "record-search", new { channel = "mail", place = "Postvak", terms = "kade", found = 1 })).Done;
        var withheld = new { documentId = document, page = 1, treatment = "withheld", grounds = new[] { "10.2.e" }, reason = "De naam van een burger.", start = 8, length = 9 };
        _ = (await office.Handler.StepAsync(id, "assess-passage", withheld)).Done;
        _ = (await office.Handler.StepAsync(id, "draft-decision", new { kind = "primary" })).Done;
        await office.SettleAsync();
        _ = (await office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-1" })).Done;
        await office.AnnounceAsync(id, "decision-1");
        (await office.Handler.GetAsync($"cases/{id}/documents/{document}")).Done["passages"]![0]!.AsObject().ContainsKey("translation").ShouldBeFalse();

        // The Wob is gone: what was judged under it says what may take the place of its grounds.
        await office.OnAsync(new DateOnly(2022, 5, 2));
        var offered = (await office.Handler.GetAsync($"cases/{id}/documents/{document}")).Done["passages"]![0]!["translation"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)offered["ground"]!, string.Join(' ', offered["candidates"]!.AsArray().Select(candidate => (string)candidate!))).ShouldBe(("10.2e", "5.1.2e"));

        _ = (await office.Handler.StepAsync(id, "draft-decision", new { kind = "supplementary", supplements = "decision-1" })).Done;
        await office.SettleAsync();
        var refused = (await office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-2" })).ShouldBeProblem(HttpStatusCode.Conflict, "ground-of-other-act");
        refused.Json["translations"]!.AsArray().Select(row => $"{row!["documentId"]} {row["passageId"]} {row["ground"]} {row["candidates"]![0]}").ShouldBe([$"{document} passage-1 10.2e 5.1.2e"]);
        (await office.Handler.StepAsync(id, "assess-passage", new { documentId = document, page = 1, treatment = "withheld", grounds = new[] { "11.1" }, reason = "Zo.", passageId = "passage-1" }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ground-of-other-law").Json["translations"]![0]!["candidates"]!.AsArray().Select(candidate => (string)candidate!).ShouldBe(["5.2.1", "5.1.2i"]);

        // A word of one person, and all of it rests on the Woo; a table that isn't one is told what is wrong with it.
        (await office.Handler.StepAsync(id, "translate-grounds", new { translations = new[] { new { from = "10.2.e", to = "10.2.g" } } }))
            .ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "ground-of-other-law").Fields.ShouldBe(["translations"]);
        (await office.Handler.StepAsync(id, "translate-grounds", new { translations = Array.Empty<object>() })).ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "invalid").Fields.ShouldBe(["translations"]);
        (await office.Auditor.StepAsync(id, "translate-grounds", new { translations = new[] { new { from = "10.2.e", to = "5.1.2.e" } } })).ShouldBeProblem(HttpStatusCode.Forbidden, "role-not-allowed");
        _ = (await office.Handler.StepAsync(id, "translate-grounds", new { translations = new[] { new { from = "art. 10 lid 2 sub e", to = "5.1.2.e" } } })).Done;
        var passage = (await office.Handler.GetAsync($"cases/{id}/documents/{document}")).Done["passages"]![0]!;
        ((string)passage["grounds"]![0]!["key"]!, (string)passage["reason"]!, passage["translation"]).ShouldBe(("5.1.2e", "De naam van een burger.", null));
        await office.SettleAsync();
        _ = (await office.Handler.StepAsync(id, "submit-decision", new { decisionId = "decision-2" })).Done;
        (await office.AnnounceAsync(id, "decision-2"))["decisions"]![1]!["regime"]!.GetValue<string>().ShouldBe("woo");
    }
}
