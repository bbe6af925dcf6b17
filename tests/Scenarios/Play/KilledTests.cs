using System.Globalization;

namespace WobWorkflow.Scenarios;

/// <summary>
/// Killed (SIGKILL) at ten random places of the whole story and started again on the same data, it ends where it ends undisturbed: no letter doubled, no
/// reminder doubled in a log.
/// </summary>
[Collection(typeof(AtTheStory))]
public sealed class KilledTests(ToldStory undisturbed, Azurite azurite)
{
    private const int Kills = 10;

    [Fact]
    public async Task Service_KilledAtTenRandomPlaces_EndsWhereItEndsUndisturbed()
    {
        // WOBWORKFLOW_SEED repeats an earlier run.
        var seed = int.TryParse(Environment.GetEnvironmentVariable("WOBWORKFLOW_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Killed at places drawn with WOBWORKFLOW_SEED={seed}"));
        var places = Places(new Random(seed));
        await using var performance = await Performance.OpenAsync(azurite, Performance.Whole);
        var restarted = Task.CompletedTask;
        var kills = 0;
        performance.Stage.Before = async number =>
        {
            if (!places.TryGetValue(number, out var delay))
                return;
            await restarted;
            restarted = KillAndStartAsync(performance.Service, delay);
            kills++;
        };

        await performance.PlayAsync();
        await restarted;
        var office = await Office.OpenAsync(performance.Service.Http);
        var end = await EndState.OfAsync(performance, office);

        kills.ShouldBe(Kills);
        var what = string.Create(CultureInfo.InvariantCulture,
            $"seed {seed}, {performance.Recorder.BrokenOff} attempts broken off, killed at {string.Join(", ", places.OrderBy(p => p.Key).Select(p => $"{p.Key}+{p.Value.TotalMilliseconds:F0} ms"))}");
        Console.WriteLine($"Ended: {what}");
        end.DifferenceFrom(undisturbed.End).ShouldBeEmpty(what);
        foreach (var of in (string[])[.. performance.CaseIds.Select(id => $"cases/{id}"), .. performance.RulingIds.Select(id => $"rulings/{id}")])
        {
            var log = await office.Auditor.AllAsync($"{of}/log");
            Keys(log, "letter-prepared", row => (string)row["event"]!["dutyKey"]!).ShouldBeUnique(what);
            Keys(log, "reminder-begun", row => $"{row["event"]!["termId"]} {row["event"]!["rung"]}").ShouldBeUnique(what);
            Keys(log, "reminder-delivered", row => (string)row["event"]!["messageId"]!).ShouldBeUnique(what);
            // One step may append several events, all at once; none comes back later.
            log.Select(row => (string)row["command"]!).Aggregate(new List<string>(), (runs, command) => runs is [.., var last] && last == command ? runs : [.. runs, command])
                .ShouldBeUnique(what);
            ((bool)(await office.Auditor.GetAsync($"{of}/log/verification")).Done["intact"]!).ShouldBeTrue(what);
        }
    }

    /// <summary>
    /// Requests of the play, and how long after each was sent the service dies: a little longer at most than it took undisturbed, so that it dies
    /// before, in and just after the request, and in what the engine then does by itself.
    /// </summary>
    private Dictionary<int, TimeSpan> Places(Random random)
    {
        var requests = undisturbed.Performance.Requests;
        // One kill in each tenth of the requests, so that they are spread over the years.
        return Enumerable.Range(0, Kills)
            .Select(part => requests[random.Next(part * requests.Count / Kills, (part + 1) * requests.Count / Kills)])
            .ToDictionary(request => request.Number, request => random.NextDouble() * 1.5 * TimeSpan.FromMilliseconds(Math.Min(request.Took.TotalMilliseconds, 1000)));
    }

    private static async Task KillAndStartAsync(ServiceProcess service, TimeSpan delay)
    {
        await Task.Delay(delay);
        await service.KillAsync();
        await service.StartAgainAsync();
    }

    private static IEnumerable<string> Keys(IEnumerable<JsonNode> log, string type, Func<JsonNode, string> key) =>
        log.Where(row => (string)row["event"]!["type"]! == type).Select(key);
}
