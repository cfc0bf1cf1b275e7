using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Enterprises.Complaints;

/// <summary>An enterprise's complaints and what was found, for itself and for the network's lead.</summary>
internal static class ListComplaints
{
    public static async Task<Results<Ok<Page<ComplaintView>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, CurrentUser user, EnterprisesDb db, TimeProvider clock, HttpRequest request, CancellationToken stop)
    {
        if (await db.Enterprises.AsNoTracking().FindVisible(id, user, clock.GetUtcNow(), stop) is not { } enterprise) return EnterpriseErrors.NotFound.Result();
        if (user.Enterprise() != id && !user.HasRole(Roles.NetworkLead)) return ComplaintErrors.NotAllowed.Result();
        var newestFirst = db.Enterprises.AsNoTracking().Where(row => row.Id == id).SelectMany(row => row.Complaints)
            .OrderByDescending(row => row.FiledAt).ThenBy(row => row.Id);
        var page = await newestFirst.ToPageAsync(paging, request, stop);
        return TypedResults.Ok(new Page<ComplaintView>([.. page.Items.Select(row => ComplaintView.Of(row, user))], page.Meta, page.Links));
    }

    /// <summary>Complaints that hold a profile out of sight, undecided before upheld, the oldest first: what the network's lead has to see to.</summary>
    public static async Task<Results<Ok<Page<HeldBack>>, ProblemHttpResult>> HandleHeldBack(
        [AsParameters] Paging paging, CurrentUser user, EnterprisesDb db, HttpRequest request, CancellationToken stop)
    {
        if (!user.HasRole(Roles.NetworkLead)) return ComplaintErrors.NotAllowed.Result();
        var page = await db.Enterprises.AsNoTracking()
            .SelectMany(enterprise => enterprise.Complaints.Where(complaint => complaint.Decision != ComplaintDecision.Dismissed), (enterprise, complaint) => new { enterprise.Id, enterprise.Name, enterprise.Version, complaint })
            .OrderBy(row => row.complaint.Decision != null).ThenBy(row => row.complaint.FiledAt).ThenBy(row => row.complaint.Id).ToPageAsync(paging, request, stop);
        return TypedResults.Ok(new Page<HeldBack>([.. page.Items.Select(row => new HeldBack(row.Id, row.Name, row.Version, ComplaintView.Of(row.complaint, user)))], page.Meta, page.Links));
    }

    /// <summary>An enterprise that a complaint holds back.</summary>
    /// <param name="EnterpriseId">The enterprise.</param>
    /// <param name="EnterpriseName">Its name.</param>
    /// <param name="EnterpriseVersion">Its version, which a decision names.</param>
    /// <param name="Complaint">The complaint.</param>
    public sealed record HeldBack(Guid EnterpriseId, string EnterpriseName, int EnterpriseVersion, ComplaintView Complaint);
}
