using System.Globalization;
using Matchmaking.Data;
using Matchmaking.Matches;
using Matchmaking.Matching;
using Matchmaking.RouteAssessments;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Tellings;

/// <summary>
/// Tells of new matches: when a need or an enterprise has changed, the pairs that are among the best few of the need and that have not
/// been told. One replica at a time takes the changes that its own index has taken in, and remembers how far it came; a replica that
/// dies has told nothing.
/// </summary>
internal sealed class TellMatches(
    IServiceScopeFactory scopes, MatchIndex index, MatchRefresh refresh, CopySource copies, IConfiguration configuration, TimeProvider clock, ILogger<TellMatches> log)
    : RecurringWork(TimeSpan.FromSeconds(configuration.GetValue("Matches:TellSeconds", 5.0)), clock, log)
{
    /// <summary>Places of a need's list that are told.</summary>
    private const int Few = 3;

    /// <summary>Pairs of one need that are told in all, and pairs that one change of an enterprise may give.</summary>
    private const int Most = 10;

    /// <inheritdoc/>
    public override async Task Turn(CancellationToken stop)
    {
        if (!refresh.IsBuilt) return;
        var upTo = copies.Horizon;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchmakingDb>();
        await using var turn = await db.Database.BeginTransactionAsync(stop);
        var before = await db.Database.SqlQuery<string>($"select horizon::text as \"Value\" from match_telling for update skip locked").ToListAsync(stop);
        // Nobody's turn but one's; and an index that is behind would miss what another replica has seen.
        if (before is not [var text] || ulong.Parse(text, CultureInfo.InvariantCulture) is var from && from >= upTo) return;
        foreach (var match in await Found(db, from, upTo, stop)) db.Add(match);
        await db.SaveChangesAsync(stop);
        await db.Database.ExecuteSqlAsync($"update match_telling set horizon = {upTo.ToString(CultureInfo.InvariantCulture)}::xid8", stop);
        await turn.CommitAsync(stop);
    }

    private async Task<List<ToldMatch>> Found(MatchmakingDb db, ulong from, ulong upTo, CancellationToken stop)
    {
        var changed = (await db.Needs.Where(need => need.ChangedIn >= from && need.ChangedIn < upTo).Select(need => need.Id).ToListAsync(stop)).ToHashSet();
        var suppliers = await db.Enterprises.Where(enterprise => enterprise.ChangedIn >= from && enterprise.ChangedIn < upTo).Select(enterprise => enterprise.Id).ToListAsync(stop);
        // What the index does not know, because it is closed or withdrawn, has no pairs.
        var pairs = changed.SelectMany(Best)
            .Concat(suppliers.SelectMany(id => index.ForEnterprise(id, new Window(Most, Weights.LeastMatch, 0, Most)).Items
                .Where(match => !changed.Contains(match.NeedId) && Best(match.NeedId).Any(best => best.EnterpriseId == id))))
            .DistinctBy(match => (match.NeedId, match.EnterpriseId)).ToList();
        if (pairs.Count == 0) return [];

        var (needIds, enterpriseIds) = (pairs.Select(pair => pair.NeedId).Distinct().ToList(), pairs.Select(pair => pair.EnterpriseId).Distinct().ToList());
        var told = (await db.Set<ToldMatch>().Where(match => needIds.Contains(match.NeedId)).Select(match => new { match.NeedId, match.EnterpriseId }).ToListAsync(stop))
            .ToLookup(match => match.NeedId, match => match.EnterpriseId);
        // A need that the index is just taking in, with some of its enterprises or none, has its own turn when all of them are there.
        // One that has a deal, or can no longer be answered, is nothing to write to an enterprise about.
        var today = Clock.Today();
        var needs = await db.NeedsWithoutDeal().Where(need => needIds.Contains(need.Id) && need.ChangedIn < upTo && (need.AnswerBy == null || need.AnswerBy >= today))
            .ToDictionaryAsync(need => need.Id, stop);
        var enterprises = await db.Enterprises.AsNoTracking().Where(enterprise => enterpriseIds.Contains(enterprise.Id)).ToDictionaryAsync(enterprise => enterprise.Id, stop);
        return [.. pairs.Where(pair => !told[pair.NeedId].Contains(pair.EnterpriseId)).GroupBy(pair => pair.NeedId)
            .SelectMany(ofNeed => ofNeed.OrderByDescending(pair => pair.Score).Take(Math.Max(0, Most - told[ofNeed.Key].Count())))
            .Where(pair => needs.ContainsKey(pair.NeedId) && enterprises.TryGetValue(pair.EnterpriseId, out var enterprise) && !enterprise.Withdrawn)
            .Select(pair => ToldMatch.Found(needs[pair.NeedId], enterprises[pair.EnterpriseId], pair.Score, Clock.GetUtcNow()))];
    }

    private IReadOnlyList<Match> Best(Guid need) => index.ForNeed(need, new Window(Few, Weights.LeastMatch, 0, Few)).Items;
}
