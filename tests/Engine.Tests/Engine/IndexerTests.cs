using System.Text;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class IndexerTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Steps_AHundredOnOneCase_AreAFewWritesOfTheIndex()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        using (var steps = host.Measure())
        {
            for (var step = 0; step < 100; step++)
                await host.StepAsync(id, new Assign($"h{step}"));
            steps.Kinds.ShouldBe(new Dictionary<string, int> { ["PUT logs appendblock"] = 100 });
        }

        using var flush = host.Measure();
        await host.Get<Indexer>().FlushAsync(Ct);

        flush.Kinds["POST batch"].ShouldBe(2); // the agenda's row and the worklist's
        Row(host, id).ShouldNotBeNull().Handler.ShouldBe("h99");
        using var again = host.Measure();
        await host.Get<Indexer>().FlushAsync(Ct);
        again.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Rows_MadeAgainFromTheLogs_AreTheSame()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var decided = await host.DecidedAsync();
        await host.RegisterAsync();
        await host.ConsultedAsync(new DateOnly(2018, 6, 1));
        await host.RegisterRulingAsync(new RulingRowPayload("202003618/1/A3", decided, new DecisionId(1), [Dictum.Annulled], TermDays: 84));
        await host.Turns.LiveUntilAsync(host.Time, EngineHost.Noon(2018, 6, 13));
        await host.Get<Indexer>().FlushAsync(Ct);
        var (rows, moments) = (await RowsAsync(host), await MomentsAsync(host));

        (await host.Get<Sweeper>().RebuildAsync(Ct)).ShouldBe(4);

        (await RowsAsync(host)).ShouldBe(rows);
        (await MomentsAsync(host)).ShouldBe(moments);
        moments.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WakeUp_ThatWasLost_IsFoundBySweeping()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        host.Wakes.Lost = true;
        var id = await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);

        (await other.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(0); // whoever was woken still has its two minutes
        host.Time.Now += TimeSpan.FromMinutes(3);
        (await other.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(1);
        await other.Turns.RunAsync();

        (await host.EventsAsync<LetterPrepared>(LogId.Case(id))).Length.ShouldBe(1);
        await other.Get<Indexer>().FlushAsync(Ct);
        (await other.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Turn_ThatHadNothingToRecord_MovesTheMomentOnAllTheSame()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new AskClarification("Welke zonnebloemen?", new DateOnly(2018, 6, 5)));
        await host.Turns.RunAsync();
        await host.DispatchAsync(id, LetterKind.ClarificationRequest);
        await host.Turns.LiveUntilAsync(host.Time, EngineHost.Noon(2018, 5, 29));
        await host.Get<Indexer>().FlushAsync(Ct);

        // The term is suspended: each night is looked at again, and mostly nothing is to be done.
        host.Time.Now = EngineHost.Noon(2018, 5, 30);
        (await host.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(1);
        await host.Turns.RunAsync();
        await host.Get<Indexer>().FlushAsync(Ct);

        (await host.Get<Sweeper>().SweepAsync(Ct)).ShouldBe(0);
        (await MomentsAsync(host)).ShouldHaveSingleItem().Next.ShouldBe(LocalTime.StartOf(new DateOnly(2018, 5, 31)));
    }

    [Fact]
    public async Task Log_ThatGrewWithoutARow_IsFoundByComparing()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);
        await other.CaseAsync(id);
        (await other.Get<Sweeper>().CompareAsync(Ct)).ShouldBe(0);

        await host.StepAsync(id, new Assign("bert")); // and then that process dies
        (await other.Get<Sweeper>().CompareAsync(Ct)).ShouldBe(1);

        other.Wakes.Woken.ShouldBe([LogId.Case(id)]);
        Row(other, id).ShouldNotBeNull().Handler.ShouldBe("bert");
        (await other.Get<Sweeper>().CompareAsync(Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Log_ThatIsBroken_HoldsUpNoOtherRow()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var ids = new List<string>();
        for (var number = 0; number < 20; number++)
            ids.Add(await host.RegisterAsync());
        var broken = ids[..10];
        foreach (var id in broken)
        {
            var known = (await host.Cases.ReadAsync(id, Ct))!;
            await host.Get<LogStore>().AppendAsync(LogId.Case(id), known.Position, [LogEntries.Entry("future", """{"type":"zonnebloem-geplukt"}""")], Ct);
        }

        await host.Get<Indexer>().FlushAsync(Ct);
        ids[10..].ShouldAllBe(id => Row(host, id) != null);
        host.Said.All.ShouldContain(nameof(LogBrokenException));
        host.Said.All.ShouldNotContain("zonnebloem", Shouldly.Case.Insensitive);

        await using var restarted = await host.AnotherAsync();
        (await restarted.Get<Sweeper>().CompareAsync(Ct)).ShouldBe(10);
        using var quiet = restarted.Measure();
        await restarted.Get<Indexer>().FlushAsync(Ct);
        quiet.Total.ShouldBe(0); // it isn't read again each second
    }

    [Fact]
    public async Task Row_ThatCouldNotBeWritten_StaysNoted()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var (one, two) = (await host.RegisterAsync(), await host.RegisterAsync());
        faults.Down(request => request.Uri.Path.Contains("batch", StringComparison.Ordinal));
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Get<Indexer>().FlushAsync(Ct));
        faults.Down(null);

        await host.Get<Indexer>().FlushAsync(Ct);

        (Row(host, one), Row(host, two)).ShouldSatisfyAllConditions(rows => rows.Item1.ShouldNotBeNull(), rows => rows.Item2.ShouldNotBeNull());
        (await host.Get<Sweeper>().CompareAsync(Ct)).ShouldBe(0);
    }

    [Fact]
    public async Task Case_ThatRests_CostsNothing()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await RestingAsync(host, cases: 1);
        var one = await HourAsync(host);
        await RestingAsync(host, cases: 5);
        var six = await HourAsync(host);

        six.ShouldBe(one); // whatever an hour costs, no case adds to it
    }

    [Fact]
    public async Task SecondHost_CatchingUp_SeesTheRowsOfTheFirst()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var other = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);
        Row(other, id).ShouldBeNull();

        await other.Get<Indexer>().CatchUpAsync(Ct);
        Row(other, id).ShouldNotBeNull().Subject.ShouldBe("Zonnebloemakkoord");
        await host.StepAsync(id, new Assign("bert"));
        await host.Get<Indexer>().FlushAsync(Ct);
        await other.Get<Indexer>().CatchUpAsync(Ct);

        Row(other, id).ShouldNotBeNull().Handler.ShouldBe("bert");
    }

    [Fact]
    public async Task Row_OfAnotherVersionOfTheProgram_IsWrittenAnew()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Get<WorklistIndex>().SetAsync(LogId.Case(id), "case", Encoding.UTF8.GetBytes("""{"caseId":1}"""), 1, 1, Ct);

        await using var other = await host.AnotherAsync();
        await other.Get<Indexer>().FlushAsync(Ct);

        Row(other, id).ShouldNotBeNull();
    }

    private static async Task RestingAsync(EngineHost host, int cases)
    {
        for (var number = 0; number < cases; number++)
            await host.RegisterAsync();
        await host.Turns.RunAsync();
        await host.Get<Indexer>().FlushAsync(Ct);
        host.Time.Now += TimeSpan.FromMinutes(5);
        await host.Get<Indexer>().CatchUpAsync(Ct);
    }

    /// <summary>What a host does by the clock in an hour, when nobody asks it anything.</summary>
    private static async Task<Dictionary<string, int>> HourAsync(EngineHost host)
    {
        using var hour = host.Measure();
        for (var minute = 0; minute < 60; minute++)
        {
            host.Time.Now += TimeSpan.FromMinutes(1);
            await host.Turns.RunAsync();
            await host.Get<Indexer>().FlushAsync(Ct);
            if (minute % 12 == 0)
                await host.Get<Sweeper>().SweepAsync(Ct); // each costs the same; a few show it
        }

        await host.Get<Sweeper>().CompareAsync(Ct);
        return hour.Kinds.ToDictionary();
    }

    private static WorklistRow? Row(EngineHost host, string id) =>
        host.Get<Worklist>().Find(new WorklistQuery(null, null, null, null, id, "due", 10, null, new DateOnly(2018, 5, 22))).Items.SingleOrDefault();

    private static async Task<List<(string Log, string Row, long Version)>> RowsAsync(EngineHost host) =>
        [.. (await host.Get<WorklistIndex>().AllAsync(Ct).ToListAsync(Ct)).Select(row => (row.Log.Text, Encoding.UTF8.GetString(row.Row.Span), row.Version)).Order()];

    private static async Task<List<DueLog>> MomentsAsync(EngineHost host) =>
        [.. (await host.Get<AgendaIndex>().DueAsync(DateTimeOffset.MaxValue, Ct)).OrderBy(due => due.Log.Text, StringComparer.Ordinal)];
}
