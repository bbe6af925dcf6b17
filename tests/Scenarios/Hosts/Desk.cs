using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace WobWorkflow.Scenarios;

/// <summary>A desk with someone at it, who sends what any client could send and looks at what comes back.</summary>
/// <param name="id">As the logs know the person; empty for nobody.</param>
/// <param name="token">Null for someone without one.</param>
public sealed class Desk(HttpClient http, string id, string? token)
{
    public string Id => id;

    public string? Token => token;

    public Task<Answer> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, JsonContent.Create(body, options: JsonSerializerOptions.Web), headers);

    /// <summary>Exactly these characters, under this media type.</summary>
    public Task<Answer> PostTextAsync(string path, string body, string mediaType = "application/json") =>
        SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, mediaType));

    public Task<Answer> StepAsync(string caseId, string step, object payload, params (string Name, string Value)[] headers) =>
        PostAsync($"cases/{caseId}/steps/{step}", payload, headers);

    /// <summary>Uploads a file with what is known of it.</summary>
    public Task<Answer> UploadAsync(string path, byte[] file, string fileName, object metadata, params (string Name, string Value)[] headers)
    {
        var form = new MultipartFormDataContent
        {
            { JsonContent.Create(metadata, options: JsonSerializerOptions.Web), "metadata" },
            { new ByteArrayContent(file), "file", fileName },
        };
        return SendAsync(HttpMethod.Post, path, form, headers);
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Every item of a list, over all its pages.</summary>
    public async Task<IReadOnlyList<JsonNode>> AllAsync(string path)
    {
        var all = new List<JsonNode>();
        string? next = null;
        do
        {
            var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
            var page = (await GetAsync(next is null ? path : $"{path}{separator}cursor={Uri.EscapeDataString(next)}")).Done;
            all.AddRange(page["items"]!.AsArray().Select(item => item!.DeepClone()));
            next = (string?)page["next"];
        }
        while (next is not null);
        return all;
    }
}
