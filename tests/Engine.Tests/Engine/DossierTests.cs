using System.Collections.Immutable;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

public sealed class DossierTests(Azurite azurite)
{
    private static readonly Assign ToBert = new("bert");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Step_AcceptedWhenWarm_IsOneAppendAndNothingElse()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        using var tally = host.Measure();
        await host.StepAsync(id, ToBert);

        tally.Kinds.ShouldBe(new Dictionary<string, int> { ["PUT logs appendblock"] = 1 });
    }

    [Fact]
    public async Task Step_WithATextWhenWarm_IsOneAppendAndOneTextStored()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        using var tally = host.Measure();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation, "Gaat over Wilhelmina."));

        tally.Kinds.ShouldBe(new Dictionary<string, int> { ["PUT parties"] = 1, ["PUT logs appendblock"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task Case_ReadWhenWarm_IsOneHead()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        using var tally = host.Measure();
        (await host.Cases.ReadAsync(id, Ct))!.Version.ShouldBe(1);

        tally.Kinds.ShouldBe(new Dictionary<string, int> { ["HEAD logs"] = 1 });
    }

    [Fact]
    public async Task Case_Glanced_AsksStorageNothing()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        using var tally = host.Measure();
        (await host.Cases.GlanceAsync(id, Ct))!.Version.ShouldBe(1);

        tally.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Step_RefusedWhenWarm_IsOneHead()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, ToBert);

        using var tally = host.Measure();
        (await host.TakeAsync(id, ToBert)).ShouldBeOfType<NotTaken<Case>>().Refused.Code.ShouldBe("already-assigned");

        tally.Kinds.ShouldBe(new Dictionary<string, int> { ["HEAD logs"] = 1 });
    }

    [Fact]
    public async Task Case_ReadWhenCold_ReadsTheLogOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        host.Cases.Forget();

        using var tally = host.Measure();
        (await host.Cases.ReadAsync(id, Ct))!.State.Request.ShouldNotBeNull();

        tally.Kinds.Keys.ShouldBe(["GET logs"]);
    }

    [Fact]
    public async Task Case_ChangedElsewhere_IsReadAsItStands()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.StepAsync(id, ToBert);

        (await host.CaseAsync(id)).Intake.Handler.ShouldBe("bert");
    }

    [Fact]
    public async Task Case_AsItStoodAtAVersion_HasNothingOfLater()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, ToBert);
        await host.StepAsync(id, new Assign("anna"));

        var then = (await host.Cases.ReadAtAsync(id, 2, Ct))!;
        (then.Version, then.State.Intake.Handler).ShouldBe((2, "bert"));
        (await host.Cases.ReadAtAsync(id, 99, Ct))!.Version.ShouldBe(3);
        (await host.Cases.ReadLogAsync(id, 1, Ct))!.Select(entry => entry.Seq).ShouldBe([2L, 3L]);
        (await host.Cases.ReadAtAsync("none", 1, Ct)).ShouldBeNull();
        (await host.Cases.ReadLogAsync("none", 0, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task LongLog_ReadInPieces_IsTheSameAsReadWhole()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        for (var i = 0; i < 205; i++)
            await host.StepAsync(id, new Assign(i % 2 == 0 ? "anna" : "bert"));
        await using var other = await host.AnotherAsync();
        var whole = (await other.Cases.ReadLogAsync(id, 0, Ct))!.Select(entry => entry.Prev).ToList();

        (await other.Cases.ReadLogAsync(id, 150, 30, Ct))!.Select(entry => entry.Prev).ShouldBe(whole.Skip(150).Take(30));
        (await other.Cases.ReadLogAsync(id, 199, 2, Ct))!.Select(entry => entry.Prev).ShouldBe(whole.Skip(199).Take(2));
        (await other.Cases.ReadLogAsync(id, 204, 30, Ct))!.Select(entry => entry.Prev).ShouldBe(whole.Skip(204));
        (await other.Cases.ReadLogAsync(id, whole.Count, 30, Ct))!.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusal_OnAStaleCache_IsNotGiven()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await host.StepAsync(id, ToBert);
        await other.StepAsync(id, new Assign("anna"));

        (await host.TakeAsync(id, ToBert)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(4);
    }

    [Fact]
    public async Task Acceptance_OnAStaleCache_IsDecidedAgain()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.StepAsync(id, ToBert);

        (await host.TakeAsync(id, ToBert)).ShouldBeOfType<NotTaken<Case>>().Now.Version.ShouldBe(2);
        (await host.EventsAsync<CaseAssigned>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task IfMatch_OfTheNewestVersionOnAStaleCache_Holds()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.StepAsync(id, ToBert);

        (await host.TakeAsync(id, new Assign("anna"), ifMatch: 2)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(3);
    }

    [Fact]
    public async Task IfMatch_OfAnEarlierVersionOnAStaleCache_DoesNotHold()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.StepAsync(id, ToBert);

        (await host.TakeAsync(id, new Assign("anna"), ifMatch: 1)).ShouldBeOfType<Outdated<Case>>().Now.Version.ShouldBe(2);
        (await host.EventsAsync<CaseAssigned>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task IfMatch_OverDutiesOfTheEngine_Holds()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Turns.RunAsync();
        (await host.Cases.ReadAsync(id, Ct))!.Version.ShouldBe(2); // the receipt confirmation

        (await host.TakeAsync(id, ToBert, ifMatch: 1)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(3);
    }

    [Fact]
    public async Task IfMatch_OverAStep_DoesNotHold()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, ToBert);
        await host.Turns.RunAsync();

        (await host.TakeAsync(id, new Assign("anna"), ifMatch: 1)).ShouldBeOfType<Outdated<Case>>().Now.Version.ShouldBe(3);
    }

    [Fact]
    public async Task IfMatch_OfAVersionThatIsYetToCome_DoesNotHold()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        (await host.TakeAsync(id, ToBert, ifMatch: 2)).ShouldBeOfType<Outdated<Case>>();
    }

    [Fact]
    public async Task Command_Repeated_IsOneEventWithTheSameVersion()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.TakeAsync(id, ToBert, key: "k1");
        await host.StepAsync(id, new Assign("anna"));

        var again = (await host.TakeAsync(id, ToBert, key: "k1", ifMatch: 1)).ShouldBeOfType<Done<Case>>();

        (again.Version, again.Replayed, again.After.Version).ShouldBe((2, true, 3));
    }

    [Fact]
    public async Task Command_RepeatedAfterARestart_IsOneEventWithTheSameVersion()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.TakeAsync(id, ToBert, key: "k1");
        host.Cases.Forget();

        var again = (await host.TakeAsync(id, ToBert, key: "k1")).ShouldBeOfType<Done<Case>>();

        (again.Version, again.Replayed).ShouldBe((2, true));
        (await host.EventsAsync<CaseAssigned>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Command_RepeatedInAnotherProcessThatSawNothingOfIt_IsOneEvent()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await other.CaseAsync(id);
        await host.TakeAsync(id, ToBert, key: "k1");
        await host.StepAsync(id, new Assign("anna"));

        (await other.TakeAsync(id, ToBert, key: "k1")).ShouldBeOfType<Done<Case>>().Version.ShouldBe(2);
        (await host.EventsAsync<CaseAssigned>(LogId.Case(id))).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Key_UsedForSomethingElse_IsTold()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync("create");
        await other.CaseAsync(id);
        await host.TakeAsync(id, ToBert, key: "k1");

        (await host.TakeAsync(id, new Assign("carla"), key: "k1")).ShouldBeOfType<KeyUsedBefore<Case>>();
        (await other.TakeAsync(id, new Assign("carla"), key: "k1")).ShouldBeOfType<KeyUsedBefore<Case>>();
        (await host.TryRegisterAsync("create", subject: "Iets anders")).ShouldBeOfType<KeyUsedBefore<Case>>();
        host.Cases.Forget();
        (await host.TryRegisterAsync("create", subject: "Iets anders")).ShouldBeOfType<KeyUsedBefore<Case>>();
        (await host.EventsAsync<CaseAssigned>(LogId.Case(id))).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Key_OfAnotherCaller_IsAnotherCommand()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        var frans = new Actor("frans", [Role.Handler]);

        await host.TakeAsync(id, ToBert, key: "k1");
        (await host.TakeAsync(id, new Assign("carla"), frans, key: "k1")).ShouldBeOfType<Done<Case>>().Version.ShouldBe(3);
    }

    [Fact]
    public async Task Aggregate_ThatIsNotThere_IsMissing()
    {
        await using var host = await EngineHost.StartAsync(azurite);

        (await host.TakeAsync("none", ToBert)).ShouldBeOfType<Missing<Case>>();
        (await host.Cases.ReadAsync("none", Ct)).ShouldBeNull();
        (await host.Cases.GlanceAsync("none", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Log_ThatStayedEmpty_IsNoCaseAndIsFilledByTheSameRequest()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        faults.Down(StorageFaults.IsAppend);
        await Should.ThrowAsync<StorageUnavailableException>(() => host.TryRegisterAsync("k1"));
        faults.Down(null);
        await using var other = await host.AnotherAsync();
        var id = "";
        await foreach (var name in BlobNamesAsync(host))
            id = name.Split('/')[1];

        (await other.Cases.ReadAsync(id, Ct)).ShouldBeNull();
        (await other.TakeAsync(id, ToBert)).ShouldBeOfType<Missing<Case>>();
        (await other.RegisterAsync("k1")).ShouldBe(id);
        await other.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Aggregates_BeyondCapacity_AreReadAgain()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var small = new Dossier<Case>(host.Get<LogStore>(), host.Get<PartyStore>(), LogId.Case, PartyScope.Case, capacity: 2);
        var at = await AtAsync(host);
        for (var round = 1; round <= 3; round++)
        {
            for (var number = 1; number <= 7; number++)
            {
                var id = $"c{number}";
                var taken = round == 1
                    ? await small.CreateAsync(id, Command.Of("register"), null, at, c => Registered(c, at), Ct)
                    : await small.TakeAsync(id, Command.Of($"assign-{round}"), null, at, _ => new CaseAssigned($"h{round}"), Ct);
                taken.ShouldBeOfType<Done<Case>>().Version.ShouldBe(round);
            }
        }

        (await small.ReadAsync("c1", Ct))!.State.Intake.Handler.ShouldBe("h3");
    }

    [Fact]
    public async Task Aggregates_BeyondCapacityManyAtOnce_AreMadeRoomForWithoutAFailure()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var small = new Dossier<Case>(host.Get<LogStore>(), host.Get<PartyStore>(), LogId.Case, PartyScope.Case, capacity: 50);

        await Parallel.ForEachAsync(Enumerable.Range(0, 4000), new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Ct }, async (number, stop) =>
            (await small.GlanceAsync($"c{number}", stop)).ShouldBeNull());
    }

    [Fact]
    public async Task Event_OfAnUnknownType_DoesNotFoldAndIsNotQuoted()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        foreach (var json in (string[])
            [
                """{"type":"zonnebloem-geplukt","subject":"Wilhelmina"}""",
                """{"type":"case-assigned","handler":{"name":"Wilhelmina"}}""",
                """{"type":"case-assigned","wilhelmina":"x"}""",
                """{"subject":"Wilhelmina"}""",
                """{"type":"ruling-closed","subject":"Wilhelmina"}""",
            ])
        {
            var id = await host.RegisterAsync();
            var known = (await host.Cases.ReadAsync(id, Ct))!;
            await host.Get<LogStore>().AppendAsync(LogId.Case(id), known.Position, [LogEntries.Entry("future", json)], Ct);

            var broken = await Should.ThrowAsync<LogBrokenException>(() => host.Cases.ReadAsync(id, Ct));

            (broken.Log, broken.Break!.Seq, broken.Break.Kind).ShouldBe((LogId.Case(id), 2, LogBreakKind.Unreadable), json);
            broken.ToString().ShouldNotContain("Wilhelmina", Shouldly.Case.Insensitive, json);
            broken.ToString().ShouldNotContain("zonnebloem", Shouldly.Case.Insensitive, json);
            await Should.ThrowAsync<LogBrokenException>(() => host.TakeAsync(id, ToBert));
        }
    }

    [Fact]
    public async Task Append_WhoseAnswerIsLost_IsDoneOnce()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();

        faults.LoseAnswer(StorageFaults.IsAppend);
        (await host.TakeAsync(id, ToBert)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(2);
        faults.LoseRequest(StorageFaults.IsAppend);
        (await host.TakeAsync(id, new Assign("anna"))).ShouldBeOfType<Done<Case>>().Version.ShouldBe(3);
        faults.Busy(StorageFaults.IsAppend);
        (await host.TakeAsync(id, ToBert)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(4);

        faults.Outstanding.ShouldBe(0);
        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(4);
    }

    [Fact]
    public async Task Append_WhoseAnswerIsLostWhileOthersGoOn_IsDoneOnceWithItsOwnVersion()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();

        faults.After(StorageFaults.IsAppend, async () =>
        {
            await other.StepAsync(id, new Assign("anna"));
            throw new IOException("The connection broke.");
        });
        var done = (await host.TakeAsync(id, ToBert)).ShouldBeOfType<Done<Case>>();

        (done.Version, done.After.Version, done.After.State.Intake.Handler).ShouldBe((2, 3, "anna"));
    }

    [Fact]
    public async Task Step_WhoseOutcomeStayedUnknown_IsTakenOnceWhenAskedAgain()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();

        faults.LoseAnswer(request =>
        {
            if (!StorageFaults.IsAppend(request))
                return false;
            faults.Down(_ => true); // the answer is lost, and then everything is
            return true;
        });
        await Should.ThrowAsync<StorageUnavailableException>(() => host.TakeAsync(id, ToBert, key: "k1"));
        faults.Down(null);

        var again = (await host.TakeAsync(id, ToBert, key: "k1")).ShouldBeOfType<Done<Case>>();
        again.Version.ShouldBe(2);
        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(2);
    }

    [Fact]
    public async Task Text_ThatCannotBeStored_LeavesNoEvent()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();

        faults.Down(request => request.Uri.Path.Contains("-parties/", StringComparison.Ordinal));
        await Should.ThrowAsync<StorageUnavailableException>(() => host.TakeAsync(id, new Qualify(Qualification.PublicInformation, "Gaat over Wilhelmina.")));
        faults.Down(null);

        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(1);
    }

    [Fact]
    public async Task Append_WhoseCallerLeavesMeanwhile_IsFinishedAndKnown()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();
        await host.Turns.RunAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        faults.Before(StorageFaults.IsAppend, leaving.CancelAsync);
        (await host.TakeAsync(id, ToBert, cancellation: leaving.Token)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(3);

        host.Wakes.Woken.ShouldBe([LogId.Case(id)]);
        using var tally = host.Measure();
        await host.StepAsync(id, new Assign("anna"));
        tally.Kinds.ShouldBe(new Dictionary<string, int> { ["PUT logs appendblock"] = 1 });
    }

    [Fact]
    public async Task Registration_WhoseCallerLeavesMeanwhile_IsFinished()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        faults.Before(StorageFaults.IsCreate, leaving.CancelAsync);
        var done = (await host.RegisterAsync(
            new Register("Zonnebloemakkoord", "Alles.", new DateOnly(2018, 5, 22), Channel.Email, new PersonDetails()), null, leaving.Token)).ShouldBeOfType<Done<Case>>();

        (await host.VerifiedAsync(done.After.Log)).Events.ShouldBe(1);
    }

    [Fact]
    public async Task Step_WhoseCallerHadLeftBefore_IsNotTaken()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => host.TakeAsync(id, ToBert, cancellation: new CancellationToken(canceled: true)));

        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(1);
        (await host.TakeAsync(id, ToBert)).ShouldBeOfType<Done<Case>>(); // and nobody stands in the way
    }

    [Fact]
    public async Task Append_WhoseAnswerIsLostWhileItsCallerLeaves_IsFinishedAndKnown()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await host.RegisterAsync();
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Ct);

        faults.After(StorageFaults.IsAppend, async () =>
        {
            await leaving.CancelAsync();
            throw new IOException("The connection broke.");
        });
        (await host.TakeAsync(id, ToBert, cancellation: leaving.Token)).ShouldBeOfType<Done<Case>>().Version.ShouldBe(2);

        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(2);
    }

    [Fact]
    public async Task Step_ThatMayBeTheFirst_IsRefusedOnlyOnWhatStorageHolds()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (settings, at) = (host.Get<Dossier<Organisation>>(), await AtAsync(host));
        var day = new DateOnly(2018, 6, 19);
        Task<Taken<Organisation>> UndesignateAsync(string command) => settings.CreateAsync(
            Organisation.TheId, Command.Of(command), null, at, o => UndesignateDay.Decide(o, new UndesignateDay(day, "Vergissing"), at), Ct);

        (await UndesignateAsync("too-early")).ShouldBeOfType<NotTaken<Organisation>>().Now.Version.ShouldBe(0);
        await host.SetAsync(new DesignateDay(day, "Stcrt. 2018, 1"));
        settings.Forget();

        (await UndesignateAsync("in-time")).ShouldBeOfType<Done<Organisation>>().Version.ShouldBe(2);
    }

    [Fact]
    public async Task Settings_AtTheVersionBeforeTheFirst_CanBeMatched()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();

        (await host.SetAsync(new DesignateDay(new DateOnly(2018, 6, 19), "Stcrt. 2018, 1"), ifMatch: 0)).ShouldBeOfType<Done<Organisation>>().Version.ShouldBe(1);
        (await other.SetAsync(new DesignateDay(new DateOnly(2018, 6, 20), "Stcrt. 2018, 2"), ifMatch: 0)).ShouldBeOfType<Outdated<Organisation>>();
        (await other.SetAsync(new DesignateDay(new DateOnly(2018, 6, 20), "Stcrt. 2018, 2"), ifMatch: 1)).ShouldBeOfType<Done<Organisation>>().Version.ShouldBe(2);
    }

    private static async IAsyncEnumerable<string> BlobNamesAsync(EngineHost host)
    {
        await foreach (var blob in host.Get<StorageAccount>().Logs.GetBlobsAsync(cancellationToken: Ct))
            yield return blob.Name;
    }

    private static async Task<At> AtAsync(EngineHost host) => new(
        host.Time.Now, LocalTime.DateOf(host.Time.Now), EngineHost.Anna, await host.Get<Settings>().CurrentAsync(Ct), [.. new byte[PartyStore.SaltLength]]);

    private static Outcome Registered(Case c, At at) => Register.Decide(c, new Register("Zonnebloemakkoord", "Alles.", at.On, Channel.Email, new PersonDetails()), at);
}
