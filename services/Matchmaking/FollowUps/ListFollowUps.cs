using Matchmaking.Data;
using Matchmaking.Deals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.FollowUps;

/// <summary>All follow-ups of a deal, the newest first, for its two parties.</summary>
internal static class ListFollowUps
{
    public static async Task<Results<Ok<Page<FollowUpView>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, CurrentUser user, MatchmakingDb db, HttpRequest request, CancellationToken stop) =>
        await db.Deals.VisibleTo(user).AnyAsync(deal => deal.Id == id, stop)
            ? TypedResults.Ok(await db.FollowUps.AsNoTracking().Where(followUp => followUp.DealId == id)
                .OrderByDescending(followUp => followUp.On).ThenByDescending(followUp => followUp.Id)
                .Select(followUp => FollowUpView.Of(followUp)).ToPageAsync(paging, request, stop))
            : DealErrors.NotFound.Result();
}
