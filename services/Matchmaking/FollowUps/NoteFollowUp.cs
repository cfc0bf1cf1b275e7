using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Matchmaking.Deals;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.FollowUps;

/// <summary>A party tells how the deal stands. Each tells what it knows: the municipality the invoices, the enterprise the people.</summary>
internal static class NoteFollowUp
{
    /// <param name="On">The day it describes; today when not given.</param>
    /// <param name="InvoicedSek">Invoiced since the beginning, SEK excluding VAT; the municipality only.</param>
    /// <param name="Jobs">Full-time years since the beginning (one is 1 760 hours); the enterprise only.</param>
    /// <param name="People">People since the beginning; the enterprise only.</param>
    /// <param name="Note">In words, without names of persons.</param>
    public sealed record Request(
        [property: Day] DateOnly? On = null,
        [property: Range(0, 10_000_000_000)] decimal? InvoicedSek = null,
        [property: Range(0, 10_000)] decimal? Jobs = null,
        PeopleCounts? People = null,
        [property: MaxLength(2000, ErrorMessage = "Högst 2 000 tecken."), NoPersonalNumber] string? Note = null);

    public static async Task<Results<Created<FollowUpView>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentUser user, MatchmakingDb db, TimeProvider clock, CancellationToken stop)
    {
        var deal = await db.Deals.VisibleTo(user).SingleOrDefaultAsync(stored => stored.Id == id, stop);
        if (deal is null) return DealErrors.NotFound.Result();
        if (deal.Status == DealStatus.Draft) return DealErrors.NotSigned.Result();
        if (deal.Status == DealStatus.Withdrawn) return DealErrors.Withdrawn.Result();
        var byBuyer = user.Buyer() is not null;
        if (NotTheirs(request, byBuyer) is { Length: > 0 } foreign) return FollowUpErrors.NotYours.Result(null, foreign);
        var today = clock.Today();
        var on = request.On ?? today;
        if (on > today || on < deal.SignedOn)
            return FollowUpErrors.DayInvalid.Result(null, new InvalidParameter("on", "Ska ligga mellan underskriften och i dag."));

        var followUp = byBuyer
            ? FollowUp.FromBuyer(deal, on, request.InvoicedSek, request.Note?.Trim(), clock.Moment())
            : FollowUp.FromSupplier(deal, on, request.Jobs, request.People ?? new PeopleCounts(), request.Note?.Trim(), clock.Moment());
        db.Add(followUp);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/matchmaking/v1/deals/{id}/follow-ups", FollowUpView.Of(followUp));
    }

    private static InvalidParameter[] NotTheirs(Request request, bool byBuyer) =>
    [
        .. new (string Name, bool Foreign)[]
        {
            ("invoicedSek", !byBuyer && request.InvoicedSek is not null),
            ("jobs", byBuyer && request.Jobs is not null),
            ("people", byBuyer && request.People is not null),
        }.Where(member => member.Foreign).Select(member => new InvalidParameter(member.Name, byBuyer ? "Anges av företaget." : "Anges av kommunen.")),
    ];
}
