using System.Diagnostics;
using System.Globalization;

namespace WobWorkflow.Scenarios;

/// <summary>What the first pages cost with much in the store, as time until the last byte and as bytes. Run by <c>./bench pages</c>, not by <c>./test</c>.</summary>
public sealed class PagesBenchmark(Azurite azurite)
{
    private const int Rounds = 21;

    /// <summary>More than this no page may weigh, whatever is in the store.</summary>
    private const int MostBytes = 250_000;

    private static readonly string[] Roles = ["coordinator", "handler", "reviewer"];

    [Fact(Explicit = true)]
    public async Task Pages_OfAFullStore_AreAsLightAsOfAnEmptyOne()
    {
        var (many, documents) = (Asked("BENCH_CASES", 10_000), Asked("BENCH_DOCUMENTS", 2_000));
        await using var service = await ServiceProcess.StartAsync(azurite);
        var office = await Office.OpenAsync(service.Http, OpenOffice.Today);
        var since = Stopwatch.StartNew();
        var id = await office.AssignedAsync();
        await Task.WhenAll(FillAsync(office, id, documents), RegisterAsync(service, office, many - 1));
        Say($"{many} cases, one of them with {documents} documents, in {since.Elapsed.TotalSeconds:F0} s.");

        // As after a restart: nothing is in memory, and each page is asked for the first time.
        await service.KillAsync();
        await service.StartAgainAsync();
        using var visitor = await Visitor.SignedInAsync(service.Address, "Marijke Coördinator", Roles);
        Say("                                  first ms   median ms      bytes");
        foreach (var (name, path) in Pages(id, documents))
            await MeasureAsync(visitor, name, path);
    }

    private static async Task FillAsync(Office office, string id, int documents)
    {
        for (var i = 1; i <= documents; i++)
            _ = (await office.Handler.PostAsync($"cases/{id}/documents", new { title = $"Stuk {i}", kind = "memo", date = "2018-03-01" })).Done;
        for (var i = 1; i <= Math.Min(documents, 200); i++)
        {
            _ = (await office.Handler.StepAsync(id, "assess-passage", new
            {
                documentId = $"doc-{i}",
                page = 1,
                treatment = "withheld",
                grounds = new[] { "10.2.e" },
                quote = $"De naam van ambtenaar {i}",
                reason = "Persoonlijke levenssfeer.",
            })).Done;
        }
    }

    private static async Task RegisterAsync(ServiceProcess service, Office office, int many)
    {
        var request = await office.RequestAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, many), new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = TestContext.Current.CancellationToken },
            async (_, _) =>
            {
                var answer = await office.Coordinator.PostAsync("cases", request);
                answer.Status.ShouldBe(HttpStatusCode.Created, $"{answer.Text}\n{service.Output[^Math.Min(service.Output.Length, 4000)..]}");
            });
    }

    private static IEnumerable<(string Name, string Path)> Pages(string id, int documents)
    {
        yield return ("worklist, all cases", "/cases?view=all");
        yield return ("worklist, one's own", "/cases?view=mine");
        yield return ("worklist, last received", "/cases?view=all&sort=received");
        yield return ("calendar", "/calendar?view=all");
        yield return ("case", $"/cases/{id}");
        yield return ("documents of the case", $"/cases/{id}/documents");
        yield return ("last document", $"/cases/{id}/documents/doc-{documents}");
        yield return ("review of a document", $"/cases/{id}/documents/doc-1/review");
        yield return ("log of the case", $"/cases/{id}/log");
        yield return ("form: judge a document", $"/cases/{id}/steps/assess-document");
        yield return ("form: consult an agency", $"/cases/{id}/steps/consult");
        yield return ("form: write a motivation", $"/cases/{id}/steps/write-motivation");
    }

    private static async Task MeasureAsync(Visitor visitor, string name, string path)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var since = Stopwatch.GetTimestamp();
            var answer = await visitor.GetAsync(path);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            answer.Status.ShouldBe(HttpStatusCode.OK, path);
            bytes = answer.Bytes.Length;
        }

        var first = times[0];
        times.Sort();
        Say(string.Create(CultureInfo.InvariantCulture, $"{name,-30} {first,11:F0} {times[Rounds / 2],11:F0} {bytes,10}"));
        bytes.ShouldBeLessThan(MostBytes, path);
    }

    private static int Asked(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : otherwise;

    private static void Say(string line) => TestContext.Current.TestOutputHelper!.WriteLine(line);
}
