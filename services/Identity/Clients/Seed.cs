using Identity.Keys;
using Identity.Tokens;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;

namespace Identity.Clients;

/// <summary>What the issuer cannot be without: keys, scopes and the platform's own clients; in Development also people and systems to try with.</summary>
internal static class Seed
{
    public static async Task Run(IdentityDb db, IServiceProvider services, CancellationToken stop)
    {
        // Two that seed in the same moment would each find the other's rows changed under them: the second waits for the first.
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("set lock_timeout = '60s'; select pg_advisory_lock(7300)", stop);
        try
        {
            await PutAll(db, services, stop);
        }
        finally
        {
            await db.Database.ExecuteSqlRawAsync("select pg_advisory_unlock(7300)", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task PutAll(IdentityDb db, IServiceProvider services, CancellationToken stop)
    {
        await services.GetRequiredService<KeyRing>().RefreshAsync(stop);
        var configuration = services.GetRequiredService<IConfiguration>();
        await Scopes(services.GetRequiredService<IOpenIddictScopeManager>(), stop);
        var clients = services.GetRequiredService<IOpenIddictApplicationManager>();
        var development = services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        if (!development) await DevelopmentClients.Remove(clients, stop);
        foreach (var client in PlatformClients.All(configuration.PublicUrl())) await Put(clients, client, stop);
        foreach (var client in ConfiguredClients.Read(configuration)) await Put(clients, client, stop);
        if (!development) return;
        foreach (var client in DevelopmentClients.All()) await Put(clients, client, stop);
        await DevelopmentPeople.Put(db, stop);
    }

    private static async Task Scopes(IOpenIddictScopeManager scopes, CancellationToken stop)
    {
        foreach (var service in Issuer.Apis)
            foreach (var right in new[] { "read", "write" })
            {
                var scope = new OpenIddictScopeDescriptor { Name = $"{service}:{right}", DisplayName = $"{service}: {right}", Resources = { service } };
                if (await scopes.FindByNameAsync(scope.Name, stop) is { } known) await scopes.UpdateAsync(known, scope, stop);
                else await scopes.CreateAsync(scope, stop);
            }
    }

    private static async Task Put(IOpenIddictApplicationManager clients, OpenIddictApplicationDescriptor client, CancellationToken stop)
    {
        if (await clients.FindByClientIdAsync(client.ClientId!, stop) is { } known) await clients.UpdateAsync(known, client, stop);
        else await clients.CreateAsync(client, stop);
    }
}
