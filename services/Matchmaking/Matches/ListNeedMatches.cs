using System.Text.Json.Serialization;
using Matchmaking.Exposures;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Matchmaking.Matches;

/// <summary>
/// Who could meet a need. Open to all: need, profile and reasons are published already, and a list that everybody can see
/// leaves no room for the suspicion that somebody was shown first. For the same reason it tells who was left out.
/// </summary>
internal static class ListNeedMatches
{
    /// <summary>A page of matches, and what is not among them.</summary>
    /// <param name="Items">At most <c>limit</c> of them, the best first.</param>
    /// <param name="Meta">Which page this is and how many there are.</param>
    /// <param name="Links">Where the neighbours are.</param>
    /// <param name="LeftOut">Enterprises with something of the trade that are not among the matches.</param>
    public sealed record Response(
        IReadOnlyList<MatchView> Items,
        [property: JsonPropertyName("_meta")] PageMeta Meta,
        [property: JsonPropertyName("_links")] PageLinks Links,
        LeftOutView LeftOut);

    /// <summary>How many were left out and why, each counted once. Profiles that their owners have withdrawn are not known here.</summary>
    /// <param name="Area">The area does not cover the place.</param>
    /// <param name="Size">The need is too large: worth more than the enterprise takes on.</param>
    /// <param name="Hidden">The profile is out of sight for now: confirmed too long ago, or looked at after a complaint. They are counted and never named, and which of the two it is is not told.</param>
    /// <param name="Stale">The profile was confirmed long ago.</param>
    /// <param name="LowScore">The score is below <paramref name="LeastScore"/> for other reasons.</param>
    /// <param name="LeastScore">What is below this is not called a match.</param>
    /// <param name="NearMisses">Address of those that lack one thing.</param>
    public sealed record LeftOutView(int Area, int Size, int Hidden, int Stale, int LowScore, double LeastScore, string NearMisses);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, [AsParameters] Asking asking, ExposureCounter exposures, HttpRequest request, CancellationToken stop)
    {
        if (await asking.RefusesNeed(id, stop) is { } refused) return refused;
        var page = await MatchView.PageOf(asking.Index.ForNeed(id, MatchView.WindowOf(paging)), asking, paging, request, stop);
        if (paging.Page is null or 1) exposures.Count(page.Items.Take(ExposureCounter.Top).Select(match => match.Enterprise.Id));
        var left = asking.Index.LeftOutOf(id, Weights.LeastMatch);
        return TypedResults.Ok(new Response(page.Items, page.Meta, page.Links,
            new LeftOutView(left.Area, left.Size, left.Hidden, left.Stale, left.LowScore, Weights.LeastMatch, $"/matchmaking/v1/needs/{id}/near-misses")));
    }
}
