using System.Security.Claims;
using Identity.People;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Identity.Tokens;

/// <summary>The authorization endpoint: a code for somebody who is signed in, the sign-in page for everybody else.</summary>
internal static class Authorize
{
    public static async Task<IResult> Handle(HttpContext context, Passwords passwords, IOpenIddictScopeManager scopes, TimeProvider clock)
    {
        var request = context.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("OpenIddict has not seen the request.");
        var cookie = await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var person = cookie.Succeeded
            ? await passwords.Find(cookie.Principal.FindFirstValue("sub"), cookie.Principal.FindFirstValue(SignIn.Stamp), context.RequestAborted)
            : null;
        var old = request.MaxAge is { } seconds && cookie.Properties?.IssuedUtc is { } since && clock.GetUtcNow() - since > TimeSpan.FromSeconds(seconds);
        if (person is not null && !old && !request.HasPromptValue(PromptValues.Login))
            return Results.SignIn(await TokenClaims.Of(person, request.GetScopes(), scopes), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

        if (request.HasPromptValue(PromptValues.None))
            return Results.Forbid(Refusal.Because(Errors.LoginRequired, "Ingen är inloggad."), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        return Results.Redirect($"{SignIn.Path}?returnUrl={Uri.EscapeDataString(Again(context, request))}");
    }

    /// <summary>The same request, without the wish for a new sign-in that has then been granted.</summary>
    private static string Again(HttpContext context, OpenIddictRequest request)
    {
        var parameters = request.GetParameters()
            .Where(parameter => parameter.Key is not (Parameters.Prompt or Parameters.MaxAge))
            .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value));
        return $"{context.Request.Path}{QueryString.Create(parameters)}";
    }
}

/// <summary>An OAuth error as the answer (RFC 6749 section 5.2).</summary>
internal static class Refusal
{
    public static AuthenticationProperties Because(string error, string description) => new(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = description,
    });
}
