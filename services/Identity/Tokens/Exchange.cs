using System.Security.Claims;
using Identity.Clients;
using Identity.People;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Tokens;

/// <summary>The token endpoint. OpenIddict has checked client, code, PKCE and replay; what is left is for whom the token speaks now.</summary>
internal static class Exchange
{
    public static async Task<IResult> Handle(
        HttpContext context, Passwords passwords, IOpenIddictScopeManager scopes, IOpenIddictApplicationManager clients)
    {
        const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has not seen the request.");
        if (request.IsClientCredentialsGrantType())
        {
            var client = await clients.FindByClientIdAsync(request.ClientId!, context.RequestAborted) ?? throw new InvalidOperationException("The client is gone.");
            var (name, role, org) = await SystemClient.Read(clients, client, context.RequestAborted);
            return Results.SignIn(await TokenClaims.Of(request.ClientId!, name, role, org, request.GetScopes(), scopes), null, Scheme);
        }

        // A code or a refresh token: role and organisation are read anew, and a closed account gets nothing more.
        var ticket = await context.AuthenticateAsync(Scheme);
        var person = await passwords.Find(ticket.Principal?.GetClaim(Claims.Subject), ticket.Principal?.FindFirstValue(SignIn.Stamp), context.RequestAborted);
        return person is null
            ? Results.Forbid(Refusal.Because(Errors.InvalidGrant, "Inloggningen gäller inte längre."), [Scheme])
            : Results.SignIn(await TokenClaims.Of(person, ticket.Principal!.GetScopes(), scopes, ticket.Principal), null, Scheme);
    }
}
