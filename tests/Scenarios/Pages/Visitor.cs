using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace WobWorkflow.Scenarios;

/// <summary>Someone with a browser that runs no script: follows links, fills in forms, keeps cookies.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(Uri address) => _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Someone of a rehearsal who has signed in.</summary>
    public static async Task<Visitor> SignedInAsync(Uri address, string name, string[] roles, string? agency = null)
    {
        var visitor = new Visitor(address);
        List<(string, string)> fields = [("name", name), .. roles.Select(role => ("roles", role))];
        if (agency is not null)
            fields.Add(("agency", agency));
        (await visitor.SubmitAsync("/sign-in", "/sign-in", [.. fields])).Status.ShouldBe(HttpStatusCode.SeeOther);
        return visitor;
    }

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return await AnswerOf(response);
    }

    /// <summary>Opens a page and sends a form that stands on it.</summary>
    /// <param name="action">Where the form goes.</param>
    public async Task<Answer> SubmitAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = (await GetAsync(page)).Text;
        html.ShouldContain($"action=\"{action}\"");
        return await PostAsync(action, [.. HiddenOf(html, action, [.. fields.Select(field => field.Name)]), .. fields]);
    }

    /// <summary>Sends these fields and nothing else.</summary>
    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await _http.PostAsync(path, content, TestContext.Current.CancellationToken);
        return await AnswerOf(response);
    }

    /// <summary>Sends files with fields.</summary>
    public async Task<Answer> UploadAsync(string page, string action, (string Name, byte[] Content)[] files, params (string Name, string Value)[] fields)
    {
        var html = (await GetAsync(page)).Text;
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in (List<(string, string)>)[.. HiddenOf(html, action, []), .. fields])
            form.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "file", name);
        using var response = await _http.PostAsync(action, form, TestContext.Current.CancellationToken);
        return await AnswerOf(response);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The hidden fields of the form that goes there; not those that are given otherwise.</summary>
    public static List<(string Name, string Value)> HiddenOf(string html, string action, string[] given)
    {
        var start = html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        var form = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        return [.. Hidden().Matches(form).Select(match => (match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value))).Where(field => !given.Contains(field.Item1))];
    }

    private static async Task<Answer> AnswerOf(HttpResponseMessage response) =>
        new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsByteArrayAsync());

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hidden();
}
