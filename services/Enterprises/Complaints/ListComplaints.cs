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
}
