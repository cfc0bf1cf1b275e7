using System.Diagnostics;
using Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ServiceDefaults.Messaging.Inbox;

/// <summary>The transaction in which deliveries are noted in the inbox and have their effect: both or neither.</summary>
internal sealed class InboxTransaction<TEvent, THandler, TDb>(IServiceScopeFactory scopes, string consumer, MessagingMetrics metrics)
    where TEvent : INounChanged where TDb : ServiceDb where THandler : class, IEventHandler<TEvent, TDb>
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Handles those that have not been handled before, and completes all. Throws with nothing done.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> Handle(IReadOnlyList<Delivery<TEvent>> deliveries, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var handler = scope.ServiceProvider.GetRequiredService<THandler>();
        await using var transaction = await db.Database.BeginTransactionAsync(limit.Token);
        var fresh = await Note(db, deliveries, limit.Token);
        // By noun, so that the batches of two processes lock rows in the same order; the sort keeps a noun's own order.
        foreach (var delivery in deliveries.OrderBy(delivery => delivery.Event.Key, StringComparer.Ordinal))
            if (fresh.Contains(delivery.MessageId)) await Handle(delivery, handler, db, limit.Token);
        await transaction.CommitAsync(limit.Token);

        foreach (var delivery in deliveries)
        {
            if (fresh.Contains(delivery.MessageId) && delivery.Whole.Incoming.OccurredAt is { } at) metrics.Effect(EventNames.Of<TEvent>(), DateTimeOffset.UtcNow - at);
            delivery.Whole.Done.TrySetResult();
        }
        metrics.Consumed(EventNames.Of<TEvent>(), "handled", fresh.Count);
        if (deliveries.Count > fresh.Count) metrics.Consumed(EventNames.Of<TEvent>(), "duplicate", deliveries.Count - fresh.Count);
        return fresh.Count;
    }

    /// <summary>Notes, in a transaction of its own, that a message which came back is begun.</summary>
    /// <returns>How often it has been begun, this time included; 0 when it has been handled.</returns>
    public async Task<int> NoteStart(Guid messageId, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>();
        await using var command = database.CreateCommand("""
            insert into inbox (message_id, consumer, started) values ($1, $2, 1)
            on conflict (message_id, consumer) do update set started = inbox.started + 1 where inbox.handled_at is null
            returning started
            """);
        command.Parameters.Add(new() { Value = messageId });
        command.Parameters.Add(new() { Value = consumer });
        return await command.ExecuteScalarAsync(stop) is short started ? started : 0;
    }

    private static async Task Handle(Delivery<TEvent> delivery, THandler handler, TDb db, CancellationToken stop)
    {
        using var activity = MessagingMetrics.Activities.StartActivity(
            $"handle {EventNames.Of<TEvent>()}", ActivityKind.Consumer, delivery.Whole.Incoming.TraceParent);
        await handler.Handle(delivery.Event, db, stop);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>A parallel delivery of the same message waits here for the end of the other transaction.</summary>
    private async Task<HashSet<Guid>> Note(TDb db, IReadOnlyList<Delivery<TEvent>> deliveries, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("""
            insert into inbox (message_id, consumer, handled_at) select id, $2, clock_timestamp() from unnest($1) as id
            on conflict (message_id, consumer) do update set handled_at = excluded.handled_at where inbox.handled_at is null
            returning message_id
            """, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        // In the same order everywhere, so that two batches cannot wait for each other.
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. deliveries.Select(delivery => delivery.MessageId).Order()] });
        command.Parameters.Add(new() { Value = consumer });
        await using var reader = await command.ExecuteReaderAsync(stop);
        var fresh = new HashSet<Guid>();
        while (await reader.ReadAsync(stop)) fresh.Add(reader.GetGuid(0));
        return fresh;
    }
}
