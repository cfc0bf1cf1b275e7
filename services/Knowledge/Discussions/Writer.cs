using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Discussions;

/// <summary>Who said something. The name is shown to members of the network; others see function and municipality.</summary>
internal sealed class Writer
{
    /// <summary>The token's subject; empty for made-up examples.</summary>
    public string Subject { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>skr, a municipality's code or an enterprise's id.</summary>
    public string Org { get; init; } = "";

    /// <summary>Function and municipality, such as <c>Upphandlare, Tierp</c>.</summary>
    public string Label { get; init; } = "";

    private static readonly Dictionary<string, string> Functions = new()
    {
        [Roles.NetworkLead] = "Nätverkets processledare",
        [Roles.DevelopmentLead] = "Utvecklingsledare",
        [Roles.ProcurementOfficer] = "Upphandlare",
        [Roles.UnitManager] = "Enhetschef",
        [Roles.EnterpriseManager] = "Företagschef i ett socialt företag",
    };

    /// <summary>The caller, who from now on is told of answers; or null for systems and those without a part in the network.</summary>
    public static async Task<Writer?> Of(CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var function = Functions.FirstOrDefault(pair => user.HasRole(pair.Key)).Value;
        if (function is null || user.Subject.Length == 0) return null;
        await Follower.Of(user, db, stop);
        var municipality = user.MunicipalityCode is not { } code ? null
            : await db.Municipalities.Where(m => m.Code == code).Select(m => m.Name).SingleOrDefaultAsync(stop) ?? code;
        return new Writer
        {
            Subject = user.Subject,
            Name = user.Name ?? "",
            Org = user.Org ?? "",
            Label = municipality is null ? function : $"{function}, {municipality}",
        };
    }

    public static bool IsMember(CurrentUser user) => Functions.Keys.Any(role => user.HasRole(role));
}
