using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Messaging;

namespace ServiceDefaults.Reminders;

/// <summary>
/// Looks again and again for what waits for somebody, and compares it with what has been told: what is new is told, what is found no more is
/// withdrawn. What waits follows from the nouns alone, so whatever way a noun changes, and whatever a look has missed, the next look puts right.
/// One replica looks at a time; one that dies has told nothing.
/// </summary>
/// <param name="scopes">For a database of its own in each look.</param>
/// <param name="configuration"><c>Reminders:LookSeconds</c> between two looks, 30 when not set.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Where a failed look is told.</param>
public abstract class ReminderLook<TDb, TReminder>(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger log)
    : RecurringWork(TimeSpan.FromSeconds(configuration.GetValue("Reminders:LookSeconds", 30.0)), clock, log)
    where TDb : ServiceDb where TReminder : ToldReminder, new()
{
    /// <summary>Any number that nothing else in the service's database locks.</summary>
    private const long Lock = 7_215_006;

    /// <summary>
    /// For how many days a reminder that waits no longer is kept: twice as long as a decision is news, so that none is found again whose row has gone.
    /// One that was withdrawn and waits again begins anew.
    /// </summary>
    private const int KeepDays = 2 * Found.NewsDays;

    private const int MostCleared = 1_000;

    /// <summary>All that waits now, and the decisions that are news.</summary>
    protected abstract Task<IReadOnlyList<Found>> Find(TDb db, CancellationToken stop);

    /// <inheritdoc/>
    public sealed override async Task Turn(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var turn = await db.Database.BeginTransactionAsync(stop);
        if (!(await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock({Lock}) as \"Value\"").ToListAsync(stop))[0]) return;
        var found = (await Find(db, stop)).DistinctBy(one => one.Thing).ToDictionary(one => one.Thing);
        var things = found.Keys.ToList();
        var told = await db.Set<TReminder>().AsTracking().Where(row => row.Waits || things.Contains(row.Thing)).ToDictionaryAsync(row => row.Thing, stop);
        foreach (var one in found.Values)
        {
            var known = told.GetValueOrDefault(one.Thing);
            var reminder = known ?? new TReminder();
            reminder.Tell(one);
            if (known is null) db.Add(reminder);
        }
        foreach (var done in told.Values.Where(row => row.Waits && !found.ContainsKey(row.Thing))) done.Withdraw();
        await db.SaveChangesAsync(stop);
        await Clear(db, things, stop);
        await turn.CommitAsync(stop);
    }

    /// <summary>
    /// Clears away what is over. Its events go too: they are private, so that no feed needs the last of them, and a replay would tell old news anew
    /// to a service that has cleared them away itself.
    /// </summary>
    private async Task Clear(TDb db, List<string> things, CancellationToken stop)
    {
        var before = Clock.GetUtcNow().AddDays(-KeepDays);
        var over = await db.Set<TReminder>().AsNoTracking().Where(row => !row.Waits && row.ChangedAt < before && !things.Contains(row.Thing))
            .OrderBy(row => row.ChangedAt).Take(MostCleared).ToListAsync(stop);
        if (over.Count == 0) return;
        var (ids, told) = (over.ConvertAll(row => row.Id), over.ConvertAll(row => row.ToEvent("cleared")));
        var (name, keys) = (EventNames.Of(told[0].GetType()), told.ConvertAll(one => one.Key));
        await db.EventLog.Where(row => row.Name == name && keys.Contains(row.Key) && row.PublishedAt != null).ExecuteDeleteAsync(stop);
        await db.Set<TReminder>().Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(stop);
    }
}
