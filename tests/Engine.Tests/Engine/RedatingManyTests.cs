using System.Diagnostics;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>A change of the calendar over many open cases: it tells how far it is, stops anywhere, goes on, and finishes.</summary>
public sealed class RedatingManyTests(Azurite azurite)
{
    /// <summary>The last day of four weeks from 22 May 2018; requests of the day after end a day later.</summary>
    private static readonly DateOnly Due = new(2018, 6, 19);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CalendarChange_HundredsOfCases_TellsHowFarItIs_AndGoesOnWhereItsHostDied()
    {
        const int Many = 260;
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var touched = await RegisterAsync(host, Many);
        await host.SetAsync(new DesignateDay(Due, "Stcrt. 2018, 1"));

        // The job is written when it begins and after each two hundred cases; at the second of those storage goes away.
        var told = new List<(long Done, long Total)>();
        async Task LookAsync() => told.Add((await JobAsync(host)) is { } job ? (job.Done, job.Total) : default);
        faults.After(IsJob, LookAsync).After(IsJob, async () =>
        {
            await LookAsync();
            faults.Down(request => request.Method != Azure.Core.RequestMethod.Get);
        });
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Get<Redating>().RunPendingAsync(Ct));

        told.ShouldBe([(0, 0), (200, Many)]);
        faults.Down(null);
        await using var next = await host.AnotherAsync();
        (await next.Get<Redating>().RunPendingAsync(Ct)).ShouldBe(1);

        var done = (await JobAsync(next)).ShouldNotBeNull();
        (done.State, done.Done, done.Total, done.Failures.Count).ShouldBe((JobState.Done, Many, Many, 0));
        foreach (var id in touched)
            (await next.EventsAsync<TermsRedated>(LogId.Case(id))).ShouldHaveSingleItem().Moved.ShouldBe([new MovedTerm("decision", Due, Due.AddDays(1))]);
        (await next.Get<Redating>().RunPendingAsync(Ct)).ShouldBe(0);
    }

    /// <summary>Run by <c>./bench redating</c>, not by <c>./test</c>: minutes on a small machine.</summary>
    [Fact(Explicit = true)]
    public async Task CalendarChange_TenThousandOpenCases_Finishes()
    {
        var many = int.TryParse(Environment.GetEnvironmentVariable("BENCH_CASES"), out var asked) ? asked : 10_000;
        await using var host = await EngineHost.StartAsync(azurite);
        var since = Stopwatch.StartNew();
        var touched = await RegisterAsync(host, many);
        Say($"{many} open cases registered in {since.Elapsed.TotalSeconds:F0} s.");
        await host.SetAsync(new DesignateDay(Due, "Stcrt. 2018, 1"));

        // As after a restart: nothing is in memory.
        await using var cold = await host.AnotherAsync();
        since.Restart();
        var running = cold.Get<Redating>().RunPendingAsync(Ct);
        for (long last = -1; !running.IsCompleted;)
        {
            if (await JobAsync(host) is { } job && job.Done != last)
            {
                last = job.Done;
                Say($"{since.Elapsed.TotalSeconds,6:F1} s: {job.Done} of {job.Total}");
            }

            await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1), Ct));
        }

        (await running).ShouldBe(1);
        var done = (await JobAsync(host)).ShouldNotBeNull();
        (done.State, done.Done, done.Failures.Count).ShouldBe((JobState.Done, many, 0));
        Say($"Re-dated in {since.Elapsed.TotalSeconds:F1} s, {many / since.Elapsed.TotalSeconds:F0} cases a second; {touched.Count} of them moved.");
        foreach (var id in touched.Take(50))
            (await host.EventsAsync<TermsRedated>(LogId.Case(id))).Length.ShouldBe(1);
    }

    /// <summary>Registers open cases, every other one with a term that ends on <see cref="Due"/>; those are what it returns.</summary>
    private static async Task<IReadOnlyCollection<string>> RegisterAsync(EngineHost host, int many)
    {
        var touched = new System.Collections.Concurrent.ConcurrentBag<string>();
        host.Time.Now = EngineHost.Noon(2018, 5, 23);
        host.Wakes.Lost = true; // the letters of these cases are another test's
        await Parallel.ForEachAsync(Enumerable.Range(0, many), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Ct }, async (number, stop) =>
        {
            var received = new DateOnly(2018, 5, 22 + (number % 2));
            var payload = new Register("Zonnebloemakkoord", "Graag alle stukken.", received, Channel.Email, new PersonDetails("Wilhelmina Verzoekster"));
            var id = (await host.RegisterAsync(payload, $"request {number}", stop)).ShouldBeOfType<Done<Case>>().After.State.Id;
            if (number % 2 == 0)
                touched.Add(id);
        });
        return touched;
    }

    private static async Task<Job?> JobAsync(EngineHost host) => (await host.Get<JobStore>().FindAsync(Redating.JobOf(1), Ct))?.Job;

    private static bool IsJob(Azure.Core.Request request) =>
        request.Method == Azure.Core.RequestMethod.Put && request.Uri.Path.Contains("/jobs/", StringComparison.Ordinal);

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
