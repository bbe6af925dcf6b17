using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using WobWorkflow.Dossiers;
using WobWorkflow.Engine;

namespace WobWorkflow.Api;

/// <summary>Who is let in: the bearer of a token from the configured OpenID Connect authority, or of the rehearsal's own; and of those who has a role here.</summary>
internal static class Identity
{
    /// <summary>Asks for a valid token and at least one role that is known here.</summary>
    public const string HasRole = "has-role";

    /// <exception cref="SettingException">There is neither an authority nor a rehearsal: nobody could ever be let in.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var rehearsal = HostSettings.Rehearsal(configuration);
        var (authority, audience) = (configuration["Identity:Authority"], configuration["Identity:Audience"]);
        if (!rehearsal && (string.IsNullOrWhiteSpace(authority) || string.IsNullOrWhiteSpace(audience)))
            throw new SettingException("Set Identity:Authority and Identity:Audience, or start a rehearsal (--rehearsal).");
        if (!rehearsal && !(Uri.TryCreate(authority, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            throw new SettingException("Identity:Authority is the address of an OpenID Connect authority, and begins with https://.");

        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>>(provider => new ConfigureNamedOptions<JwtBearerOptions>(
            JwtBearerDefaults.AuthenticationScheme,
            options =>
            {
                options.MapInboundClaims = false;
                options.IncludeErrorDetails = false; // the reason would name keys and issuers
                options.Events = new JwtBearerEvents { OnTokenValidated = RefuseNobody };
                if (rehearsal)
                    TrustRehearsal(options, provider.GetRequiredService<IRehearsalKey>());
                else
                    TrustAuthority(options, authority!, audience!);
            }));
        services.AddAuthorizationBuilder()
            .AddPolicy(HasRole, policy => policy.RequireAuthenticatedUser().RequireAssertion(HasKnownRole));
    }

    private static void TrustAuthority(JwtBearerOptions options, string authority, string audience)
    {
        options.Authority = authority;
        options.Audience = audience;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            NameClaimType = "name",
            RoleClaimType = "roles",
            ValidAudience = audience,
            // Only keys that the authority publishes: never one that both sides know.
            ValidAlgorithms =
            [
                SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
                SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
                SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
            ],
        };
    }

    private static void TrustRehearsal(JwtBearerOptions options, IRehearsalKey key)
    {
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new RehearsalTokens(key));
    }

    /// <summary>A token without a usable <c>sub</c>, or with the engine's, is nobody's.</summary>
    private static Task RefuseNobody(TokenValidatedContext context)
    {
        if (context.Principal is null || Callers.Of(context.Principal) is null)
            context.Fail("The token names nobody.");
        return Task.CompletedTask;
    }

    public static bool HasKnownRole(AuthorizationHandlerContext context) => Callers.Of(context.User) is { Roles.IsEmpty: false };
}
