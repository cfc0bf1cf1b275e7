using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>One enterprise, if it is public or one's own.</summary>
internal static class GetEnterprise
{
    public static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return await db.Enterprises.AsNoTracking().FindVisible(id, user, now, stop) is { } enterprise
            ? TypedResults.Ok(EnterpriseView.Of(enterprise, user, now))
            : EnterpriseErrors.NotFound.Result();
    }
}
