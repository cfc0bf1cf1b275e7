using Npgsql;

namespace ServiceDefaults.Messaging.EventLog;

/// <summary>Sends again what has been told before: the newest state of each noun, which is all that a consumer needs.</summary>
internal sealed class Replay(NpgsqlDataSource database, RelaySignal signal)
{
    private const int Batch = 1000;

    /// <summary>Queues the newest event of each noun once more. Each gets a new message id, since inboxes know the old one.</summary>
    /// <param name="since">Only nouns changed since, or null for all.</param>
    /// <param name="name">Only this event, or null for all.</param>
    /// <param name="stop">Ends it between two batches.</param>
    /// <returns>How many.</returns>
    public async Task<int> Run(DateTimeOffset? since, string? name, CancellationToken stop)
    {
        var (total, after) = (0, 0L);
        // What is written from here on leaves by itself; without an end a busy service would be replayed for ever.
        await using var newest = database.CreateCommand("select coalesce(max(sequence), 0) from event_log");
        var last = (long)(await newest.ExecuteScalarAsync(stop))!;
        while (true)
        {
            // In batches, so that no transaction is long and the relay starts with the first at once. What waits is taken too: a turn
            // of the relay may have sent it before the asking queue was bound, and not have marked it yet.
            await using var command = database.CreateCommand("""
                with newest as (
                    select e.sequence from event_log e
                    where e.sequence > $1 and e.sequence <= $5 and e.parked_at is null
                      and ($2::timestamptz is null or e.occurred_at >= $2) and ($3::text is null or e.name = $3)
                      and not exists (select from event_log n where n.name = e.name and n.key = e.key and n.version > e.version)
                    order by e.sequence limit $4),
                queued as (
                    update event_log e set published_at = null, queued_at = clock_timestamp(), message_id = gen_random_uuid(), attempts = 0
                    from newest where e.sequence = newest.sequence returning e.sequence)
                select count(*), max(sequence) from queued
                """);
            command.Parameters.Add(new() { Value = after });
            command.Parameters.Add(new() { Value = (object?)since ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
            command.Parameters.Add(new() { Value = (object?)name ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
            command.Parameters.Add(new() { Value = Batch });
            command.Parameters.Add(new() { Value = last });
            await using var reader = await command.ExecuteReaderAsync(stop);
            await reader.ReadAsync(stop);
            var queued = (int)reader.GetInt64(0);
            total += queued;
            signal.Set();
            if (queued == 0) return total;
            after = reader.GetInt64(1);
        }
    }
}
