using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Takes a need back; what was public leaves a tombstone.</summary>
internal static class WithdrawNeed
{
    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        var (need, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (need is null) return refused!;
        if (need.Withdraw() is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
