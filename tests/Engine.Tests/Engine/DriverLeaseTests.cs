using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class DriverLeaseTests(Azurite azurite)
{
    private readonly ManualTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lease_OfSeveralThatAskAtOnce_IsHeldByOne()
    {
        var account = await azurite.OpenAsync();
        var all = Enumerable.Range(0, 5).Select(number => Lease(account, number)).ToList();

        await Task.WhenAll(all.Select(lease => lease.HoldAsync(Ct)));

        all.Count(lease => lease.IsHeld).ShouldBe(1);
    }

    [Fact]
    public async Task Lease_Renewed_StaysWithItsHolderInOneTenure()
    {
        var account = await azurite.OpenAsync();
        var (holder, other) = (Lease(account, 1), Lease(account, 2));
        await holder.HoldAsync(Ct);

        _time.Now += TimeSpan.FromSeconds(20);
        (await holder.HoldAsync(Ct)).ShouldBeTrue();
        _time.Now += TimeSpan.FromSeconds(20);

        holder.Tenure.ShouldBe(1);
        (await other.HoldAsync(Ct)).ShouldBeFalse();
    }

    /// <summary>A process that was held up for so long must not believe that it still drives, whatever storage says by then.</summary>
    [Fact]
    public async Task Lease_NotRenewed_IsNoLongerBelievedIn()
    {
        var holder = Lease(await azurite.OpenAsync(), 1);
        await holder.HoldAsync(Ct);

        _time.Now += HostLease.Length;

        (holder.IsHeld, holder.Tenure).ShouldBe((false, null));
        await holder.HoldAsync(Ct);
        holder.Tenure.ShouldBe(2);
    }

    [Fact]
    public async Task Lease_LetGo_IsTakenByAnotherAtOnce()
    {
        var account = await azurite.OpenAsync();
        var (holder, other) = (Lease(account, 1), Lease(account, 2));
        await holder.HoldAsync(Ct);

        await holder.LetGoAsync(Ct);

        (await other.HoldAsync(Ct)).ShouldBeTrue();
        (await holder.HoldAsync(Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Lease_OfAProcessThatIsGone_IsBroken()
    {
        var account = await azurite.OpenAsync();
        await Lease(account, 1).HoldAsync(Ct);

        (await Lease(account, 2, isGone: _ => false).HoldAsync(Ct)).ShouldBeFalse();
        (await Lease(account, 3, isGone: mark => mark.Pid == 1).HoldAsync(Ct)).ShouldBeTrue();
    }

    /// <summary>Of two that see the same process gone, the second must not break the lease of the first.</summary>
    [Fact]
    public async Task Lease_BrokenOnStaleKnowledge_StaysWithItsNewHolder()
    {
        var account = await azurite.OpenAsync();
        await Lease(account, 1).HoldAsync(Ct);
        var late = new HostLease(account, "local", new ProcessMark("here", 3, "3"));
        var seen = await late.HoldAsync(Ct);
        var follower = Lease(account, 2, isGone: mark => mark.Pid == 1);
        await follower.HoldAsync(Ct);

        await late.BreakAsync(seen.Tag!, Ct);

        (await late.HoldAsync(Ct)).Held.ShouldBeFalse();
        (await follower.HoldAsync(Ct)).ShouldBeTrue();
    }

    [Fact]
    public async Task Lease_TakenAndLost_IsTold()
    {
        var holder = Lease(await azurite.OpenAsync(), 1);
        var told = 0;
        holder.Changed += () => told++;

        await holder.HoldAsync(Ct);
        await holder.HoldAsync(Ct);
        told.ShouldBe(1);
        await holder.LetGoAsync(Ct);

        told.ShouldBe(2);
    }

    [Fact]
    public async Task Driving_WithoutTheLease_LeavesItToTheOtherProcess()
    {
        var account = await azurite.OpenAsync();
        var (first, second) = (DrivingOf(account, Lease(account, 1)), DrivingOf(account, Lease(account, 2)));

        await first.BeginAsync(Ct);
        await second.BeginAsync(Ct);

        (await first.EpochNowAsync(Ct)).ShouldBe(1);
        (await second.EpochAsync(Ct)).ShouldBeNull();
        (await second.EpochNowAsync(Ct)).ShouldBeNull();
        (await first.StandAsync(Ct), await second.StandAsync(Ct)).ShouldBe((Stand.Drives, Stand.BehindAnotherProcess));
    }

    [Fact]
    public async Task Driving_ForWhatCannotBeTakenBack_AsksForTheLeaseAnew()
    {
        var account = await azurite.OpenAsync();
        var lease = Lease(account, 1);
        var first = DrivingOf(account, lease);
        await first.BeginAsync(Ct);
        var thief = Lease(account, 2, isGone: _ => true);
        await thief.HoldAsync(Ct);

        (await first.EpochAsync(Ct)).ShouldBe(1); // as it believes
        (await first.EpochNowAsync(Ct)).ShouldBeNull();
        (await first.EpochAsync(Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Lease_WhereAnotherHostIsAppointed_IsLetGo()
    {
        var account = await azurite.OpenAsync();
        var lease = Lease(account, 1);
        var driving = DrivingOf(account, lease);
        await driving.BeginAsync(Ct);
        await driving.AppointAsync(await driving.CurrentAsync(Ct), new HostIdentity("functions", "WobWorkflow"), "operator", Ct);

        await driving.KeepLeaseAsync(Ct);

        lease.IsHeld.ShouldBeFalse();
        (await driving.StandAsync(Ct)).ShouldBe(Stand.BehindAnotherHost);
    }

    private Driving DrivingOf(StorageAccount account, DriverLease lease) => new(new HostRegister(new LogStore(account)), HostIdentity.Local, _time, lease);

    private DriverLease Lease(StorageAccount account, int pid, Func<ProcessMark, bool>? isGone = null) =>
        new(new HostLease(account, "local", new ProcessMark("here", pid, $"{pid}")), isGone ?? (_ => false), _time);
}
