using Matchmaking.Data;
using Matchmaking.Interests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults.Rules;
using ServiceDefaults;

namespace Matchmaking.Deals;

/// <summary>The municipality begins a deal, from an interest or directly.</summary>
internal static class DraftDeal
{
    /// <param name="InterestId">The interest it comes from; need and enterprise are then known.</param>
    /// <param name="NeedId">The need, when there is no interest.</param>
    /// <param name="EnterpriseId">The enterprise, when there is no interest.</param>
    public sealed record Request(Guid? InterestId = null, Guid? NeedId = null, Guid? EnterpriseId = null);

    public static async Task<Results<Created<DealView>, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Buyer() is not { } buyer) return DealErrors.MunicipalityOnly.Result("Logga in som utvecklingsledare, upphandlare eller enhetschef.");
        if (Missing(request) is { Length: > 0 } missing) return CommonErrors.Invalid.Result("Ange en intresseanmälan, eller behov och företag.", missing);

        var interest = await FindInterest(request, buyer, db, stop);
        if (interest is null && request.InterestId is not null) return DealErrors.InterestNotFound.Result();
        if (interest?.Closed is { } closed) return DealErrors.InterestNotOpen.Result(closed.Title);
        var (needId, enterpriseId) = interest is null ? (request.NeedId!.Value, request.EnterpriseId!.Value) : (interest.NeedId, interest.EnterpriseId);
        var need = await db.Needs.FindAsync([needId], stop);
        var enterprise = await db.Enterprises.FindAsync([enterpriseId], stop);
        if (Deal.Refuses(need, enterprise, buyer) is { } refused) return refused.Result();
        if (await db.Deals.AnyAsync(other => other.NeedId == needId && other.EnterpriseId == enterpriseId && other.Status == DealStatus.Draft, stop))
            return DealErrors.AlreadyDrafted.Result();

        var deal = Deal.Draft(need!, enterprise!, interest, clock.Moment());
        db.Add(deal);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: DealTable.OneDraft })
        {
            return DealErrors.AlreadyDrafted.Result();
        }
        return TypedResults.Created($"/matchmaking/v1/deals/{deal.Id}", DealView.Of(deal));
    }

    private static InvalidParameter[] Missing(Request request) => request switch
    {
        { InterestId: not null, NeedId: null, EnterpriseId: null } => [],
        { InterestId: not null } => [new("interestId", "Ange inte behov eller företag tillsammans med intresseanmälan.")],
        _ => [.. new[] { ("needId", request.NeedId), ("enterpriseId", request.EnterpriseId) }
            .Where(pair => pair.Item2 is null).Select(pair => new InvalidParameter(pair.Item1, "Saknas."))],
    };

    /// <summary>The interest named, or the enterprise's open interest in the need, so that a direct deal answers it too.</summary>
    private static Task<Interest?> FindInterest(Request request, string buyer, MatchmakingDb db, CancellationToken stop)
    {
        var own = db.Interests.Where(interest => interest.MunicipalityCode == buyer);
        return request.InterestId is { } id
            ? own.SingleOrDefaultAsync(interest => interest.Id == id, stop)
            : own.SingleOrDefaultAsync(interest => interest.NeedId == request.NeedId && interest.EnterpriseId == request.EnterpriseId
                && (interest.Status == InterestStatus.Submitted || interest.Status == InterestStatus.InDialogue), stop);
    }
}
