using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WobWorkflow.Engine.Tests;

/// <summary>An OpenID Connect authority that knows one person: discovery, keys, and codes that are exchanged once, against the verifier of who asked.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string Issuer = "https://id.example";
    public const string Client = "wob-desk";
    public const string Secret = "a-secret-of-this-test";

    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce)> _codes = new(StringComparer.Ordinal);
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);
    private WebApplication _app = null!;

    public string[] Roles { get; set; } = ["handler"];

    /// <summary>What is wrong with the tokens that it gives.</summary>
    public Fault Fault { get; set; }

    /// <summary>Whether it answers nobody.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether who exchanged the last code was who asked for it (PKCE).</summary>
    public bool LastVerifierFits { get; private set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Use((http, next) =>
        {
            if (!IsDown)
                return next(http);
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Issuer,
            authorization_endpoint = Issuer + "/authorize",
            token_endpoint = Issuer + "/token",
            jwks_uri = Issuer + "/keys",
        }));
        _app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(false)) { KeyId = "key-1" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = "key-1", use = "sig", alg = "RS256", n = key.N, e = key.E } } });
        });
        _app.MapPost("/token", (Delegate)ExchangeAsync);
        await _app.StartAsync();
    }

    /// <summary>The way on which a server reaches the authority.</summary>
    public HttpMessageHandler Backchannel() => _app.GetTestServer().CreateHandler();

    /// <summary>What the authority hands to a browser once its visitor has shown who they are.</summary>
    public string CodeFor(NameValueCollection asked)
    {
        var code = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
        _codes[code] = (asked["code_challenge"]!, asked["nonce"]!);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _other.Dispose();
    }

    private async Task<IResult> ExchangeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (form["client_id"] != Client || form["client_secret"] != Secret || form["grant_type"] != "authorization_code" || !_codes.TryRemove(form["code"].ToString(), out var given))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        LastVerifierFits = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == given.Challenge;
        return LastVerifierFits
            ? Results.Json(new { token_type = "Bearer", access_token = "not-looked-at", expires_in = 300, id_token = Token(given.Nonce) })
            : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    private string Token(string nonce)
    {
        var now = DateTime.UtcNow;
        var key = new RsaSecurityKey(Fault == Fault.OtherKey ? _other : _key) { KeyId = "key-1" };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Fault == Fault.OtherIssuer ? "https://elders.example" : Issuer,
            Audience = Fault == Fault.OtherAudience ? "somebody-else" : Client,
            IssuedAt = now.AddMinutes(-20),
            NotBefore = now.AddMinutes(-20),
            Expires = Fault == Fault.Expired ? now.AddMinutes(-10) : now.AddMinutes(5),
            Claims = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["sub"] = Fault == Fault.Engine ? "engine" : "henk",
                ["name"] = "Henk Behandelaar",
                ["roles"] = Roles,
                ["nonce"] = Fault == Fault.OtherNonce ? "another" : nonce,
                ["shoe_size"] = "44",
            },
            SigningCredentials = Fault == Fault.Unsigned ? null : new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }
}

/// <summary>What can be wrong with a token.</summary>
public enum Fault
{
    None,
    OtherKey,
    OtherAudience,
    OtherIssuer,
    OtherNonce,
    Expired,
    Unsigned,

    /// <summary>It says that it is the engine's own.</summary>
    Engine,
}
