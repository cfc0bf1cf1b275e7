using OpenIddict.Abstractions;
using ServiceDefaults;

namespace Identity.Keys;

/// <summary>Looks every minute for keys that other replicas made or that have come of age, and every hour for tokens that can be forgotten. While it cannot, the keys at hand go on.</summary>
internal sealed class KeyWatch(KeyRing ring, IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeyWatch> log)
    : RecurringWork(TimeSpan.FromMinutes(1), clock, log, first: TimeSpan.Zero)
{
    /// <summary>Tokens are kept so long after they ended: a replay must still be recognised.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(14);

    private int round;

    /// <inheritdoc/>
    public override async Task Turn(CancellationToken stop)
    {
        var forgets = ++round % 60 == 0;
        await ring.RefreshAsync(stop);
        if (forgets) await Forget(stop);
    }

    private async Task Forget(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow() - Remembered;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, stop);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, stop);
    }
}
