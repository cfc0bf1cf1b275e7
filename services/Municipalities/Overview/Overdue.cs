using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Agreements;
using Municipalities.Baselines;
using Municipalities.Collaborations;
using Municipalities.Needs;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Overview;

/// <summary>All that municipalities should have looked at by now.</summary>
internal static class Overdue
{
    /// <summary>The order in which people in Sweden look for names.</summary>
    public static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: false);

    /// <param name="db">The database.</param>
    /// <param name="code">One municipality, or all.</param>
    /// <param name="today">The present day.</param>
    /// <param name="stop">Ends the work.</param>
    /// <param name="log">Where a row that cannot be judged is told.</param>
    /// <param name="sharedOnly">For others than the municipality itself: of collaborations and agreements only what it shares.</param>
    public static async Task<ILookup<string, OverdueReview>> Of(MunicipalitiesDb db, string? code, DateOnly today, ILogger log, CancellationToken stop, bool sharedOnly = false)
    {
        var collaborations = await db.Collaborations.Where(row => !row.IsWithdrawn && (row.IsShared || !sharedOnly) && (code == null || row.MunicipalityCode == code)).ToListAsync(stop);
        var agreements = await db.Agreements
            .Where(row => row.Status == AgreementStatus.InForce && (row.IsShared || !sharedOnly) && (row.ReviewOn < today || row.EndsOn < today) && (code == null || row.MunicipalityCode == code)).ToListAsync(stop);
        var journeys = await db.Journeys.Where(row => code == null || row.MunicipalityCode == code).ToListAsync(stop);
        var rounds = await db.Baselines.Where(row => row.Status == BaselineStatus.Closed && (code == null || row.MunicipalityCode == code))
            .GroupBy(row => row.MunicipalityCode).Select(group => new { Code = group.Key, ClosedOn = group.Max(row => row.ClosedOn!.Value) }).ToListAsync(stop);
        return collaborations.Each(log, row => row.Id, row => OverdueReview.Of(row, today).Select(review => (Code: row.MunicipalityCode, Review: review)))
            .Concat(agreements.Select(row => (row.MunicipalityCode, row.EndsOn < today
                ? new OverdueReview(ReviewKind.Agreement, $"{row.Content.Title} har löpt ut men står som gällande", row.EndsOn!.Value, row.Id)
                : new OverdueReview(ReviewKind.Agreement, $"{row.Content.Title} ska ses över", row.ReviewOn, row.Id))))
            .Concat(journeys.Each(log, row => row.MunicipalityCode, row => row.OverdueActions(today).Select(action => (row.MunicipalityCode, new OverdueReview(ReviewKind.Action, action.Content.Text, action.Content.DueOn!.Value, row.Id) { Part = $"{action.Id}" }))))
            .Concat(rounds.Where(round => round.ClosedOn.AddMonths(12) < today)
                .Select(round => (round.Code, new OverdueReview(ReviewKind.Baseline, "Utgångsläget är äldre än tolv månader", round.ClosedOn.AddMonths(12), Guid.Empty))))
            .ToLookup(one => one.Item1, one => one.Item2);
    }
}

/// <summary>What is overdue in one's own municipality; for the network lead in all of them, by name, without the words that are the municipality's own and without what it does not share.</summary>
internal static class ListOverdue
{
    /// <summary>Something overdue.</summary>
    /// <param name="MunicipalityCode">SCB code, four digits.</param>
    /// <param name="Name">The municipality's name.</param>
    /// <param name="Kind">steering-document, dialogue, follow-up, sustainability, baseline, agreement or action.</param>
    /// <param name="What">What it is, in Swedish; null for the network lead.</param>
    /// <param name="Since">The day it should have been done.</param>
    /// <param name="Id">The noun that it belongs to; null for a baseline, of which a new round is to be opened.</param>
    public sealed record Item(string MunicipalityCode, string Name, ReviewKind Kind, string? What, DateOnly Since, Guid? Id);

    public static async Task<Results<Ok<IReadOnlyList<Item>>, ProblemHttpResult>> Handle(CurrentUser user, MunicipalitiesDb db, TimeProvider clock, ILogger<OverdueReview> log, CancellationToken stop)
    {
        var (own, lead) = (user.Municipality(), user.HasRole(Roles.NetworkLead));
        if (own is null && !lead) return GetOverview.NotAllowed.Result();
        var all = await Overdue.Of(db, lead ? null : own, clock.Today(), log, stop, sharedOnly: lead);
        var codes = all.Select(group => group.Key).ToList();
        var names = await db.Municipalities.Where(row => codes.Contains(row.Code)).ToDictionaryAsync(row => row.Code, row => row.Facts.Name, stop);
        IReadOnlyList<Item> items =
        [
            .. all.OrderBy(group => names[group.Key], Overdue.ByName).SelectMany(group => group.OrderBy(review => review.Since)
                .Select(review => new Item(group.Key, names[group.Key], review.Kind, lead ? null : review.What, review.Since, review.Kind is ReviewKind.Baseline ? null : review.Id))),
        ];
        return TypedResults.Ok(items);
    }
}
