using System.Globalization;
using Matchmaking.Data;
using Matchmaking.Matches;
using Matchmaking.RouteAssessments;
using Matchmaking.Routes;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Tellings;

/// <summary>
/// Tells the owners of open needs when new rules answer otherwise. Rules change with the day and with the build, so all needs are looked through once for each
/// day and set of rules, by the replica that comes first.
/// </summary>
internal sealed class TellRoutes(IServiceScopeFactory scopes, MatchRefresh refresh, IConfiguration configuration, TimeProvider clock, ILogger<TellRoutes> log)
    : RecurringWork(TimeSpan.FromSeconds(configuration.GetValue("Routes:TellSeconds", 60.0)), clock, log)
{
    /// <inheritdoc/>
    public override async Task Turn(CancellationToken stop)
    {
        if (!refresh.IsBuilt) return;
        var today = Clock.Today();
        var rules = string.Join(' ', RuleBook.Current.VersionsAt(today));
        var look = string.Create(CultureInfo.InvariantCulture, $"{today:yyyy-MM-dd} {rules}");
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MatchmakingDb>();
        await using var turn = await db.Database.BeginTransactionAsync(stop);
        var before = await db.Database.SqlQuery<string>($"select looked as \"Value\" from route_telling for update skip locked").ToListAsync(stop);
        if (before is not [var last] || last == look) return;
        var changed = (await db.NeedsWithoutDeal().ToListAsync(stop))
            .Select(need => (Need: need, Change: ChangedNeed.Of(need, today))).Where(one => one.Change is not null).ToList();
        var ids = changed.ConvertAll(one => one.Need.Id);
        var told = await db.Set<ToldRoutes>().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, stop);
        foreach (var (need, change) in changed)
            if (told.TryGetValue(need.Id, out var earlier)) earlier.Again(need, change!, rules);
            else db.Add(ToldRoutes.Of(need, change!, rules));
        await db.SaveChangesAsync(stop);
        await db.Database.ExecuteSqlAsync($"update route_telling set looked = {look}", stop);
        await turn.CommitAsync(stop);
    }
}
