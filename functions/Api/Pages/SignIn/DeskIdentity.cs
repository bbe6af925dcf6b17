using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace WobWorkflow.Api;

/// <summary>
/// Who is at the desk. A cookie says so, on pages alone: the API asks for a bearer token and takes no cookie, so that no other site can speak to it in a
/// visitor's name.
/// </summary>
internal static class DeskIdentity
{
    public const string Scheme = "desk";

    /// <summary>The scheme of the organisation's OpenID Connect authority.</summary>
    public const string Organisation = "organisation";

    /// <summary>Asks for someone who signed in and has a role here.</summary>
    public const string SignedIn = "signed-in";

    private const string TokenItem = "rehearsal-token";

    /// <summary>A working day.</summary>
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(10);

    private static readonly string[] Claims = ["sub", "name", "email", "roles", "agency", "clearance"];

    /// <param name="configuration"><c>Identity:ClientId</c> and <c>Identity:ClientSecret</c>: how this application is known to the authority.</param>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var rehearsal = configuration.GetValue<bool>("Rehearsal:Enabled");
        var client = configuration["Identity:ClientId"];
        services.AddSingleton(new DeskSettings(!rehearsal && !string.IsNullOrWhiteSpace(client)));
        var authentication = services.AddAuthentication().AddCookie(Scheme, options =>
        {
            options.Cookie.Name = "wob-desk";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = SecureCookies(configuration);
            options.ExpireTimeSpan = Lasting;
            options.SlidingExpiration = true;
            options.LoginPath = "/sign-in";
            options.ReturnUrlParameter = "return";
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
            if (rehearsal)
                options.Events.OnValidatePrincipal = RefuseForgottenAsync;
        });
        services.AddAuthorizationBuilder().AddPolicy(SignedIn, policy => policy
            .AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser().RequireAssertion(Identity.HasKnownRole));
        if (!rehearsal && !string.IsNullOrWhiteSpace(client))
            AddOrganisation(authentication, configuration, client);
    }

    /// <summary>On a machine of one's own a rehearsal has no TLS; everywhere else a cookie travels under it alone.</summary>
    public static CookieSecurePolicy SecureCookies(IConfiguration configuration) =>
        configuration.GetValue<bool>("Rehearsal:Enabled") ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    /// <summary>Signs in who bears a token of the rehearsal.</summary>
    /// <exception cref="ProblemException">The token isn't one.</exception>
    public static async Task SignInAsync(HttpContext http, string token)
    {
        if (await PrincipalOfAsync(http, token) is not { } principal)
            throw new ProblemException(Problems.OfStatus(StatusCodes.Status401Unauthorized));
        await http.SignInAsync(Scheme, principal, new AuthenticationProperties(new Dictionary<string, string?>(StringComparer.Ordinal) { [TokenItem] = token }));
    }

    private static void AddOrganisation(AuthenticationBuilder authentication, IConfiguration configuration, string client) =>
        authentication.AddOpenIdConnect(Organisation, options =>
        {
            options.SignInScheme = Scheme;
            options.Authority = configuration["Identity:Authority"];
            options.ClientId = client;
            options.ClientSecret = configuration["Identity:ClientSecret"];
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.CallbackPath = "/sign-in/callback";
            options.Scope.Clear();
            foreach (var scope in (configuration["Identity:Scopes"] ?? "openid profile email").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                options.Scope.Add(scope);
            options.TokenValidationParameters = new TokenValidationParameters { NameClaimType = "name", RoleClaimType = "roles" };
            options.Events.OnTokenValidated = context =>
            {
                // The framework lets an unsigned token pass that came over the back channel, as the standard allows; here nobody's word is taken unsigned.
                if (string.IsNullOrEmpty(context.SecurityToken.RawSignature) || context.SecurityToken.SignatureAlgorithm is null or SecurityAlgorithms.None)
                {
                    context.Fail("The token is not signed.");
                    return Task.CompletedTask;
                }

                // The cookie holds what the desk asks about, and nothing else that an authority may say.
                var identity = Lean(context.Principal!);
                context.Principal = identity;
                if (Callers.Of(identity) is null)
                    context.Fail("The token names nobody.");
                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = context =>
            {
                context.HandleResponse();
                context.Response.Redirect("/signed-out?failed=true");
                return Task.CompletedTask;
            };
        });

    /// <summary>Whoever a forgotten rehearsal let in is nobody in the next one.</summary>
    private static async Task RefuseForgottenAsync(CookieValidatePrincipalContext context)
    {
        if (!context.Properties.Items.TryGetValue(TokenItem, out var token) || token is null || await PrincipalOfAsync(context.HttpContext, token) is null)
            context.RejectPrincipal();
    }

    private static async Task<ClaimsPrincipal?> PrincipalOfAsync(HttpContext http, string token)
    {
        var tokens = new RehearsalTokens(http.RequestServices.GetRequiredService<IRehearsalKey>());
        var validated = await tokens.ValidateTokenAsync(token, new TokenValidationParameters());
        return validated.IsValid && Lean(new ClaimsPrincipal(validated.ClaimsIdentity)) is { } principal && Callers.Of(principal) is not null ? principal : null;
    }

    private static ClaimsPrincipal Lean(ClaimsPrincipal principal) =>
        new(new ClaimsIdentity(principal.Claims.Where(claim => Claims.Contains(claim.Type)).Select(claim => new Claim(claim.Type, claim.Value)), Scheme, "name", "roles"));
}

/// <param name="WithOrganisation">Whether people sign in with the organisation's authority.</param>
internal sealed record DeskSettings(bool WithOrganisation);
