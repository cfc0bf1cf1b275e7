using ServiceDefaults;

namespace Knowledge.Search;

/// <summary>Whose eyes the search sees with.</summary>
/// <param name="SeesAll">The network lead.</param>
/// <param name="Org">Organisation whose drafts are seen too, or null.</param>
internal sealed record Reader(bool SeesAll, string? Org)
{
    public static Reader Of(CurrentUser user) => new(
        user.HasRole(Roles.NetworkLead),
        user.HasRole(Roles.DevelopmentLead) ? user.MunicipalityCode : user.HasRole(Roles.EnterpriseManager) ? user.EnterpriseId?.ToString() : null);
}
