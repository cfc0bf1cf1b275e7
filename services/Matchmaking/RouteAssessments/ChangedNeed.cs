using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.Routes;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;

namespace Matchmaking.RouteAssessments;

/// <summary>An open need without a deal, for which the rules of today answer otherwise than those of the day when it was published.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="Title">Its title.</param>
/// <param name="PublishedOn">The day of the first answer.</param>
/// <param name="RulesThen">Files of rules that held that day.</param>
/// <param name="RulesNow">Files of rules that hold today.</param>
/// <param name="ChangedRoutes">Routes whose answer has changed.</param>
public sealed record ChangedNeed(
    Guid NeedId, string Title, DateOnly PublishedOn, IReadOnlyList<string> RulesThen, IReadOnlyList<string> RulesNow, IReadOnlyList<ChangedNeed.Route> ChangedRoutes)
{
    /// <summary>A route, its answer then and now.</summary>
    public sealed record Route(string Code, Answer Then, Answer Now);

    /// <summary>The need, or null when its answers are the same on both days.</summary>
    internal static ChangedNeed? Of(NeedCopy need, DateOnly today)
    {
        if (need.PublishedAt is not { } published) return null;
        var on = SwedishTime.DayOf(published);
        // The same rules answer the same.
        if (RuleBook.Current.VersionsAt(on).SequenceEqual(RuleBook.Current.VersionsAt(today))) return null;
        var input = new RouteInput(new NeedFacts
        {
            Kind = need.Kind,
            Cpv = need.CpvCodes.Count > 0 ? Fact<IReadOnlyList<string>>.Known(need.CpvCodes) : Fact<IReadOnlyList<string>>.Unknown,
            ValueSek = need.ValueSek ?? Fact<decimal>.Unknown,
            Months = need.Months ?? Fact<decimal>.Unknown,
        });
        var (then, now) = (RouteEngine.Evaluate(input, on), RouteEngine.Evaluate(input, today));
        var changed = now.Routes.Where(route => then[route.Route].Answer != route.Answer).Select(route => new Route(route.Route, then[route.Route].Answer, route.Answer)).ToList();
        return changed.Count == 0 ? null : new(need.Id, need.Title, on, then.RuleVersions, now.RuleVersions, changed);
    }
}

internal static class NeedsToRoute
{
    /// <summary>Open needs without a signed deal: those whose route is still to be chosen.</summary>
    public static IQueryable<NeedCopy> NeedsWithoutDeal(this MatchmakingDb db) => db.Needs.AsNoTracking()
        .Where(need => !need.Withdrawn && need.Status != NeedCopy.Closed
            && !db.Deals.Any(deal => deal.NeedId == need.Id && deal.SignedOn != null && deal.Status != DealStatus.Withdrawn));
}
