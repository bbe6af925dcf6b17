using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>One kind of host drives at a time, and a case moves from one to the other with nothing lost and nothing done twice.</summary>
public sealed class DrivingTests(Azurite azurite)
{
    private static readonly HostIdentity Functions = new("functions", "WobWorkflow");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wheel_OfSeveralThatStart_IsTakenByOne()
    {
        await using var local = await EngineHost.StartAsync(azurite);
        await using var app = await local.AnotherAsync(kind: Functions);

        await local.Get<Driving>().BeginAsync(Ct);
        await app.Get<Driving>().BeginAsync(Ct);

        (await local.Get<Driving>().EpochNowAsync(Ct)).ShouldBe(1);
        (await app.Get<Driving>().EpochNowAsync(Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Case_MovedBetweenHosts_GoesOnWhereItWasWithNothingTwice()
    {
        await using var local = await EngineHost.StartAsync(azurite);
        await using var app = await local.AnotherAsync(kind: Functions);
        await local.Get<Driving>().BeginAsync(Ct);
        var id = await local.RegisterAsync();
        await local.Turns.RunAsync();

        // A step on the host that stands by calls for a letter; the other one's sweeper finds it.
        await local.Get<Driving>().AppointAsync(await Driver(local), Functions, "operator", Ct);
        await app.Get<Driving>().CurrentAsync(Ct);
        await local.StepAsync(id, new AskClarification("Welke zonnebloemen?", new DateOnly(2018, 6, 5)));
        await local.Turns.RunAsync();
        (await local.CaseAsync(id)).Letters.ShouldNotContain(letter => letter.Kind == LetterKind.ClarificationRequest);
        await local.Get<Indexer>().FlushAsync(Ct);
        local.Time.Now += TimeSpan.FromMinutes(3);
        (await local.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(0);
        (await app.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(1);
        await PerformAsync(app, LogId.Case(id));
        (await app.CaseAsync(id)).Letters.Count(letter => letter.Kind == LetterKind.ClarificationRequest).ShouldBe(1);

        // And back.
        await app.Get<Driving>().AppointAsync(await Driver(app), HostIdentity.Local, "operator", Ct);
        await local.Get<Driving>().CurrentAsync(Ct);
        local.Wakes.Wake(LogId.Case(id));
        await local.Turns.RunAsync();

        (await local.EventsAsync<LetterPrepared>(LogId.Case(id))).Select(prepared => prepared.DutyKey).ShouldBeUnique();
        await local.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Errand_OfAnEarlierEpoch_DoesNothing()
    {
        await using var app = await AppAsync();
        var id = await app.RegisterAsync();
        var (log, errands) = (LogId.Case(id), app.Get<Errands>());
        var before = await errands.LookAsync(log, Ct);
        before.Due.ShouldNotBeEmpty();

        // To another hub and back: the same host, a later epoch.
        await app.Get<Driving>().AppointAsync(await Driver(app), new HostIdentity("functions", "Other"), "operator", Ct);
        (await errands.LookAsync(log, Ct)).State.ShouldBe(LookState.StandsBy);
        await app.Get<Driving>().AppointAsync(await Driver(app), Functions, "operator", Ct);
        foreach (var duty in before.Due)
            await errands.PerformAsync(new Errand(log.Text, duty.Key, before.Epoch), Ct);
        (await app.CaseAsync(id)).Letters.ShouldBeEmpty();

        await PerformAsync(app, log);
        (await app.CaseAsync(id)).Letters.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Errand_PerformedTwiceAtOnce_IsDoneOnce()
    {
        await using var app = await AppAsync();
        await using var beside = await app.AnotherAsync();
        var id = await app.RegisterAsync();
        var look = await app.Get<Errands>().LookAsync(LogId.Case(id), Ct);

        // Two processes of one hub.
        await Task.WhenAll(look.Due.SelectMany(duty => new[] { app, beside }.Select(host =>
            host.Get<Errands>().PerformAsync(new Errand($"cases/{id}", duty.Key, look.Epoch), Ct))));

        (await app.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(look.Due.Count);
    }

    [Fact]
    public async Task Look_NothingDue_SaysHowLongToSleepInWholeSeconds()
    {
        await using var app = await AppAsync();
        var log = LogId.Case(await app.RegisterAsync());
        await PerformAsync(app, log);
        app.Time.Now += TimeSpan.FromMilliseconds(400);

        var look = await app.Get<Errands>().LookAsync(log, Ct);

        look.Due.ShouldBeEmpty();
        var left = look.Next!.Value - app.Time.Now;
        look.Delay.ShouldBe((long)Math.Ceiling(left.TotalSeconds) + 1);
    }

    [Fact]
    public async Task Look_NoSuchCase_IsGone()
    {
        await using var app = await AppAsync();

        (await app.Get<Errands>().LookAsync(LogId.Case("abcd-efgh-jkmn"), Ct)).State.ShouldBe(LookState.Gone);
    }

    [Fact]
    public async Task Reminder_OnAHostRelievedAMomentAgo_IsNotSentThere()
    {
        await using var local = await EngineHost.StartAsync(azurite);
        await using var app = await local.AnotherAsync(kind: Functions);
        await local.Get<Driving>().BeginAsync(Ct);
        var id = await local.RegisterAsync();
        await local.Turns.RunAsync();
        local.Time.Now = EngineHost.Noon(2018, 6, 5);
        var remind = (await local.Get<Agendas>().OfAsync(LogId.Case(id), Ct)).Due.OfType<Remind>().Single();
        await local.Get<DutyPerformer>().PerformAsync(LogId.Case(id), remind, Ct);
        var deliver = (await local.Get<Agendas>().OfAsync(LogId.Case(id), Ct)).Due.OfType<DeliverReminder>().Single();

        (await local.Get<Driving>().EpochAsync(Ct)).ShouldBe(1);
        await app.Get<Driving>().AppointAsync(await Driver(app), Functions, "operator", Ct);
        (await local.Get<Driving>().EpochAsync(Ct)).ShouldBe(1); // as it stood at most five seconds ago
        await local.Get<DutyPerformer>().PerformAsync(LogId.Case(id), deliver, Ct);

        (await local.CaseAsync(id)).Reminders.ShouldAllBe(reminder => reminder.DeliveredAt == null);
    }

    [Fact]
    public async Task Clock_OfARehearsalThatAnotherHostDrives_IsNotMovedHere()
    {
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Rehearsal = true });
        await host.Get<Driving>().AppointAsync(null, Functions, "operator", Ct);

        var moved = await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2018, 9, 1), Ct);

        moved.Refused.ShouldNotBeNull().Code.ShouldBe("stands-by");
    }

    [Fact]
    public async Task Clock_MovedByAnotherProcess_IsFollowed()
    {
        await using var app = await AppAsync(rehearsal: true);
        await using var beside = await app.AnotherAsync();
        await app.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2018, 9, 1), Ct);

        await beside.Get<Errands>().LookAsync(LogId.Case("abcd-efgh-jkmn"), Ct);

        beside.Get<CaseClock>().Now.ShouldBe(EngineHost.Noon(2018, 9, 1));
    }

    [Fact]
    public async Task Driver_OfAForgottenRehearsal_DrivesOn()
    {
        await using var app = await AppAsync(rehearsal: true);

        await app.Get<Rehearsal>().ForgetAsync(Ct);

        var driver = (await Driver(app))!;
        (driver.Kind, driver.Hub).ShouldBe((Functions.Kind, Functions.Hub));
    }

    /// <summary>What the orchestration does, without the runtime: look, perform, until nothing is due.</summary>
    private static async Task PerformAsync(EngineHost host, LogId log)
    {
        while (await host.Get<Errands>().LookAsync(log, Ct) is { Due.Count: > 0 } look)
        {
            foreach (var duty in look.Due)
                await host.Get<Errands>().PerformAsync(new Errand(log.Text, duty.Key, look.Epoch), Ct);
        }
    }

    private static Task<HostRecord?> Driver(EngineHost host) => host.Get<Driving>().CurrentAsync(Ct);

    private async Task<EngineHost> AppAsync(bool rehearsal = false)
    {
        var host = await EngineHost.StartAsync(azurite, setup => setup with { Host = Functions, Rehearsal = rehearsal });
        await host.Get<Driving>().BeginAsync(Ct);
        return host;
    }
}
