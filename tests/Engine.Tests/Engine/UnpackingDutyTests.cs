using System.IO.Compression;
using System.Text;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>Archives become documents in batches: each file once, whatever dies in between.</summary>
public sealed class UnpackingDutyTests(Azurite azurite)
{
    private static readonly DocumentId Doc1 = new(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Archive_OfManyFiles_BecomesAsManyDocuments_AndShowsHowFarItIs()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await WithArchiveAsync(host, [.. Enumerable.Range(1, 120).Select(i => ($"map/{i:000}.txt", Bytes($"Stuk {i}")))]);
        (await host.TakeAsync(id, new CloseCollection())).ShouldBeOfType<NotTaken<Case>>().Refused.Code.ShouldBe("container-unfinished");

        await host.Turns.RunAsync();

        var c = await host.CaseAsync(id);
        c.Documents.Count.ShouldBe(121);
        c.Documents.Skip(1).ShouldAllBe(document => document.Container == Doc1 && document.InScope && document.Content!.TextSha256 != null);
        c.Documents[Doc1]!.ShouldSatisfyAllConditions(archive => archive.InScope.ShouldBeFalse(), archive => archive.Unpacking!.Done.ShouldBe(120), archive => archive.Unpacking!.FinishedOn.ShouldNotBeNull());
        (await host.EventsAsync<ContainerUnpacked>(LogId.Case(id))).Select(batch => batch.Added.Length).ShouldBe([50, 50, 20]);
        (await host.Get<JobStore>().FindAsync(ContainerUnpacking.JobOf(id, Doc1), Ct))!.Job.ShouldSatisfyAllConditions(job => job.State.ShouldBe(JobState.Done), job => job.Done.ShouldBe(120));
        await host.StepAsync(id, new CloseCollection());
        await host.VerifiedAsync(LogId.Case(id));
    }

    [Fact]
    public async Task Archive_WhoseHostDiedBetweenBatches_IsGoneOnWithByTheNext()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        var id = await WithArchiveAsync(host, [.. Enumerable.Range(1, 70).Select(i => ($"{i:000}.txt", Bytes($"Stuk {i}")))]);
        faults.Down(request => StorageFaults.IsAppend(request) && request.Uri.Path.Contains(id, StringComparison.Ordinal));
        await Should.ThrowAsync<StorageUnavailableException>(() => host.Turns.RunAsync());

        await using var next = await host.AnotherAsync();
        await next.Get<Turn>().RunAsync(LogId.Case(id), Ct);
        await next.Get<Turn>().RunAsync(LogId.Case(id), Ct);

        (await next.EventsAsync<ContainerUnpacked>(LogId.Case(id))).SelectMany(batch => batch.Added).Select(added => added.Content.Sha256).ShouldBeUnique();
        (await next.CaseAsync(id)).Documents.Count.ShouldBe(71);
    }

    [Fact]
    public async Task Archive_InArchives_IsTakenApart_UntilItIsTooDeep()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var deepest = Zip([("vijf.txt", Bytes("Te diep"))]);
        var nested = Zip([("vier.txt", Bytes("Vier")), ("dieper.zip", deepest)]);
        for (var level = 3; level > 1; level--)
            nested = Zip([($"{level}.txt", Bytes($"Niveau {level}")), ("dieper.zip", nested)]);
        var id = await WithArchiveAsync(host, [("een.txt", Bytes("Een")), ("dieper.zip", nested)]);

        await host.Turns.RunAsync();

        var c = await host.CaseAsync(id);
        c.Documents.Where(document => !document.Content!.IsArchive).Count().ShouldBe(3);
        c.Documents.SelectMany(document => document.Unpacking?.Refused ?? []).Select(refused => refused.Reason).ShouldBe(["nested-too-deep"]);
        c.Documents.ShouldAllBe(document => !Containers.IsUnfinished(document));
    }

    [Fact]
    public async Task Archive_WhileNoDocumentMayCome_Waits_AndGoesOnOnceTheyMay()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await WithArchiveAsync(host, [("een.txt", Bytes("Een"))]);
        await host.StepAsync(id, new DropDocument(Doc1, "Verkeerde zaak."));
        await host.Turns.RunAsync();
        (await host.CaseAsync(id)).Documents.Count.ShouldBe(1);
        (await host.CaseAsync(id)).Failures.ShouldBeEmpty();
    }

    private static async Task<string> WithArchiveAsync(EngineHost host, (string Name, byte[] Content)[] files)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.Mail, "Postvak", "zonnebloem", 1));
        await host.Turns.RunAsync();
        using var content = new MemoryStream(Zip(files));
        var (stored, read) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "alles.zip", Ct);
        await host.StepAsync(id, new AddDocument("Alles") { Content = stored, Read = read });
        return id;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip((string Name, byte[] Content)[] files)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }
}
