using System.Globalization;
using System.Text.Json.Nodes;

namespace WobWorkflow.Local;

/// <summary>What the acts of a story share: the stage, the day, and whoever listens.</summary>
internal sealed class Scene(Stage stage, StoryFacts facts, Func<string, Task> say, CancellationToken cancellation)
{
    private static readonly TimeOnly TenInTheMorning = new(10, 0);
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private bool _toldBefore;

    public StoryFacts Facts => facts;

    /// <summary>The day that is played.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Moves the clock to the day of a moment and says what happens.</summary>
    public async Task OnAsync(string moment)
    {
        var (on, what) = (facts.Moments[moment].On, facts.Moments[moment]);
        var local = on.ToDateTime(TenInTheMorning, DateTimeKind.Unspecified);
        _toldBefore = await stage.ClockAsync(new DateTimeOffset(local, Amsterdam.GetUtcOffset(local)), cancellation);
        Today = on;
        await say($"{Dutch(on)}{what.Mark} · {what.What}{(what.Source is { } source ? $" [{source}]" : "")}");
    }

    public Task<Person> EnterAsync(string name, string[] roles, string? agency = null) =>
        stage.EnterAsync(name, roles, agency, cancellation, clearance: "departementaal-vertrouwelijk");

    public async Task<JsonNode> PostAsync(Person person, string path, object body) => (await stage.PostAsync(person, path, body, cancellation))!;

    public async Task<JsonNode> UploadAsync(Person person, string path, byte[] file, string fileName, object metadata) =>
        (await stage.UploadAsync(person, path, file, fileName, metadata, cancellation))!;

    public async Task<JsonNode> GetAsync(Person person, string path) => (await stage.GetAsync(person, path, cancellation))!;

    /// <summary>Asks again until it is so.</summary>
    public Task<JsonNode> UntilAsync(Person person, string path, Func<JsonNode, bool> isSo) => stage.UntilAsync(person, path, isSo, cancellation);

    public Task<byte[]> DownloadAsync(Person person, string path) => stage.DownloadAsync(person, path, cancellation);

    /// <summary>Every item of a list, over all its pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> AllAsync(Person person, string path)
    {
        var all = new List<JsonNode>();
        for (string? next = ""; next is not null;)
        {
            var page = await GetAsync(person, next.Length == 0 ? path : $"{path}?cursor={Uri.EscapeDataString(next)}");
            all.AddRange(page["items"]!.AsArray().Select(item => item!));
            next = (string?)page["next"];
        }

        return all;
    }

    public async Task<JsonNode> PutAsync(Person person, string path, byte[] file, string fileName) => (await stage.PutAsync(person, path, file, fileName, cancellation))!;

    /// <summary>Tries what must be refused. Told a second time it is passed over: what was refused then could be accepted by now.</summary>
    public Task RefusedAsync(Person person, string path, object body, string told) =>
        RefusedAsync(() => stage.RefusedAsync(person, path, body, cancellation), told);

    /// <summary>Tries a file that must be refused.</summary>
    public Task RefusedAsync(Person person, string path, byte[] file, string fileName, string told) =>
        RefusedAsync(() => stage.RefusedAsync(person, path, file, fileName, cancellation), told);

    private async Task RefusedAsync(Func<Task<JsonNode>> tried, string told)
    {
        if (_toldBefore)
        {
            stage.PassOver();
            return;
        }

        var problem = await tried();
        var article = (string?)problem["article"] is { } cited ? $" ({cited})" : "";
        await SayAsync($"✗ {told}: “{problem["detail"]}”{article}");
    }

    /// <summary>Waits until the engine has done what is due now.</summary>
    public Task SettleAsync() => stage.SettleAsync(cancellation);

    public Task SayAsync(string line) => say($"   {line}");

    public static string Dutch(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("nl-NL"));
}
