using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class CacheAndJobTests(Azurite azurite)
{
    private static readonly Job Begun = new("j1", "rebuild", JobState.Running, 0, 10, null, []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cache_PutAndRemoved_IsThereAndIsNot()
    {
        var cache = new CacheStore(await azurite.OpenAsync());
        (await cache.GetAsync("snapshots/c1", Ct)).ShouldBeNull();

        await cache.PutAsync("snapshots/c1", BinaryData.FromString("a"), Ct);
        await cache.PutAsync("snapshots/c1", BinaryData.FromString("b"), Ct);
        (await cache.GetAsync("snapshots/c1", Ct))!.ToString().ShouldBe("b");

        await cache.RemoveAsync("snapshots/c1", Ct);
        (await cache.GetAsync("snapshots/c1", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Key_AddedByManyAtOnce_IsThatOfTheFirstForAll()
    {
        var cache = new CacheStore(await azurite.OpenAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => cache.AddAsync("keys/k", BinaryData.FromString($"{number}"), Ct)));

        answers.Select(answer => answer.ToString()).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Job_Advanced_IsReadAsItCame()
    {
        var jobs = new JobStore(await azurite.OpenAsync());
        var begun = await jobs.BeginAsync(Begun, Ct);

        await jobs.AdvanceAsync(begun, Begun with { Done = 5, Cursor = "cases/c5", Failures = [new("cases/c3", "broken")] }, Ct);

        var found = (await jobs.FindAsync("j1", Ct))!.Job;
        (found.Done, found.Cursor, found.State).ShouldBe((5L, "cases/c5", JobState.Running));
        found.Failures.ShouldBe([new("cases/c3", "broken")]);
        (await jobs.BeginAsync(Begun, Ct)).Job.Done.ShouldBe(5);
    }

    [Fact]
    public async Task Job_AdvancedByTwo_IsAdvancedByOne()
    {
        var jobs = new JobStore(await azurite.OpenAsync());
        var begun = await jobs.BeginAsync(Begun, Ct);

        (await jobs.AdvanceAsync(begun, Begun with { Done = 1 }, Ct)).ShouldNotBeNull();
        (await jobs.AdvanceAsync(begun, Begun with { Done = 2 }, Ct)).ShouldBeNull();

        (await jobs.FindAsync("j1", Ct))!.Job.Done.ShouldBe(1);
    }

    [Fact]
    public async Task Job_Unknown_IsNull() => (await new JobStore(await azurite.OpenAsync()).FindAsync("j9", Ct)).ShouldBeNull();
}
