using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Deals;

/// <summary>One deal, for its two parties.</summary>
internal static class GetDeal
{
    public static async Task<Results<Ok<DealView>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        await db.Deals.AsNoTracking().VisibleTo(user).SingleOrDefaultAsync(deal => deal.Id == id, stop) is { } deal
            ? TypedResults.Ok(DealView.Of(deal))
            : DealErrors.NotFound.Result();
}
