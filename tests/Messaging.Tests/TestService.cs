using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using Testing;

namespace Messaging.Tests;

/// <summary>A small service on real servers, built as every service is built.</summary>
public sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestService(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    /// <summary>Builds one without starting it.</summary>
    public static TestService Build(
        string database, string? messaging = null, string name = "tests", Action<MessagingBuilder<TestDb>>? handlers = null,
        Action<IServiceCollection>? services = null, Action<RouteGroupBuilderOf>? endpoints = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[$"ConnectionStrings:{name}"] = database;
        builder.Configuration["ConnectionStrings:messaging"] = messaging;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults(name);
        builder.AddServiceDatabase<TestDb>(name);
        builder.AddMessaging(handlers);
        TestTokens.Trust(builder.Services);
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapServiceDefaults();
        var api = app.MapApi();
        api.MapChanges<TestDb>();
        endpoints?.Invoke(new RouteGroupBuilderOf(api));
        return new TestService(app);
    }

    public async Task<TestService> StartAsync()
    {
        await app.StartAsync();
        return this;
    }

    public HttpClient Client(string? subject = null)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var client = new HttpClient { BaseAddress = new Uri(address) };
        if (subject is not null)
            client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Create(null, null, subject, change: token => token.Claims["aud"] = "tests"));
        return client;
    }

    /// <summary>Work on the service's database in a scope of its own.</summary>
    public async Task<T> Db<T>(Func<TestDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TestDb>());
    }

    public Task Save(Action<TestDb> work) => Db(async db =>
    {
        work(db);
        return await db.SaveChangesAsync();
    });

    /// <summary>Publishes a new thing and answers its id.</summary>
    public async Task<Guid> Publish(string title)
    {
        var thing = Thing.Draft(title).Publish();
        await Save(db => db.Add(thing));
        return thing.Id;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

/// <summary>The API's root, for tests that add endpoints.</summary>
public sealed record RouteGroupBuilderOf(Microsoft.AspNetCore.Routing.RouteGroupBuilder Api);

internal static class TestDatabases
{
    public static Task<string> NewTestDatabaseAsync(this PostgresFixture postgres) => postgres.NewDatabaseAsync("things", async text =>
    {
        await using var db = new TestDb(new DbContextOptionsBuilder<TestDb>().UseNpgsql(text).UseSnakeCaseNamingConvention().Options);
        await db.Database.EnsureCreatedAsync();
    });
}
