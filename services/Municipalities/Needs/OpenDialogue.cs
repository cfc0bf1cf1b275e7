using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Begins to talk with those who answered; the words of the need stand from then on.</summary>
internal static class OpenDialogue
{
    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        var (need, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (need is null) return refused!;
        if (need.OpenDialogue() is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
