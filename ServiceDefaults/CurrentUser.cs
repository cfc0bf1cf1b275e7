using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace ServiceDefaults;

/// <summary>Who asks, read from the token; an ordinary parameter of a handler.</summary>
public sealed class CurrentUser
{
    private readonly ClaimsPrincipal principal;

    private CurrentUser(ClaimsPrincipal principal) => this.principal = principal;

    /// <summary>False for the public.</summary>
    public bool IsSignedIn => principal.Identity?.IsAuthenticated == true;

    /// <summary>The token's subject: a person's or a system's stable identity; empty for the public.</summary>
    public string Subject => principal.FindFirstValue("sub") ?? "";

    /// <summary>A person's name, or null.</summary>
    public string? Name => principal.FindFirstValue("name");

    /// <summary>A person's e-mail address when the token tells it, or null.</summary>
    public string? Email => principal.FindFirstValue("email");

    /// <summary>The organisation spoken for: a municipality's code, an enterprise's id, <c>skr</c>, or an agency's id.</summary>
    public string? Org => principal.FindFirstValue("org");

    /// <summary>The municipality spoken for (SCB code, four digits), or null.</summary>
    public string? MunicipalityCode => Org is { Length: 4 } code && code.All(char.IsAsciiDigit) ? code : null;

    /// <summary>The enterprise spoken for, or null.</summary>
    public Guid? EnterpriseId => Guid.TryParse(Org, out var id) ? id : null;

    /// <summary>True when the token has any of the roles (see <see cref="Roles"/>).</summary>
    public bool HasRole(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
            if (principal.IsInRole(role)) return true;
        return false;
    }

    /// <summary>Binds the parameter from the request, by the framework's convention.</summary>
    public static ValueTask<CurrentUser> BindAsync(HttpContext context) => ValueTask.FromResult(new CurrentUser(context.User));
}
