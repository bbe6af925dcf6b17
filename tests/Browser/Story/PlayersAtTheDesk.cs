using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.RegularExpressions;

namespace WobWorkflow.Browser;

/// <summary>
/// Stands between the players of a story and the service: what they would change over HTTP they change on the pages, each signed in with a browser of
/// their own, and the answer that the API would have given is looked up afterwards. What they only read, and the clock, goes through.
/// </summary>
internal sealed partial class PlayersAtTheDesk(IBrowser browser, Uri address) : DelegatingHandler(new SocketsHttpHandler())
{
    private const int MostTries = 5;

    /// <summary>What a production report is called that came without a name.</summary>
    private const string ReportName = "inventaris.csv";

    private static readonly PageGotoOptions Arrived = new() { WaitUntil = WaitUntilState.DOMContentLoaded };

    private readonly ConcurrentDictionary<string, Task<IPage>> _desks = [];
    private readonly Dictionary<string, Person> _people = [];

    /// <summary>Steps and registrations that a page took, by who took them.</summary>
    public List<(string Who, string Path)> Taken { get; } = [];

    /// <summary>What pages refused, in their own words.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>What the browsers had to complain about.</summary>
    public ConcurrentQueue<string> Complaints { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath["/api/v1/".Length..];
        var puts = request.Method == HttpMethod.Put && PutFiles().IsMatch(path);
        if ((request.Method != HttpMethod.Post && !puts) || path == "rehearsal/clock")
            return await base.SendAsync(request, cancellationToken);
        if (path == "rehearsal/tokens")
            return await EnterAsync(request, cancellationToken);
        var token = request.Headers.Authorization!.Parameter!;
        var page = await _desks.GetOrAdd(token, SitDownAsync);
        if (puts)
            return await PutAsync(page, path, token, request.Content!);
        return Files().IsMatch(path) ? await AddAsync(page, path, token, request.Content!) : await TakeAsync(page, path, token, request.Content!);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        foreach (var page in _desks.Values)
            page.Dispose();
    }

    private async Task<HttpResponseMessage> EnterAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var asked = (await request.Content!.ReadFromJsonAsync<JsonObject>(cancellation))!;
        var answer = await base.SendAsync(request, cancellation);
        await answer.Content.LoadIntoBufferAsync(cancellation);
        var token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["token"]!;
        _people[token] = new Person((string)asked["name"]!, [.. asked["roles"]!.AsArray().Select(role => (string)role!)], (string?)asked["agency"])
        {
            Clearance = (string?)asked["clearance"],
        };
        return answer;
    }

    private async Task<IPage> SitDownAsync(string token)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "nl-NL", TimezoneId = "Europe/Amsterdam", ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(BrowserOffice.Patience);
        context.SetDefaultNavigationTimeout(BrowserOffice.Patience);
        await BrowserOffice.SignInAsync(context, _people[token]);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Complaints.Enqueue(error);
        return page;
    }

    /// <summary>Fills in the form of a step, or of a registration, and sends it.</summary>
    private async Task<HttpResponseMessage> TakeAsync(IPage page, string path, string token, HttpContent content)
    {
        var payload = (await content.ReadFromJsonAsync<JsonObject>())!;
        await page.GotoAsync(path is "cases" or "rulings" ? $"/{path}/new" : $"/{path}", Arrived);
        if (await page.Locator("main form").CountAsync() == 0)
            return await RefuseAsync(page);
        await new FormUser(page).FillAsync(payload);
        return await SendAsync(page) ? await TakenAsync(page, path, token) : await RefuseAsync(page);
    }

    /// <summary>Adds a file, or a document whose content stays elsewhere.</summary>
    private async Task<HttpResponseMessage> AddAsync(IPage page, string path, string token, HttpContent content)
    {
        var before = await ListAsync(path, token);
        await page.GotoAsync($"/{path}/add", Arrived);
        JsonObject metadata;
        if (content is MultipartFormDataContent parts)
        {
            var (about, file) = (parts.First(), parts.Last());
            metadata = (await about.ReadFromJsonAsync<JsonObject>())!;
            await ChooseAsync(page, file);
        }
        else
        {
            metadata = (await content.ReadFromJsonAsync<JsonObject>())!;
        }

        await new FormUser(page).FillAsync(metadata);
        if (!await SendAsync(page))
            return await RefuseAsync(page);
        Taken.Add((_people[token].Name, path));
        // An archive may have been unpacked by now: it came before what was in it.
        var added = (await ListAsync(path, token)).First(item => before.TrueForAll(one => IdOf(one) != IdOf(item)));
        return Answer(HttpStatusCode.Created, added);
    }

    /// <summary>Adds the redacted rendition of a document, or reads in a production report: each has a page of its own that takes the file.</summary>
    private async Task<HttpResponseMessage> PutAsync(IPage page, string path, string token, HttpContent content)
    {
        var parts = path.Split('/');
        var ofDocument = parts[^1] == "redacted";
        await page.GotoAsync(ofDocument ? $"/cases/{parts[1]}/redactions/add?documentId={parts[3]}" : $"/cases/{parts[1]}/inventory/import", Arrived);
        if (await page.Locator("main form").CountAsync() == 0)
            return await RefuseAsync(page);
        await ChooseAsync(page, content is MultipartFormDataContent form ? form.Single(part => part.Headers.ContentDisposition!.Name!.Trim('"') == "file") : content);
        if (!await SendAsync(page))
            return await RefuseAsync(page);
        Taken.Add((_people[token].Name, path));
        return Answer(HttpStatusCode.OK, await ReadAsync(ofDocument ? path[..^"/redacted".Length] : $"cases/{parts[1]}", token));
    }

    private static async Task ChooseAsync(IPage page, HttpContent file) => await page.Locator("#f-file").SetInputFilesAsync(new FilePayload
    {
        Name = file.Headers.ContentDisposition?.FileName?.Trim('"') ?? ReportName,
        MimeType = "application/octet-stream",
        Buffer = await file.ReadAsByteArrayAsync(),
    });

    /// <summary>Sends the form; where something happened since it was opened, once more with what was typed.</summary>
    /// <returns>Whether it was taken.</returns>
    private static async Task<bool> SendAsync(IPage page)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            // Gone with the page: what is looked at afterwards is the answer.
            await page.EvaluateAsync("document.body.dataset.sent = ''");
            await page.Locator("main form button[type=submit].utrecht-button--primary-action").ClickAsync();
            await page.Locator("body:not([data-sent])").WaitForAsync();
            await page.UntilAsync("document.readyState !== 'loading'");
            // What takes longer goes on as a job.
            if (page.Url.Contains("done=", StringComparison.Ordinal) || new Uri(page.Url).AbsolutePath.StartsWith("/jobs/", StringComparison.Ordinal))
                return true;
            if (await page.GetByText("Een ander was u voor").CountAsync() == 0)
                return false;
        }

        return false;
    }

    private async Task<HttpResponseMessage> TakenAsync(IPage page, string path, string token)
    {
        Taken.Add((_people[token].Name, path));
        var of = path is "cases" or "rulings" ? $"{path}/{new Uri(page.Url).Segments[2]}" : path[..path.IndexOf("/steps/", StringComparison.Ordinal)];
        return Answer(HttpStatusCode.OK, await ReadAsync(of, token));
    }

    private async Task<HttpResponseMessage> RefuseAsync(IPage page)
    {
        var said = await page.Locator("[role=alert] p, [role=alert] li").AllInnerTextsAsync() is { Count: > 0 } told ? told : await page.Locator("main p").AllInnerTextsAsync();
        Refused.Add(string.Join(' ', said));
        return Answer(HttpStatusCode.Conflict, new JsonObject { ["code"] = "refused-on-a-page", ["detail"] = said.Count == 0 ? "" : said[0] });
    }

    private async Task<List<JsonNode>> ListAsync(string path, string token) => [.. (await ReadAsync(path + "?limit=200", token))["items"]!.AsArray().Select(item => item!.DeepClone())];

    private static string IdOf(JsonNode item) => (string)(item["documentId"] ?? item["artifactId"])!;

    private async Task<JsonNode> ReadAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "/api/v1/" + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await base.SendAsync(request, CancellationToken.None);
        var text = await answer.Content.ReadAsStringAsync();
        // Who took a step need not be one who sees what it was taken on.
        return answer.IsSuccessStatusCode ? JsonNode.Parse(text)! : new JsonObject();
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, JsonNode body) => new(status) { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };

    [GeneratedRegex("^cases/[^/]+/(documents|artifacts)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Files();

    [GeneratedRegex("^cases/[^/]+/(documents/[^/]+/redacted|inventory)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PutFiles();
}
