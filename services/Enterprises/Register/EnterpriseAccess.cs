using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>Who may see and change which enterprises.</summary>
internal static class EnterpriseAccess
{
    /// <summary>The enterprise whose manager the person is, or null.</summary>
    public static Guid? Enterprise(this CurrentUser user) => user.HasRole(Roles.EnterpriseManager) ? user.EnterpriseId : null;

    /// <summary>True for a municipality's people.</summary>
    public static bool IsMunicipal(this CurrentUser user) =>
        user.HasRole(Roles.UnitManager, Roles.ProcurementOfficer, Roles.DevelopmentLead) && user.MunicipalityCode is not null;

    /// <summary>Enterprises that all may see now: also the sweep that hides old ones need not have run yet.</summary>
    public static IQueryable<Enterprise> Public(this IQueryable<Enterprise> enterprises, DateTimeOffset now)
    {
        var hiddenBefore = Freshness.HiddenBefore(now);
        return enterprises.Where(row => row.Status == EnterpriseStatus.Published && !row.Suspended && !row.Hidden && row.ConfirmedAt > hiddenBefore);
    }

    /// <summary>With all that its rules, its event and its view need.</summary>
    public static IQueryable<Enterprise> Whole(this IQueryable<Enterprise> enterprises) =>
        enterprises.Include(row => row.Offers).Include(row => row.Claims).Include(row => row.Complaints).AsSplitQuery();

    /// <summary>One enterprise as the person may see it: one's own, a public one, and for the network's lead any that has been published.</summary>
    public static Task<Enterprise?> FindVisible(
        this IQueryable<Enterprise> enterprises, Guid id, CurrentUser user, DateTimeOffset now, CancellationToken stop)
    {
        var one = enterprises.Where(row => row.Id == id);
        if (user.HasRole(Roles.NetworkLead)) one = one.Where(row => row.PublishedAt != null);
        else if (user.Enterprise() != id) one = one.Public(now);
        return one.Whole().SingleOrDefaultAsync(stop);
    }

    /// <summary>
    /// Finds one's own enterprise to change it. A foreign draft is not found, exactly like one that never was; a public but
    /// foreign one may not be changed; one's own must be named by its present version.
    /// </summary>
    public static async Task<(Enterprise? Enterprise, ProblemHttpResult? Refused)> FindToChange(
        this EnterprisesDb db, Guid id, CurrentUser user, IfMatch ifMatch, TimeProvider clock, CancellationToken stop)
    {
        var enterprise = await db.Enterprises.AsTracking().FindVisible(id, user, clock.GetUtcNow(), stop);
        if (enterprise is null) return (null, EnterpriseErrors.NotFound.Result());
        if (user.Enterprise() != id) return (null, EnterpriseErrors.NotYours.Result());
        return ifMatch.Refuses(enterprise.Version) is { } refused ? (null, refused) : (enterprise, null);
    }
}
