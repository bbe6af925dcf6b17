using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>Parts that nobody completes go away, and no others.</summary>
public sealed class UploadStoreTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_ADayAfterTheLastPart_ForgetsTheUpload_AndNotBefore()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var uploads = host.Get<UploadStore>();
        await uploads.BeginAsync("case-1", new PartedUpload("abc", "henk", 3, null, "none"), Ct);
        await uploads.PutAsync("case-1", "abc", 1, new byte[] { 1, 2, 3 }, Ct);

        (await uploads.SweepAsync(DateTimeOffset.UtcNow + UploadStore.Patience - TimeSpan.FromHours(1), Ct)).ShouldBe(0);
        (await uploads.PartsAsync("case-1", "abc", Ct)).ShouldHaveSingleItem().Size.ShouldBe(3);
        (await uploads.SweepAsync(DateTimeOffset.UtcNow + UploadStore.Patience + TimeSpan.FromHours(1), Ct)).ShouldBe(2);
        (await uploads.FindAsync("case-1", "abc", Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Join_PutsThePartsBehindEachOther_AndSaysWhereOneIsGone()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var uploads = host.Get<UploadStore>();
        await uploads.PutAsync("case-1", "abc", 2, new byte[] { 3 }, Ct);
        await uploads.PutAsync("case-1", "abc", 1, new byte[] { 1, 2 }, Ct);
        using var whole = new MemoryStream();

        (await uploads.JoinAsync("case-1", "abc", 2, whole, Ct)).ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([1, 2, 3])));
        whole.ToArray().ShouldBe([1, 2, 3]);
        (await uploads.JoinAsync("case-1", "abc", 3, Stream.Null, Ct)).ShouldBeNull();
    }
}
