using Microsoft.AspNetCore.Authentication.JwtBearer;
using ServiceDefaults;

namespace Gateway;

/// <summary>
/// Tokens at the edge: valid or absent. The public reads without one, and a token that does not hold is refused here before it costs a
/// service anything. What a valid token permits is the service's business, which checks it again with its own audience.
/// </summary>
internal static class EdgeTokens
{
    /// <summary>Policy: no token, or one that is valid for any of the services.</summary>
    public const string ValidOrAbsent = "token-valid-or-absent";

    /// <summary>Policy: whatever credentials the request has are judged by the service behind.</summary>
    public const string JudgedInside = "judged-inside";

    public static void AddEdgeTokens(this WebApplicationBuilder builder)
    {
        builder.Services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            bearer.TokenValidationParameters.ValidAudience = null;
            bearer.TokenValidationParameters.ValidAudiences = builder.Configuration["Auth:Audience"] is { } audience ? [audience] : Platform.Apis;
            bearer.Events = new JwtBearerEvents { OnChallenge = Refuse };
        });
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(JudgedInside, policy => policy.RequireAssertion(_ => true))
            .AddPolicy(ValidOrAbsent, policy => policy.RequireAssertion(check => check.Resource is HttpContext context
                && (context.Request.Headers.Authorization.Count == 0 || check.User.Identity?.IsAuthenticated == true)));
    }

    private static async Task Refuse(JwtBearerChallengeContext challenge)
    {
        challenge.HandleResponse();
        if (challenge.AuthenticateFailure is not null && !await KnowsTheIssuer(challenge))
        {
            // While the issuer's keys have never been read, nobody can say that a token is wrong: it may be tried again.
            challenge.Response.Headers.RetryAfter = "5";
            await CommonErrors.Unavailable.Result("Inloggningstjänsten svarar inte. Försök igen om en stund.").ExecuteAsync(challenge.HttpContext);
            return;
        }
        // Why a token does not hold is in the log; the caller learns that it does not (RFC 6750 section 3.1).
        challenge.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        await GatewayErrors.TokenInvalid.Result("Hämta en ny token och försök igen. Publika uppgifter läses utan token.").ExecuteAsync(challenge.HttpContext);
    }

    private static async Task<bool> KnowsTheIssuer(JwtBearerChallengeContext challenge)
    {
        if (challenge.Options.ConfigurationManager is not { } issuer) return true;
        try
        {
            await issuer.GetConfigurationAsync(challenge.HttpContext.RequestAborted);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
