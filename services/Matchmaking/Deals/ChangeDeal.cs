using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Deals;

/// <summary>What every change of a deal has in common: found, allowed, meant for this version, legal, saved.</summary>
internal static class ChangeDeal
{
    /// <param name="On">The day; today when not given.</param>
    public sealed record Completion([property: Day] DateOnly? On = null);

    /// <param name="Reason">Why.</param>
    /// <param name="On">The day; today when not given.</param>
    public sealed record Closing(
        [property: Required(ErrorMessage = "Ange skälet."), MaxLength(1000, ErrorMessage = "Högst 1 000 tecken."), NoPersonalNumber] string Reason, [property: Day] DateOnly? On = null);

    public static Task<Results<Ok<DealView>, ProblemHttpResult>> HandleRevise(
        Guid id, DealTerms request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop) =>
        Handle(id, ifMatch, user, db, deal =>
        {
            List<InvalidParameter> wrong = [.. request.Contradictions(clock.Today())];
            if (request.SignedOn > deal.ClosedOn) wrong.Add(new("signedOn", "Kan inte ligga efter dagen då affären slutade."));
            return Task.FromResult(wrong.Count > 0 ? DealErrors.TermsInvalid.Result(null, [.. wrong]) : deal.Revise(request)?.Result());
        }, stop);

    public static Task<Results<Ok<DealView>, ProblemHttpResult>> HandleComplete(
        Guid id, Completion request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop) =>
        Close(id, request.On, ifMatch, user, db, clock, (deal, on) => deal.Complete(on), stop);

    public static Task<Results<Ok<DealView>, ProblemHttpResult>> HandleEnd(
        Guid id, Closing request, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop) =>
        Close(id, request.On, ifMatch, user, db, clock, (deal, on) => deal.End(request.Reason.Trim(), on), stop);

    private static Task<Results<Ok<DealView>, ProblemHttpResult>> Close(
        Guid id, DateOnly? on, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, TimeProvider clock, Func<Deal, DateOnly, Error?> close, CancellationToken stop) =>
        Handle(id, ifMatch, user, db, deal =>
        {
            var today = clock.Today();
            return Task.FromResult(WrongDay(on, deal, today) ?? close(deal, on ?? today)?.Result());
        }, stop);

    /// <summary>Why a deal cannot have ended that day, or null. A draft was never signed, and may have been given up any day.</summary>
    public static ProblemHttpResult? WrongDay(DateOnly? on, Deal deal, DateOnly today) => on > today || on < (deal.SignedOn ?? Days.First)
        ? DealErrors.TermsInvalid.Result(null, new InvalidParameter("on", deal.SignedOn is null ? "Ska ligga mellan år 2000 och i dag." : "Ska ligga mellan underskriften och i dag."))
        : null;

    public static async Task<Results<Ok<DealView>, ProblemHttpResult>> Handle(
        Guid id, IfMatch ifMatch, CurrentUser user, MatchmakingDb db, Func<Deal, Task<ProblemHttpResult?>> change, CancellationToken stop)
    {
        var deal = await db.Deals.VisibleTo(user).SingleOrDefaultAsync(stored => stored.Id == id, stop);
        if (deal is null) return DealErrors.NotFound.Result();
        if (user.Buyer() is null) return DealErrors.MunicipalityOnly.Result();
        if (ifMatch.Refuses(deal.Version) is { } stale) return stale;
        if (await change(deal) is { } refused) return refused;

        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(DealView.Of(deal));
    }
}
