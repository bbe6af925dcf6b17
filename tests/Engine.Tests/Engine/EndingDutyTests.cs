using Azure;
using Azure.Core;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>What is destroyed is gone to the last byte, whatever dies in between, and the log says how much that was.</summary>
public sealed class EndingDutyTests(Azurite azurite)
{
    private static readonly Actor Archivist = new("archivist", [Role.Archivist, Role.Administrator, Role.Coordinator, Role.Handler]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Destroy_WhoseHostDiesBeforeAnyDelete_IsFinishedByTheNext_WithTheSameCounts()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var next = await host.AnotherAsync();
        var id = await WithDocumentAsync(host);
        await host.Turns.RunAsync();
        var files = await host.Get<ArtifactStore>().ListAsync(LogId.Case(id), Ct).CountAsync(Ct);
        await BegunAsync(host, id);
        var left = 2;
        faults.Down(request => request.Method == RequestMethod.Delete && Interlocked.Decrement(ref left) < 0);
        (await Record.ExceptionAsync(() => host.Get<CaseEnding>().PerformAsync(id, new DestroyContent(), Ct))).ShouldNotBeNull();
        faults.Down(null);

        await next.Get<CaseEnding>().PerformAsync(id, new DestroyContent(), Ct);
        await next.Get<CaseEnding>().PerformAsync(id, new DestroyContent(), Ct);

        (await next.EventsAsync<DestructionCounted>(LogId.Case(id))).ShouldHaveSingleItem().Files.ShouldBe(files);
        (await next.EventsAsync<DestructionDone>(LogId.Case(id))).Length.ShouldBe(1);
        (await next.Get<ArtifactStore>().ListAsync(LogId.Case(id), Ct).CountAsync(Ct)).ShouldBe(0);
        var c = await next.CaseAsync(id);
        (await next.Get<PartyStore>().ExistsAsync(PartyScope.Case(id), c.Request!.Subject.Hash, Ct)).ShouldBeFalse();
        await next.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Destroy_OfWhatStorageKeepsUnderAPolicy_FailsWithThatReason_AndIsTriedAgain()
    {
        var faults = new StorageFaults(belowRetries: false);
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await WithDocumentAsync(host);
        await BegunAsync(host, id);
        faults.Before(request => request.Method == RequestMethod.Delete && request.Uri.Path.Contains("/originals/", StringComparison.Ordinal),
            () => throw new RequestFailedException(409, "kept", "BlobImmutableDueToPolicy", null));

        await host.Get<DutyPerformer>().PerformAsync(LogId.Case(id), new DestroyContent(), Ct);

        var failure = (await host.CaseAsync(id)).Failures.Values.ShouldHaveSingleItem();
        (failure.Kind, failure.Reason).ShouldBe(("destroy-content", "kept-by-storage"));
        await host.Get<CaseEnding>().PerformAsync(id, new DestroyContent(), Ct);
        (await host.CaseAsync(id)).ShouldSatisfyAllConditions(c => c.Destruction!.DoneOn.ShouldNotBeNull(), c => c.Failures.ShouldBeEmpty());
    }

    [Fact]
    public async Task Erase_RemovesTheText_AndTheListForgetsTheSubject()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await host.RegisterAsync();
        await host.Turns.RunAsync();
        var subject = (await host.CaseAsync(id)).Request!.Subject.Hash;
        await host.Get<Indexer>().FlushAsync(Ct);
        host.Get<Worklist>().RowOf(id)!.Subject.ShouldNotBeNull();

        await host.StepAsync(id, new Erase("Verzoek van betrokkene.", Texts: [subject, new string('a', 64)]), Archivist);
        await host.Turns.RunAsync();
        await host.Get<Indexer>().FlushAsync(Ct);

        host.Get<Worklist>().RowOf(id)!.Subject.ShouldBeNull();
        (await host.EventsAsync<ErasureDone>(LogId.Case(id))).ShouldHaveSingleItem().NotThere.ShouldBe([new string('a', 64)]);
    }

    private static async Task<string> WithDocumentAsync(EngineHost host)
    {
        var id = await host.RegisterAsync();
        using var content = new MemoryStream("Het verslag van de bloei."u8.ToArray());
        var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
        await host.StepAsync(id, new AddDocument("Verslag") { Content = stored });
        return id;
    }

    /// <summary>As if its retention were over.</summary>
    private static async Task BegunAsync(EngineHost host, string id) => await host.Get<Records>().OnCaseAsync(id, "begun", c =>
        new DestructionBegun(RequestEnd.Withdrawn, "14.3", 1, new(2017, 1, 1), new(2018, 1, 1), "BSD-1", 1, c.Documents.Count, c.Letters.Count, c.Artifacts.Count), Ct);
}
