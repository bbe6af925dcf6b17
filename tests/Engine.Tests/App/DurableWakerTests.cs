using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using WobWorkflow.App;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class DurableWakerTests(Azurite azurite)
{
    private static readonly HostIdentity Functions = new("functions", "WobWorkflow");
    private static readonly LogId Case = LogId.Case("abcd-efgh-jkmn");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wake_LiveInstance_RaisesAndStartsNothing()
    {
        var instances = new Instances { Alive = true };

        await WakeAsync(instances, await WakeUpsAsync());

        instances.Calls.ShouldBe(["raise"]);
    }

    [Fact]
    public async Task Wake_NoInstance_StartsOne()
    {
        var instances = new Instances();

        await WakeAsync(instances, await WakeUpsAsync());

        instances.Calls.ShouldBe(["raise", "start"]);
    }

    [Fact]
    public async Task Wake_InstanceStartedMeanwhile_RaisesAfterAll()
    {
        var instances = new Instances { StartedMeanwhile = true };

        await WakeAsync(instances, await WakeUpsAsync());

        instances.Calls.ShouldBe(["raise", "start", "raise"]);
    }

    [Fact]
    public async Task Wake_ManyWhileOneIsUnderWay_BecomeOneMore()
    {
        var instances = new Instances { Alive = true, Held = new TaskCompletionSource() };
        var wakeUps = await WakeUpsAsync();
        var waker = new DurableWaker(instances, wakeUps);
        waker.Wake(Case);
        await instances.Begun.Task.WaitAsync(Ct);

        for (var step = 0; step < 10; step++)
            waker.Wake(Case);
        instances.Held.SetResult();
        await wakeUps.WhenIdleAsync(Ct);

        instances.Calls.ShouldBe(["raise", "raise"]);
    }

    [Fact]
    public async Task Wake_AnotherHostDrives_LeavesItToItsSweeper()
    {
        var instances = new Instances { Alive = true };
        var driving = await DrivingAsync();
        await driving.AppointAsync(null, HostIdentity.Local, "operator", Ct);

        await WakeAsync(instances, Through(driving));

        instances.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Wake_HostOutOfReach_IsSurvived()
    {
        var instances = new Instances { Failing = true };
        var wakeUps = await WakeUpsAsync();

        await WakeAsync(instances, wakeUps);
        instances.Failing = false;
        await WakeAsync(instances, wakeUps);

        instances.Calls.ShouldBe(["raise", "raise", "start"]);
    }

    [Fact]
    public async Task Quiet_WaitsForWhatWasWoken()
    {
        var instances = new Instances { Alive = true };
        var wakeUps = await WakeUpsAsync();
        new DurableWaker(instances, wakeUps).Wake(Case);
        var time = new ManualTime();

        await new DurableDriver(wakeUps, instances, time).WhenQuietAsync(Ct);
        await new DurableDriver(wakeUps, instances, time).WhenQuietAsync(Ct);

        instances.Calls.ShouldBe(["raise", "rests"]);
    }

    private static async Task WakeAsync(Instances instances, WakeUps wakeUps)
    {
        new DurableWaker(instances, wakeUps).Wake(Case);
        await wakeUps.WhenIdleAsync(Ct);
    }

    private static WakeUps Through(Driving driving) => new(driving, TimeProvider.System, NullLogger<WakeUps>.Instance);

    private async Task<WakeUps> WakeUpsAsync() => Through(await DrivingAsync());

    private async Task<Driving> DrivingAsync() => new(new HostRegister(new LogStore(await azurite.OpenAsync())), Functions, TimeProvider.System);

    private sealed class Instances : IInstances
    {
        private readonly ConcurrentQueue<string> _calls = new();

        public IEnumerable<string> Calls => _calls;

        public bool Alive { get; set; }

        /// <summary>Somebody else starts it between our raising and our starting.</summary>
        public bool StartedMeanwhile { get; init; }

        public bool Failing { get; set; }

        public TaskCompletionSource? Held { get; init; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<bool> RaiseAsync(LogId aggregate, CancellationToken cancellation)
        {
            _calls.Enqueue("raise");
            Begun.TrySetResult();
            if (Held is not null)
                await Held.Task;
            return Failing ? throw new TimeoutException() : Alive;
        }

        public Task<bool> StartAsync(LogId aggregate, CancellationToken cancellation)
        {
            _calls.Enqueue("start");
            Alive = true;
            return Task.FromResult(!StartedMeanwhile);
        }

        public Task<bool> RestsSinceAsync(LogId aggregate, DateTimeOffset moment, CancellationToken cancellation)
        {
            _calls.Enqueue("rests");
            return Task.FromResult(true);
        }
    }
}
