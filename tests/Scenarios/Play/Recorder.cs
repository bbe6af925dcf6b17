using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace WobWorkflow.Scenarios;

/// <summary>Writes down what was said on the wire: what was sent, what came back, how long it took.</summary>
public sealed partial class Recorder() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>Fields whose value is nobody's business but the case's.</summary>
    private static readonly string[] Private =
        ["subject", "text", "name", "email", "address", "question", "reason", "note", "quote", "title", "place", "terms"];

    private readonly List<Spoken> _spoken = [];
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    public IReadOnlyList<Spoken> Spoken => _spoken;

    /// <summary>Every text that was sent and may not be told to anyone who doesn't work on the case, file names included.</summary>
    public IReadOnlySet<string> Secrets => _secrets;

    /// <summary>Attempts that broke off before there was an answer, those on a service that was down included.</summary>
    public int BrokenOff { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
            Learn(Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken)));
        var since = Stopwatch.GetTimestamp();
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            var path = request.RequestUri!.AbsolutePath["/api/v1/".Length..];
            _spoken.Add(new Spoken(request.Method, path, response.StatusCode, body, Stopwatch.GetElapsedTime(since)));
            return response;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            BrokenOff++;
            throw;
        }
    }

    private void Learn(string body)
    {
        foreach (Match name in FileName().Matches(body))
            _secrets.Add(name.Groups["name"].Value.Trim('"'));
        foreach (Match json in JsonObject().Matches(body))
        {
            try
            {
                Learn(JsonNode.Parse(json.Value));
            }
            catch (JsonException)
            {
                // braces in a file
            }
        }
    }

    private void Learn(JsonNode? node)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Learn(item);
        }

        foreach (var (field, value) in node as JsonObject ?? [])
        {
            // One word alone may be any word.
            if (Private.Contains(field) && value is JsonValue text && ((string)text!).Length > 7)
                _secrets.UnionWith(((string)text!).Split('\n'));
            Learn(value);
        }
    }

    [GeneratedRegex("filename=(?<name>\"[^\"]+\"|[^;\\r\\n]+)")]
    private static partial Regex FileName();

    [GeneratedRegex("^\\{.*\\}\\r?$", RegexOptions.Multiline)]
    private static partial Regex JsonObject();
}

/// <summary>A request that was answered.</summary>
public sealed record Spoken(HttpMethod Method, string Path, HttpStatusCode Status, string Body, TimeSpan Took)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Method} {Path}: {(int)Status} in {Took.TotalMilliseconds:F0} ms");
}
