using Identity.Clients;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Identity.Tests;

/// <summary>The identity service on a real database.</summary>
internal sealed class IdentityHost : WebApplicationFactory<Program>
{
    private readonly string database;
    private readonly string environment;
    private readonly TimeProvider clock;
    private readonly Dictionary<string, string?> settings;

    private IdentityHost(string database, string environment, TimeProvider? clock, Dictionary<string, string?>? settings) =>
        (this.database, this.environment, this.clock, this.settings) = (database, environment, clock ?? TimeProvider.System, settings ?? []);

    /// <summary>Starts it, migrated and seeded as its <c>migrate</c> command does.</summary>
    public static async Task<IdentityHost> StartAsync(
        string database, string environment = "Development", TimeProvider? clock = null, Dictionary<string, string?>? settings = null)
    {
        var host = new IdentityHost(database, environment, clock, settings);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await db.Database.MigrateAsync();
        await Seed.Run(db, scope.ServiceProvider, CancellationToken.None);
        return host;
    }

    /// <summary>Starts it where no database answers.</summary>
    public static IdentityHost WithoutDatabase() => new("Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x;Timeout=2", "Development", null, null);

    /// <summary>Keeps cookies, follows no redirects.</summary>
    public HttpClient Browser(string scheme = "http") =>
        CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri($"{scheme}://localhost") });

    /// <summary>Does something with the service's own database.</summary>
    public async Task<T> WithDatabase<T>(Func<IdentityDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:identity", database);
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton(clock)));
    }
}

/// <summary>One identity service in Development for a class of tests.</summary>
public sealed class DevelopmentFixture(PostgresFixture postgres) : IAsyncLifetime
{
    internal IdentityHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await IdentityHost.StartAsync(await postgres.NewDatabaseAsync());

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}

/// <summary>The real clock, put forward.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
