using Matchmaking.Exposures;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;

namespace Matchmaking.Matches;

/// <summary>What an enterprise can change in a profile that gets no hits or too many. Its own affair.</summary>
internal static class ListHints
{
    /// <summary>More open needs than anybody reads through.</summary>
    private const int Many = 50;

    /// <summary>How the profile does, and what can be changed.</summary>
    /// <param name="Hits">none, fair or many.</param>
    /// <param name="OpenMatches">Open needs that it matches now; at most 200 are counted.</param>
    /// <param name="ShownLast30Days">How often it stood among the first ten of a list that somebody fetched.</param>
    /// <param name="Hints">What to change, the profile's own gaps first; empty when the hits are fair.</param>
    public sealed record Response(string Hits, int OpenMatches, int ShownLast30Days, IReadOnlyList<Hint> Hints);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, [AsParameters] Asking asking, TimeProvider clock, CancellationToken stop)
    {
        if (await asking.RefusesEnterprise(id, stop) is { } refused) return refused;
        var since = clock.Today().AddDays(-ExposureCounter.Days);
        var shown = await asking.Db.Exposures.Where(exposure => exposure.EnterpriseId == id && exposure.Day > since).SumAsync(exposure => exposure.Times, stop);
        var matches = asking.Index.ForEnterprise(id, new Window(MatchView.Most, Weights.LeastMatch, 0, 0)).Total;
        var offers = asking.Index.ReadingsOf(id);
        return TypedResults.Ok(matches switch
        {
            0 when shown == 0 => new Response("none", matches, shown, [.. Hint.ForMore(offers, asking.Index.NearMissesForEnterprise(id, MatchView.Most))]),
            > Many => new Response("many", matches, shown, [.. Hint.ForFewer(offers)]),
            _ => new Response("fair", matches, shown, []),
        });
    }
}
