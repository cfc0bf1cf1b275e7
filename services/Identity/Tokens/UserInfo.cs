using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Tokens;

/// <summary>The userinfo endpoint (OpenID Connect Core section 5.3).</summary>
internal static class UserInfo
{
    public static async Task<IResult> Handle(HttpContext context)
    {
        var ticket = await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (ticket.Principal is not { } principal) return Results.Challenge(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        string[] told = [Claims.Subject, Claims.Name, Claims.Role, Claims.Email, TokenClaims.Org];
        return Results.Ok(told.Where(principal.HasClaim).ToDictionary(type => type, type => principal.FindFirstValue(type)));
    }

    private static bool HasClaim(this ClaimsPrincipal principal, string type) => principal.FindFirst(type) is not null;
}
