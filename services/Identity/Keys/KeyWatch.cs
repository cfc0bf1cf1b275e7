using OpenIddict.Abstractions;

namespace Identity.Keys;

/// <summary>Looks every minute for keys that other replicas made or that have come of age, and every hour for tokens that can be forgotten.</summary>
internal sealed partial class KeyWatch(KeyRing ring, IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyWatch> log) : BackgroundService
{
    /// <summary>Tokens are kept so long after they ended: a replay must still be recognised.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        for (var round = 0; !stoppingToken.IsCancellationRequested; round++)
        {
            try
            {
                await ring.RefreshAsync(stoppingToken);
                if (round % 60 == 59) await Forget(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The keys at hand go on; the database's health is told elsewhere.
                Log.Failed(log, fault.Message);
            }
            if (!await timer.WaitForNextTickAsync(stoppingToken)) return;
        }
    }

    private async Task Forget(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - Remembered;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stop);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stop);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The keys could not be looked up: {Fault}")]
        public static partial void Failed(ILogger logger, string fault);
    }
}
