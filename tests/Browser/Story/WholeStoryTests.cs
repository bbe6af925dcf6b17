namespace WobWorkflow.Browser;

/// <summary>
/// The story that <c>./run</c> tells over HTTP, from two requests to the letter to Parliament, played once more through the pages: whatever its players
/// change, each changes in a browser of their own.
/// </summary>
public sealed class WholeStoryTests(Azurite azurite)
{
    [Fact]
    public async Task Story_IsPlayedThroughThePages_ByEveryPersonInIt()
    {
        Assert.SkipWhen(Chromium.Program is null, "This machine has no Chromium: the story was not played in a browser.");
        await using var service = await ServiceProcess.StartAsync(azurite);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.StartAsync(playwright);
        using var desks = new PlayersAtTheDesk(browser, service.Address);
        using var http = new HttpClient(desks) { BaseAddress = service.Address, Timeout = TimeSpan.FromMinutes(10) };
        var told = new List<string>();
        var play = new KasperskyStory(new Stage(http, TimeSpan.FromMinutes(2)), sample: null, line =>
        {
            told.Add(line);
            return Task.CompletedTask;
        });

        await play.PlayAsync(TestContext.Current.CancellationToken);

        var office = await Office.OpenAsync(service.Http);
        foreach (var id in play.CaseIds)
            ((string)(await office.Auditor.GetAsync($"cases/{id}")).Done["phase"]!).ShouldBe("closed");
        play.RulingIds.Count.ShouldBe(3);
        (await office.Auditor.GetAsync($"rulings/{play.RulingIds[2]}")).Done["closedOn"].ShouldNotBeNull();
        (await office.Nobody.GetAsync($"/open/documents/{play.CaseIds[0]}/doc-1")).Status.ShouldBe(HttpStatusCode.OK);
        // Whatever a person did stands in the logs as theirs, and nobody did anything beside the pages.
        desks.Taken.Select(step => step.Who).Distinct().Count().ShouldBe(18);
        desks.Taken.Count.ShouldBeGreaterThan(200);
        desks.Refused.Count.ShouldBe(told.Count(line => line.Contains('✗', StringComparison.Ordinal)));
        desks.Complaints.ShouldBeEmpty();
    }
}
