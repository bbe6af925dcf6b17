using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using WobWorkflow.Cases;
using WobWorkflow.Engine;

namespace WobWorkflow.App.Tests;

/// <summary>The orchestrations on the durable runtime itself, in this process: under replay, with its events, timers and history.</summary>
public sealed class OrchestratorTests
{
    private const string CaseId = "abcd-efgh-jkmn";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentQueue<Look> _looks = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentQueue<Errand> _performed = new();
    private readonly SemaphoreSlim _looked = new(0);
    private int _failures;

    /// <summary>What the runtime tells about each of its requests would bury what a test says.</summary>
    static OrchestratorTests() => Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_WithADuty_PerformsItThenSleepsAndShowsUntilWhen()
    {
        var until = DateTimeOffset.UtcNow.AddYears(4);
        Will(Owing("remind", "remind:b"), Asleep(126_230_400, until));
        await using var host = await StartAsync();

        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(CaseOrchestrator.Name, CaseId, Ct);
        var asleep = await ShowsAsync(host.Client, instance, TurnStatus.Asleep);

        _performed.ShouldHaveSingleItem().ShouldBe(new Errand($"cases/{CaseId}", "remind:b", 7));
        _asked.ShouldAllBe(aggregate => aggregate == $"cases/{CaseId}");
        asleep.ReadInputAs<string>().ShouldBe(CaseId);
        asleep.ReadCustomStatusAs<TurnStatus>()!.Next.ShouldBe(until);
    }

    [Fact]
    public async Task Case_WokenInItsSleep_LooksAgainUnderTheSameInput()
    {
        Will(Asleep(3600, null), Asleep(3600, null));
        await using var host = await StartAsync();
        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(CaseOrchestrator.Name, CaseId, Ct);
        await ShowsAsync(host.Client, instance, TurnStatus.Asleep);

        await host.Client.RaiseEventAsync(instance, DurableTurn.StepTaken, null, Ct);
        await LooksAsync(2);

        _asked.ToArray().ShouldBe([$"cases/{CaseId}", $"cases/{CaseId}"]);
        (await host.Client.GetInstanceAsync(instance, Ct))!.IsRunning.ShouldBeTrue();
    }

    /// <summary>Wake-ups that nobody took are carried over when it begins anew, and any number of them costs a look or two.</summary>
    [Fact]
    public async Task Case_WokenManyTimes_LooksFewTimes()
    {
        Will([.. Enumerable.Repeat(Asleep(3600, null), 30)]);
        await using var host = await StartAsync();
        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(CaseOrchestrator.Name, CaseId, Ct);
        await ShowsAsync(host.Client, instance, TurnStatus.Asleep);

        for (var step = 0; step < 10; step++)
            await host.Client.RaiseEventAsync(instance, DurableTurn.StepTaken, null, Ct);
        await LooksAsync(2);
        await ShowsAsync(host.Client, instance, TurnStatus.Asleep);

        _asked.Count.ShouldBeLessThanOrEqualTo(11);
    }

    [Fact]
    public async Task Duty_ThatFailsOnce_IsTriedAgainQuickly()
    {
        _failures = 1;
        Will(Owing("remind", "remind:b"), Asleep(3600, null));
        await using var host = await StartAsync();

        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(CaseOrchestrator.Name, CaseId, Ct);
        await ShowsAsync(host.Client, instance, TurnStatus.Asleep);

        _performed.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Duty_ThatKeepsFailing_LeavesTheInstanceAliveAndWaiting()
    {
        _failures = int.MaxValue;
        Will(Owing("remind", "remind:b"));
        await using var host = await StartAsync();

        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(CaseOrchestrator.Name, CaseId, Ct);
        var waiting = await ShowsAsync(host.Client, instance, TurnStatus.Waiting);

        _performed.Count.ShouldBe(3);
        waiting.IsRunning.ShouldBeTrue();
    }

    [Theory]
    [InlineData(LookState.Gone, TurnStatus.Gone)]
    [InlineData(LookState.StandsBy, TurnStatus.StandingBy)]
    public async Task Ruling_WithNothingToDrive_Completes(LookState state, string shown)
    {
        Will(Look.Of(state));
        await using var host = await StartAsync();

        var instance = await host.Client.ScheduleNewOrchestrationInstanceAsync(RulingOrchestrator.Name, CaseId, Ct);
        var done = await host.Client.WaitForInstanceCompletionAsync(instance, getInputsAndOutputs: true, Ct).WaitAsync(Patience, Ct);

        done.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        done.ReadCustomStatusAs<TurnStatus>()!.Phase.ShouldBe(shown);
        _asked.ShouldBe([$"rulings/{CaseId}"]);
    }

    [Fact]
    public void Activities_ThereIsOneForEachKindOfDuty()
    {
        var activities = typeof(DutyActivities).GetMethods().Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>();

        activities.ShouldBe(
            typeof(Duty).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Duty))).Select(type => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name)),
            ignoreOrder: true);
    }

    private void Will(params Look[] looks)
    {
        foreach (var look in looks)
            _looks.Enqueue(look);
    }

    private static Look Asleep(long delay, DateTimeOffset? next) => new(LookState.Drives, 7, [], delay, next, []);

    private static Look Owing(string kind, string key) => new(LookState.Drives, 7, [new OwedDuty(kind, key)], null, null, []);

    private Task<DurableTaskTestHost> StartAsync() => DurableTaskTestHost.StartAsync(
        tasks =>
        {
            tasks.AddOrchestratorFunc<string>(CaseOrchestrator.Name, CaseOrchestrator.RunAsync);
            tasks.AddOrchestratorFunc<string>(RulingOrchestrator.Name, RulingOrchestrator.RunAsync);
            tasks.AddActivityFunc<string, Look>(Looking.Name, (_, aggregate) => See(aggregate));
            tasks.AddActivityFunc<Errand, bool>("remind", (_, errand) => Perform(errand));
        },
        cancellationToken: Ct);

    private Look See(string aggregate)
    {
        _asked.Enqueue(aggregate);
        _looked.Release();
        return _looks.TryDequeue(out var look) ? look : Asleep(3600, null);
    }

    private bool Perform(Errand errand)
    {
        _performed.Enqueue(errand);
        return _failures-- <= 0 ? true : throw new TimeoutException();
    }

    private async Task LooksAsync(int times)
    {
        for (var look = 0; look < times; look++)
            (await _looked.WaitAsync(Patience, Ct)).ShouldBeTrue();
    }

    private static async Task<OrchestrationMetadata> ShowsAsync(DurableTaskClient client, string instance, string phase)
    {
        var until = DateTimeOffset.UtcNow + Patience;
        while (true)
        {
            var now = await client.GetInstanceAsync(instance, getInputsAndOutputs: true, Ct);
            if (now?.SerializedCustomStatus is not null && now.ReadCustomStatusAs<TurnStatus>()!.Phase == phase)
                return now;
            (DateTimeOffset.UtcNow < until).ShouldBeTrue($"It shows {now?.SerializedCustomStatus} and not {phase}.");
            await Task.Yield();
        }
    }
}
