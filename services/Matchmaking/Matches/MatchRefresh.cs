using Matchmaking.Data;

namespace Matchmaking.Matches;

/// <summary>
/// Keeps this replica's index in step with the database: asks each source when its pause is over. Polling an index of a handful of rows costs less than
/// LISTEN would (a connection of its own, a lock at each commit).
/// </summary>
internal sealed partial class MatchRefresh(IServiceScopeFactory scopes, IEnumerable<IIndexSource> sources, TimeProvider clock, ILogger<MatchRefresh> log) : BackgroundService
{
    private readonly List<Watched> watched = [.. sources.Select(source => new Watched(source))];
    private volatile bool built;

    private sealed class Watched(IIndexSource source)
    {
        public IIndexSource Source => source;
        public DateTimeOffset Due { get; set; }
        public bool Told { get; set; }
        public bool Fails { get; set; }
    }

    /// <summary>False until everything that is needed has been read once.</summary>
    public bool IsBuilt => built;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var beat = watched.Min(each => each.Source.Pause);
        using var timer = new PeriodicTimer(beat, clock);
        do
        {
            var now = clock.GetUtcNow();
            foreach (var each in watched.Where(each => each.Due <= now))
            {
                await Refresh(each, stoppingToken);
                // Half a beat early: the beat that falls due may come a moment sooner after this one than the pause, and would be passed over.
                each.Due = now + each.Source.Pause - beat / 2;
            }
            if (built || !watched.TrueForAll(each => each.Told || !each.Source.IsNeeded)) continue;
            built = true;
            Log.Built(log);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Refresh(Watched each, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await each.Source.Refresh(scope.ServiceProvider.GetRequiredService<MatchmakingDb>(), stop);
            (each.Told, each.Fails) = (true, false);
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            // Not yet migrated, or the database is away: the index serves what it has, and the next look catches up.
            if (!each.Fails) Log.Failed(log, each.Source.GetType().Name, fault);
            each.Fails = true;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Matching index built")]
        public static partial void Built(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "The matching index could not be told of {Source}; trying on")]
        public static partial void Failed(ILogger logger, string source, Exception fault);
    }
}
