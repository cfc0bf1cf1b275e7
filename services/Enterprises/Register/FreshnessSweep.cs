using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>
/// Once an hour puts profiles out of sight that nobody has confirmed for fifteen months, so that those who keep copies hear of
/// it. The service's own lists look at the date themselves and need not wait. Several replicas may sweep at once: of two that
/// hide the same profile, the version lets one through.
/// </summary>
internal sealed partial class FreshnessSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FreshnessSweep> log)
    : RecurringWork(TimeSpan.FromHours(1), clock, log, first: TimeSpan.FromMinutes(1))
{
    private const int Batch = 100;

    /// <inheritdoc/>
    public override async Task Turn(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hidden = await HideAsync(scope.ServiceProvider.GetRequiredService<EnterprisesDb>(), Clock.GetUtcNow(), stop);
        if (hidden > 0) Log.Hidden(log, hidden);
    }

    /// <summary>Hides what is due; returns how many.</summary>
    internal static async Task<int> HideAsync(EnterprisesDb db, DateTimeOffset now, CancellationToken stop)
    {
        var before = Freshness.HiddenBefore(now);
        var hidden = 0;
        while (true)
        {
            var due = await db.Enterprises.AsTracking().Where(row => row.Status == EnterpriseStatus.Published && !row.Hidden && row.ConfirmedAt <= before)
                .OrderBy(row => row.Id).Take(Batch).Whole().ToListAsync(stop);
            var count = due.Count(row => row.Hide(now));
            if (count == 0) return hidden;
            await db.SaveChangesAsync(stop);
            hidden += count;
            db.ChangeTracker.Clear();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Count} profiles were hidden, not confirmed for fifteen months")]
        public static partial void Hidden(ILogger logger, int count);
    }
}
