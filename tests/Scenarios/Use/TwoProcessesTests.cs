namespace WobWorkflow.Scenarios;

/// <summary>Two local processes on the same data: one drives and the other stands by, until the first is gone.</summary>
public sealed class TwoProcessesTests(Azurite azurite)
{
    private const string TakesOver = "This process drives from now on";

    [Fact]
    public async Task SecondProcess_StandsByAndSaysSo_AndLeavesDutiesToTheFirst()
    {
        await using var first = await ServiceProcess.StartAsync(azurite);
        await using var second = await ServiceProcess.BesideAsync(first);
        var here = await Office.OpenAsync(first.Http, new DateOnly(2018, 5, 22));
        await FollowsAsync(second, 2018);
        var there = await Office.OpenAsync(second.Http);

        (await StandAsync(first)).ShouldBe((true, null));
        (await StandAsync(second)).ShouldBe((false, "another-process"));
        second.Output.ShouldContain("This process stands by: another process of this host drives");
        first.Output.ShouldNotContain("stands by");

        var id = await there.RegisterAsync();
        (await there.Nobody.PostAsync("rehearsal/clock", new { now = "2018-06-22T08:00:00Z" })).ShouldBeProblem(HttpStatusCode.Conflict, "stands-by");
        Letters(await there.Auditor.AllAsync($"cases/{id}/log")).ShouldBeEmpty();
        // The driver hears of what the other process registered from the agenda, in which a case stands a second or so later.
        for (var look = 0; look < 200 && !Letters(await there.Auditor.AllAsync($"cases/{id}/log")).Any(); look++)
            await here.SettleAsync();

        Letters(await there.Auditor.AllAsync($"cases/{id}/log")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FirstProcess_Killed_IsFollowedByTheSecond_WithNothingDoneTwice()
    {
        await using var first = await ServiceProcess.StartAsync(azurite);
        await using var second = await ServiceProcess.BesideAsync(first);
        var office = await Office.OpenAsync(first.Http, new DateOnly(2018, 5, 22));
        var id = await office.RegisterAsync();
        await office.OnAsync(new DateOnly(2018, 6, 6)); // one reminder of the term, sent by the first
        var due = await office.RegisterAsync();

        await first.KillAsync();
        await second.LineAsync(line => line.Contains(TakesOver, StringComparison.Ordinal));
        (await StandAsync(second)).ShouldBe((true, null));
        var after = await Office.OpenAsync(second.Http);
        await after.SettleAsync();
        await after.OnAsync(new DateOnly(2018, 6, 20));

        Letters(await after.Auditor.AllAsync($"cases/{due}/log")).ShouldHaveSingleItem();
        foreach (var log in new[] { id, due })
        {
            var events = await after.Auditor.AllAsync($"cases/{log}/log");
            events.Where(row => (string)row["event"]!["type"]! == "reminder-begun").Select(row => $"{row["event"]!["termId"]} {row["event"]!["rung"]}").ShouldBeUnique();
            Letters(events).ShouldBeUnique();
            ((bool)(await after.Auditor.GetAsync($"cases/{log}/log/verification")).Done["intact"]!).ShouldBeTrue();
        }

        await first.StartAgainAsync();
        (await StandAsync(first)).ShouldBe((false, "another-process"));
    }

    [Fact]
    public async Task Process_KilledAndStartedAgain_DrivesAtOnce()
    {
        await using var service = await ServiceProcess.StartAsync(azurite);

        await service.KillAsync();
        await service.StartAgainAsync();

        (await StandAsync(service)).ShouldBe((true, null));
    }

    private static async Task<(bool Drives, string? StandsBy)> StandAsync(ServiceProcess service)
    {
        var health = (await new Desk(service.Http, "", token: null).GetAsync("/health/ready")).Done;
        return ((bool)health["drives"]!, (string?)health["standsBy"]);
    }

    /// <summary>Waits until a process has seen that another moved the clock: it looks each second.</summary>
    private static async Task FollowsAsync(ServiceProcess service, int year)
    {
        var desk = new Desk(service.Http, "", token: null);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await desk.GetAsync("rehearsal/clock")).Done["now"]!.GetValue<DateTimeOffset>().Year != year)
            patience.Token.ThrowIfCancellationRequested();
    }

    private static IEnumerable<string> Letters(IEnumerable<JsonNode> log) =>
        log.Where(row => (string)row["event"]!["type"]! == "letter-prepared").Select(row => (string)row["event"]!["dutyKey"]!);
}
