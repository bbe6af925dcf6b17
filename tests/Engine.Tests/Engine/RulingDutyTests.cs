using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class RulingDutyTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ruling_OnTwoCasesWhoseEveryAnswerIsLost_ReachesEachOnce()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var (one, two) = (await host.DecidedAsync(), await host.DecidedAsync());
        var ruling = await RegisteredAsync(host, Row(one), Row(two));

        for (var append = 0; append < 4; append++)
            faults.LoseAnswer(StorageFaults.IsAppend);
        await host.Turns.RunAsync();

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<RulingReachedCase>(LogId.Ruling(ruling))).Select(reached => reached.CaseId).ShouldBe([one, two]);
        foreach (var id in (string[])[one, two])
        {
            (await host.EventsAsync<RulingApplied>(LogId.Case(id))).ShouldHaveSingleItem().RulingId.ShouldBe(ruling);
            await host.VerifiedAsync(LogId.Case(id));
            host.Turns.Next.ShouldContainKey(LogId.Case(id)); // it was woken, and watches the court's term
        }
    }

    [Fact]
    public async Task Ruling_WhoseHostDiedAfterTheCaseTookItIn_IsRecordedByTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.DecidedAsync();
        var ruling = await RegisteredAsync(host, Row(id));
        faults.Down(request => StorageFaults.IsAppend(request) && request.Uri.Path.Contains("rulings", StringComparison.Ordinal));
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Turns.RunAsync());

        await using var next = await host.AnotherAsync();
        await next.Get<Turn>().RunAsync(LogId.Ruling(ruling), Ct);
        await next.Get<Turn>().RunAsync(LogId.Ruling(ruling), Ct);

        (await next.EventsAsync<RulingApplied>(LogId.Case(id))).Length.ShouldBe(1);
        (await next.EventsAsync<RulingReachedCase>(LogId.Ruling(ruling))).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("202003618/1/A3")]
    [InlineData("een zaak van elders")]
    public async Task Ruling_NamingACaseThatIsNotThere_SaysSoAndGoesOn(string unknown)
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();

        var ruling = await RegisteredAsync(host, Row(unknown), Row(id));
        await host.Turns.RunAsync();

        var refused = (await host.EventsAsync<RulingRefusedByCase>(LogId.Ruling(ruling))).ShouldHaveSingleItem();
        (refused.CaseId, refused.Code).ShouldBe((unknown, "case-not-found"));
        (await host.EventsAsync<RulingReachedCase>(LogId.Ruling(ruling))).ShouldHaveSingleItem().CaseId.ShouldBe(id);
        (await host.EventsAsync<RulingDutyFailed>(LogId.Ruling(ruling))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ruling_OnADecisionThatWasNotAnnounced_IsRefusedByTheCase()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        var ruling = await RegisteredAsync(host, Row(id));
        await host.Turns.RunAsync();

        (await host.EventsAsync<RulingRefusedByCase>(LogId.Ruling(ruling))).ShouldHaveSingleItem().Code.ShouldBe("decision-not-found");
        (await host.EventsAsync<RulingApplied>(LogId.Case(id))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ruling_WhoseCaseAnnouncesTheNewDecision_IsToldOnceAndCanBeClosed()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();
        var ruling = await RegisteredAsync(host, Row(id));
        await host.Turns.RunAsync();
        (await host.CloseRulingAsync(ruling)).ShouldBeOfType<NotTaken<Ruling>>().Refused.Code.ShouldBe("decision-owed");

        await host.DecideAsync(id, new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: new DecisionId(1), AnswersRuling: ruling));
        await host.Turns.RunAsync();
        await host.Get<Turn>().RunAsync(LogId.Case(id), Ct);

        var answered = (await host.EventsAsync<RulingAnswered>(LogId.Ruling(ruling))).ShouldHaveSingleItem();
        (answered.CaseId, answered.AnsweredBy).ShouldBe((id, new DecisionId(2)));
        (await host.EventsAsync<RulingTold>(LogId.Case(id))).Length.ShouldBe(1);
        (await host.CloseRulingAsync(ruling)).ShouldBeOfType<Done<Ruling>>().After.State.IsClosed.ShouldBeTrue();
        await host.VerifiedAsync(LogId.Ruling(ruling));
    }

    [Fact]
    public async Task Ruling_ThatIsGone_FailsTheTellingAsAnEvent()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();
        var ruling = await RegisteredAsync(host, Row(id));
        await host.Turns.RunAsync();
        await host.Get<StorageAccount>().Logs.DeleteBlobAsync($"rulings/{ruling}/00001.ndjson", cancellationToken: Ct);
        host.Rulings.Forget();

        await host.DecideAsync(id, new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: new DecisionId(1), AnswersRuling: ruling));
        await host.Turns.RunAsync();

        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldHaveSingleItem().Kind.ShouldBe("tell-ruling");
    }

    private static RulingRowPayload Row(string caseId) =>
        new("202003618/1/A3", caseId, new DecisionId(1), [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], TermDays: 84);

    private static async Task<string> RegisteredAsync(EngineHost host, params RulingRowPayload[] rows)
    {
        await host.Turns.RunAsync();
        return (await host.RegisterRulingAsync(rows)).ShouldBeOfType<Done<Ruling>>().After.State.Id;
    }
}
