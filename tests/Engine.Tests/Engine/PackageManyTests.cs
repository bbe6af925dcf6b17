using System.Diagnostics;
using System.Globalization;
using System.Text;
using WobWorkflow.Cases;
using WobWorkflow.Dossiers;
using Case = WobWorkflow.Cases.Case;

namespace WobWorkflow.Engine.Tests;

/// <summary>Packages of many documents, with passages withheld all over: nothing of those is in any file, the inventory says the same, and memory stays flat.</summary>
public sealed class PackageManyTests(Azurite azurite)
{
    private static readonly DecisionId Decision = new(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Texts, places and treatments by chance; the seed tells them again.</summary>
    [Theory]
    [InlineData(1, 30, 150)]
    [InlineData(2, 30, 90)]
    public async Task Package_OfAnyDocuments_HoldsNothingWithheldAndAgreesWithTheInventory(int seed, int documents, int passages)
    {
        await using var host = await EngineHost.StartAsync(azurite);
        var many = await ManyAsync(host, new Random(seed), documents, passages);
        await RenderedAsync(host, many.Id);
        await BuildAsync(host, many.Id, (_, _) => { });

        var c = await host.CaseAsync(many.Id);
        var package = c.Packages.Last();
        package.Result.ShouldNotBeNull().Missing.ShouldBeEmpty();
        await HoldsAsync(host, c, package, many.Withheld);
    }

    /// <summary>Run by <c>./bench package</c>, not by <c>./test</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Package_OfThousandsOfDocuments_TakesFlatMemory()
    {
        var (documents, passages) = (Asked("BENCH_DOCUMENTS", 2000), Asked("BENCH_PASSAGES", 10_000));
        await using var host = await EngineHost.StartAsync(azurite);
        var since = Stopwatch.StartNew();
        var many = await ManyAsync(host, new Random(1), documents, passages);
        Say($"{documents} documents collected and assessed in bulk with {passages} passages in {since.Elapsed.TotalSeconds:F0} s.");
        since.Restart();
        var lines = Inventory.Of(await host.CaseAsync(many.Id)).Length;
        Say($"Inventory of {lines} lines in {since.Elapsed.TotalMilliseconds:F0} ms.");
        since.Restart();
        await RenderedAsync(host, many.Id);
        Say($"{(await host.CaseAsync(many.Id)).Redacted.Count} redacted renditions made and inspected in {since.Elapsed.TotalSeconds:F0} s.");

        // As after a restart: nothing is in memory.
        await using var cold = await host.AnotherAsync();
        await cold.CaseAsync(many.Id);
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        process.Refresh();
        var (before, peak) = (process.WorkingSet64, process.WorkingSet64);
        since.Restart();
        await BuildAsync(cold, many.Id, (done, total) =>
        {
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
            Say($"{since.Elapsed.TotalSeconds,6:F1} s: {done} of {total}, working set {process.WorkingSet64 / 1024 / 1024} MiB");
        });
        var c = await cold.CaseAsync(many.Id);
        var package = c.Packages.Last();
        var artifact = c.Artifacts[package.Result!.ArtifactId]!;
        Say($"Packaged {package.Result.Documents} documents ({artifact.Size:N0} bytes, {package.Result.MissingCount} missing) in {since.Elapsed.TotalSeconds:F1} s; "
            + $"working set {before / 1024 / 1024} MiB before, {peak / 1024 / 1024} MiB at most.");
        package.State.ShouldBe(PackageState.Complete);
        since.Restart();
        await HoldsAsync(cold, c, package, many.Withheld);
        Say($"Every file searched for {many.Withheld.Count} withheld passages, all streams unpacked, in {since.Elapsed.TotalSeconds:F0} s: none found.");
    }

    private static async Task HoldsAsync(EngineHost host, Case c, Package package, IReadOnlyCollection<string> withheld)
    {
        var runs = Leaks.RunsOf(withheld);
        var names = new List<string>();
        var file = (await host.Get<CaseFiles>().OpenArtifactAsync(c.Id, c.Artifacts[package.Result!.ArtifactId]!, Ct))!;
        await using (file.Content)
        {
            foreach (var (name, content) in Leaks.EntriesOf(file.Content))
            {
                names.Add(name);
                Leaks.In(content, runs).ShouldBeFalse(name);
            }
        }

        names.Where(name => name.StartsWith("documenten/", StringComparison.Ordinal)).Select(name => int.Parse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture))
            .ShouldBe(Inventory.Of(c).Where(line => line.Judgement is Judgement.Public or Judgement.PartlyPublic).Select(line => line.Number));
    }

    /// <summary>A decision on documents of which a part is public, a part withheld as a whole, and the rest has passages that are withheld.</summary>
    private static async Task<Many> ManyAsync(EngineHost host, Random chance, int documents, int passages)
    {
        var id = await host.RegisterAsync();
        await host.StepAsync(id, new Qualify(Qualification.PublicInformation));
        await host.StepAsync(id, new RecordSearch(SearchChannel.DocumentManagement, "Archief", "zonnebloem", documents));
        var withheld = new List<string>();
        var (open, closed, rows) = (new List<DocumentId>(), new List<DocumentId>(), new List<PassageToAssess>());
        // Four in ten are public, one in ten is not, and the passages are in the others.
        var (partly, nth) = (Enumerable.Range(0, documents).Count(i => i % 10 >= 5), 0);
        for (var i = 0; i < documents; i++)
        {
            var text = new StringBuilder($"Verslag nummer {i}.\n");
            var places = new List<(int Start, string Words)>();
            var here = i % 10 < 5 ? 0 : (passages / partly) + (nth++ < passages % partly ? 1 : 0);
            for (var line = 0; line < Math.Max(4, here); line++)
            {
                text.Append(CultureInfo.InvariantCulture, $"Over punt {line} is gesproken. ");
                if (line < here)
                {
                    var words = $"{Word(chance)} {Word(chance)} {Word(chance)}";
                    places.Add((text.Length, words));
                    text.Append(words);
                }

                text.Append(" Dit wordt vervolgd.\n");
            }

            var document = await AddAsync(host, id, text.ToString());
            if (i % 10 < 4)
                open.Add(document);
            else if (i % 10 == 4)
                closed.Add(document);
            withheld.AddRange(places.Select(place => place.Words));
            rows.AddRange(places.Select(place => new PassageToAssess(document, 1, Start: place.Start, Length: place.Words.Length, Quote: place.Words)));
        }

        if (open.Count > 0)
            await host.StepAsync(id, new AssessDocuments(Judgement.Public, [.. open], []), EngineHost.Frits);
        if (closed.Count > 0)
            await host.StepAsync(id, new AssessDocuments(Judgement.NotPublic, [.. closed], [Ground.Parse("10.1.b")], "Schaadt de veiligheid van de Staat."), EngineHost.Frits);
        foreach (var some in rows.Chunk(1000))
            await host.StepAsync(id, new AssessPassages(Treatment.Withheld, [.. some], [Ground.Parse("10.1.b")], "Schaadt de veiligheid van de Staat."), EngineHost.Frits);
        await host.DecideAsync(id, new DraftDecision(DecisionKind.Primary));
        return new Many(id, withheld);
    }

    /// <summary>Lets the engine make the renditions that it owes, as it does over the minutes that follow.</summary>
    private static async Task RenderedAsync(EngineHost host, string id)
    {
        await host.Turns.RunAsync();
        while ((await host.Get<Agendas>().OfAsync(LogId.Case(id), Ct)).Due.Length > 0)
        {
            host.Time.Now += TimeSpan.FromMinutes(1);
            await host.Turns.RunAsync();
        }
    }

    private static async Task BuildAsync(EngineHost host, string id, Action<long, long> progress)
    {
        await host.StepAsync(id, new AskPackage(PackageKind.Decision, Decision));
        while (await host.Get<PackageBuilding>().BatchAsync(id, Decision.ToString(), Ct) is { Work: PackageWork.Goes } now)
            progress(now.Done, now.Total);
    }

    private static async Task<DocumentId> AddAsync(EngineHost host, string id, string text)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var (stored, _) = await host.Get<CaseFiles>().StoreDocumentAsync(id, content, "stuk.txt", Ct);
        return (await host.StepAsync(id, new AddDocument("Verslag") { Content = stored })).After.State.Documents.Last().Id;
    }

    private static string Word(Random chance) => string.Concat(Enumerable.Range(0, chance.Next(6, 12)).Select(_ => (char)chance.Next('a', 'z' + 1)));

    private static int Asked(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : otherwise;

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);

    private sealed record Many(string Id, IReadOnlyCollection<string> Withheld);
}
