using Matchmaking.Data;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Matches;

/// <summary>What every question to the matching begins with; taken by a handler with <c>[AsParameters]</c>.</summary>
internal readonly record struct Asking(MatchmakingDb Db, MatchIndex Index, CurrentUser User, MatchRefresh Refresh)
{
    /// <summary>Why nothing can be said about a need, or null. Anybody may ask: only what is published is weighed.</summary>
    public async Task<ProblemHttpResult?> RefusesNeed(Guid id, CancellationToken stop) =>
        await Db.Needs.AnyAsync(need => need.Id == id && !need.Withdrawn, stop)
            ? NotReady
            : MatchErrors.NeedNotFound.Result("Det kan vara ett utkast, återtaget eller fel id.");

    /// <summary>Why nothing can be said about an enterprise, or null. Its own affair: to others the answer is as for an unknown one.</summary>
    public async Task<ProblemHttpResult?> RefusesEnterprise(Guid id, CancellationToken stop) =>
        User.Supplier() == id && await Db.Enterprises.AnyAsync(enterprise => enterprise.Id == id && !enterprise.Withdrawn, stop)
            ? NotReady
            : MatchErrors.EnterpriseNotFound.Result("Det kan vara opublicerat, återtaget eller fel id.");

    private ProblemHttpResult? NotReady => Refresh.IsBuilt ? null : MatchErrors.NotReady.Result("Försök igen om några sekunder.");
}
