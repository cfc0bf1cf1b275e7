using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Interests;

/// <summary>The moves of an interest that people make: take up the dialogue, decline, withdraw, confirm the reason.</summary>
internal static class MoveInterest
{
    /// <param name="Reason">Why the municipality declines; the enterprise sees it.</param>
    /// <param name="Code">The same as a code, for the statistics.</param>
    public sealed record Decline(
        [property: Required(ErrorMessage = "Berätta varför, så att företaget kan lära av det."), MaxLength(1000, ErrorMessage = "Högst 1 000 tecken."), NoPersonalNumber] string Reason,
        NoDealReason? Code = null);

    /// <param name="Reason">Why the enterprise withdraws, if it wants to say.</param>
    /// <param name="Code">The same as a code, for the statistics.</param>
    public sealed record Withdraw([property: MaxLength(1000, ErrorMessage = "Högst 1 000 tecken."), NoPersonalNumber] string? Reason = null, NoDealReason? Code = null);

    /// <param name="Agrees">True when the reason is seen in the same way.</param>
    public sealed record Confirmation([property: Required(ErrorMessage = "Ange om ni håller med.")] bool? Agrees);

    public static Task<Results<Ok<InterestView>, ProblemHttpResult>> HandleOpenDialogue(
        Guid id, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        Move(id, ifMatch, user, byBuyer: true, interest => interest.OpenDialogue(), db, stop);

    public static Task<Results<Ok<InterestView>, ProblemHttpResult>> HandleDecline(
        Guid id, Decline request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        Move(id, ifMatch, user, byBuyer: true, interest => interest.Decline(request.Reason.Trim(), request.Code), db, stop);

    public static Task<Results<Ok<InterestView>, ProblemHttpResult>> HandleWithdraw(
        Guid id, Withdraw request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        Move(id, ifMatch, user, byBuyer: false, interest => interest.Withdraw(request.Reason?.Trim(), request.Code), db, stop);

    public static Task<Results<Ok<InterestView>, ProblemHttpResult>> HandleConfirm(
        Guid id, Confirmation request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, CancellationToken stop) =>
        Move(id, ifMatch, user, byBuyer: user.Buyer() is not null, interest => interest.Confirm(user.Buyer() is not null, request.Agrees!.Value), db, stop);

    private static async Task<Results<Ok<InterestView>, ProblemHttpResult>> Move(
        Guid id, IfMatch ifMatch, CurrentUser user, bool byBuyer, Func<Interest, Error?> move, MatchmakingDb db, CancellationToken stop)
    {
        var interest = await db.Interests.VisibleTo(user).SingleOrDefaultAsync(stored => stored.Id == id, stop);
        if (interest is null) return InterestErrors.NotFound.Result();
        if (byBuyer != user.Buyer() is not null) return (byBuyer ? InterestErrors.MunicipalityOnly : InterestErrors.EnterpriseOnly).Result();
        if (ifMatch.Refuses(interest.Version) is { } stale) return stale;
        if (move(interest) is { } refused) return refused.Result(interest.Answer);

        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(await db.Interests.Where(stored => stored.Id == id).ToViews(db).SingleAsync(stop));
    }
}
