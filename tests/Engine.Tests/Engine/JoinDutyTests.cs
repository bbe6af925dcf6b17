using Azure.Core;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;

namespace WobWorkflow.Engine.Tests;

/// <summary>What two cases that are treated together owe each other is carried over once, whatever dies in between.</summary>
public sealed class JoinDutyTests(Azurite azurite)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Join_WhoseHostDiesBeforeAnyOfItsWrites_IsFinishedOnceByTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        await using var next = await host.AnotherAsync();
        var lead = await QualifiedAsync(host);
        var died = 0;
        for (var writes = 0; ; writes++)
        {
            var id = await QualifiedAsync(host);
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"Het verslag van de bloei, deel {writes}."));
            var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
            await host.StepAsync(id, new AddDocument("Verslag") { Content = stored });
            await host.StepAsync(id, new Join(lead, "Beide verzoeken gaan over de bloei."));
            var left = writes;
            faults.Down(request => request.Method == RequestMethod.Put && Interlocked.Decrement(ref left) < 0);
            var failure = await Record.ExceptionAsync(() => host.Get<CaseJoining>().PerformAsync(id, new AskJoin(1), Ct));
            faults.Down(null);

            await next.Get<CaseJoining>().PerformAsync(id, new AskJoin(1), Ct);
            await next.Get<CaseJoining>().PerformAsync(id, new AskJoin(1), Ct);

            (await next.EventsAsync<JoinAnswered>(LogId.Case(id))).ShouldHaveSingleItem().Refused.ShouldBeNull();
            var there = await next.CaseAsync(lead);
            there.Joined.Count(joined => joined.CaseId == id).ShouldBe(1);
            (await next.Get<CaseFiles>().ReadTextAsync(lead, there.Documents.Last(), Ct)).ShouldBe($"Het verslag van de bloei, deel {writes}.");
            (await next.Get<Texts>().ReadAsync(LogId.Case(lead), [there.Documents.Last().Title], Ct)).Values.Single().ShouldBe("Verslag");
            if (failure is null)
                break;
            died++;
        }

        died.ShouldBeGreaterThan(3);
        await next.VerifiedAsync(LogId.Case(lead));
    }

    [Fact]
    public async Task Unjoin_BringsTheFilesBack_Once()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (lead, id) = (await QualifiedAsync(host), await QualifiedAsync(host));
        await host.StepAsync(id, new AddDocument("Verslag"));
        await host.StepAsync(id, new Join(lead, "Beide verzoeken gaan over de bloei."));
        await host.Turns.RunAsync();
        await host.StepAsync(id, new Unjoin("Toch apart."));

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => host.Get<CaseJoining>().PerformAsync(id, new AskUnjoin(1, 1), Ct)));

        (await host.EventsAsync<UnjoinAnswered>(LogId.Case(id))).ShouldHaveSingleItem().Refused.ShouldBeNull();
        (await host.CaseAsync(id)).Documents.ShouldAllBe(document => document.InScope);
        (await host.CaseAsync(lead)).Documents.ShouldAllBe(document => !document.InScope);
    }

    private static async Task<string> QualifiedAsync(EngineHost host)
    {
        var id = await host.RegisterAsync();
        if ((await host.CaseAsync(id)).Intake.Qualification is null)
            await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        return id;
    }
}
