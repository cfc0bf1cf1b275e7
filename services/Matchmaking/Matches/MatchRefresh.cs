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
        using var timer = new PeriodicTimer(watched.Min(each => each.Source.Pause), clock);
        do
        {
            foreach (var each in watched.Where(each => each.Due <= clock.GetUtcNow()))
            {
                await Refresh(each, stoppingToken);
                each.Due = clock.GetUtcNow() + each.Source.Pause;
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
