using System.Security.Claims;
using ServiceDefaults;

namespace Portal.Session;

/// <summary>Who looks at the page, for what to show. What somebody may do is decided by the services, not here.</summary>
public sealed class Visitor(IHttpContextAccessor accessor)
{
    private ClaimsPrincipal? User => accessor.HttpContext?.User;

    /// <summary>False for the public.</summary>
    public bool IsSignedIn => User?.Identity?.IsAuthenticated == true;

    /// <summary>A person's name, or null.</summary>
    public string? Name => User?.FindFirstValue("name");

    /// <summary>One of <see cref="Roles"/>, or null.</summary>
    public string? Role => (User?.Identity as ClaimsIdentity)?.RoleClaimType is { } type ? User!.FindFirstValue(type) : null;

    /// <summary>The organisation spoken for: a municipality's code, an enterprise's id, or <c>skr</c>.</summary>
    public string? Org => User?.FindFirstValue("org");

    /// <summary>The municipality spoken for (SCB code), or null.</summary>
    public string? Municipality => Org is { Length: 4 } code && code.All(char.IsAsciiDigit) ? code : null;

    /// <summary>The enterprise spoken for, or null.</summary>
    public Guid? Enterprise => Role == Roles.EnterpriseManager && Guid.TryParse(Org, out var id) ? id : null;

    /// <summary>True when the person's role is any of these.</summary>
    public bool Is(params ReadOnlySpan<string> roles)
    {
        foreach (var role in roles)
            if (Role == role) return true;
        return false;
    }

    /// <summary>True for those who buy for a municipality.</summary>
    public bool Buys => Municipality is not null && Is(Roles.UnitManager, Roles.ProcurementOfficer, Roles.DevelopmentLead);
}

/// <summary>The roles that buy for a municipality, for <c>[Authorize(Roles = …)]</c>.</summary>
public static class Access
{
    /// <summary>Everybody who buys.</summary>
    public const string Buyers = $"{Roles.UnitManager},{Roles.ProcurementOfficer},{Roles.DevelopmentLead}";

    /// <summary>Those who choose the route.</summary>
    public const string Routes = $"{Roles.ProcurementOfficer},{Roles.DevelopmentLead},{Roles.UnitManager}";

    /// <summary>Enterprises.</summary>
    public const string Enterprises = Roles.EnterpriseManager;
}
