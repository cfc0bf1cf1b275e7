using Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Benchmarks.Messaging;

/// <summary>About 1 KB, the size of a need.</summary>
[EventName("bench.item-changed")]
public sealed record ItemChanged(string Key, int Version, string Reason, bool Withdrawn, string Text) : INounChanged;

/// <summary>A noun as services have them.</summary>
public sealed class Item : Noun
{
    /// <summary>Its key.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its content.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Changes it.</summary>
    public Item Set(string text)
    {
        Text = text;
        Changed("set");
        return this;
    }

    /// <inheritdoc/>
    protected internal override INounChanged ToEvent(string reason) => new ItemChanged(Id, Version, reason, false, Text);
}

/// <summary>The database of publisher and of consumer.</summary>
public sealed class BenchDb(DbContextOptions<BenchDb> options) : ServiceDb(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Item>().HasKey(item => item.Id);
        modelBuilder.Entity<ItemCopy>().HasKey(copy => new { copy.Key, copy.Version });
    }
}

/// <summary>The consumer's effect: a row for each event, so that each can be timed by its commit.</summary>
public sealed class ItemCopy
{
    /// <summary>The noun.</summary>
    public string Key { get; init; } = "";

    /// <summary>Its version.</summary>
    public int Version { get; init; }

    /// <summary>Its content.</summary>
    public string Text { get; init; } = "";
}

internal sealed class KeepItem : IEventHandler<ItemChanged, BenchDb>
{
    public Task Handle(ItemChanged changed, BenchDb db, CancellationToken stop) => db.Database.ExecuteSqlAsync($"""
        insert into item_copy (key, version, text) values ({changed.Key}, {changed.Version}, {changed.Text}) on conflict do nothing
        """, stop);
}

/// <summary>Publisher and consumer, each built as every service is, in this process.</summary>
internal static class BenchService
{
    public static async Task<WebApplication> Start(string name, string database, string broker, bool consumes)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration[$"ConnectionStrings:{name}"] = database;
        builder.Configuration["ConnectionStrings:messaging"] = broker;
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults(name);
        builder.AddServiceDatabase<BenchDb>(name);
        builder.AddMessaging<BenchDb>(consumes ? m => m.Handle<ItemChanged, KeepItem>() : null);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync();
        return app;
    }
}
