using Contracts;
using Enterprises.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ServiceDefaults;
using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Service))]

namespace Enterprises.Tests;

/// <summary>The service on a real database with the demonstration enterprises, started once; each test adds its own enterprises.</summary>
public sealed class Service : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();

    public ServiceHost<Program> Host { get; private set; } = null!;

    public HttpClient Public => field ??= Host.Public();
    public HttpClient Malmo => field ??= Host.As(Roles.ProcurementOfficer, "1280");
    public HttpClient Lead => field ??= Host.As(Roles.NetworkLead, "skr");

    /// <summary>A clock that tests may set ahead for hosts of their own.</summary>
    public sealed class Clock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        Host = await StartAsync();
        await SeedAsync(Host);
    }

    public async Task<ServiceHost<Program>> StartAsync(Clock? clock = null) => await ServiceHost.StartAsync<Program, EnterprisesDb>(
        "enterprises", await MigratedAsync(), settings: new() { ["Seed:Demonstration"] = "true" },
        services: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock ?? new Clock())));

    internal static Task<int> SeedAsync(ServiceHost<Program> host) => host.WithDatabase<EnterprisesDb, int>(async db =>
    {
        await Seed.Run(db, host.Services, TestContext.Current.CancellationToken);
        return await db.EventLog.CountAsync();
    });

    /// <summary>The manager of a demonstration enterprise.</summary>
    public HttpClient ManagerOf(string seed) => Host.As(Roles.EnterpriseManager, SeedIds.Enterprise(seed).ToString());

    /// <summary>A copy of a database that has been migrated once.</summary>
    private Task<string> MigratedAsync() => postgres.NewDatabaseAsync("enterprises", async text =>
    {
        await using var db = new EnterprisesDb(new DbContextOptionsBuilder<EnterprisesDb>().UseNpgsql(text).UseSnakeCaseNamingConvention().Options);
        await db.Database.MigrateAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
