using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace WobWorkflow.Api;

/// <summary>Validates tokens against the rehearsal's own key, which lies in storage and changes when the rehearsal is forgotten.</summary>
internal sealed class RehearsalTokens(IRehearsalKey key) : TokenHandler
{
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters) =>
        await _tokens.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = new SymmetricSecurityKey(await key.GetAsync()),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            // The key says which rehearsal it is, so issuer and audience add nothing; a token that ends does end.
            ValidateIssuer = false,
            ValidateAudience = false,
            RequireExpirationTime = false,
            NameClaimType = "name",
            RoleClaimType = "roles",
        });

    public override SecurityToken ReadToken(string token) => _tokens.ReadToken(token);
}
