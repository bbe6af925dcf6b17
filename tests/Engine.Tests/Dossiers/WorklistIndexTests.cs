using System.Text;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class WorklistIndexTests(Azurite azurite)
{
    private static readonly LogId One = LogId.Case("c1");
    private static readonly LogId Two = LogId.Case("c2");

    private readonly ManualTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Row_Written_IsReadAsItWas()
    {
        var worklist = await OpenAsync();
        byte[] large = new byte[WorklistIndex.MaxRow];
        Random.Shared.NextBytes(large);

        await worklist.SetAsync(One, "case", large, 3, 30, Ct);

        var row = (await worklist.AllAsync(Ct).ToListAsync(Ct)).ShouldHaveSingleItem();
        (row.Log, row.Kind, row.Version, row.Removed).ShouldBe((One, "case", 3L, false));
        row.Row.ToArray().ShouldBe(large);
        await Should.ThrowAsync<ArgumentException>(() => worklist.SetAsync(One, "case", new byte[WorklistIndex.MaxRow + 1], 4, 40, Ct));
    }

    [Fact]
    public async Task Feed_AskedOn_TellsWhatChanged()
    {
        var worklist = await OpenAsync();
        await SetAsync(worklist, One, "a", 1);
        await SetAsync(worklist, Two, "b", 1);
        var first = await worklist.ChangedSinceAsync(null, Ct);
        _time.Now += TimeSpan.FromMinutes(10);
        await SetAsync(worklist, One, "c", 2);
        var second = await worklist.ChangedSinceAsync(first.Marker, Ct);
        _time.Now += TimeSpan.FromMinutes(10);
        await SetAsync(worklist, Two, "d", 2);
        var third = await worklist.ChangedSinceAsync(second.Marker, Ct);

        first.Rows.Select(Text).Order().ShouldBe(["a", "b"]);
        // b was written within two minutes of the marker
        second.Rows.Select(Text).ShouldBe(["b", "c"]);
        third.Rows.Select(Text).ShouldBe(["c", "d"]);
    }

    [Fact]
    public async Task Change_OfAHostWhoseClockIsAMinuteBehind_IsTold()
    {
        var worklist = await OpenAsync();
        await SetAsync(worklist, One, "a", 1);
        var marker = (await worklist.ChangedSinceAsync(null, Ct)).Marker;

        _time.Now -= TimeSpan.FromMinutes(1);
        await SetAsync(worklist, Two, "late", 1);
        await SetAsync(worklist, One, "later", 2);

        (await worklist.ChangedSinceAsync(marker, Ct)).Rows.Select(Text).ShouldBe(["late", "later"]);
    }

    [Fact]
    public async Task SameRow_WrittenAgain_IsNoChange()
    {
        var worklist = await OpenAsync();
        await SetAsync(worklist, One, "a", 1);
        var marker = (await worklist.ChangedSinceAsync(null, Ct)).Marker;

        _time.Now += TimeSpan.FromMinutes(10);
        await SetAsync(worklist, One, "a", 1);

        (await worklist.ChangedSinceAsync(null, Ct)).Marker.ShouldBe(marker);
    }

    [Fact]
    public async Task Row_Removed_DisappearsAndTheFeedTells()
    {
        var worklist = await OpenAsync();
        await SetAsync(worklist, One, "a", 1);
        var marker = (await worklist.ChangedSinceAsync(null, Ct)).Marker;

        await worklist.RemoveAsync(One, 2, 20, Ct);

        (await worklist.AllAsync(Ct).ToListAsync(Ct)).ShouldBeEmpty();
        (await worklist.ChangedSinceAsync(marker, Ct)).Rows.ShouldHaveSingleItem().Removed.ShouldBeTrue();
        (await SetAsync(worklist, One, "a", 1)).ShouldBeFalse();
    }

    private async Task<WorklistIndex> OpenAsync() => new(await azurite.OpenAsync(), _time);

    private static Task<bool> SetAsync(WorklistIndex worklist, LogId log, string row, long version) =>
        worklist.SetAsync(log, "case", Encoding.UTF8.GetBytes(row), version, version * 10, Ct);

    private static string Text(IndexedRow row) => Encoding.UTF8.GetString(row.Row.Span);
}
