using ServiceDefaults;

namespace Matchmaking;

/// <summary>For whom a signed-in person acts. An organisation without the right role gives nothing.</summary>
internal static class Access
{
    /// <summary>The municipality that the person buys for (SCB code), or null.</summary>
    public static string? Buyer(this CurrentUser user) =>
        user.HasRole(Roles.DevelopmentLead, Roles.ProcurementOfficer, Roles.UnitManager) ? user.MunicipalityCode : null;

    /// <summary>The enterprise that the person manages, or null.</summary>
    public static Guid? Supplier(this CurrentUser user) => user.HasRole(Roles.EnterpriseManager) ? user.EnterpriseId : null;
}
