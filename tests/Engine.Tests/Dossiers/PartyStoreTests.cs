using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs.Models;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class PartyStoreTests(Azurite azurite)
{
    private static readonly PartyScope Scope = PartyScope.Case("c1");
    private static readonly byte[] Salt = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    private readonly ManualTime _time = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_Stored_IsNamedByItsSaltAndContent()
    {
        var parties = new PartyStore(await azurite.OpenAsync(), _time);

        var hash = await parties.PutAsync(Scope, Salt, "J. Jansen, Kerkstraat 1", Ct);

        hash.ShouldBe(Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes("J. Jansen, Kerkstraat 1")])));
        (await parties.PutAsync(Scope, Salt, "J. Jansen, Kerkstraat 1", Ct)).ShouldBe(hash);
        (await parties.GetAsync(Scope, hash, Ct)).ShouldBe("J. Jansen, Kerkstraat 1");
    }

    [Fact]
    public async Task Text_Erased_IsGone()
    {
        var account = await azurite.OpenAsync();
        var parties = new PartyStore(account, _time);
        var hash = await parties.PutAsync(Scope, Salt, "J. Jansen", Ct);
        (await parties.GetAsync(Scope, hash, Ct)).ShouldBe("J. Jansen");

        await parties.EraseAsync(Scope, hash, Ct);
        await parties.EraseAsync(Scope, hash, Ct);

        (await parties.GetAsync(Scope, hash, Ct)).ShouldBeNull();
        (await LeftAsync(account)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Case_Erased_LosesItsTextsAndNoOthers()
    {
        var account = await azurite.OpenAsync();
        var parties = new PartyStore(account, _time);
        var hashes = new List<string>();
        foreach (var text in new[] { "a", "b", "c" }) hashes.Add(await parties.PutAsync(Scope, Salt, text, Ct));
        var other = await parties.PutAsync(PartyScope.Case("c12"), Salt, "a", Ct);
        (await parties.GetAsync(Scope, hashes[0], Ct)).ShouldBe("a");

        await parties.EraseAsync(Scope, Ct);

        foreach (var hash in hashes) (await parties.GetAsync(Scope, hash, Ct)).ShouldBeNull();
        (await LeftAsync(account)).ShouldBe([$"cases/c12/texts/{other}"]);
    }

    [Fact]
    public async Task Text_ErasedByAnotherProcess_IsForgottenWithinFiveMinutes()
    {
        var account = await azurite.OpenAsync();
        var (here, there) = (new PartyStore(account, _time), new PartyStore(account, _time));
        var hash = await here.PutAsync(Scope, Salt, "J. Jansen", Ct);
        await here.GetAsync(Scope, hash, Ct);
        await there.EraseAsync(Scope, hash, Ct);

        _time.Now += TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1);
        (await here.GetAsync(Scope, hash, Ct)).ShouldBe("J. Jansen");
        _time.Now += TimeSpan.FromTicks(1);
        (await here.GetAsync(Scope, hash, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Text_ReadAgain_AsksNothingOfStorage()
    {
        var account = await azurite.OpenAsync();
        var parties = new PartyStore(account, _time);
        var hash = await parties.PutAsync(Scope, Salt, "J. Jansen", Ct);
        await parties.GetAsync(Scope, hash, Ct);

        using var tally = account.Meter.Measure();
        await parties.GetAsync(Scope, hash, Ct);

        tally.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Text_ErasedWhileItIsRead_IsNotRemembered()
    {
        var faults = new StorageFaults();
        var parties = new PartyStore(await azurite.OpenAsync(faults.Apply), _time);
        var hash = await parties.PutAsync(Scope, Salt, "J. Jansen", Ct);

        faults.After(StorageFaults.IsRead, () => parties.EraseAsync(Scope, hash, Ct));
        await parties.GetAsync(Scope, hash, Ct);

        (await parties.GetAsync(Scope, hash, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Text_Altered_IsRefusedWithoutShowingIt()
    {
        var account = await azurite.OpenAsync();
        var parties = new PartyStore(account, _time);
        var hash = await parties.PutAsync(Scope, Salt, "J. Jansen", Ct);
        byte[] altered = [.. Salt, .. "P. Pietersen"u8];
        await account.Parties.GetBlobClient($"{Scope}/texts/{hash}").UploadAsync(BinaryData.FromBytes(altered), overwrite: true, Ct);

        var exception = await Should.ThrowAsync<PartyTextAlteredException>(() => parties.GetAsync(Scope, hash, Ct));

        exception.Message.ShouldNotContain("Pietersen");
    }

    private static async Task<List<string>> LeftAsync(StorageAccount account) =>
        await account.Parties.GetBlobsAsync(new GetBlobsOptions(), Ct).Select(blob => blob.Name).ToListAsync(Ct);
}
