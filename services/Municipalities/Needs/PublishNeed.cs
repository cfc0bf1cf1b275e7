using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Makes a draft visible to all.</summary>
internal static class PublishNeed
{
    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        var (need, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (need is null) return refused!;
        if (need.Publish(clock.GetUtcNow()) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
