using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Tests.Copies;

/// <summary>A service that tells whatever it is asked to, through its own event log and a real broker.</summary>
internal sealed class Teller : IAsyncDisposable
{
    private readonly WebApplication app;

    private Teller(WebApplication app) => this.app = app;

    public static async Task<Teller> StartAsync(string database, string messaging)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["ConnectionStrings:teller"] = database;
        builder.Configuration["ConnectionStrings:messaging"] = messaging;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults("teller");
        builder.AddServiceDatabase<TellerDb>("teller");
        builder.AddMessaging<TellerDb>();
        var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<TellerDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        return new Teller(app);
    }

    public async Task Tell(params INounChanged[] events)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TellerDb>();
        foreach (var changed in events) db.Add(new Telling(changed));
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}

public sealed class Telling : Noun
{
    private readonly INounChanged? told;

    private Telling() { }

    public Telling(INounChanged told)
    {
        this.told = told;
        Changed(told.Reason);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    protected override INounChanged? ToEvent(string reason) => told;
}

public sealed class TellerDb(DbContextOptions<TellerDb> options) : ServiceDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Telling>().ToTable("telling").HasKey(telling => telling.Id);
    }
}
