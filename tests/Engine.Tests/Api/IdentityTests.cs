using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using WobWorkflow.Api;
using WobWorkflow.Cases;

namespace WobWorkflow.Engine.Tests;

public sealed class IdentityTests : IAsyncLifetime
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Rehearsal:Enabled", (string?)"true")]);
        builder.Services.AddWobApi(builder.Configuration);
        builder.Services.AddSingleton<IRehearsalKey>(new FixedKey());
        _app = builder.Build();
        _app.UseWobApi();
        _app.MapWobApi();
        _app.MapGet("/api/v1/broken", string () => throw new InvalidOperationException("Geheime inhoud"));
        await _app.StartAsync();
        _client = _app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task WithoutToken_Is401_WithChallengeAndProblem()
    {
        var answer = await _client.GetAsync("/api/v1/steps");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");
        (await CodeOf(answer)).ShouldBe("unauthenticated");
    }

    [Fact]
    public async Task TokenOfAnotherKey_Is401() =>
        (await GetAsync("/api/v1/steps", Token(["handler"], key: new byte[32]))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task TokenThatHasEnded_Is401() =>
        (await GetAsync("/api/v1/steps", Token(["handler"], expires: DateTime.UtcNow.AddHours(-1)))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task UnsignedToken_Is401()
    {
        var token = new JsonWebTokenHandler().CreateToken("""{"sub":"jan","roles":["handler"]}""");

        (await GetAsync("/api/v1/steps", token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("engine")]
    [InlineData("Engine")]
    [InlineData("two words")]
    [InlineData("")]
    public async Task TokenOfNobody_Is401(string sub) =>
        (await GetAsync("/api/v1/steps", Token(["administrator"], sub))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task UnknownRoles_AreIgnored() =>
        (await GetAsync("/api/v1/steps", Token(["handler", "emperor"]))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task NoKnownRole_Is403()
    {
        var answer = await GetAsync("/api/v1/steps", Token(["emperor"]));

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await CodeOf(answer)).ShouldBe("role-not-allowed");
    }

    [Fact]
    public async Task SingleRole_AsText_Counts()
    {
        var token = new JsonWebTokenHandler().CreateToken(
            """{"sub":"jan","roles":"handler"}""", new SigningCredentials(new SymmetricSecurityKey(Key), SecurityAlgorithms.HmacSha256));

        (await GetAsync("/api/v1/steps", token)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Steps_AreTheCatalogue()
    {
        var steps = await (await GetAsync("/api/v1/steps", Token(["auditor"]))).Content.ReadFromJsonAsync<JsonElement>();

        steps.GetProperty("items").EnumerateArray().Count(step => step.GetProperty("on").GetString() == "case").ShouldBe(Catalogue.CaseSteps.Count(step => !step.Rule.IsReading));
    }

    [Fact]
    public async Task UnknownPath_Is404_AsProblem()
    {
        var answer = await _client.GetAsync("/api/v1/nothing");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await CodeOf(answer)).ShouldBe("not-found");
    }

    [Fact]
    public async Task WrongMethod_Is405_AsProblem()
    {
        var answer = await _client.DeleteAsync("/api/v1/steps");

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await CodeOf(answer)).ShouldBe("method-not-allowed");
    }

    [Fact]
    public async Task Unforeseen_Is500_WithoutAWordOfIt()
    {
        var answer = await _client.GetAsync("/api/v1/broken");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Geheime");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task EveryAnswer_HasItsSecurityHeaders()
    {
        var answer = await _client.GetAsync("/api/v1/broken");

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'none'");
    }

    [Fact]
    public async Task OpenApi_HasARouteAndASchemaForEveryStep()
    {
        var contract = await _client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        contract.GetProperty("openapi").GetString().ShouldStartWith("3.1");
        var paths = contract.GetProperty("paths");
        foreach (var step in Catalogue.CaseSteps.Where(step => !step.Rule.IsReading && step.Rule.Name is not ("register" or "add-document" or "add-artifact" or "add-redaction" or "add-reader-rendition" or "import-inventory")))
        {
            var operation = paths.GetProperty($"/api/v1/cases/{{caseId}}/steps/{step.Rule.Name}").GetProperty("post");
            operation.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")
                .GetProperty("properties").TryGetProperty("effectiveOn", out _).ShouldBeTrue(step.Rule.Name);
            operation.GetProperty("security").GetArrayLength().ShouldBe(1);
            operation.GetProperty("responses").TryGetProperty("409", out _).ShouldBeTrue();
        }
    }

    [Fact]
    public void Caller_HasWhatTheClaimsSay()
    {
        var identity = new System.Security.Claims.ClaimsIdentity(
        [
            new("sub", "l.1"), new("roles", "liaison"), new("roles", "objection-handler"), new("agency", "aivd"), new("clearance", "stg-geheim"),
        ]);

        var caller = Callers.Of(new System.Security.Claims.ClaimsPrincipal(identity))!;

        caller.Roles.ShouldBe([Role.Liaison, Role.ObjectionHandler], ignoreOrder: true);
        (caller.Agency, caller.Clearance).ShouldBe((new Agency("AIVD"), Marking.StgGeheim));
    }

    [Fact]
    public void Settings_OfNeitherAuthorityNorRehearsal_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => new ServiceCollection().AddWobApi(new ConfigurationBuilder().Build()));

    private async Task<HttpResponseMessage> GetAsync(string path, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await _client.SendAsync(request);
    }

    private static async Task<string?> CodeOf(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static string Token(string[] roles, string sub = "jan", byte[]? key = null, DateTime? expires = null) => new JsonWebTokenHandler().CreateToken(
        new SecurityTokenDescriptor
        {
            Claims = new Dictionary<string, object> { ["sub"] = sub, ["name"] = "Jan", ["roles"] = roles },
            NotBefore = (expires ?? DateTime.UtcNow).AddHours(-1),
            IssuedAt = (expires ?? DateTime.UtcNow).AddHours(-1),
            Expires = expires ?? DateTime.UtcNow.AddHours(1),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key ?? Key), SecurityAlgorithms.HmacSha256),
        });

    private sealed class FixedKey : IRehearsalKey
    {
        public ValueTask<byte[]> GetAsync() => ValueTask.FromResult(Key);
    }
}
