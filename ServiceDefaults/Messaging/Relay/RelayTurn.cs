using Npgsql;
using ServiceDefaults.Messaging.Broker;

namespace ServiceDefaults.Messaging;

/// <summary>The statements of a turn: one round trip to claim lanes and read what waits in them, one to mark and commit.</summary>
internal sealed class RelayTurn(NpgsqlConnection connection, RelayOptions options) : IAsyncDisposable
{
    // Read committed, so that the second statement sees what the former holder of the lanes has marked. A pause that is longer than any,
    // and a lane that was served later than now, are from before the clock was set back: it would wait until the clock has caught up.
    private const string Claim = """
        select set_config('relay.lanes', coalesce(string_agg(lane::text, ','), ''), true) from (
            select l.lane from event_lane l
            where l.not_before not between clock_timestamp() and clock_timestamp() + $2 * interval '1 second'
              and exists (select from event_log e where e.lane = l.lane and e.published_at is null and e.parked_at is null)
            order by l.last_served > clock_timestamp() desc, l.last_served limit $1
            for update of l skip locked) claimed
        """;

    private const string Read = """
        select e.sequence, e.message_id, e.name, e.key, e.version, e.body, e.trace_parent, e.occurred_at, e.attempts, e.lane
        from unnest(string_to_array(nullif(current_setting('relay.lanes', true), ''), ',')::smallint[]) as claimed(lane)
        cross join lateral (
            select * from event_log w where w.lane = claimed.lane and w.published_at is null and w.parked_at is null
            order by w.sequence limit $1) e
        """;

    // By message id too: a replay that asked for the event again meanwhile gave it a new one, and then it still waits.
    private const string Published = """
        update event_log e set published_at = clock_timestamp() from unnest($1::bigint[], $2::uuid[]) as p(sequence, message_id)
        where e.sequence = p.sequence and e.message_id = p.message_id
        returning e.name, extract(epoch from e.published_at - e.queued_at)::float8
        """;

    private const string Failed = """
        update event_log e set attempts = e.attempts + 1, last_error = f.error,
            parked_at = case when e.attempts + 1 >= $3 then clock_timestamp() end
        from unnest($1::bigint[], $2::text[]) as f(sequence, error) where e.sequence = f.sequence
        """;

    private const string Served = """
        update event_lane l set last_served = clock_timestamp(),
            failures = case when l.lane = any($2) then l.failures + 1 else 0 end,
            not_before = case when l.lane = any($2) then clock_timestamp() + least(power(2, least(l.failures, 10)), $3) * interval '1 second' else l.not_before end
        where l.lane = any($1)
        """;

    private bool ended;

    /// <summary>Takes lanes that nobody holds and reads what waits in them. Empty when there is nothing to do.</summary>
    public async Task<List<Waiting>> Begin(CancellationToken stop)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(new($"set local idle_in_transaction_session_timeout = {(int)options.IdleLimit.TotalMilliseconds}"));
        batch.BatchCommands.Add(new(Claim) { Parameters = { new() { Value = options.LanesPerTurn }, new() { Value = options.LongestPause.TotalSeconds } } });
        batch.BatchCommands.Add(new(Read) { Parameters = { new() { Value = options.EventsPerLane } } });
        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.NextResultAsync(stop);
        var waiting = new List<Waiting>();
        while (await reader.ReadAsync(stop))
        {
            var outgoing = new OutgoingEvent(
                reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetInt32(4), reader.GetString(5),
                reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetFieldValue<DateTimeOffset>(7));
            waiting.Add(new Waiting(reader.GetInt64(0), reader.GetInt16(9), reader.GetInt32(8), outgoing));
        }
        return waiting;
    }

    /// <summary>Marks what became of them and lets go of the lanes.</summary>
    /// <returns>Name and seconds from commit to confirm of each that was published.</returns>
    public async Task<List<(string Name, double Lag)>> End(IReadOnlyCollection<Waiting> turn, CancellationToken stop)
    {
        var faulty = turn.Where(message => message.Outcome == Outcome.AtFault).ToArray();
        await using var batch = new NpgsqlBatch(connection);
        var confirmed = turn.Where(message => message.Outcome == Outcome.Confirmed).ToArray();
        batch.BatchCommands.Add(new(Published) { Parameters = { Array(confirmed.Select(message => message.Sequence)), Array(confirmed.Select(message => message.Outgoing.MessageId)) } });
        if (faulty.Length > 0)
            batch.BatchCommands.Add(new(Failed)
            {
                Parameters = { Array(faulty.Select(message => message.Sequence)), Array(faulty.Select(message => message.Error)), new() { Value = options.MostAttempts } },
            });
        batch.BatchCommands.Add(new(Served)
        {
            Parameters =
            {
                Array(turn.Select(message => message.Lane).Distinct()),
                Array(turn.Where(message => message.Outcome is Outcome.BrokerTrouble or Outcome.AtFault).Select(message => message.Lane).Distinct()),
                new() { Value = options.LongestPause.TotalSeconds },
            },
        });
        batch.BatchCommands.Add(new("commit"));
        await using var reader = await batch.ExecuteReaderAsync(stop);
        var lags = new List<(string, double)>();
        while (await reader.ReadAsync(stop)) lags.Add((reader.GetString(0), reader.GetDouble(1)));
        while (await reader.NextResultAsync(stop)) { }
        ended = true;
        return lags;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!ended && connection.State == System.Data.ConnectionState.Open)
            {
                await using var rollback = new NpgsqlCommand("rollback", connection);
                await rollback.ExecuteNonQueryAsync();
            }
        }
        catch (NpgsqlException) { /* the connection is lost, and the transaction with it */ }
        await connection.DisposeAsync();
    }

    private static NpgsqlParameter<T[]> Array<T>(IEnumerable<T> values) => new() { TypedValue = [.. values] };
}

/// <summary>What became of an attempt to publish.</summary>
internal enum Outcome { Untried, Confirmed, BrokerTrouble, AtFault }

/// <summary>An event that a turn has read.</summary>
internal sealed class Waiting(long sequence, short lane, int attempts, OutgoingEvent outgoing)
{
    public long Sequence => sequence;
    public short Lane => lane;
    public int Attempts => attempts;
    public OutgoingEvent Outgoing => outgoing;
    public Outcome Outcome { get; set; }
    public string? Error { get; set; }
}
