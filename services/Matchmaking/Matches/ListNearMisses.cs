using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Matchmaking.Matches;

/// <summary>Pairs of the right trade that lack one thing, and enterprises that could meet a need together: an empty list of matches is no dead end.</summary>
internal static class ListNearMisses
{
    private const int Most = 20;

    /// <summary>What nearly fits.</summary>
    /// <param name="NearMisses">Pairs that lack exactly one thing, the best trade first; at most 20.</param>
    /// <param name="Consortium">Enterprises that together cover a need that none covers alone, or null.</param>
    public sealed record Response(IReadOnlyList<NearMissView> NearMisses, ConsortiumView? Consortium);

    /// <summary>A pair that lacks one thing.</summary>
    /// <param name="Match">The pair as it stands.</param>
    /// <param name="Missing">area, size or freshness.</param>
    /// <param name="Advice">In Swedish: what is missing and what can be done.</param>
    public sealed record NearMissView(MatchView Match, string Missing, string Advice);

    /// <summary>Enterprises that can do it together.</summary>
    /// <param name="Members">The best offer of each, the largest first.</param>
    /// <param name="Advice">In Swedish, for the need's owner.</param>
    public sealed record ConsortiumView(IReadOnlyList<MatchView> Members, string Advice);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> ForNeed(
        Guid id, [AsParameters] Asking asking, CancellationToken stop)
    {
        if (await asking.RefusesNeed(id, stop) is { } refused) return refused;
        var together = asking.Index.ConsortiumFor(id);
        return TypedResults.Ok(new Response(
            await Named(asking.Index.NearMissesForNeed(id, Most), asking, stop),
            together is null ? null : new ConsortiumView(await MatchView.ViewsOf(together.Members, asking, stop), together.Advice)));
    }

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> ForEnterprise(
        Guid id, [AsParameters] Asking asking, CancellationToken stop) =>
        await asking.RefusesEnterprise(id, stop) is { } refused
            ? refused
            : TypedResults.Ok(new Response(await Named(asking.Index.NearMissesForEnterprise(id, Most), asking, stop), null));

    private static async Task<List<NearMissView>> Named(IReadOnlyList<NearMiss> misses, Asking asking, CancellationToken stop)
    {
        var views = (await MatchView.ViewsOf([.. misses.Select(miss => miss.Match)], asking, stop)).ToDictionary(view => (view.Need.Id, view.Enterprise.Id, view.Offer.Id));
        return
        [
            .. from miss in misses
               let key = (miss.Match.NeedId, miss.Match.EnterpriseId, miss.Match.OfferId)
               where views.ContainsKey(key)
               select new NearMissView(views[key], miss.Missing, miss.Advice),
        ];
    }
}
