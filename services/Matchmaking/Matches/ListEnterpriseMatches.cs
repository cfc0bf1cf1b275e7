using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Matchmaking.Matches;

/// <summary>What an enterprise could do.</summary>
internal static class ListEnterpriseMatches
{
    public static async Task<Results<Ok<Page<MatchView>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] Paging paging, [AsParameters] Asking asking, HttpRequest request, CancellationToken stop) =>
        await asking.RefusesEnterprise(id, stop) is { } refused
            ? refused
            : TypedResults.Ok(await MatchView.PageOf(asking.Index.ForEnterprise(id, MatchView.WindowOf(paging)), asking, paging, request, stop));
}
