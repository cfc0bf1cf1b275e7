using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Deals;

/// <summary>The enterprise says whether it sees the end of the deal as the municipality does.</summary>
internal static class ConfirmDeal
{
    /// <param name="Agrees">True when it does.</param>
    /// <param name="Comment">What it wants to add.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "Ange om ni håller med.")] bool? Agrees,
        [property: MaxLength(1000, ErrorMessage = "Högst 1 000 tecken."), NoPersonalNumber] string? Comment = null);

    public static async Task<Results<Ok<DealView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, CancellationToken stop)
    {
        var deal = await db.Deals.VisibleTo(user).SingleOrDefaultAsync(stored => stored.Id == id, stop);
        if (deal is null) return DealErrors.NotFound.Result();
        if (user.Supplier() is null) return DealErrors.EnterpriseOnly.Result();
        if (ifMatch.Refuses(deal.Version) is { } stale) return stale;
        if (deal.Confirm(request.Agrees!.Value, request.Comment?.Trim()) is { } refused) return refused.Result();

        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(DealView.Of(deal));
    }
}
