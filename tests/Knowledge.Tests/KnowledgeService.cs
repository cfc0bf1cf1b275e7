using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults;
using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(Knowledge.Tests.KnowledgeService))]

namespace Knowledge.Tests;

/// <summary>The service on a real database with the handbook's first edition, shared by all tests: each test writes texts of its own.</summary>
public sealed class KnowledgeService : IAsyncLifetime
{
    private readonly PostgresFixture postgres = new();
    private ServiceHost<Program>? host;

    /// <summary>The service.</summary>
    public ServiceHost<Program> Host => host!;

    /// <summary>Anybody.</summary>
    public HttpClient Public => Host.Public();

    /// <summary>The network lead at SKR.</summary>
    public HttpClient NetworkLead => Host.As(Roles.NetworkLead, "skr");

    /// <summary>A municipality's development lead.</summary>
    public HttpClient Lead(string municipality) => Host.As(Roles.DevelopmentLead, municipality);

    /// <summary>The seed, run once more.</summary>
    public Task SeedAgain() => Host.WithDatabase<KnowledgeDb, int>(async db =>
    {
        await Seed.Run(db, Host.Services, default);
        return 0;
    });

    /// <summary>Another process of the service, without the first edition. Nobody is told of anything until the test takes the steps, or asks for the worker.</summary>
    /// <param name="database">Its database; a new one when not given.</param>
    /// <param name="settings">Its settings; <c>Follow:PollSeconds</c> starts the worker.</param>
    /// <param name="clock">Its time.</param>
    public async Task<ServiceHost<Program>> Another(string? database = null, Dictionary<string, string?>? settings = null, TimeProvider? clock = null) =>
        await ServiceHost.StartAsync<Program, KnowledgeDb>("knowledge", database ?? await NewDatabase(), settings: new(settings ?? []) { ["Follow:PollSeconds"] = settings?.GetValueOrDefault("Follow:PollSeconds") ?? "0" },
            services: services => { if (clock is not null) services.AddSingleton(clock); });

    /// <summary>An empty database.</summary>
    public Task<string> NewDatabase() => postgres.NewDatabaseAsync();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        host = await Another();
        await SeedAgain();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (host is not null) await host.DisposeAsync();
        await postgres.DisposeAsync();
    }
}
