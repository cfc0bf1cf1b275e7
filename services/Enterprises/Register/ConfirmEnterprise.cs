using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>Says with one click that the profile is still right.</summary>
internal static class ConfirmEnterprise
{
    public static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        // No If-Match: the click says "what you show is right" and overwrites nothing.
        var (enterprise, refused) = await db.FindToChange(id, user, IfMatch.Any, clock, stop);
        if (enterprise is null) return refused!;
        enterprise.Confirm(now);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(EnterpriseView.Of(enterprise, user, now));
    }
}
