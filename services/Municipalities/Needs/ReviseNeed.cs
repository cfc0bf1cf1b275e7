using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Says something else in a draft or a published need.</summary>
internal static class ReviseNeed
{
    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(
        Guid id, NeedContent content, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        var (need, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (need is null) return refused!;
        if (need.Revise(content, clock.GetUtcNow()) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
