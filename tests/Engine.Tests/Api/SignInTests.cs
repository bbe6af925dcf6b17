using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WobWorkflow.Api;

namespace WobWorkflow.Engine.Tests;

/// <summary>Signing in with the organisation's OpenID Connect authority: code flow with PKCE, the cookie that comes of it, and what is refused.</summary>
public sealed partial class SignInTests : IAsyncLifetime
{
    private readonly OpenIdProvider _provider = new();
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        await _provider.StartAsync();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            KeyValuePair.Create("Identity:Authority", (string?)OpenIdProvider.Issuer),
            KeyValuePair.Create("Identity:Audience", (string?)"wob-api"),
            KeyValuePair.Create("Identity:ClientId", (string?)OpenIdProvider.Client),
            KeyValuePair.Create("Identity:ClientSecret", (string?)OpenIdProvider.Secret),
        ]);
        builder.Services.AddWobApi(builder.Configuration);
        // The only thing that is not as in production: the authority is reached in memory.
        builder.Services.Configure<OpenIdConnectOptions>(DeskIdentity.Organisation, options => options.BackchannelHttpHandler = _provider.Backchannel());
        _app = builder.Build();
        _app.UseWobApi();
        _app.MapWobApi();
        _app.MapGet("/who", (Microsoft.AspNetCore.Http.HttpContext http) => $"{http.User.FindFirst("name")?.Value} {string.Join(',', http.Actor().Roles)}").RequireAuthorization(DeskIdentity.SignedIn);
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_LeadsToTheAuthority_WithPkceStateAndNonce_AndNoSecret()
    {
        var browser = new Browser(_app.GetTestServer());

        var answer = await browser.GetAsync("/sign-in?return=/who");

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = answer.Headers.Location!;
        address.GetLeftPart(UriPartial.Path).ShouldBe(OpenIdProvider.Issuer + "/authorize");
        var asked = QueryOf(address);
        (asked["response_type"], asked["client_id"], asked["code_challenge_method"], asked["redirect_uri"]).ShouldBe(("code", OpenIdProvider.Client, "S256", "https://desk.example/sign-in/callback"));
        asked["state"].ShouldNotBeNullOrEmpty();
        asked["nonce"].ShouldNotBeNullOrEmpty();
        address.ToString().ShouldNotContain(OpenIdProvider.Secret);
    }

    [Fact]
    public async Task WhoTheAuthorityVouchesFor_IsSignedIn_AndComesBackToWhereTheyWere()
    {
        var browser = new Browser(_app.GetTestServer());

        var back = await SignInAsync(browser, "/who");

        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        back.Headers.Location!.OriginalString.ShouldBe("/who");
        (await (await browser.GetAsync("/who")).Content.ReadAsStringAsync()).ShouldBe("Henk Behandelaar Handler");
        _provider.LastVerifierFits.ShouldBeTrue();
    }

    [Fact]
    public async Task Cookie_IsForThisSiteAlone_OverTlsAlone_AndForNoScript()
    {
        var browser = new Browser(_app.GetTestServer());

        var back = await SignInAsync(browser, "/who");

        var cookie = back.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("wob-desk=", StringComparison.Ordinal));
        var parts = cookie.Split("; ").Skip(1).ToList();
        parts.ShouldContain("secure");
        parts.ShouldContain("httponly");
        parts.ShouldContain("samesite=lax");
        parts.ShouldContain("path=/");
        parts.ShouldNotContain(part => part.StartsWith("domain=", StringComparison.OrdinalIgnoreCase));
        // Nor does it open the API, which asks for a bearer token.
        (await browser.GetAsync("/api/v1/steps")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task WhoHasNoRoleHere_IsKnown_AndGetsNothing()
    {
        _provider.Roles = ["gardener"];
        var browser = new Browser(_app.GetTestServer());

        await SignInAsync(browser, "/who");

        (await browser.GetAsync("/who")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Fault.OtherKey)]
    [InlineData(Fault.OtherAudience)]
    [InlineData(Fault.OtherIssuer)]
    [InlineData(Fault.OtherNonce)]
    [InlineData(Fault.Expired)]
    [InlineData(Fault.Unsigned)]
    [InlineData(Fault.Engine)]
    public async Task TokenThatDoesNotHold_SignsNobodyIn(Fault fault)
    {
        _provider.Fault = fault;
        var browser = new Browser(_app.GetTestServer());

        var back = await SignInAsync(browser, "/who");

        back.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        back.Headers.Location!.OriginalString.ShouldBe("/signed-out?failed=true");
        browser.Has("wob-desk").ShouldBeFalse();
        var page = await (await browser.GetAsync("/signed-out?failed=true")).Content.ReadAsStringAsync();
        page.ShouldContain("Aanmelden is niet gelukt");
    }

    [Fact]
    public async Task AuthorityThatDoesNotAnswer_IsSaid_AndNoFaultOfOurs()
    {
        _provider.IsDown = true;

        var answer = await new Browser(_app.GetTestServer()).GetAsync("/sign-in");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("De aanmelddienst van uw organisatie antwoordt niet");
    }

    [Fact]
    public async Task RefusalByTheAuthority_SaysSo_WithoutItsWords()
    {
        var browser = new Browser(_app.GetTestServer());
        var asked = QueryOf((await browser.GetAsync("/sign-in")).Headers.Location!);

        var back = await browser.GetAsync($"/sign-in/callback?error=access_denied&error_description=Henk+mag+niet&state={Uri.EscapeDataString(asked["state"]!)}");

        back.Headers.Location!.OriginalString.ShouldBe("/signed-out?failed=true");
    }

    [Fact]
    public async Task AnswerThatWasNotAskedFor_SignsNobodyIn()
    {
        var asked = QueryOf((await new Browser(_app.GetTestServer()).GetAsync("/sign-in")).Headers.Location!);
        var code = _provider.CodeFor(asked);
        var other = new Browser(_app.GetTestServer());

        // Somebody else's answer in one's own browser: without the cookie that belongs to it, it is nothing.
        var back = await other.GetAsync($"/sign-in/callback?code={code}&state={Uri.EscapeDataString(asked["state"]!)}");

        back.Headers.Location!.OriginalString.ShouldBe("/signed-out?failed=true");
        other.Has("wob-desk").ShouldBeFalse();
    }

    [Fact]
    public async Task SignOut_EndsTheCookie()
    {
        var browser = new Browser(_app.GetTestServer());
        await SignInAsync(browser, "/who");
        var page = await (await browser.GetAsync("/nergens")).Content.ReadAsStringAsync();
        page.ShouldContain("Henk Behandelaar");
        var token = Token().Match(page).Groups["token"].Value;

        var left = await browser.PostAsync("/sign-out", ("__RequestVerificationToken", WebUtility.HtmlDecode(token)));

        left.Headers.Location!.OriginalString.ShouldBe("/signed-out");
        browser.Has("wob-desk").ShouldBeFalse();
        (await browser.GetAsync("/who")).Headers.Location!.OriginalString.ShouldContain("/sign-in");
    }

    [Theory]
    [InlineData("https://elders.example/")]
    [InlineData("//elders.example")]
    public async Task WayBackToElsewhere_BecomesTheFirstPage(string elsewhere)
    {
        var browser = new Browser(_app.GetTestServer());

        var back = await SignInAsync(browser, elsewhere);

        back.Headers.Location!.OriginalString.ShouldBe("/");
    }

    /// <summary>Goes to the authority and comes back with its answer.</summary>
    private async Task<HttpResponseMessage> SignInAsync(Browser browser, string back)
    {
        var asked = QueryOf((await browser.GetAsync($"/sign-in?return={Uri.EscapeDataString(back)}")).Headers.Location!);
        return await browser.GetAsync($"/sign-in/callback?code={_provider.CodeFor(asked)}&state={Uri.EscapeDataString(asked["state"]!)}");
    }

    private static System.Collections.Specialized.NameValueCollection QueryOf(Uri address) => System.Web.HttpUtility.ParseQueryString(address.Query);

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
