using System.Net;
using Microsoft.AspNetCore.TestHost;

namespace WobWorkflow.Engine.Tests;

/// <summary>A browser that keeps the cookies of one site, reached over TLS.</summary>
public sealed class Browser(TestServer server)
{
    private static readonly Uri Site = new("https://desk.example/");
    private readonly CookieContainer _cookies = new();

    public bool Has(string cookie) => _cookies.GetCookies(Site).Any(one => one.Name == cookie && one.Value.Length > 0);

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Site, path)));

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Site, path))
    {
        Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
    });

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } held)
            request.Headers.Add("Cookie", held);
        using var client = server.CreateClient();
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
                _cookies.SetCookies(request.RequestUri!, cookie.Replace("samesite=none", "", StringComparison.Ordinal));
        }

        return answer;
    }
}
