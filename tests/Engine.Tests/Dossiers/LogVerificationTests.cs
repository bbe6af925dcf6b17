using System.Text;
using Azure.Storage.Blobs.Specialized;
using WobWorkflow.Dossiers;
using static WobWorkflow.Engine.Tests.LogEntries;

namespace WobWorkflow.Engine.Tests;

/// <summary>Logs are written as they should be, then spoilt behind the store's back; a reader must refuse wherever verification does.</summary>
public sealed class LogVerificationTests(Azurite azurite)
{
    private static readonly LogId Log = LogId.Ruling("r1");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_AsWritten_IsIntact()
    {
        var account = await azurite.OpenAsync(blocksPerSegment: 3);
        var position = await new LogStore(account).WriteAsync(Log, 8, Ct);

        (await new LogStore(account).VerifyAsync(Log, position, Ct))!.ShouldBe(new LogVerification(true, 8, position.Hash, null));
    }

    [Fact]
    public async Task Log_NeverRegistered_HasNothingToVerify() =>
        (await new LogStore(await azurite.OpenAsync()).VerifyAsync(Log, null, Ct)).ShouldBeNull();

    [Fact]
    public async Task Line_Tampered_IsFoundAtTheNext() =>
        (await SpoiltAsync(5, lines => lines[2] = lines[2].Replace("tester", "forger", StringComparison.Ordinal)))
            .ShouldBe((LogBreakKind.Tampered, 1, 4L));

    [Fact]
    public async Task Line_Missing_IsFound() =>
        (await SpoiltAsync(5, lines => lines.RemoveAt(2))).ShouldBe((LogBreakKind.Missing, 1, 3L));

    [Fact]
    public async Task FirstLine_Missing_IsFound() =>
        (await SpoiltAsync(5, lines => lines.RemoveAt(0))).ShouldBe((LogBreakKind.Missing, 1, 1L));

    [Fact]
    public async Task Lines_Swapped_AreFound() =>
        (await SpoiltAsync(5, lines => (lines[1], lines[3]) = (lines[3], lines[1]))).ShouldBe((LogBreakKind.Swapped, 1, 2L));

    [Fact]
    public async Task Line_Cut_IsFound() =>
        (await SpoiltAsync(5, lines => lines[4] = lines[4][..40], ends: false)).ShouldBe((LogBreakKind.Cut, 1, 5L));

    [Fact]
    public async Task TwoLines_AfterTheSame_AreAFork() =>
        (await SpoiltAsync(5, lines => lines[4] = lines[2].Replace("tester", "forger", StringComparison.Ordinal)))
            .ShouldBe((LogBreakKind.Fork, 1, 5L));

    [Fact]
    public async Task Line_OfAnotherShape_IsFound() =>
        (await SpoiltAsync(5, lines => lines[1] = lines[1].Replace("\"actor\"", "\"person\"", StringComparison.Ordinal)))
            .ShouldBe((LogBreakKind.Unreadable, 1, 2L));

    [Fact]
    public async Task Seal_WithAnotherHead_IsFound() =>
        (await SpoiltAsync(5, lines => lines[3] = lines[3].Replace("\"head\":\"", "\"head\":\"0", StringComparison.Ordinal), blocksPerSegment: 3))
            .ShouldBe((LogBreakKind.Seal, 1, 4L));

    [Fact]
    public async Task Seal_Missing_IsAFork() =>
        (await SpoiltAsync(5, lines => lines.RemoveAt(3), blocksPerSegment: 3, readerSees: false)).ShouldBe((LogBreakKind.Fork, 1, 4L));

    [Fact]
    public async Task Seal_WithSomethingAfterIt_IsAFork() =>
        (await SpoiltAsync(5, lines => lines.Add(lines[2]), blocksPerSegment: 3)).ShouldBe((LogBreakKind.Fork, 1, 4L));

    [Theory]
    [InlineData(1, 1L)]
    [InlineData(2, 4L)]
    public async Task Segment_Missing_IsFound(int segment, long seq)
    {
        var account = await azurite.OpenAsync(blocksPerSegment: 3);
        await new LogStore(account).WriteAsync(Log, 8, Ct);
        await account.Logs.GetBlobClient($"{Log}/{segment:D5}.ndjson").DeleteAsync(cancellationToken: Ct);

        var found = (await new LogStore(account).VerifyAsync(Log, null, Ct))!;

        found.Intact.ShouldBeFalse();
        (found.Break!.Kind, found.Break.Segment, found.Break.Seq).ShouldBe((LogBreakKind.Missing, segment, seq));
    }

    [Fact]
    public async Task End_TakenAway_IsFoundByAKnownPosition()
    {
        var account = await azurite.OpenAsync();
        var position = await new LogStore(account).WriteAsync(Log, 5, Ct);
        await SpoilAsync(account, lines => lines.RemoveAt(4));

        (await new LogStore(account).VerifyAsync(Log, null, Ct))!.Intact.ShouldBeTrue();
        (await new LogStore(account).VerifyAsync(Log, position, Ct))!.Break!.Kind.ShouldBe(LogBreakKind.Missing);
    }

    [Fact]
    public async Task LastLine_Tampered_IsFoundByAKnownPosition()
    {
        var account = await azurite.OpenAsync();
        var position = await new LogStore(account).WriteAsync(Log, 5, Ct);
        await SpoilAsync(account, lines => lines[4] = lines[4].Replace("tester", "forger", StringComparison.Ordinal));

        var found = (await new LogStore(account).VerifyAsync(Log, position, Ct))!.Break!;

        (found.Kind, found.Seq).ShouldBe((LogBreakKind.Tampered, 5L));
    }

    [Fact]
    public async Task KnownPosition_BeforeASealOrAfter_IsPassed()
    {
        var account = await azurite.OpenAsync(blocksPerSegment: 2);
        var logs = new LogStore(account);
        var known = new List<LogPosition> { (await logs.CreateAsync(Log, Step("step-1"), Ct)).Position };
        for (var step = 2; step <= 6; step++) known.Add((await logs.AppendAsync(Log, known[^1], Step($"step-{step}"), Ct)).Position);

        foreach (var position in known) (await logs.VerifyAsync(Log, position, Ct))!.Intact.ShouldBeTrue();
    }

    private async Task<(LogBreakKind, int, long)> SpoiltAsync(
        int steps, Action<List<string>> spoil, bool ends = true, int blocksPerSegment = 40_000, bool readerSees = true)
    {
        var account = await azurite.OpenAsync(blocksPerSegment: blocksPerSegment);
        var logs = new LogStore(account);
        await logs.WriteAsync(Log, steps, Ct);
        await SpoilAsync(account, spoil, ends);

        var found = (await logs.VerifyAsync(Log, null, Ct))!;

        found.Intact.ShouldBeFalse();
        if (readerSees) await Should.ThrowAsync<LogBrokenException>(() => logs.ReadAsync(Log, null, Ct));
        found.Break!.Explanation.ShouldNotContain("forger");
        return (found.Break.Kind, found.Break.Segment, found.Break.Seq);
    }

    private static async Task SpoilAsync(StorageAccount account, Action<List<string>> spoil, bool ends = true)
    {
        var blob = account.Logs.GetAppendBlobClient($"{Log}/00001.ndjson");
        var lines = (await blob.DownloadContentAsync(Ct)).Value.Content.ToString().TrimEnd('\n').Split('\n').ToList();
        spoil(lines);
        await blob.CreateAsync(cancellationToken: Ct); // what the store never does: it empties the blob
        await blob.AppendBlockAsync(new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines) + (ends ? "\n" : ""))), cancellationToken: Ct);
    }
}
