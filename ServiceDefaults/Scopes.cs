using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace ServiceDefaults;

/// <summary>Who may call what, by the scope of the token: <c>&lt;service&gt;:read</c> and <c>&lt;service&gt;:write</c>.</summary>
public static class Scopes
{
    /// <summary>Policy: a token with the service's read scope. Public data needs none.</summary>
    public const string ReadPolicy = "read";

    /// <summary>Policy: a token with the service's write scope. It stands on every endpoint that changes something.</summary>
    public const string WritePolicy = "write";

    internal static bool Has(ClaimsPrincipal user, string scope) =>
        user.FindAll("scope").Any(claim => claim.Value.Split(' ').Contains(scope));

    /// <summary>An endpoint that changes something is closed unless it says otherwise, so that a forgotten line opens nothing.</summary>
    internal static void RequireForWrites(EndpointBuilder endpoint)
    {
        var methods = endpoint.Metadata.OfType<HttpMethodMetadata>().SelectMany(metadata => metadata.HttpMethods);
        var writes = methods.Any(method => method is not ("GET" or "HEAD" or "OPTIONS"));
        if (writes && !endpoint.Metadata.Any(item => item is IAuthorizeData or IAllowAnonymous))
            endpoint.Metadata.Add(new AuthorizeAttribute(WritePolicy));
    }
}

/// <summary>Roles as they stand in the token's <c>role</c> claim.</summary>
public static class Roles
{
    /// <summary>Development lead of a municipality (utvecklingsledare, samordnare).</summary>
    public const string DevelopmentLead = "development-lead";

    /// <summary>Procurement officer (upphandlare).</summary>
    public const string ProcurementOfficer = "procurement-officer";

    /// <summary>Manager of a unit that has needs (enhetschef).</summary>
    public const string UnitManager = "unit-manager";

    /// <summary>Manager of an enterprise (företagschef).</summary>
    public const string EnterpriseManager = "enterprise-manager";

    /// <summary>Lead of the network at SKR (processledare).</summary>
    public const string NetworkLead = "network-lead";

    /// <summary>Another agency's system.</summary>
    public const string Agency = "agency";

    /// <summary>Those who run the platform.</summary>
    public const string Operations = "operations";
}
