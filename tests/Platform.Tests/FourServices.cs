extern alias EnterprisesService;
extern alias KnowledgeService;
extern alias MatchmakingService;
extern alias MunicipalitiesService;

using System.Net.Http.Headers;
using Enterprises;
using Knowledge;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Municipalities;
using Testing;

namespace Platform.Tests;

/// <summary>
/// The four services in this process, each on a database of its own, with a real broker between them and one clock that a test moves:
/// for what takes a year. The running platform has the true time.
/// </summary>
internal sealed class FourServices : IAsyncDisposable
{
    private readonly PostgresFixture postgres = new();
    private readonly RabbitFixture rabbit = new();
    private readonly List<IAsyncDisposable> hosts = [];
    private readonly Dictionary<string, HttpMessageInvoker> services = [];

    private FourServices() { }

    public MovedClock Clock { get; } = new();

    /// <summary>Starts them with the register, the demonstration's enterprises and the handbook; no municipality has done anything yet.</summary>
    public static async Task<FourServices> StartAsync()
    {
        var all = new FourServices();
        await all.postgres.InitializeAsync();
        var broker = await all.rabbit.NewHostAsync();
        await all.Add<MatchmakingService::Program, MatchmakingDb>("matchmaking", broker, new() { ["Matches:RefreshMilliseconds"] = "20" }, options => new(options));
        await all.Add<KnowledgeService::Program, KnowledgeDb>("knowledge", broker, new() { ["Follow:PollSeconds"] = "0.1" }, options => new(options), Knowledge.Seed.Run);
        await all.Add<MunicipalitiesService::Program, MunicipalitiesDb>("municipalities", broker, new() { ["Reminders:LookSeconds"] = "0.2" }, options => new(options), Municipalities.Seed.Run);
        await all.Add<EnterprisesService::Program, EnterprisesDb>("enterprises", broker, new() { ["Seed:Demonstration"] = "true" }, options => new(options), Enterprises.Seed.Run);
        return all;
    }

    /// <summary>Somebody without a token.</summary>
    public HttpClient Public() => new(new Door(services), disposeHandler: false) { BaseAddress = new Uri("http://natverket.test") };

    /// <summary>A client of all services with a valid token of that role and organisation.</summary>
    /// <param name="role">One of <c>ServiceDefaults.Roles</c>.</param>
    /// <param name="org">Municipality code, enterprise id or <c>skr</c>.</param>
    public HttpClient As(string role, string org)
    {
        var client = Public();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.Create(role, org));
        return client;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var service in services.Values) service.Dispose();
        foreach (var host in hosts) await host.DisposeAsync();
        await rabbit.DisposeAsync();
        await postgres.DisposeAsync();
    }

    private async Task Add<TProgram, TDb>(
        string name, string broker, Dictionary<string, string?> settings, Func<DbContextOptions<TDb>, TDb> open, Func<TDb, IServiceProvider, CancellationToken, Task>? seed = null)
        where TProgram : class
        where TDb : DbContext
    {
        // Migrated first, as in operation: the relay looks for its tables as soon as the service has started.
        var database = await postgres.NewDatabaseAsync();
        await using (var db = open(new DbContextOptionsBuilder<TDb>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options)) await db.Database.MigrateAsync();
        var host = await ServiceHost.StartAsync<TProgram, TDb>(name, database, broker, settings, changed => changed.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
        hosts.Add(host);
        services[name] = new HttpMessageInvoker(host.Server.CreateHandler());
        if (seed is null) return;
        await host.WithDatabase<TDb, bool>(async db =>
        {
            await seed(db, host.Services, default);
            return true;
        });
    }

    /// <summary>Finds the service by the first part of the path, as the gateway does.</summary>
    private sealed class Door(IReadOnlyDictionary<string, HttpMessageInvoker> services) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            services[request.RequestUri!.Segments[1].TrimEnd('/')].SendAsync(request, cancellationToken);
    }
}
