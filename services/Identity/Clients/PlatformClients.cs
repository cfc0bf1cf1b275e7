using Identity.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Clients;

/// <summary>The platform's own clients, in every environment.</summary>
internal static class PlatformClients
{
    public static IEnumerable<OpenIddictApplicationDescriptor> All(Uri publicUrl) =>
    [
        ForPeople("portal", "Nätverkets webbplats", new Uri(publicUrl, "signin-oidc"), new Uri(publicUrl, "signout-callback-oidc")),
        ForPeople("docs", "API-referensen", new Uri(publicUrl, "docs/")),
    ];

    /// <summary>A public client of code with PKCE: it has no secret, and gets its answer only where it is registered.</summary>
    public static OpenIddictApplicationDescriptor ForPeople(string id, string name, Uri redirect, Uri? afterSignOut = null)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            DisplayName = name,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { redirect },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession, Permissions.Endpoints.Revocation,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code,
                Permissions.Scopes.Profile, Permissions.Scopes.Email,
            },
        };
        if (afterSignOut is not null) client.PostLogoutRedirectUris.Add(afterSignOut);
        foreach (var scope in Issuer.ApiScopes) client.Permissions.Add(Permissions.Prefixes.Scope + scope);
        return client;
    }

    /// <summary>A system of an agency or a municipality: client credentials, and only the scopes that it has been given.</summary>
    public static OpenIddictApplicationDescriptor ForSystem(string id, string name, string role, string org, IEnumerable<string> scopes)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            DisplayName = name,
            ClientType = ClientTypes.Confidential,
            Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.GrantTypes.ClientCredentials },
        };
        foreach (var scope in scopes) client.Permissions.Add(Permissions.Prefixes.Scope + scope);
        client.SpeaksFor(role, org);
        return client;
    }
}
