using System.Text.Json;

namespace WobWorkflow.Scenarios;

/// <summary>Makes a play out of a stage and whoever is told.</summary>
public delegate IPlay NewPlay(Stage stage, Func<string, Task> say);

/// <summary>A play, told over HTTP to a service that was started for it.</summary>
public sealed class Performance : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly IPlay _play;
    private readonly List<(int Number, int From)> _begun = [];

    private Performance(ServiceProcess service, NewPlay play)
    {
        Service = service;
        _http = new HttpClient(Recorder) { BaseAddress = service.Address };
        Stage = new Stage(_http, patience: TimeSpan.FromMinutes(2))
        {
            Before = number =>
            {
                _begun.Add((number, Recorder.Spoken.Count));
                return Task.CompletedTask;
            },
        };
        _play = play(Stage, line =>
        {
            Told.Add(line);
            return Task.CompletedTask;
        });
    }

    public ServiceProcess Service { get; }

    public Recorder Recorder { get; } = new();

    public Stage Stage { get; }

    /// <summary>
    /// The requests of the play by their numbers, and how long each took until it had its answer. Fewer than what was spoken: where something is waited for,
    /// one request is sent again and again. Empty where <see cref="Stage.Before"/> was taken for something else.
    /// </summary>
    public IReadOnlyList<(int Number, TimeSpan Took)> Requests =>
    [
        .. _begun.Select((request, i) => (
            request.Number,
            new TimeSpan(Recorder.Spoken.Take(request.From..(i + 1 < _begun.Count ? _begun[i + 1].From : Recorder.Spoken.Count)).Sum(spoken => spoken.Took.Ticks)))),
    ];

    /// <summary>What the play told while it went on.</summary>
    public List<string> Told { get; } = [];

    public IReadOnlyList<string> CaseIds => _play.CaseIds;

    public IReadOnlyList<string> RulingIds => _play.RulingIds;

    /// <summary>
    /// WOBWORKFLOW_ADDRESS names a rehearsal that is up already, on whatever host, and WOBWORKFLOW_MAIL the folder where its mail lands; without it a
    /// Functions host is started where WOBWORKFLOW_FUNCTIONS_HOST names one, and else the local host.
    /// </summary>
    public static async Task<Performance> OpenAsync(Azurite azurite, NewPlay play, Dictionary<string, string>? settings = null) =>
        new(Environment.GetEnvironmentVariable("WOBWORKFLOW_ADDRESS") is { Length: > 0 } address
            ? await ServiceProcess.AtAsync(new Uri(address), Environment.GetEnvironmentVariable("WOBWORKFLOW_MAIL"))
            : FunctionsHost.Program is not null ? await ServiceProcess.StartOnFunctionsAsync(azurite, settings)
            : await ServiceProcess.StartAsync(azurite, settings), play);

    public static IPlay Short(Stage stage, Func<string, Task> say) => new ShortPlay(stage, sample: null, say);

    public static IPlay Whole(Stage stage, Func<string, Task> say) => new KasperskyStory(stage, sample: null, say);

    /// <summary>Plays it to the end and lets the engine do what is due then.</summary>
    public async Task PlayAsync()
    {
        await _play.PlayAsync(TestContext.Current.CancellationToken);
        await Stage.SettleAsync(TestContext.Current.CancellationToken);
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

    public string CaseId => Performance.CaseIds[0];

    public JsonNode Case { get; private set; } = null!;

    /// <summary>The log, oldest first.</summary>
    public IReadOnlyList<JsonNode> Log { get; private set; } = [];

    public EndState End { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // It talks more than it would, so that what it doesn't say means something.
        Performance = await Performance.OpenAsync(azurite, Performance.Short, new()
        {
            ["Logging__LogLevel__Default"] = "Information",
            ["Logging__LogLevel__Azure.Core"] = "Information",
            // A Functions host has levels of its own, and a console only where asked.
            ["AzureFunctionsJobHost__logging__logLevel__default"] = "Information",
            ["AzureFunctionsJobHost__logging__console__isEnabled"] = "true",
        });
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
/// Where a play ended, over all its cases and rulings, without what may differ from one performance to the next: moments, and the hashes of salted texts. The texts themselves are in
/// it, as the view tells them.
/// </summary>
public sealed record EndState(string Text)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Moments of recording: the clock of a rehearsal ticks.</summary>
    private static readonly string[] Moments = ["at", "deliveredAt", "sentAt", "prev", "seq"];

    /// <summary>
    /// What depends on when the index of judgements happened to look: a difference between two cases that was there for a second is recorded or isn't,
    /// and what comes after it is numbered accordingly. Every other event is compared in full.
    /// </summary>
    private static readonly string[] Passing = ["reassess", "reassessmentId", "version"];

    /// <summary>What follows from the moment at which a package was made.</summary>
    private static readonly string[] OfPackages = ["sha256", "manifestSha256", "name", "size"];

    /// <summary>The hashes that name files; other hashes name salted texts.</summary>
    private static readonly string[] FileHashes = ["sha256", "textSha256"];

    public static async Task<EndState> OfAsync(Performance of, Office office)
    {
        await office.SettleAsync();
        var auditor = office.Auditor;
        var state = new JsonObject
        {
            ["cases"] = Plain(new JsonArray([.. await auditor.AllAsync("cases")])),
            ["rulings"] = Plain(new JsonArray([.. await auditor.AllAsync("rulings")])),
            ["reminders"] = Plain(new JsonArray([.. await auditor.AllAsync($"reminders?person={office.Handler.Id}")])),
            ["mails"] = new JsonArray([.. Directory.GetFiles(of.Service.MailFolder).Order(StringComparer.Ordinal).Select(Mail)]),
        };
        foreach (var id in of.CaseIds)
        {
            state[id] = new JsonObject
            {
                ["case"] = Plain((await auditor.GetAsync($"cases/{id}")).Done),
                ["documents"] = Plain(new JsonArray([.. await auditor.AllAsync($"cases/{id}/documents")])),
                ["artifacts"] = Plain(new JsonArray([.. await auditor.AllAsync($"cases/{id}/artifacts")])),
                ["verified"] = await IsIntactAsync(auditor, $"cases/{id}"),
                ["events"] = await EventsAsync(auditor, $"cases/{id}"),
            };
        }

        foreach (var id in of.RulingIds)
        {
            state[id] = new JsonObject
            {
                ["ruling"] = Plain((await auditor.GetAsync($"rulings/{id}")).Done),
                ["artifacts"] = Plain(new JsonArray([.. await auditor.AllAsync($"rulings/{id}/artifacts")])),
                ["verified"] = await IsIntactAsync(auditor, $"rulings/{id}"),
                ["events"] = await EventsAsync(auditor, $"rulings/{id}"),
            };
        }

        return new EndState(state.ToJsonString(Indented));
    }

    /// <summary>
    /// What happened, whatever the order: two cases go on at once. Who fetches a package again, because the first answer was cut off, fetched it twice.
    /// </summary>
    private static async Task<JsonArray> EventsAsync(Desk auditor, string of)
    {
        var rows = (await auditor.AllAsync($"{of}/log")).Where(row => !((string)row["command"]!).StartsWith("judged-", StringComparison.Ordinal)).ToLookup(row => (string)row["event"]!["type"]! == "package-fetched");
        return [.. rows[false].Select(Told).Concat(rows[true].Select(Told).Distinct(StringComparer.Ordinal)).Order(StringComparer.Ordinal).Select(row => JsonNode.Parse(row))];

        static string Told(JsonNode row) => Plain(Numberless(row))!.ToJsonString();
    }

    private static async Task<bool> IsIntactAsync(Desk auditor, string of) =>
        (await auditor.GetAsync($"{of}/log/verification")).Done["intact"]!.GetValue<bool>();

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

    /// <summary>
    /// The payload of this step is such a number, and the command has its fingerprint. A package is made at a moment of its own, under a name of its own, and the manifest says so;
    /// who fetches one sends no key with it.
    /// </summary>
    private static JsonNode Numberless(JsonNode row)
    {
        row["command"] = (string)row["event"]!["type"]! switch
        {
            "assessment-kept" => ((string)row["command"]!).Split('.')[0],
            "package-finished" => ((string)row["command"]!).Split(':')[0],
            "package-fetched" => "fetch",
            _ => (string)row["command"]!,
        };
        return row;
    }

    /// <summary>Whether it tells of a package, whose bytes are those of one performance.</summary>
    private static bool IsPackage(JsonObject members) =>
        members.ContainsKey("packageId") || ((string?)members["artifactId"] is not null && members["kind"]?.ToString() is { } kind && (kind.Contains("package", StringComparison.Ordinal) || kind == "court-bundle"));

    private static JsonNode? Plain(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => !Moments.Contains(member.Key) && !Passing.Contains(member.Key) && !(IsPackage(members) && OfPackages.Contains(member.Key))).Select(member => KeyValuePair.Create(
            member.Key,
            IsHash(member.Value) && !FileHashes.Contains(member.Key) ? "a text" : Plain(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => IsHash(item) ? "a text" : Plain(item))]),
        _ => node?.DeepClone(),
    };

    private static bool IsHash(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// Without the address: that of somebody first seen in the second before the process died may have gone with it, and mail goes to the coordinators
    /// until they are seen again. Who is reminded stands in the log, which is compared in full.
    /// </summary>
    private static JsonNode Mail(string file)
    {
        var kept = new List<string>();
        var left = false;
        foreach (var line in File.ReadLines(file))
        {
            // A long address stands on a line of its own, folded (RFC 5322 2.2.3).
            left = line.StartsWith(' ') ? left : line.StartsWith("Date:", StringComparison.Ordinal) || line.StartsWith("To:", StringComparison.Ordinal);
            if (!left)
                kept.Add(line);
        }

        return $"{Path.GetFileName(file)}: {string.Join('\n', kept)}";
    }
}
