using System.Text.Json;

namespace WobWorkflow.Scenarios;

/// <summary>The short play, told over HTTP to a service that was started for it.</summary>
public sealed class Performance : IAsyncDisposable
{
    private readonly HttpClient _http;

    private Performance(ServiceProcess service)
    {
        Service = service;
        _http = new HttpClient(Recorder) { BaseAddress = service.Address };
        Stage = new Stage(_http, patience: TimeSpan.FromMinutes(2));
    }

    public ServiceProcess Service { get; }

    public Recorder Recorder { get; } = new();

    public Stage Stage { get; }

    /// <summary>What the play told while it went on.</summary>
    public List<string> Told { get; } = [];

    public string CaseId { get; private set; } = "";

    public static async Task<Performance> OpenAsync(Azurite azurite, Dictionary<string, string>? settings = null) =>
        new(await ServiceProcess.StartAsync(azurite, settings));

    /// <summary>Plays it to the end and lets the engine do what is due then.</summary>
    public async Task PlayAsync()
    {
        var play = new ShortPlay(Stage, sample: null, line =>
        {
            Told.Add(line);
            return Task.CompletedTask;
        });
        await play.PlayAsync(TestContext.Current.CancellationToken);
        await Stage.SettleAsync(TestContext.Current.CancellationToken);
        CaseId = play.CaseIds[0];
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return Service.DisposeAsync();
    }
}

/// <summary>The play as it goes when nothing happens to it.</summary>
public sealed class Undisturbed(Azurite azurite) : IAsyncLifetime
{
    public Performance Performance { get; private set; } = null!;

    public Office Office { get; private set; } = null!;

    public string CaseId => Performance.CaseId;

    public JsonNode Case { get; private set; } = null!;

    /// <summary>The log, oldest first.</summary>
    public IReadOnlyList<JsonNode> Log { get; private set; } = [];

    public EndState End { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // It talks more than it would, so that what it doesn't say means something.
        Performance = await Performance.OpenAsync(azurite, new() { ["Logging__LogLevel__Default"] = "Information", ["Logging__LogLevel__Azure.Core"] = "Information" });
        await Performance.PlayAsync();
        Office = await Office.OpenAsync(Performance.Service.Http);
        Case = (await Office.Auditor.GetAsync($"cases/{CaseId}")).Done;
        Log = await Office.Auditor.AllAsync($"cases/{CaseId}/log");
        End = await EndState.OfAsync(Performance, Office);
    }

    /// <summary>The events of this type.</summary>
    public IEnumerable<JsonNode> Events(string type) => Log.Where(row => (string)row["event"]!["type"]! == type);

    public async ValueTask DisposeAsync()
    {
        if (Performance is not null)
            await Performance.DisposeAsync();
    }
}

[CollectionDefinition]
public sealed class AtThePlay : ICollectionFixture<Undisturbed>;

/// <summary>
/// Where a play ended, without what may differ from one performance to the next: moments, and the hashes of salted texts. The texts themselves are in
/// it, as the view tells them.
/// </summary>
public sealed record EndState(string Text)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Moments of recording: the clock of a rehearsal ticks.</summary>
    private static readonly string[] Moments = ["at", "deliveredAt", "sentAt", "prev", "seq"];

    /// <summary>The hashes that name files; other hashes name salted texts.</summary>
    private static readonly string[] FileHashes = ["sha256", "textSha256"];

    public static async Task<EndState> OfAsync(Performance of, Office office)
    {
        await office.SettleAsync();
        var (id, auditor) = (of.CaseId, office.Auditor);
        var events = (await auditor.AllAsync($"cases/{id}/log")).Select(Plain).Select(row => row!.ToJsonString()).Order(StringComparer.Ordinal);
        var state = new JsonObject
        {
            ["case"] = Plain((await auditor.GetAsync($"cases/{id}")).Done),
            ["cases"] = Plain(new JsonArray([.. await auditor.AllAsync("cases")])),
            ["documents"] = Plain(new JsonArray([.. await auditor.AllAsync($"cases/{id}/documents")])),
            ["artifacts"] = Plain(new JsonArray([.. await auditor.AllAsync($"cases/{id}/artifacts")])),
            ["reminders"] = Plain(new JsonArray([.. await auditor.AllAsync($"reminders?person={office.Handler.Id}")])),
            ["verified"] = (await auditor.GetAsync($"cases/{id}/log/verification")).Done["intact"]!.GetValue<bool>(),
            ["events"] = new JsonArray([.. events.Select(row => JsonNode.Parse(row))]),
            ["mails"] = new JsonArray([.. Directory.GetFiles(of.Service.MailFolder).Order(StringComparer.Ordinal).Select(Mail)]),
        };
        return new EndState(state.ToJsonString(Indented));
    }

    /// <summary>What is in one of them alone, line by line, with what it stands in; empty where they are the same.</summary>
    public string DifferenceFrom(EndState other)
    {
        var (ours, theirs) = (Text.Split('\n'), other.Text.Split('\n'));
        if (ours.SequenceEqual(theirs, StringComparer.Ordinal))
            return "";
        var first = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return string.Join('\n',
        [
            $"They part at line {first + 1}:", .. ours[Math.Max(0, first - 8)..Math.Min(first + 4, ours.Length)],
            "Only here:", .. Only(ours, theirs), "Only there:", .. Only(theirs, ours),
        ]);
    }

    private static IEnumerable<string> Only(string[] one, string[] other)
    {
        var left = other.CountBy(line => line).ToDictionary(StringComparer.Ordinal);
        foreach (var line in one)
        {
            if (left.GetValueOrDefault(line) == 0)
                yield return line;
            else
                left[line]--;
        }
    }

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => !Moments.Contains(member.Key)).Select(member => KeyValuePair.Create(
            member.Key,
            IsHash(member.Value) && !FileHashes.Contains(member.Key) ? "a text" : Plain(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Plain)]),
        _ => node?.DeepClone(),
    };

    private static bool IsHash(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static JsonNode Mail(string file) => $"{Path.GetFileName(file)}: "
        + string.Join('\n', File.ReadLines(file).Where(line => !line.StartsWith("Date:", StringComparison.Ordinal)));
}
