using System.Security.Claims;
using Identity.People;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Tokens;

/// <summary>What stands in a token about whom it speaks for.</summary>
internal static class TokenClaims
{
    public const string Org = "org";

    /// <summary>A person's claims. What OpenIddict itself had put into <paramref name="earlier"/> stays, such as the chain of tokens it belongs to.</summary>
    public static async Task<ClaimsPrincipal> Of(Person person, IEnumerable<string> scopes, IOpenIddictScopeManager known, ClaimsPrincipal? earlier = null)
    {
        var identity = new ClaimsIdentity(earlier?.Claims, "identity", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Id.ToString());
        identity.SetClaim(SignIn.Stamp, person.Stamp.ToString());
        var asked = scopes.ToList();
        identity.SetClaim(Claims.Email, asked.Contains(Scopes.Email) ? person.Email : null);
        return await Complete(identity, person.Name, person.Role, person.Org, asked, known);
    }

    /// <summary>A system's claims.</summary>
    public static async Task<ClaimsPrincipal> Of(
        string clientId, string? name, string? role, string? org, IEnumerable<string> scopes, IOpenIddictScopeManager known)
    {
        var identity = new ClaimsIdentity("identity", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, clientId);
        return await Complete(identity, name, role, org, scopes, known);
    }

    private static async Task<ClaimsPrincipal> Complete(
        ClaimsIdentity identity, string? name, string? role, string? org, IEnumerable<string> scopes, IOpenIddictScopeManager known)
    {
        identity.SetClaim(Claims.Name, name).SetClaim(Claims.Role, role).SetClaim(Org, org);
        identity.SetScopes(scopes);
        List<string> audiences = [];
        await foreach (var resource in known.ListResourcesAsync(identity.GetScopes())) audiences.Add(resource);
        identity.SetResources(audiences);
        identity.SetDestinations(claim => claim.Type switch
        {
            Claims.Subject or Claims.Name or Claims.Role or Claims.Email or Org => [Destinations.AccessToken, Destinations.IdentityToken],
            // The stamp is ours alone: it is in codes and refresh tokens, which are encrypted.
            _ => [],
        });
        return new ClaimsPrincipal(identity);
    }
}
