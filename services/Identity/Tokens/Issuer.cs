using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Tokens;

/// <summary>
/// The issuer of tokens: OAuth 2.0 with the best practice of RFC 9700. Code with PKCE for people, client credentials for systems;
/// no implicit and no password grant.
/// </summary>
internal static class Issuer
{
    public static readonly string[] Apis = ["municipalities", "enterprises", "matchmaking", "knowledge"];

    /// <summary>Every scope of the services, <c>{service}:read</c> and <c>{service}:write</c>.</summary>
    public static readonly string[] ApiScopes = [.. Apis.SelectMany(service => new[] { $"{service}:read", $"{service}:write" })];

    private const string Root = "identity/connect";

    public static void AddIssuer(this WebApplicationBuilder builder)
    {
        var issuer = builder.Configuration.Issuer();
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>())
            .AddServer(server =>
            {
                server.SetIssuer(issuer)
                    .SetConfigurationEndpointUris("identity/.well-known/openid-configuration")
                    .SetJsonWebKeySetEndpointUris("identity/.well-known/jwks")
                    .SetAuthorizationEndpointUris($"{Root}/authorize")
                    .SetTokenEndpointUris($"{Root}/token")
                    .SetUserInfoEndpointUris($"{Root}/userinfo")
                    .SetEndSessionEndpointUris($"{Root}/logout")
                    .SetRevocationEndpointUris($"{Root}/revoke")
                    .AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                    .AllowClientCredentialsFlow()
                    .AllowRefreshTokenFlow();
                server.Configure(options => options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain));
                server.RegisterScopes([Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess, .. ApiScopes]);
                server.RegisterClaims(Claims.Subject, Claims.Name, Claims.Role, Claims.Email, TokenClaims.Org);
                server.SetAccessTokenLifetime(TimeSpan.FromMinutes(10))
                    .SetIdentityTokenLifetime(TimeSpan.FromMinutes(10))
                    .SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1))
                    // A day's work; rotation does not make it longer.
                    .SetRefreshTokenLifetime(TimeSpan.FromHours(10))
                    .DisableSlidingRefreshTokenExpiration()
                    // A second use means that somebody else has it.
                    .SetRefreshTokenReuseLeeway(TimeSpan.Zero)
                    .DisableAccessTokenEncryption();
                server.AddEventHandler<OpenIddictServerEvents.HandleConfigurationRequestContext>(handler => handler
                    .UseInlineHandler(context => TellPublicAddresses(context, issuer))
                    .SetOrder(int.MaxValue - 1_000));
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough()
                    .EnableTokenEndpointPassthrough()
                    .EnableUserInfoEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough()
                    // TLS ends before the gateway.
                    .DisableTransportSecurityRequirement();
            });
    }

    public static void MapIssuer(this WebApplication app)
    {
        app.MapMethods($"/{Root}/authorize", ["GET", "POST"], Authorize.Handle).ExcludeFromDescription().DisableAntiforgery();
        app.MapPost($"/{Root}/token", Exchange.Handle).ExcludeFromDescription().DisableAntiforgery();
        app.MapMethods($"/{Root}/userinfo", ["GET", "POST"], (Delegate)UserInfo.Handle).ExcludeFromDescription().DisableAntiforgery();
        app.MapMethods($"/{Root}/logout", ["GET", "POST"], (Delegate)EndSession.Handle).ExcludeFromDescription().DisableAntiforgery();
    }

    /// <summary>
    /// The services read the metadata by an address inside the network, and so get key and token addresses there. A browser cannot go
    /// there, so the addresses that browsers are sent to are always the public ones.
    /// </summary>
    private static ValueTask TellPublicAddresses(OpenIddictServerEvents.HandleConfigurationRequestContext context, Uri issuer)
    {
        context.AuthorizationEndpoint = new Uri(issuer, "connect/authorize");
        context.EndSessionEndpoint = new Uri(issuer, "connect/logout");
        return default;
    }
}
