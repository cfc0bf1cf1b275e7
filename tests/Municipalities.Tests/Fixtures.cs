using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Municipalities.Tests;
using ServiceDefaults;
using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Service))]

namespace Municipalities.Tests;

/// <summary>The service on a real database with the register and the demonstration needs, started once; each test adds its own needs.</summary>
public sealed class Service : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();

    public ServiceHost<Program> Host { get; private set; } = null!;

    public HttpClient Public => field ??= Host.Public();
    public HttpClient Malmo => field ??= Host.As(Roles.DevelopmentLead, "1280");
    public HttpClient Helsingborg => field ??= Host.As(Roles.ProcurementOfficer, "1283");

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        Host = await StartAsync(new() { ["Seed:Demonstration"] = "true" });
        await SeedAsync(Host);
    }

    public Task<ServiceHost<Program>> StartAsync(Dictionary<string, string?>? settings = null) => StartAsync(settings, null);

    public async Task<ServiceHost<Program>> StartAsync(Dictionary<string, string?>? settings, Action<IServiceCollection>? services) =>
        await ServiceHost.StartAsync<Program, MunicipalitiesDb>("municipalities", await MigratedAsync(), settings: settings, services: services);

    internal static Task<int> SeedAsync(ServiceHost<Program> host) => host.WithDatabase<MunicipalitiesDb, int>(async db =>
    {
        await Seed.Run(db, host.Services, TestContext.Current.CancellationToken);
        return await db.EventLog.CountAsync();
    });

    /// <summary>A copy of a database that has been migrated once.</summary>
    private Task<string> MigratedAsync() => postgres.NewDatabaseAsync("municipalities", async text =>
    {
        await using var db = new MunicipalitiesDb(new DbContextOptionsBuilder<MunicipalitiesDb>().UseNpgsql(text).UseSnakeCaseNamingConvention().Options);
        await db.Database.MigrateAsync();
    });

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
