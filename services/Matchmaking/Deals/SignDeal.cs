using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Matchmaking.Deals;

/// <summary>Registers that both have signed, with what was agreed. The interest behind it is answered in the same moment.</summary>
internal static class SignDeal
{
    public static Task<Results<Ok<DealView>, ProblemHttpResult>> Handle(
        Guid id, DealTerms request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop) =>
        ChangeDeal.Handle(id, ifMatch, user, db, async deal =>
        {
            if (request.Contradictions(clock.Today()).ToArray() is { Length: > 0 } wrong) return DealErrors.TermsInvalid.Result(null, wrong);
            var need = await db.Needs.FindAsync([deal.NeedId], stop);
            var enterprise = await db.Enterprises.FindAsync([deal.EnterpriseId], stop);
            if (deal.Sign(request, need, enterprise) is { } refused) return refused.Result();
            if (deal.InterestId is null) return null;
            var interest = await db.Interests.FindAsync([deal.InterestId], stop);
            return interest!.Agree() is { } closed ? DealErrors.InterestNotOpen.Result(closed.Title) : null;
        }, stop);
}
