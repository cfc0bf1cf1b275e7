using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceDefaults;

namespace Testing;

/// <summary>Starts services for tests.</summary>
public static class ServiceHost
{
    /// <summary>Starts the service, its database migrated.</summary>
    /// <param name="name">The service's name, which is the name of its connection string too.</param>
    /// <param name="database">Connection string of an empty or migrated database.</param>
    /// <param name="messaging">AMQP address of the broker; without one the events stay in the event log.</param>
    /// <param name="settings">More configuration, such as <c>Seed:Demonstration</c>.</param>
    /// <param name="services">Last changes of the services, such as another clock.</param>
    public static async Task<ServiceHost<TProgram>> StartAsync<TProgram, TDb>(
        string name,
        string database,
        string? messaging = null,
        Dictionary<string, string?>? settings = null,
        Action<IServiceCollection>? services = null)
        where TProgram : class
        where TDb : DbContext
    {
        var all = new Dictionary<string, string?>(settings ?? []) { [$"ConnectionStrings:{name}"] = database };
        if (messaging is not null) all["ConnectionStrings:messaging"] = messaging;
        var host = new ServiceHost<TProgram>(all, changed =>
        {
            changed.AddHostedService<Migrated<TDb>>();
            services?.Invoke(changed);
        });
        await Task.Run(() => _ = host.Server);
        return host;
    }

    /// <summary>Migrates before anything that the service does in the background begins, as a platform does.</summary>
    private sealed class Migrated<TDb>(IServiceScopeFactory scopes) : IHostedLifecycleService where TDb : DbContext
    {
        public async Task StartingAsync(CancellationToken stop)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TDb>().Database.MigrateAsync(stop);
        }

        public Task StartAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StopAsync(CancellationToken stop) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken stop) => Task.CompletedTask;
    }
}

/// <summary>A service in the test's own process, on a real database, with clients that are somebody.</summary>
/// <typeparam name="TProgram">The service's <c>Program</c>.</typeparam>
public sealed class ServiceHost<TProgram> : WebApplicationFactory<TProgram> where TProgram : class
{
    private readonly Dictionary<string, string?> settings;
    private readonly Action<IServiceCollection> services;

    internal ServiceHost(Dictionary<string, string?> settings, Action<IServiceCollection> services)
    {
        this.settings = settings;
        this.services = services;
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Public() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client with a valid token of that role and organisation.</summary>
    /// <param name="role">One of <see cref="Roles"/>.</param>
    /// <param name="org">Municipality code, enterprise id, <c>skr</c> or an agency's id.</param>
    /// <param name="scope">Space-separated scopes; all when not given.</param>
    public HttpClient As(string role, string? org = null, string? scope = null) =>
        WithToken(TestTokens.Create(role, org, scope: scope));

    /// <summary>A client with that token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = Public();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Does something with the service's own database.</summary>
    public async Task<T> WithDatabase<TDb, T>(Func<TDb, Task<T>> work) where TDb : DbContext
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureServices(TestTokens.Trust);
        builder.ConfigureServices(services);
    }
}
