using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Deals;

/// <summary>The municipality's, or the enterprise's, deals; the newest first. The public reads signed deals in the change feed.</summary>
internal static class ListDeals
{
    public static async Task<Ok<Page<DealView>>> Handle(
        Guid? needId, Choice<DealStatus>? status, bool? followUpDue, [AsParameters] Paging paging, CurrentUser user, MatchmakingDb db, TimeProvider clock,
        HttpRequest request, CancellationToken stop)
    {
        var deals = db.Deals.VisibleTo(user);
        if (needId is not null) deals = deals.Where(deal => deal.NeedId == needId);
        if (status is { Value: var only }) deals = deals.Where(deal => deal.Status == only);
        if (followUpDue is { } due)
        {
            var (today, byBuyer) = (clock.Today(), user.Buyer() is not null);
            deals = deals.Where(deal => due == (deal.Status == DealStatus.Signed && today >= (
                db.FollowUps.Where(followUp => followUp.DealId == deal.Id && followUp.ByBuyer == byBuyer).Max(followUp => (DateOnly?)followUp.On) ?? deal.SignedOn)!
                .Value.AddMonths(deal.FollowUpMonths)));
        }
        // Both parties see every column, so the row is read whole.
        return TypedResults.Ok(await deals.OrderByDescending(deal => deal.CreatedAt).ThenByDescending(deal => deal.Id)
            .Select(deal => DealView.Of(deal)).ToPageAsync(paging, request, stop));
    }
}
