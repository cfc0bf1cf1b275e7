using Contracts;
using Matchmaking.Copies;
using Matchmaking.Data;
using ServiceDefaults;
using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Matchmaking.Tests.Service))]

namespace Matchmaking.Tests;

/// <summary>Matchmaking on a real database, shared by all tests; each test works with municipalities and enterprises of its own.</summary>
public sealed class Service : IAsyncLifetime
{
    private static int lastCode = 9000;
    private ServiceHost<Program>? host;

    private bool ownsServers = true;

    public PostgresFixture Postgres { get; private init; } = new();

    public RabbitFixture Rabbit { get; } = new();

    public ServiceHost<Program> Host => host ?? throw new InvalidOperationException("Not started.");

    public async ValueTask InitializeAsync()
    {
        await Postgres.InitializeAsync();
        host = await StartAsync(await Postgres.NewDatabaseAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        if (!ownsServers) return;
        await Rabbit.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    /// <summary>The service on a database of its own, for figures that others would disturb.</summary>
    public async Task<Service> AloneAsync() =>
        new() { Postgres = Postgres, ownsServers = false, host = await StartAsync(await Postgres.NewDatabaseAsync()) };

    /// <summary>Another host, on that database and with that broker.</summary>
    public static Task<ServiceHost<Program>> StartAsync(string database, string? messaging = null, int exposureMilliseconds = 60_000) =>
        ServiceHost.StartAsync<Program, MatchmakingDb>("matchmaking", database, messaging,
            new() { ["Matches:RefreshMilliseconds"] = "20", ["Matches:ExposureMilliseconds"] = $"{exposureMilliseconds}", ["Indicators:KeepSeconds"] = "0", ["Cpv:RefreshSeconds"] = "0.2", ["Logging:LogLevel:Default"] = "Warning" });

    /// <summary>A code that no other test uses; SCB has none above 2999.</summary>
    public static string NewCode() => $"{Interlocked.Increment(ref lastCode)}";

    /// <summary>Lets the service hear events as its consumers would, without a broker between.</summary>
    public Task Hear(params INounChanged[] events) => Hear(Host, events);

    public static Task Hear(ServiceHost<Program> host, params INounChanged[] events) => host.WithDatabase<MatchmakingDb, int>(async db =>
    {
        foreach (var changed in events)
            await (changed switch
            {
                Contracts.Municipalities.MunicipalityChanged municipality => new KeepMunicipality().Handle(municipality, db, default),
                Contracts.Municipalities.NeedChanged need => new KeepNeed().Handle(need, db, default),
                Contracts.Enterprises.EnterpriseChanged enterprise => new KeepEnterprise().Handle(enterprise, db, default),
                _ => throw new ArgumentException(changed.GetType().Name),
            });
        return 0;
    });

    public HttpClient Buyer(string municipality, string role = Roles.ProcurementOfficer) => Host.As(role, municipality);

    public HttpClient Supplier(Guid enterprise) => Host.As(Roles.EnterpriseManager, enterprise.ToString());
}
