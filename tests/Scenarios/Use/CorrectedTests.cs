namespace WobWorkflow.Scenarios;

/// <summary>The day of receipt turns out wrong when the case was decided already.</summary>
[Collection(typeof(AtTheOffice))]
public sealed class CorrectedTests(OpenOffice open)
{
    private Office Office => open.Office;

    [Fact]
    public async Task Receipt_FoundWrongAfterTheDecision_TellsWhatMovedAndWhatWasDecidedOnIt()
    {
        var id = await Office.DecidedAsync();
        var before = (await Office.Handler.GetAsync($"cases/{id}")).Done;
        var due = (string)before["terms"]!.AsArray().Single(term => (string)term!["termId"]! == "decision")!["due"]!;
        var today = await Office.TodayAsync();

        var corrected = (await Office.Coordinator.StepAsync(
            id, "correct", new { fact = "received-on", date = $"{today.AddDays(-40):yyyy-MM-dd}", reason = "Volgens het ontvangststempel van de postkamer." })).Done;

        var correction = corrected["corrections"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)correction["from"]!).ShouldBe($"{today:yyyy-MM-dd}");
        ((string)correction["reason"]!).ShouldStartWith("Volgens het ontvangststempel");
        var moved = correction["moved"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)moved["from"]!).ShouldBe(due);
        string.CompareOrdinal((string)moved["to"]!, $"{today:yyyy-MM-dd}").ShouldBeLessThan(0);
        var overtaken = correction["overtaken"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)overtaken["kind"]!).ShouldBe("decision-late");
        ((string)overtaken["subject"]!).ShouldBe("decision-1");
        ((string)overtaken["from"]!).ShouldBe(due);
        ((string)overtaken["to"]!).ShouldBe((string)moved["to"]!);
        ((string)overtaken["text"]!).ShouldStartWith("Besluit decision-1");
        ((string)overtaken["text"]!).ShouldContain("te laat");
        // Nothing is rewritten: the decision stands as it was taken.
        corrected["decisions"]!.ToJsonString().ShouldBe(before["decisions"]!.ToJsonString());

        var logged = (await Office.Auditor.AllAsync($"cases/{id}/log")).Single(row => (string)row["event"]!["type"]! == "fact-corrected")["event"]!;
        ((string)logged["overtaken"]![0]!["kind"]!).ShouldBe("decision-late");
        logged.ToJsonString().ShouldNotContain("ontvangststempel");
    }
}
