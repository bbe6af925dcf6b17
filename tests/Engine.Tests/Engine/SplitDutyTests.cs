using Azure.Core;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>A case that is split off another is founded once, with all that belongs to it, whatever dies in between.</summary>
public sealed class SplitDutyTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Split_FoundsTheOtherCase_WithItsFilesAndTexts()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (id, document) = await WithDocumentAsync(host);
        var other = await SplitAsync(host, id, document);
        await host.Turns.RunAsync();

        (await host.CaseAsync(id)).Intake.Splits.Single().FoundedOn.ShouldNotBeNull();
        // What is erased in the one stays in the other.
        await host.Get<PartyStore>().EraseAsync(PartyScope.Case(id), Ct);
        await host.Get<ArtifactStore>().DestroyAsync(LogId.Case(id), Ct);
        var c = await host.CaseAsync(other);
        (await host.Get<Texts>().ReadAsync(LogId.Case(other), [c.Request!.Text], Ct))[c.Request.Text].ShouldBe("Graag alle stukken over het Zonnebloemakkoord.");
        (await host.Get<Texts>().ReadAsync(LogId.Case(other), [c.Documents.Single().Title], Ct)).Values.Single().ShouldBe("Verslag");
        (await host.Get<CaseFiles>().ReadTextAsync(other, c.Documents.Single(), Ct)).ShouldBe("Het verslag van de bloei.");
        var letter = await host.LetterTextAsync(other, LetterKind.SplitNotice);
        letter.ShouldContain(id);
        letter.ShouldContain("De splitsing geeft geen nieuwe termijn");
        letter.ShouldContain("Alles over de bloei.");
        c.Letters.ShouldNotContain(sent => sent.Kind == LetterKind.ReceiptConfirmation);
    }

    [Fact]
    public async Task Split_WhoseHostDiesBeforeAnyOfItsWrites_IsFinishedOnceByTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var next = await host.AnotherAsync();
        var id = await host.RegisterAsync();
        var died = 0;
        for (var writes = 0; ; writes++)
        {
            var document = await AddAsync(host, id, $"Het verslag van de bloei, deel {writes}.");
            var other = await SplitAsync(host, id, document);
            var left = writes;
            faults.Down(request => request.Method == RequestMethod.Put && Interlocked.Decrement(ref left) < 0);
            var failure = await Record.ExceptionAsync(() => host.Get<CaseSplitting>().PerformAsync(id, new FoundSplitCase(writes + 1), Ct));
            faults.Down(null);

            await next.Get<CaseSplitting>().PerformAsync(id, new FoundSplitCase(writes + 1), Ct);
            await next.Get<CaseSplitting>().PerformAsync(id, new FoundSplitCase(writes + 1), Ct);

            (await next.EventsAsync<CaseSplitOff>(LogId.Case(other))).Length.ShouldBe(1);
            (await next.EventsAsync<SplitFounded>(LogId.Case(id))).Length.ShouldBe(writes + 1);
            (await next.Get<CaseFiles>().ReadTextAsync(other, (await next.CaseAsync(other)).Documents.Single(), Ct)).ShouldNotBeNull();
            if (failure is null)
                break;
            died++;
        }

        died.ShouldBeGreaterThan(6);
        await next.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Split_ByTwoHostsAtOnce_FoundsOneCase()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        await using var second = await host.AnotherAsync();
        var (id, document) = await WithDocumentAsync(host);
        var other = await SplitAsync(host, id, document);

        await Task.WhenAll(new[] { host, second }.Select(one => one.Get<CaseSplitting>().PerformAsync(id, new FoundSplitCase(1), Ct)));

        (await host.EventsAsync<CaseSplitOff>(LogId.Case(other))).Length.ShouldBe(1);
        (await host.EventsAsync<SplitFounded>(LogId.Case(id))).Length.ShouldBe(1);
    }

    private static async Task<(string Id, DocumentId Document)> WithDocumentAsync(EngineHost host)
    {
        var id = await host.RegisterAsync();
        return (id, await AddAsync(host, id, "Het verslag van de bloei."));
    }

    private static async Task<DocumentId> AddAsync(EngineHost host, string id, string text)
    {
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
        return (await host.StepAsync(id, new AddDocument("Verslag") { Content = stored })).After.State.Documents.Last().Id;
    }

    private static async Task<string> SplitAsync(EngineHost host, string id, DocumentId document) => (await host.StepAsync(
        id, new Split("de bloei", "Alles over de bloei.", "Dat deel kan eerder worden afgerond.", Documents: [document]))).After.State.Intake.Splits[^1].CaseId;
}
