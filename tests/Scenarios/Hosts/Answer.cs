using System.Net.Http.Headers;

namespace WobWorkflow.Scenarios;

/// <summary>What came back, all of it, so that it can be looked at twice.</summary>
public sealed record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders Content, byte[] Bytes)
{
    /// <exception cref="System.Text.Json.JsonException">It is no JSON.</exception>
    public JsonNode Json => JsonNode.Parse(Bytes)!;

    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    public string? ETag => Headers.ETag?.Tag;

    /// <summary>A problem's code.</summary>
    public string? Code => (string?)Json["code"];

    /// <summary>The fields that a problem finds wrong.</summary>
    public string[] Fields => [.. Json["errors"]?.AsObject().Select(error => error.Key) ?? []];

    /// <summary>It went well; the body.</summary>
    public JsonNode Done
    {
        get
        {
            ((int)Status).ShouldBeInRange(200, 299, Text);
            return Json;
        }
    }

    /// <summary>It was refused with this status and code, as a problem that says what to do and shows nothing of the inside.</summary>
    public Answer ShouldBeProblem(HttpStatusCode status, string code)
    {
        Status.ShouldBe(status, Text);
        Content.ContentType?.MediaType.ShouldBe("application/problem+json");
        Code.ShouldBe(code, Text);
        ((int?)Json["status"]).ShouldBe((int)status);
        ((string?)Json["title"]).ShouldNotBeNullOrWhiteSpace();
        ((string?)Json["detail"]).ShouldNotBeNullOrWhiteSpace();
        ((string?)Json["type"]).ShouldBe($"urn:wobworkflow:problem:{code}");
        Text.ShouldNotContain("WobWorkflow.", Case.Sensitive);
        Text.ShouldNotContain("Exception");
        Text.ShouldNotContain("   at ");
        return this;
    }
}
