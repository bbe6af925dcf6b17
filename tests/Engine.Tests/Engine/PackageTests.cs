using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>Packages as they are made: what is in them, what is not, and what a process that dies leaves behind.</summary>
public sealed class PackageTests(Azurite azurite)
{
    private const string Secret = "de bron zit in de Kornoeljestraat";
    private static readonly DecisionId Decision = new(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Package_OfADecision_HoldsLetterAnnexInventoryAndDocumentsInOrder()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (id, package) = await MadeAsync(host, await DisclosedAsync(host));

        package.State.ShouldBe(PackageState.Complete);
        (await EntriesAsync(host, id, package)).Keys.ShouldBe(
            ["besluit.docx", "wetsartikelen.docx", "inventarislijst.xlsx", "inventarislijst.csv", "documenten/0001.txt", "documenten/0002.pdf", "manifest.json"]);
    }

    [Fact]
    public async Task Package_NoFileInIt_HoldsAByteOfAWithheldPassage()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (id, package) = await MadeAsync(host, await DisclosedAsync(host));

        foreach (var (name, content) in await EntriesAsync(host, id, package))
            Leaks.In(content, Leaks.RunsOf([Secret])).ShouldBeFalse(name);
    }

    /// <summary>The search itself finds what is there: without that the one above says nothing.</summary>
    [Fact]
    public async Task Leaks_InTheOriginal_AreFound()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        var c = await host.CaseAsync(id);
        using var original = new MemoryStream();
        await using (var file = (await host.Get<CaseFiles>().OpenDocumentAsync(id, c.Documents[new DocumentId(2)]!, Ct))!.Content)
            await file.CopyToAsync(original, Ct);

        Leaks.In(original.ToArray(), Leaks.RunsOf([Secret])).ShouldBeTrue();
    }

    [Fact]
    public async Task Manifest_EveryFile_HasTheHashThatItSays()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (id, package) = await MadeAsync(host, await DisclosedAsync(host));
        var entries = await EntriesAsync(host, id, package);
        using var manifest = JsonDocument.Parse(entries["manifest.json"]);

        manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("sha256").GetString())
            .ShouldBe(entries.Where(entry => entry.Key != "manifest.json").ToDictionary(entry => entry.Key, entry => (string?)HashOf(entry.Value)), ignoreOrder: true);
        package.Result!.ManifestSha256.ShouldBe(HashOf(entries["manifest.json"]));
    }

    [Fact]
    public async Task Manifest_AgreesWithTheInventory()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var (id, package) = await MadeAsync(host, await DisclosedAsync(host));
        using var manifest = JsonDocument.Parse((await EntriesAsync(host, id, package))["manifest.json"]);
        string? Judged(JsonElement row) => row.TryGetProperty("judgement", out var judgement) ? judgement.GetString() : null;

        manifest.RootElement.GetProperty("files").EnumerateArray().Concat(manifest.RootElement.GetProperty("leftOut").EnumerateArray())
            .Where(row => row.TryGetProperty("number", out _)).Select(row => (row.GetProperty("number").GetInt32(), Judged(row))).Order()
            .ShouldBe(Inventory.Of(await host.CaseAsync(id)).Select(line => (line.Number, line.Judgement is { } judgement ? Kebab.Of(judgement) : null)));
    }

    [Fact]
    public async Task Package_WithoutARendition_IsIncompleteAndSaysWhich()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host, located: false);
        var (_, package) = await MadeAsync(host, id);

        package.State.ShouldBe(PackageState.Incomplete);
        package.Result!.Missing.ShouldBe([new PackageMissing("doc-2", "rendition-not-made")]);
    }

    [Fact]
    public async Task Package_StoredFileThatIsNotWhatTheLogSays_IsLeftOutAndNamed()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        var content = (await host.CaseAsync(id)).Documents[new DocumentId(1)]!.Content!;
        await new BlobContainerClient(azurite.ConnectionString, $"{host.Prefix}-artifacts").GetBlobClient($"cases/{id}/originals/{content.Sha256}{content.Extension}")
            .UploadAsync(BinaryData.FromString("Iets heel anders."), overwrite: true, Ct);

        var (_, package) = await MadeAsync(host, id);

        package.Result!.Missing.ShouldBe([new PackageMissing("doc-1", "content-differs")]);
    }

    [Fact]
    public async Task Files_OfTheSameCase_AreTheSameBytesInEveryPackage()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        var (_, first) = await MadeAsync(host, id);
        var (_, second) = await MadeAsync(host, id, PackageKind.DecisionPublic);
        var one = await EntriesAsync(host, id, first);
        var other = await EntriesAsync(host, id, second);

        foreach (var name in one.Keys.Except(["besluit.docx", "manifest.json"]))
            other[name].ShouldBe(one[name], name);
    }

    [Fact]
    public async Task Package_ProcessDiesInTheMidst_GoesOnWhereItStood()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        await AskAsync(host, id);
        await host.Get<PackageBuilding>().BatchAsync(id, Decision.ToString(), Ct);

        await using var another = await host.AnotherAsync();
        await BuildAsync(another, id);

        (await another.CaseAsync(id)).Packages.Last().State.ShouldBe(PackageState.Complete);
        (await EntriesAsync(another, id, (await another.CaseAsync(id)).Packages.Last())).Count.ShouldBe(7);
    }

    /// <summary>Storage goes away after each number of writes in turn, in the midst of a batch or between two, and with it the process; another one goes on.</summary>
    [Fact]
    public async Task Package_ProcessDiesAtAnyWrite_IsMadeOnceAndWhole()
    {
        var faults = new StorageFaults();
        await using var host = await EngineHost.StartAsync(azurite, setup => setup with { Faults = faults });
        host.Get<PackageBuilding>().FilesInABatch = 2;
        for (var survived = 1; ; survived++)
        {
            var id = await DisclosedAsync(host);
            await AskAsync(host, id);
            var writes = 0;
            faults.Down(request => request.Method != Azure.Core.RequestMethod.Get && request.Method != Azure.Core.RequestMethod.Head && Interlocked.Increment(ref writes) > survived);
            var died = false;
            try
            {
                await BuildAsync(host, id);
            }
            catch (StorageUnavailableException)
            {
                died = true;
            }

            faults.Down(null);
            await using var another = await host.AnotherAsync();
            another.Get<PackageBuilding>().FilesInABatch = 2;
            await BuildAsync(another, id);
            (await another.CaseAsync(id)).Packages.Last().State.ShouldBe(PackageState.Complete, $"after {survived} writes");
            (await EntriesAsync(another, id, (await another.CaseAsync(id)).Packages.Last())).Count.ShouldBe(7);
            (await another.EventsAsync<PackageFinished>(LogId.Case(id))).Length.ShouldBe(1);
            if (!died)
            {
                survived.ShouldBeGreaterThan(8);
                return;
            }
        }
    }

    [Fact]
    public async Task Package_CaseChangesInTheMidst_IsBegunAgain()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        await AskAsync(host, id);
        await host.Get<PackageBuilding>().BatchAsync(id, Decision.ToString(), Ct);
        await host.StepAsync(id, new PlanRelease(Decision, LocalTime.DateOf(host.Get<CaseClock>().Now), ObjectionExpected: false, []));
        await host.StepAsync(id, new HoldPublication(new PublicationId(1), "Er wordt nog gebeld.", [new DocumentId(1)]), EngineHost.Frits);

        await BuildAsync(host, id);

        var result = (await host.CaseAsync(id)).Packages.Last().Result!;
        result.Missing.ShouldBe([new PackageMissing("doc-1", "held")]);
        result.Documents.ShouldBe(1);
    }

    [Fact]
    public async Task Package_TwoProcessesAtOnce_IsMadeOnce()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        await AskAsync(host, id);
        await using var another = await host.AnotherAsync();

        await Task.WhenAll(BuildAsync(host, id), BuildAsync(another, id));

        (await host.EventsAsync<PackageFinished>(LogId.Case(id))).Length.ShouldBe(1);
        (await EntriesAsync(host, id, (await host.CaseAsync(id)).Packages.Last())).Count.ShouldBe(7);
    }

    [Fact]
    public async Task Package_CacheLostInTheMidst_IsMadeAllTheSame()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        await AskAsync(host, id);
        await host.Get<PackageBuilding>().BatchAsync(id, Decision.ToString(), Ct);
        await foreach (var name in host.Get<CacheStore>().ListAsync("", Ct))
            await host.Get<CacheStore>().RemoveAsync(name, Ct);

        await BuildAsync(host, id);

        (await host.CaseAsync(id)).Packages.Last().State.ShouldBe(PackageState.Complete);
    }

    [Fact]
    public async Task Asked_Package_StartsAtOnceAndIsFoundByTheSweepAfterwards()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        await AskAsync(host, id);
        host.Get<EngineHost.Starter>().Started.ShouldBe([(id, "decision-1")]);

        // Another process has only what the first one left behind.
        await host.Get<Indexer>().FlushAsync(Ct);
        await using var another = await host.AnotherAsync();
        another.Get<PackageWatch>().Sweep();

        another.Get<EngineHost.Starter>().Started.ShouldBe([(id, "decision-1")]);
    }

    [Fact]
    public async Task Asked_Package_IsStartedByTheNextProcessAsItStarts_EvenWhereNoRowTellsOfIt()
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var id = await DisclosedAsync(host);
        await host.Get<Indexer>().FlushAsync(Ct);
        // Dies in the second before the row is written.
        await AskAsync(host, id);

        await using var another = await host.AnotherAsync();
        another.Get<EngineHost.Starter>().Started.ShouldBeEmpty();
        await another.Get<Driving>().BeginAsync(Ct);
        await another.Get<Sweeper>().CompareAsync(Ct);

        another.Get<EngineHost.Starter>().Started.ShouldBe([(id, "decision-1")]);
    }

    /// <summary>A decision, announced, on three documents: one public, one of which a passage is withheld, one withheld as a whole.</summary>
    private static async Task<string> DisclosedAsync(EngineHost host, bool located = true)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", 3));
        await host.AddPublicAsync(id, "Het eerste verslag is voor iedereen.");
        var partly = await AddAsync(host, id, $"Wij weten dit: {Secret}, zegt men.");
        await host.StepAsync(id, new AssessPassage(partly, 1, Treatment.Withheld, Grounds: [Ground.Parse("10.1.b")], Reason: "Schaadt de veiligheid van de Staat.",
            // Where it stands can't be told from words that it doesn't hold: then a person makes the rendition.
            Start: located ? "Wij weten dit: ".Length : null, Length: located ? Secret.Length : null, Quote: located ? Secret : "een alinea over iets"), EngineHost.Frits);
        var whole = await AddAsync(host, id, $"Alleen {Secret} en verder niets.");
        await host.StepAsync(id, new AssessDocument(whole, Judgement.NotPublic, [Ground.Parse("10.1.b")], "Schaadt de veiligheid van de Staat."), EngineHost.Frits);
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        await host.Turns.RunAsync();
        return id;
    }

    private static async Task<DocumentId> AddAsync(EngineHost host, string id, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
        return (await host.StepAsync(id, new AddDocument("Verslag") { Content = stored })).After.State.Documents.Last().Id;
    }

    private static Task<Done<Case>> AskAsync(EngineHost host, string id, PackageKind kind = PackageKind.Decision) => host.StepAsync(id, new AskPackage(kind, Decision));

    private static async Task BuildAsync(EngineHost host, string id)
    {
        for (var batches = 0; batches < 50 && (await host.Get<PackageBuilding>().BatchAsync(id, Decision.ToString(), Ct)).Work == PackageWork.Goes; batches++)
        {
        }
    }

    private static async Task<(string Id, Package Package)> MadeAsync(EngineHost host, string id, PackageKind kind = PackageKind.Decision)
    {
        await AskAsync(host, id, kind);
        await BuildAsync(host, id);
        return (id, (await host.CaseAsync(id)).Packages.Last());
    }

    private static async Task<Dictionary<string, byte[]>> EntriesAsync(EngineHost host, string id, Package package)
    {
        var artifact = (await host.CaseAsync(id)).Artifacts[package.Result.ShouldNotBeNull().ArtifactId]!;
        var file = (await host.Get<CaseFiles>().OpenArtifactAsync(id, artifact, Ct)).ShouldNotBeNull();
        using var bytes = new MemoryStream();
        await using (file.Content)
            await file.Content.CopyToAsync(bytes, Ct);
        HashOf(bytes.ToArray()).ShouldBe(artifact.Sha256);
        bytes.Position = 0;
        return Leaks.EntriesOf(bytes);
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
