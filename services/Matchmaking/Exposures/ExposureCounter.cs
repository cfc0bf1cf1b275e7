using System.Collections.Concurrent;
using Matchmaking.Data;
using Matchmaking.Matches;
using Matchmaking.Matching;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Matchmaking.Exposures;

/// <summary>
/// Counts who is shown and tells the index, so that those whose scores are equal share the first places over time. Asking costs an addition in memory;
/// every minute what has gathered is added to the day's rows, and what any replica has added is read back. What a replica has not
/// written when it dies is lost, which only means that some lists are not counted. Not oftener, so that who pages through a list does not see it turn.
/// </summary>
internal sealed partial class ExposureCounter(
    IServiceScopeFactory scopes, MatchIndex index, IConfiguration configuration, TimeProvider clock, ILogger<ExposureCounter> log)
    : RecurringWork(TimeSpan.FromMilliseconds(configuration.GetValue("Matches:ExposureMilliseconds", 60_000)), clock, log)
{
    /// <summary>Places of a list that count as its top: further down few read.</summary>
    public const int Top = 10;

    /// <summary>Days that are heeded.</summary>
    public const int Days = 30;

    private readonly ConcurrentDictionary<Guid, int> waiting = new();
    private readonly HashSet<Guid> known = [];
    private DateOnly read;
    private ulong horizon;
    private bool left;

    /// <summary>Notes that these stood at the top of a list.</summary>
    public void Count(IEnumerable<Guid> enterprises)
    {
        foreach (var enterprise in enterprises) waiting.AddOrUpdate(enterprise, 1, (_, times) => times + 1);
    }

    /// <inheritdoc/>
    public override async Task Turn(CancellationToken stop)
    {
        var taken = Taken();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MatchmakingDb>();
            if (taken.Count > 0) await WriteWaiting(db, taken, stop);
            taken.Clear();
            await Read(db, stop);
        }
        catch
        {
            // Kept for the next turn, or for the stop.
            foreach (var (id, times) in taken) waiting.AddOrUpdate(id, times, (_, since) => since + times);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Once, for a host may be stopped twice; and only what is left: nobody asks any more what others have shown.
        if (!Interlocked.Exchange(ref left, true) && !waiting.IsEmpty) await Leave(cancellationToken);
    }

    private async Task Leave(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await WriteWaiting(scope.ServiceProvider.GetRequiredService<MatchmakingDb>(), Taken(), stop);
        }
        catch (Exception fault)
        {
            // The database may be on its way down too: then some lists are not counted.
            Log.Lost(log, fault.Message);
        }
    }

    private List<(Guid Id, int Times)> Taken() =>
        [.. waiting.Keys.Order().Select(enterprise => (enterprise, waiting.TryRemove(enterprise, out var times) ? times : 0))];

    /// <summary>Adds in the order of the ids, so that two replicas cannot wait for each other.</summary>
    private Task<int> WriteWaiting(MatchmakingDb db, List<(Guid Id, int Times)> taken, CancellationToken stop) => db.Database.ExecuteSqlAsync(
        $"""
        insert into exposure (enterprise_id, day, times, changed_in)
        select id, {Clock.Today()}, times, pg_current_xact_id() from unnest({taken.Select(one => one.Id).ToArray()}, {taken.Select(one => one.Times).ToArray()}) as shown(id, times) order by id
        on conflict (enterprise_id, day) do update set times = exposure.times + excluded.times, changed_in = excluded.changed_in
        """, stop);

    private async Task Read(MatchmakingDb db, CancellationToken stop)
    {
        var today = Clock.Today();
        var since = today.AddDays(-Days);
        var whole = read != today;
        var from = whole ? 0 : horizon;
        var next = await db.Next(stop);
        var changed = db.Exposures.Where(exposure => exposure.ChangedIn >= from).Select(exposure => exposure.EnterpriseId);
        var sums = await db.Exposures.Where(exposure => exposure.Day > since && changed.Contains(exposure.EnterpriseId))
            .GroupBy(exposure => exposure.EnterpriseId).Select(own => new { own.Key, Times = own.Sum(exposure => exposure.Times) }).ToListAsync(stop);
        var told = sums.ToDictionary(own => own.Key, own => own.Times);
        // A new day: what has grown too old falls away, also for those who were not shown again.
        if (whole)
        {
            foreach (var enterprise in known) told.TryAdd(enterprise, 0);
            await db.Exposures.Where(exposure => exposure.Day <= since).ExecuteDeleteAsync(stop);
        }
        if (told.Count > 0) index.SetShown(told);
        known.UnionWith(told.Keys);
        (read, horizon) = (today, next);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Who was shown last could not be written before the stop: {Fault}")]
        public static partial void Lost(ILogger logger, string fault);
    }
}
