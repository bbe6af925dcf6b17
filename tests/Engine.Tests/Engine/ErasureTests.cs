using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

public sealed class ErasureTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Case_WhoseTextsAreErased_FoldsAndVerifiesWithoutThem()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();
        var before = (await host.Cases.ReadAsync(id, Ct))!;

        await host.Get<PartyStore>().EraseAsync(PartyScope.Case(id), Ct);
        host.Cases.Forget();

        var after = (await host.Cases.ReadAsync(id, Ct))!;
        (after.Version, after.State.Request).ShouldBe((before.Version, before.State.Request));
        (await host.VerifiedAsync(LogId.Case(id))).Events.ShouldBe(before.Version);
        var subject = after.State.Request!.Subject;
        (await host.Get<Texts>().ReadAsync(LogId.Case(id), [subject, subject], Ct)).ShouldBe([KeyValuePair.Create(subject, (string?)null)]);
    }

    [Fact]
    public async Task Letter_OfACaseWhoseTextsAreErased_SaysSo()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Get<PartyStore>().EraseAsync(PartyScope.Case(id), Ct);

        await host.Turns.RunAsync();

        var text = await host.LetterTextAsync(id, LetterKind.ReceiptConfirmation);
        text.ShouldContain(Texts.Erased);
        text.ShouldContain(id);
        text.ShouldNotContain("Zonnebloem", Shouldly.Case.Insensitive);
        text.ShouldNotContain("Wilhelmina");
        (await host.EventsAsync<DutyFailed>(LogId.Case(id))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Row_OfACaseWhoseTextsAreErased_HasNoSubject()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Get<Indexer>().FlushAsync(Ct);
        await host.Get<PartyStore>().EraseAsync(PartyScope.Case(id), Ct);

        host.Get<Indexer>().Mark(LogId.Case(id));
        await host.Get<Indexer>().FlushAsync(Ct);

        host.Get<Worklist>().Find(new WorklistQuery(null, null, null, null, id, "due", 10, null, new DateOnly(2018, 5, 22)))
            .Items.ShouldHaveSingleItem().Subject.ShouldBeNull();
    }

    [Fact]
    public async Task Log_OfAWholeLife_HoldsNoTextOfAnyone()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.DecidedAsync();

        foreach (var entry in (await host.Cases.ReadLogAsync(id, 0, Ct))!)
        {
            var line = System.Text.Encoding.UTF8.GetString(entry.Event.Span);
            line.ShouldNotContain("Zonnebloem", Shouldly.Case.Insensitive);
            line.ShouldNotContain("Wilhelmina");
        }
    }

    [Fact]
    public async Task Texts_ManyAtOnce_AreAllRead()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var scope = LogId.Case("c1");
        var salt = new byte[PartyStore.SaltLength];
        var texts = Enumerable.Range(0, 300).Select(number => FreeText.Of($"tekst {number}", salt)).ToList();
        foreach (var text in texts)
            await host.Get<PartyStore>().PutAsync(PartyScope.Of(scope), salt, text.Text!, Ct);

        var read = await host.Get<Texts>().ReadAsync(scope, texts.Concat(texts), Ct);

        read.Count.ShouldBe(300);
        read.ShouldAllBe(pair => pair.Value == pair.Key.Text);
    }
}
