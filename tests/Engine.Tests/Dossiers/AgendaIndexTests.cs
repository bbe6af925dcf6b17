using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class AgendaIndexTests(Azurite azurite)
{
    private static readonly DateTimeOffset Noon = new(2022, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly LogId Log = LogId.Case("c1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Logs_Due_AreThoseUntilThenEarliestFirst()
    {
        var agenda = new AgendaIndex(await azurite.OpenAsync());
        for (var hour = 5; hour >= 1; hour--) await agenda.SetAsync(LogId.Case($"c{hour}"), Noon.AddHours(hour), 1, 10, Ct);
        await agenda.SetAsync(LogId.Organisation, null, 1, 10, Ct);

        (await agenda.DueAsync(Noon.AddHours(3), Ct)).Select(due => due.Log.Text).ShouldBe(["cases/c1", "cases/c2", "cases/c3"]);
        (await agenda.DueAsync(Noon.AddHours(1).AddTicks(-1), Ct)).ShouldBeEmpty();
        (await agenda.EarliestAsync(Ct)).ShouldBe(new DueLog(LogId.Case("c1"), Noon.AddHours(1), 1));
    }

    [Fact]
    public async Task Log_Moved_StandsInOnePlace()
    {
        var agenda = new AgendaIndex(await azurite.OpenAsync());
        await agenda.SetAsync(Log, Noon, 1, 10, Ct);

        await agenda.SetAsync(Log, Noon.AddDays(1), 2, 20, Ct);
        (await agenda.DueAsync(DateTimeOffset.MaxValue, Ct)).ShouldBe([new DueLog(Log, Noon.AddDays(1), 2)]);

        await agenda.SetAsync(Log, null, 3, 30, Ct);
        (await agenda.DueAsync(DateTimeOffset.MaxValue, Ct)).ShouldBeEmpty();
        (await agenda.EarliestAsync(Ct)).ShouldBeNull();
        (await agenda.LengthsAsync(Ct).ToListAsync(Ct)).ShouldBe([new IndexedLog(Log, 3, 30)]);
    }

    [Fact]
    public async Task EarlierVersion_ComingLate_ChangesNothing()
    {
        var agenda = new AgendaIndex(await azurite.OpenAsync());
        await agenda.SetAsync(Log, Noon, 2, 20, Ct);

        (await agenda.SetAsync(Log, Noon.AddDays(1), 1, 10, Ct)).ShouldBeFalse();

        (await agenda.EarliestAsync(Ct)).ShouldBe(new DueLog(Log, Noon, 2));
    }

    [Fact]
    public async Task SameVersion_WithAnotherMoment_ReplacesIt()
    {
        var agenda = new AgendaIndex(await azurite.OpenAsync());
        await agenda.SetAsync(Log, Noon, 2, 20, Ct);

        (await agenda.SetAsync(Log, Noon.AddDays(1), 2, 20, Ct)).ShouldBeTrue();

        (await agenda.EarliestAsync(Ct))!.Next.ShouldBe(Noon.AddDays(1));
    }

    [Fact]
    public async Task Hosts_MovingOneLogAtOnce_LeaveTheLatestVersionOnce()
    {
        var account = await azurite.OpenAsync();
        await Task.WhenAll(Enumerable.Range(1, 24).Select(version =>
            new AgendaIndex(account).SetAsync(Log, Noon.AddHours((version * 7) % 24), version, version * 10, Ct)));

        var agenda = new AgendaIndex(account);
        (await agenda.DueAsync(DateTimeOffset.MaxValue, Ct)).ShouldBe([new DueLog(Log, Noon.AddHours(24 * 7 % 24), 24)]);
        (await agenda.LengthsAsync(Ct).ToListAsync(Ct)).ShouldBe([new IndexedLog(Log, 24, 240)]);
    }

    [Fact]
    public async Task Move_WhoseAnswerIsLost_IsMovedOnce()
    {
        var faults = new StorageFaults();
        var agenda = new AgendaIndex(await azurite.OpenAsync(faults.Apply));
        await agenda.SetAsync(Log, Noon, 1, 10, Ct);

        faults.LoseAnswer(request => request.Uri.Path.Contains("$batch", StringComparison.Ordinal));
        (await agenda.SetAsync(Log, Noon.AddDays(1), 2, 20, Ct)).ShouldBeTrue();

        faults.Outstanding.ShouldBe(0);
        (await agenda.DueAsync(DateTimeOffset.MaxValue, Ct)).ShouldBe([new DueLog(Log, Noon.AddDays(1), 2)]);
    }

    [Fact]
    public async Task Move_BetweenAnothersReadAndWrite_IsNotUndone()
    {
        var faults = new StorageFaults();
        var prefix = Azurite.NewPrefix();
        var slow = new AgendaIndex(await azurite.OpenAsync(faults.Apply, prefix: prefix));
        var quick = new AgendaIndex(azurite.Open(null, 100, prefix));
        await quick.SetAsync(Log, Noon, 1, 10, Ct);

        faults.Before(request => request.Uri.Path.Contains("$batch", StringComparison.Ordinal), () => quick.SetAsync(Log, Noon.AddDays(3), 3, 30, Ct));

        (await slow.SetAsync(Log, Noon.AddDays(2), 2, 20, Ct)).ShouldBeFalse();
        (await quick.DueAsync(DateTimeOffset.MaxValue, Ct)).ShouldBe([new DueLog(Log, Noon.AddDays(3), 3)]);
    }

    [Fact]
    public async Task Agenda_Cleared_IsEmptyAndCanBeFilledAnew()
    {
        var agenda = new AgendaIndex(await azurite.OpenAsync());
        for (var number = 1; number <= 30; number++) await agenda.SetAsync(LogId.Case($"c{number}"), Noon, 9, 90, Ct);

        await agenda.ClearAsync(Ct);
        (await agenda.LengthsAsync(Ct).ToListAsync(Ct)).ShouldBeEmpty();

        (await agenda.SetAsync(Log, Noon, 1, 10, Ct)).ShouldBeTrue();
        (await agenda.DueAsync(Noon, Ct)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Log_Forgotten_IsNeitherDueNorKnown()
    {
        var agenda = new AgendaIndex(await azurite.OpenAsync());
        await agenda.SetAsync(Log, Noon, 1, 10, Ct);

        await agenda.ForgetAsync(Log, Ct);
        await agenda.ForgetAsync(Log, Ct);

        (await agenda.DueAsync(Noon, Ct)).ShouldBeEmpty();
        (await agenda.LengthsAsync(Ct).ToListAsync(Ct)).ShouldBeEmpty();
    }
}
