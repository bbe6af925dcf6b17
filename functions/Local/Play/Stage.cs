using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WobWorkflow.Local;

/// <summary>
/// Plays persons over HTTP, as any client would: each request with a key of its own, sent again with the same key while there is no answer. It knows
/// nothing of the engine but its address.
/// </summary>
/// <param name="patience">How long a request is sent again before the play gives up.</param>
/// <param name="play">What its keys begin with, so that two plays on the same data don't mix.</param>
public sealed class Stage(HttpClient http, TimeSpan patience, string play = "play")
{
    private const string ClockGoesForward = "clock-goes-forward";
    private const string Anything = "*";

    // A fixed one, so that a second attempt sends the same bytes as the first.
    private const string Boundary = "play-boundary-7d1c1f0e";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>What is made beside the turns and was left lying when its host died is found by the next sweep.</summary>
    private static readonly TimeSpan MadeBeside = TimeSpan.FromMinutes(2);
    private int _requests;

    /// <summary>Called before each request with its number; a test may pull the plug here.</summary>
    public Func<int, Task>? Before { get; set; }

    /// <summary>Lets a person sign in to the rehearsal.</summary>
    /// <param name="clearance">The highest marking whose content they may read.</param>
    public async Task<Person> EnterAsync(string name, string[] roles, string? agency, CancellationToken cancellation, string clearance = "none")
    {
        var answer = await SendAsync(HttpMethod.Post, "rehearsal/tokens", null, () => JsonContent.Create(new { name, roles, agency, clearance }), cancellation);
        var token = answer!["token"]!.GetValue<string>();
        var claims = JsonNode.Parse(Base64Url(token.Split('.')[1]))!;
        return new Person(name, claims["sub"]!.GetValue<string>(), token);
    }

    /// <summary>
    /// Moves the clock of the cases to a moment and waits until what fell due on the way is done. A clock that is past it goes back in an empty rehearsal
    /// and stays in any other: there the play was here before.
    /// </summary>
    /// <returns>Whether the play was here before.</returns>
    public async Task<bool> ClockAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var now = await NowAsync(cancellation);
        // A clock that runs years ahead belongs to an empty rehearsal; one that is a little past the moment has just been moved there.
        var to = now > moment && now - moment < TimeSpan.FromDays(1) ? now : moment;
        return (string?)(await MoveAsync(to, cancellation))["code"] == ClockGoesForward;
    }

    /// <summary>Waits until what is due now is done.</summary>
    public async Task SettleAsync(CancellationToken cancellation)
    {
        var now = await NowAsync(cancellation);
        if ((string?)(await MoveAsync(now, cancellation))["code"] == ClockGoesForward)
            throw new PlayStoppedException("Somebody else moved the clock.");
    }

    private async Task<JsonNode> MoveAsync(DateTimeOffset to, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Post, "rehearsal/clock", null, () => JsonContent.Create(new { now = to }), cancellation, unless: ClockGoesForward))!;

    private async Task<DateTimeOffset> NowAsync(CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Get, "rehearsal/clock", null, null, cancellation))!["now"]!.GetValue<DateTimeOffset>();

    public Task<JsonNode?> GetAsync(Person person, string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, person, null, cancellation);

    /// <summary>Asks again until it is so. One request, however often it is sent: those after it keep their keys.</summary>
    public async Task<JsonNode> UntilAsync(Person person, string path, Func<JsonNode, bool> isSo, CancellationToken cancellation) =>
        (await SendAsync(HttpMethod.Get, path, person, null, cancellation, isSo: isSo))!;

    /// <summary>A file, as it is.</summary>
    public async Task<byte[]> DownloadAsync(Person person, string path, CancellationToken cancellation)
    {
        byte[] file = [];
        await SendAsync(HttpMethod.Get, path, person, null, cancellation, file: async content => file = await content.ReadAsByteArrayAsync(cancellation));
        return file;
    }

    public Task<JsonNode?> PostAsync(Person person, string path, object body, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, person, () => JsonContent.Create(body, options: JsonSerializerOptions.Web), cancellation);

    /// <summary>Sends what must be refused.</summary>
    /// <returns>The problem that it was answered with.</returns>
    /// <exception cref="PlayStoppedException">It was accepted.</exception>
    public async Task<JsonNode> RefusedAsync(Person person, string path, object body, CancellationToken cancellation)
    {
        var answer = await SendAsync(
            HttpMethod.Post, path, person, () => JsonContent.Create(body, options: JsonSerializerOptions.Web), cancellation, unless: Anything);
        return answer?["code"] is null ? throw new PlayStoppedException($"POST {path}: this should have been refused.") : answer;
    }

    /// <summary>Passes over a request that isn't sent this time: those after it keep their keys.</summary>
    public void PassOver() => _requests++;

    /// <summary>Uploads a file with what is known of it.</summary>
    public Task<JsonNode?> UploadAsync(Person person, string path, byte[] file, string fileName, object metadata, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Post, path, person, () =>
        {
            var content = new MultipartFormDataContent(Boundary);
            content.Add(new StringContent(JsonSerializer.Serialize(metadata, JsonSerializerOptions.Web), Encoding.UTF8, "application/json"), "metadata");
            content.Add(new ByteArrayContent(file), "file", fileName);
            return content;
        }, cancellation);

    /// <summary>Puts a file in its place.</summary>
    public Task<JsonNode?> PutAsync(Person person, string path, byte[] file, string fileName, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Put, path, person, () => FileAlone(file, fileName), cancellation);

    /// <summary>Puts a file that must be refused.</summary>
    /// <returns>The problem that it was answered with.</returns>
    /// <exception cref="PlayStoppedException">It was accepted.</exception>
    public async Task<JsonNode> RefusedAsync(Person person, string path, byte[] file, string fileName, CancellationToken cancellation)
    {
        var answer = await SendAsync(HttpMethod.Put, path, person, () => FileAlone(file, fileName), cancellation, unless: Anything);
        return answer?["code"] is null ? throw new PlayStoppedException($"PUT {path}: this should have been refused.") : answer;
    }

    private static MultipartFormDataContent FileAlone(byte[] file, string fileName) => new(Boundary) { { new ByteArrayContent(file), "file", fileName } };

    /// <param name="file">Takes in an answer that is no JSON.</param>
    /// <param name="isSo">Whether the answer is the one that is waited for.</param>
    /// <param name="unless">A refusal, by its code, that is as good as an acceptance; <see cref="Anything"/> for any.</param>
    private async Task<JsonNode?> SendAsync(
        HttpMethod method, string path, Person? person, Func<HttpContent>? body, CancellationToken cancellation, string? unless = null,
        Func<HttpContent, Task>? file = null, Func<JsonNode, bool>? isSo = null)
    {
        var number = ++_requests;
        if (Before is not null)
            await Before(number);
        var until = DateTimeOffset.UtcNow + (isSo is null ? patience : patience + MadeBeside);
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, "api/v1/" + path) { Content = body?.Invoke() };
                if (person is not null)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
                if (method != HttpMethod.Get)
                    request.Headers.Add("Idempotency-Key", $"{play}-{number}");
                using var response = await http.SendAsync(request, cancellation);
                if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway && DateTimeOffset.UtcNow < until)
                {
                    await Task.Delay(Pause, cancellation);
                    continue;
                }

                // A move of the clock that takes long goes on; who asks again waits for it.
                if (path == "rehearsal/clock" && response.StatusCode == HttpStatusCode.Accepted)
                    continue;

                if (file is not null && response.IsSuccessStatusCode)
                {
                    await file(response.Content);
                    return null;
                }

                var text = await response.Content.ReadAsStringAsync(cancellation);
                if (!response.IsSuccessStatusCode && unless != Anything && (unless is null || (string?)JsonNode.Parse(text)?["code"] != unless))
                    throw new PlayStoppedException($"{method} {path}: {(int)response.StatusCode} {text}");
                var answer = text.Length == 0 ? null : JsonNode.Parse(text);
                if (answer is null || isSo is null || isSo(answer))
                    return answer;
                if (DateTimeOffset.UtcNow > until)
                    throw new PlayStoppedException($"{method} {path}: what was waited for did not come.");
                await Task.Delay(Pause, cancellation);
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException && DateTimeOffset.UtcNow < until)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
    }

    private static byte[] Base64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}

/// <summary>Someone in the play.</summary>
/// <param name="Id">As the logs know them.</param>
public sealed record Person(string Name, string Id, string Token);

/// <summary>The play can't go on: an answer was not what the story expects.</summary>
public sealed class PlayStoppedException : Exception
{
    public PlayStoppedException() { }

    public PlayStoppedException(string message) : base(message) { }

    public PlayStoppedException(string message, Exception? inner) : base(message, inner) { }
}
