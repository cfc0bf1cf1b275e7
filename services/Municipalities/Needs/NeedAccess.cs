using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Who may see and change which needs.</summary>
internal static class NeedAccess
{
    internal static readonly NeedStatus[] PublicOnes = [NeedStatus.Published, NeedStatus.InDialogue, NeedStatus.Closed];

    /// <summary>The municipality whose needs the person handles, or null.</summary>
    public static string? Municipality(this CurrentUser user) =>
        user.HasRole(Roles.UnitManager, Roles.ProcurementOfficer, Roles.DevelopmentLead) ? user.MunicipalityCode : null;

    /// <summary>Public needs, and all of one's own municipality.</summary>
    public static Expression<Func<Need, bool>> VisibleTo(string? municipality) =>
        need => PublicOnes.Contains(need.Status) || need.MunicipalityCode == municipality;

    /// <summary>
    /// Finds a need that is about to be changed. A foreign draft is not found, exactly like one that never was; what is public
    /// but foreign may not be changed; what is one's own must be named by its present version.
    /// </summary>
    public static async Task<(Need? Need, ProblemHttpResult? Refused)> FindToChange(
        this MunicipalitiesDb db, Guid id, CurrentUser user, IfMatch ifMatch, CancellationToken stop)
    {
        var municipality = user.Municipality();
        var need = await db.Needs.AsTracking().Where(VisibleTo(municipality)).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (need is null) return (null, NeedErrors.NotFound.Result());
        if (need.MunicipalityCode != municipality) return (null, NeedErrors.NotYours.Result());
        return ifMatch.Refuses(need.Version) is { } refused ? (null, refused) : (need, null);
    }
}
