using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class RehearsalTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clock_MovedAYear_VisitsEachMomentInItsOrder()
    {
        await using var host = await StartAsync();
        var id = await host.RegisterAsync();

        (await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2019, 5, 22), Ct)).ShouldBe(new MoveResult(EngineHost.Noon(2019, 5, 22), null));

        var log = (await host.Cases.ReadLogAsync(id, 0, Ct))!;
        log.Select(entry => entry.At).ShouldBe(log.Select(entry => entry.At).Order());
        var begun = log.Where(entry => EventJson.Read(entry.Event.Span) is ReminderBegun { TermId: CaseTerms.DecisionTerm }).Select(entry => (entry.At, entry.On)).ToList();
        var due = new DateOnly(2018, 6, 19);
        DateOnly[] days = [due.AddDays(-14), due.AddDays(-7), due.AddDays(-2), due, .. Enumerable.Range(1, 48).Select(week => due.AddDays(7 * week))];
        begun.ShouldBe(days.Select(day => (LocalTime.MorningOf(day), day)));
        (await host.CaseAsync(id)).Reminders.ShouldAllBe(reminder => reminder.Kind == ReminderKind.Term && reminder.DeliveredAt == reminder.At);
    }

    [Fact]
    public async Task Clock_MovedOverASuspendedTerm_PassesItsNights()
    {
        await using var host = await StartAsync();
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new AskClarification("Welke zonnebloemen?", new DateOnly(2018, 6, 5)));
        await host.Turns.RunAsync();
        await host.DispatchAsync(id, LetterKind.ClarificationRequest);

        (await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2018, 7, 10), Ct)).Refused.ShouldBeNull();

        var decision = CaseTerms.ForDeciding(await host.CaseAsync(id), await host.Get<Settings>().CurrentAsync(Ct), new DateOnly(2018, 7, 10));
        (await host.EventsAsync<ReminderBegun>(LogId.Case(id))).Where(begun => begun.TermId == CaseTerms.DecisionTerm).ShouldAllBe(begun => begun.Due == decision.Due);
        (await host.EventsAsync<ReminderBegun>(LogId.Case(id))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Clock_OfAnEmptyRehearsal_GoesBackToo()
    {
        await using var host = await StartAsync();

        (await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2016, 1, 4), Ct)).Refused.ShouldBeNull();

        host.Get<CaseClock>().Now.ShouldBe(EngineHost.Noon(2016, 1, 4));
    }

    [Fact]
    public async Task Clock_OnceSomethingIsRegisteredAnywhere_DoesNotGoBack()
    {
        await using var host = await StartAsync();
        await using var other = await host.AnotherAsync();
        await other.RegisterAsync();
        await other.Get<Indexer>().FlushAsync(Ct);

        (await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2016, 1, 4), Ct)).Refused.ShouldNotBeNull().Code.ShouldBe("clock-goes-forward");
        (await other.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2016, 1, 4), Ct)).Refused.ShouldNotBeNull();
        host.Get<CaseClock>().Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Clock_RightAfterTheFirstRegistration_DoesNotGoBack()
    {
        await using var host = await StartAsync();
        await host.RegisterAsync(); // not in any list yet

        (await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2016, 1, 4), Ct)).Refused.ShouldNotBeNull().Code.ShouldBe("clock-goes-forward");
    }

    [Fact]
    public async Task Clock_AfterARestart_IsWhereItWasLeft()
    {
        await using var host = await StartAsync();
        await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2018, 9, 1), Ct);
        host.Time.Now += TimeSpan.FromHours(1);

        await using var restarted = await host.AnotherAsync();

        restarted.Get<CaseClock>().Now.ShouldBe(EngineHost.Noon(2018, 9, 1).AddHours(1));
    }

    [Fact]
    public async Task Rehearsal_Forgotten_LeavesNothing()
    {
        await using var host = await StartAsync();
        host.Get<People>().Saw(EngineHost.Anna, "Anna", "anna@example.nl");
        var id = await host.DecidedAsync();
        await host.SetCoordinatorsAsync("coordinatie@example.nl");
        await host.RegisterRulingAsync(new RulingRowPayload("202003618/1/A3", id, new DecisionId(1), [Dictum.Annulled]));
        await host.Get<Rehearsal>().MoveAsync(EngineHost.Noon(2018, 9, 1), Ct);
        var key = await host.Get<Rehearsal>().KeyAsync(Ct);

        await host.Get<Rehearsal>().ForgetAsync(Ct);

        host.Get<CaseClock>().Now.ShouldBe(host.Time.Now);
        (await host.Cases.ReadAsync(id, Ct)).ShouldBeNull();
        host.Get<Worklist>().IsEmpty.ShouldBeTrue();
        host.Get<People>().NameOf("anna").ShouldBeNull();
        (await host.Get<Settings>().CurrentAsync(Ct)).Version.ShouldBe(0);
        (await host.Get<LogStore>().ListAsync("", Ct).ToListAsync(Ct)).ShouldBeEmpty();
        (await host.Get<AgendaIndex>().EarliestAsync(Ct)).ShouldBeNull();
        await foreach (var left in host.Get<StorageAccount>().Parties.GetBlobsAsync(cancellationToken: Ct))
            left.Name.ShouldBeNull();
        (await host.Get<Rehearsal>().KeyAsync(Ct)).ShouldNotBe(key);
        await using var restarted = await host.AnotherAsync();
        restarted.Get<CaseClock>().Now.ShouldBe(host.Time.Now);
        restarted.Get<Worklist>().IsEmpty.ShouldBeTrue();
        (await host.RegisterAsync()).ShouldNotBe(id);
    }

    private Task<EngineHost> StartAsync() => EngineHost.StartAsync(azurite, setup => setup with { Rehearsal = true });
}
