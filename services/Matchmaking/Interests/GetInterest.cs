using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Interests;

/// <summary>One interest, for its two parties.</summary>
internal static class GetInterest
{
    public static async Task<Results<Ok<InterestView>, ProblemHttpResult>> Handle(
        Guid id, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        await db.Interests.VisibleTo(user).Where(interest => interest.Id == id).ToViews(db).SingleOrDefaultAsync(stop) is { } view
            ? TypedResults.Ok(view)
            : InterestErrors.NotFound.Result();
}
