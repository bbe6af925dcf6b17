using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

public sealed class DossierRaceTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_EightAtOnceFromTwoProcesses_TakeEachStepOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { BlocksPerSegment = 7 }); // segments roll under their hands
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var versions = new List<long>();
            for (var step = 0; step < 5; step++)
                versions.Add((await (writer % 2 == 0 ? host : other).StepAsync(id, new Assign($"h-{writer}-{step}"))).Version);
            return versions;
        })));

        taken.SelectMany(versions => versions).Order().ShouldBe(Enumerable.Range(2, 40).Select(version => (long)version));
        taken.ShouldAllBe(versions => versions.SequenceEqual(versions.Order()));
        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(41);
        (await host.EventsAsync<CaseAssigned>(LogId.Case(id))).Select(e => e.Handler).ShouldBeUnique();
        (await host.Cases.ReadAsync(id, Ct))!.State.Intake.Handler.ShouldBe((await other.Cases.ReadAsync(id, Ct))!.State.Intake.Handler);
    }

    [Fact]
    public async Task Command_RacingAcrossTwoProcesses_IsOneEventWithTheSameVersion()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.CaseAsync(id);

        for (var round = 0; round < 10; round++)
        {
            var (key, to) = ($"k{round}", new Assign($"h{round}"));
            var both = await Task.WhenAll(
                Task.Run(() => host.TakeAsync(id, to, key: key)), Task.Run(() => other.TakeAsync(id, to, key: key)),
                Task.Run(() => host.TakeAsync(id, to, key: key)), Task.Run(() => other.TakeAsync(id, to, key: key)));
            both.ShouldAllBe(taken => ((Done<Case>)taken).Version == round + 2);
        }

        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(11);
    }

    [Fact]
    public async Task Key_RacingWithTwoPayloads_IsTakenForOneOfThem()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.CaseAsync(id);

        for (var round = 0; round < 10; round++)
        {
            var (key, first, second) = ($"k{round}", new Assign($"a{round}"), new Assign($"b{round}"));
            var both = await Task.WhenAll(Task.Run(() => host.TakeAsync(id, first, key: key)), Task.Run(() => other.TakeAsync(id, second, key: key)));
            both.Count(taken => taken is Done<Case>).ShouldBe(1);
            both.Count(taken => taken is KeyUsedBefore<Case>).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Registration_TwiceAtOnceWithOneKey_IsOneCase()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => Task.Run(() => (number % 2 == 0 ? host : other).TryRegisterAsync("k1"))));

        var done = all.Select(taken => taken.ShouldBeOfType<Done<Case>>()).ToList();
        done.Select(one => one.After.State.Id).Distinct().ShouldHaveSingleItem();
        done.ShouldAllBe(one => one.Version == 1);
        (await host.VerifiedAsync(done[0].After.Log)).Events.ShouldBe(1);
    }

    [Fact]
    public async Task Registration_WithoutAKey_IsACaseEachTime()
    {
        await using var host = await EngineHost.StartAsync(azurite);

        (await host.RegisterAsync()).ShouldNotBe(await host.RegisterAsync());
    }

    [Fact]
    public async Task Writer_ThatKeepsLosing_DecidesOnWhatCame()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        for (var round = 0; round < 4; round++)
        {
            var handler = $"h{round}";
            faults.Before(StorageFaults.IsAppend, () => other.StepAsync(id, new Assign(handler)));
        }

        (await host.TakeAsync(id, new Assign("bert"))).ShouldBeOfType<Done<Case>>().Version.ShouldBe(6);
        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(6);
    }
}
