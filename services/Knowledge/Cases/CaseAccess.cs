using System.Linq.Expressions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Knowledge.Cases;

/// <summary>
/// The two sides of the deal see and write their case, the network lead sees all and publishes, everybody sees what is published.
/// To others an unpublished case is one that does not exist.
/// </summary>
internal static class CaseAccess
{
    public static Expression<Func<Case, bool>> SeenBy(CurrentUser user)
    {
        if (user.HasRole(Roles.NetworkLead)) return c => true;
        var (municipality, enterprise) = Sides(user);
        return c => c.Status == CaseStatus.Published
            || (c.Status != CaseStatus.Withdrawn && ((municipality != null && c.MunicipalityCode == municipality) || (enterprise != null && c.EnterpriseId == enterprise)));
    }

    /// <summary>The side that the caller speaks for: a municipality's code or an enterprise's id, or neither.</summary>
    public static (string? Municipality, Guid? Enterprise) Sides(CurrentUser user) => (
        user.HasRole(Roles.DevelopmentLead, Roles.ProcurementOfficer, Roles.UnitManager) ? user.MunicipalityCode : null,
        user.HasRole(Roles.EnterpriseManager) ? user.EnterpriseId : null);

    public static bool IsBuyer(this Case c, CurrentUser user) => Sides(user).Municipality is { } code && c.MunicipalityCode == code;

    public static bool IsSupplier(this Case c, CurrentUser user) => Sides(user).Enterprise is { } id && c.EnterpriseId == id;

    public static IQueryable<Case> Named(this IQueryable<Case> cases, string idOrSlug) =>
        Guid.TryParse(idOrSlug, out var id) ? cases.Where(c => c.Id == id) : cases.Where(c => c.Slug == idOrSlug);

    /// <summary>Loads a case to change it; the rule is asked only for those who may.</summary>
    public static async Task<Results<Ok<CaseChangedView>, ProblemHttpResult>> Change(
        this KnowledgeDb db, Guid id, CurrentUser user, IfMatch ifMatch, Func<Case, bool> may, Func<Case, Error?> rule, CancellationToken stop)
    {
        var found = await db.Cases.Where(SeenBy(user)).SingleOrDefaultAsync(c => c.Id == id, stop);
        if (found is null) return CaseErrors.NotFound.Result();
        if (!may(found)) return CaseErrors.NotYours.Result();
        if (ifMatch.Refuses(found.Version) is { } refused) return refused;
        if (rule(found) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(new CaseChangedView(found.Id, found.Slug, found.Status, found.BuyerApproved, found.SupplierApproved, found.Version));
    }
}

/// <summary>What a change answers with; the version is the next change's If-Match.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Slug">Name in addresses.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="BuyerApproved">The municipality stands behind the text.</param>
/// <param name="SupplierApproved">The enterprise stands behind the text.</param>
/// <param name="Version">The new version.</param>
public sealed record CaseChangedView(Guid Id, string Slug, CaseStatus Status, bool BuyerApproved, bool SupplierApproved, int Version) : IVersioned;
