using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>Takes a profile back; what was public leaves a tombstone.</summary>
internal static class WithdrawEnterprise
{
    public static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (enterprise, refused) = await db.FindToChange(id, user, ifMatch, clock, stop);
        if (enterprise is null) return refused!;
        if (enterprise.Withdraw() is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(EnterpriseView.Of(enterprise, user, now));
    }
}
