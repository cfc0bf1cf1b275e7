using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults;
using ServiceDefaults.Messaging;
using ServiceDefaults.Messaging.Broker;

namespace FaultRig.Service;

/// <summary>The two services of the rig, built as every service is built; each runs in processes of its own.</summary>
internal static class Services
{
    public const string Publisher = "rig";
    public const string Consumer = "reader";

    public static async Task RunPublisher(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults(Publisher);
        builder.AddServiceDatabase<PublisherDb>(Publisher);
        builder.AddMessaging<PublisherDb>();
        if (builder.Configuration.GetValue<bool>("Rig:NoConfirm"))
            builder.Services.AddSingleton<IEventBus>(services => new Unconfirmed(services.GetRequiredService<MassTransitBus>()));
        var app = builder.Build();
        app.MapServiceDefaults();
        var api = app.MapApi();
        api.MapPut("/parts/{id}", Put).AllowAnonymous();
        await app.RunAsync();
    }

    public static async Task RunConsumer(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults(Consumer);
        builder.AddServiceDatabase<ConsumerDb>(Consumer);
        builder.AddMessaging<ConsumerDb>(m => m.Handle<PartChanged, KeepPart>());
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.RunAsync();
    }

    /// <summary>Sets a part's value; with <c>undo</c> the transaction is rolled back after the save, as when something later in a request fails.</summary>
    private static async Task<IResult> Put(string id, string value, bool? undo, PublisherDb db, IConfiguration configuration, IEventBus bus, CancellationToken stop)
    {
        // A protection taken away, for the canary: the request waits for the broker.
        if (configuration.GetValue<bool>("Rig:Direct")) await bus.Publish(new OutgoingEvent(Guid.NewGuid(), "rig.direct", id, 1, "{}", null, DateTimeOffset.UtcNow), stop);

        var part = await db.Parts.FindAsync([id], stop);
        if (part is null) db.Add(part = new Part { Id = id });
        part.Set(value);
        if (undo != true)
        {
            await db.SaveChangesAsync(stop);
            return TypedResults.Text($"{part.Version}");
        }
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.SaveChangesAsync(stop);
        await transaction.RollbackAsync(stop);
        return TypedResults.Conflict();
    }

    /// <summary>A protection taken away, for the canary: an event counts as sent as soon as it has been handed over.</summary>
    private sealed class Unconfirmed(IEventBus bus) : IEventBus
    {
        public Task Publish(OutgoingEvent outgoing, CancellationToken stop)
        {
            _ = bus.Publish(outgoing, CancellationToken.None).ContinueWith(sent => _ = sent.Exception, TaskScheduler.Default);
            return Task.CompletedTask;
        }
    }
}

/// <summary>Keeps a copy, version-aware as every consumer, and counts how often each version was handled.</summary>
internal sealed class KeepPart(IConfiguration configuration) : IEventHandler<PartChanged, ConsumerDb>
{
    /// <summary>A value that cannot be handled.</summary>
    public const string Throws = "poison-throws";

    /// <summary>A value that ends the process each time it is handled.</summary>
    public const string Fatal = "poison-fatal";

    public async Task Handle(PartChanged changed, ConsumerDb db, CancellationToken stop)
    {
        if (changed.Value == Fatal) Environment.FailFast("poison");
        if (changed.Value == Throws) throw new InvalidOperationException("poison");
        await db.Database.ExecuteSqlAsync($"""
            insert into delivery (id, version, times) values ({changed.Key}, {changed.Version}, 1)
            on conflict (id, version) do update set times = delivery.times + 1
            """, stop);
        var taken = configuration.GetValue<bool>("Rig:NoVersion")
            ? await db.Database.ExecuteSqlAsync($"""
                insert into copy (id, version, value) values ({changed.Key}, {changed.Version}, {changed.Value})
                on conflict (id) do update set version = excluded.version, value = excluded.value
                """, stop)
            : await db.Database.ExecuteSqlAsync($"""
                insert into copy (id, version, value) values ({changed.Key}, {changed.Version}, {changed.Value})
                on conflict (id) do update set version = excluded.version, value = excluded.value where copy.version < excluded.version
                """, stop);
        // The copy's row is locked until the commit, so this order is the order in which it changed.
        if (taken > 0) await db.Database.ExecuteSqlAsync($"insert into applied (id, version) values ({changed.Key}, {changed.Version})", stop);
    }
}
