using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Matchmaking.Deals;

/// <summary>Takes back a draft, or a deal registered by mistake; the interest behind it is then in dialogue again.</summary>
internal static class WithdrawDeal
{
    public static Task<Results<Ok<DealView>, ProblemHttpResult>> Handle(
        Guid id, ChangeDeal.Closing request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop) =>
        ChangeDeal.Handle(id, ifMatch, user, db, async deal =>
        {
            if (ChangeDeal.WrongDay(request.On, deal, clock.Today()) is { } wrong) return wrong;
            if (deal.Withdraw(request.Reason.Trim(), request.On ?? clock.Today()) is { } refused) return refused.Result();
            if (deal.InterestId is not null) (await db.Interests.FindAsync([deal.InterestId], stop))!.Reopen();
            return null;
        }, stop);
}
