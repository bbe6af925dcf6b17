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

    [Fact]
    public async Task Ruling_ThatIsAddedToAfterItsCaseTookItIn_TellsTheCaseOnce_AlsoWhereEachAnswerIsLost()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.DecidedAsync();
        var ruling = await RegisteredAsync(host, new RulingRowPayload("202003618/1/A3", id, new DecisionId(1), [Dictum.WellFounded, Dictum.Annulled]));
        await host.Turns.RunAsync();
        await host.RulingStepAsync(ruling, new AddOutcome(id, new DecisionId(1), [Dictum.NewDecision], TermDays: 42));

        for (var append = 0; append < 2; append++)
            faults.LoseAnswer(StorageFaults.IsAppend);
        await host.Turns.RunAsync();
        await host.Get<Turn>().RunAsync(LogId.Ruling(ruling), Ct);

        faults.Outstanding.ShouldBe(0);
        (await host.EventsAsync<RulingAmended>(LogId.Case(id))).ShouldHaveSingleItem().TermDays.ShouldBe(42);
        (await host.EventsAsync<RulingAmendmentReachedCase>(LogId.Ruling(ruling))).ShouldHaveSingleItem().Revision.ShouldBe(1);
        (await host.CaseAsync(id)).Rulings.Single().Outcomes.ShouldBe([Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision]);
        await host.VerifiedAsync(LogId.Case(id));
        await host.VerifiedAsync(LogId.Ruling(ruling));
    }

    [Fact]
    public async Task Ruling_WhoseCaseIsGone_FailsTheAmendmentAsAnEventAndIsNotDischarged()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();
        var ruling = await RegisteredAsync(host, Row(id));
        await host.Turns.RunAsync();
        await host.Get<StorageAccount>().Logs.DeleteBlobAsync($"cases/{id}/00001.ndjson", cancellationToken: Ct);
        host.Cases.Forget();
        await host.RulingStepAsync(ruling, new AddOutcome(id, new DecisionId(1), [Dictum.CostsAwarded]));

        await host.Turns.RunAsync();

        (await host.EventsAsync<RulingDutyFailed>(LogId.Ruling(ruling))).ShouldHaveSingleItem().Kind.ShouldBe("amend-ruling");
        (await host.EventsAsync<RulingAmendmentReachedCase>(LogId.Ruling(ruling))).ShouldBeEmpty();
    }

    [Fact]
    public async Task LetterToParliament_IsDraftedOnce_FromTheFactsThatHold()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var ruling = await RegisteredAsync(host, Row(await host.DecidedAsync()));
        await host.Turns.RunAsync();
        await host.RulingStepAsync(ruling, new ConfirmScope());
        await host.RulingStepAsync(ruling, Letter("om zonnebloemen te rooien"));
        faults.LoseAnswer(StorageFaults.IsAppend);
        await host.Turns.RunAsync();
        await host.Get<Turn>().RunAsync(LogId.Ruling(ruling), Ct);

        (await host.EventsAsync<ParliamentLetterPrepared>(LogId.Ruling(ruling))).Length.ShouldBe(1);
        (await LetterTextAsync(host, ruling)).ShouldContain("om zonnebloemen te rooien");

        // Other facts: another letter. One that was derived from the old facts is not recorded any more.
        await host.RulingStepAsync(ruling, Letter("om zonnebloemen te planten"));
        await host.Get<ParliamentDrafting>().PerformAsync(ruling, new PrepareParliamentLetter(1), Ct);
        (await host.EventsAsync<ParliamentLetterPrepared>(LogId.Ruling(ruling))).Length.ShouldBe(1);
        await host.Turns.RunAsync();
        (await LetterTextAsync(host, ruling)).ShouldContain("om zonnebloemen te planten");
    }

    [Fact]
    public async Task LetterToParliament_WhoseFactsChangeWhileItIsWritten_IsNotRecorded()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var other = await host.AnotherAsync();
        var ruling = await RegisteredAsync(host, Row(await host.DecidedAsync()));
        await host.Turns.RunAsync();
        await host.RulingStepAsync(ruling, new ConfirmScope());
        await host.RulingStepAsync(ruling, Letter("om zonnebloemen te rooien"));
        faults.Before(StorageFaults.IsAppend, () => other.RulingStepAsync(ruling, Letter("om zonnebloemen te planten")));

        await host.Turns.RunAsync();

        (await host.EventsAsync<ParliamentLetterPrepared>(LogId.Ruling(ruling))).ShouldHaveSingleItem().Revision.ShouldBe(2);
        (await LetterTextAsync(host, ruling)).ShouldContain("om zonnebloemen te planten");
    }

    [Fact]
    public async Task LetterToParliament_ThatWasSent_HasACopyWithItsDate()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();
        var ruling = await RegisteredAsync(host, Row(id));
        await host.Turns.RunAsync();
        await host.RulingStepAsync(ruling, new ConfirmScope());
        await host.RulingStepAsync(ruling, Letter("om zonnebloemen te rooien"));
        await host.DecideAsync(id, new DraftDecision(DecisionKind.NewAfterAnnulment, Supplements: new DecisionId(1), AnswersRuling: ruling));
        await host.Turns.RunAsync();
        await host.RulingStepAsync(ruling, new SignParliamentLetter(), new Actor("minister", [Role.Signatory]));
        await host.RulingStepAsync(ruling, new InformParliament("2018Z1"));

        await host.Turns.RunAsync();
        (await host.Get<Turn>().RunAsync(LogId.Ruling(ruling), Ct)).Performed.ShouldBe(0);

        var state = (await host.Rulings.ReadAsync(ruling, Ct))!.State;
        state.Artifacts.Select(artifact => artifact.Id).ShouldBe([state.Letter!.Versions.Single(), state.Letter.DatedCopy!.Value]);
        (await host.EventsAsync<ParliamentLetterDated>(LogId.Ruling(ruling))).ShouldHaveSingleItem().On.ShouldBe(new DateOnly(2018, 5, 22));
    }

    private static DraftLetter Letter(string measure) =>
        new("maatregel", "het kabinet", 2018, measure, "https://open.overheid.nl/1", [new DocumentToReport("Analyse", "een analyse van zonnebloemen")]);

    private static async Task<string> LetterTextAsync(EngineHost host, string rulingId)
    {
        var ruling = (await host.Rulings.ReadAsync(rulingId, Ct))!.State;
        var file = (await host.Get<CaseFiles>().OpenArtifactAsync(LogId.Ruling(rulingId), ruling.Artifacts[ruling.Letter!.Versions[^1]]!, Ct))!;
        using var content = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(content, Ct);
        return Documents.DocxText.Read(content.ToArray()).All;
    }

    private static RulingRowPayload Row(string caseId) =>
        new("202003618/1/A3", caseId, new DecisionId(1), [Dictum.WellFounded, Dictum.Annulled, Dictum.NewDecision], TermDays: 84);

    private static async Task<string> RegisteredAsync(EngineHost host, params RulingRowPayload[] rows)
    {
        await host.Turns.RunAsync();
        return (await host.RegisterRulingAsync(rows)).ShouldBeOfType<Done<Ruling>>().After.State.Id;
    }
}
