using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Interests;

/// <summary>The municipality's, or the enterprise's, interests; the newest first.</summary>
internal static class ListInterests
{
    public static async Task<Ok<Page<InterestView>>> Handle(
        Guid? needId, Choice<InterestStatus>? status, [AsParameters] Paging paging, CurrentUser user, MatchmakingDb db, HttpRequest request, CancellationToken stop)
    {
        var interests = db.Interests.VisibleTo(user);
        if (needId is not null) interests = interests.Where(interest => interest.NeedId == needId);
        if (status is { Value: var only }) interests = interests.Where(interest => interest.Status == only);
        return TypedResults.Ok(await interests
            .OrderByDescending(interest => interest.SubmittedAt).ThenByDescending(interest => interest.Id)
            .ToViews(db).ToPageAsync(paging, request, stop));
    }
}
