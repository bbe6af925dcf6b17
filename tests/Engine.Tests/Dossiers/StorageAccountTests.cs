using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class StorageAccountTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Emulator_WhereItIsNotAllowed_IsRefused()
    {
        Should.Throw<InvalidOperationException>(() => StorageAccount.Open(new() { Account = StorageLocation.Of("UseDevelopmentStorage=true") }));
        Should.Throw<InvalidOperationException>(() =>
            StorageAccount.Open(new() { Account = StorageLocation.Of(new Uri("https://azurite:10000/account")) }));
        Should.NotThrow(() => StorageAccount.Open(new() { Account = StorageLocation.Of(new Uri("https://account.blob.core.windows.net")) }));
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("1digit")]
    [InlineData("with-hyphen")]
    public void Prefix_ThatNoTableMayHave_IsRefused(string prefix) =>
        Should.Throw<ArgumentException>(() => StorageAccount.Open(new()
        {
            Account = StorageLocation.Of("UseDevelopmentStorage=true"),
            AllowEmulator = true,
            Prefix = prefix,
        }));

    [Fact]
    public async Task Account_CreatedByHostsAtOnce_IsThere()
    {
        var prefix = Azurite.NewPrefix();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => azurite.Open(null, 100, prefix).CreateMissingAsync(Ct)));

        (await new LogStore(azurite.Open(null, 100, prefix)).ReadAsync(LogId.Organisation, null, Ct)).ShouldBeNull();
    }

    [Fact]
    public async Task Account_Forgotten_IsEmptyAndUsable()
    {
        var account = await azurite.OpenAsync();
        var log = LogId.Case("c1");
        await new LogStore(account).WriteAsync(log, 2, Ct);
        await new AgendaIndex(account).SetAsync(log, LogEntries.At, 2, 20, Ct);

        await account.ForgetEverythingAsync(Ct);

        (await new LogStore(account).ReadAsync(log, null, Ct)).ShouldBeNull();
        (await new AgendaIndex(account).EarliestAsync(Ct)).ShouldBeNull();
        await new LogStore(account).WriteAsync(log, 1, Ct);
    }

    [Fact]
    public async Task Account_WithoutPrefix_IsNeverForgotten() =>
        await Should.ThrowAsync<InvalidOperationException>(() => azurite.Open(null, 100, "").ForgetEverythingAsync(Ct));

    [Fact]
    public async Task Meter_OfOneFlow_CountsItsOwnRetriesAndNothingElse()
    {
        var faults = new StorageFaults();
        var account = await azurite.OpenAsync(faults.Apply);
        var agenda = new AgendaIndex(account);
        var log = LogId.Case("c1");

        using var outer = account.Meter.Measure();
        using (var inner = account.Meter.Measure())
        {
            faults.Busy(request => request.Uri.Path.Contains("$batch", StringComparison.Ordinal));
            await agenda.SetAsync(log, LogEntries.At, 1, 10, Ct);
            inner.Kinds.OrderBy(kind => kind.Key, StringComparer.Ordinal).ShouldBe([new("GET agenda", 1), new("POST batch", 2)]);
        }
        using (account.Meter.Measure()) await new LogStore(account).IsHeadAsync(log, LogPosition.Start, Ct);

        outer.Total.ShouldBe(4);
    }
}
