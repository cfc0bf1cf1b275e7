using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;
using ServiceDefaults.Messaging.Broker;

namespace ServiceDefaults.Messaging;

/// <summary>Counts what waits, and once an hour clears away what is no longer needed, in small transactions.</summary>
internal sealed class Housekeeping(NpgsqlDataSource database, MessagingMetrics metrics, TimeProvider clock, ILogger<Housekeeping> log)
    : RecurringWork(TimeSpan.FromSeconds(10), clock, log, first: TimeSpan.Zero)
{
    private const int TurnsInAnHour = 360;

    // Of each noun the newest state stays for ever: the feed and a replay need no more.
    private const string OldEvents = """
        delete from event_log where sequence in (
            select e.sequence from event_log e
            where e.occurred_at < clock_timestamp() - interval '30 days' and e.published_at is not null
              and exists (select from event_log n where n.name = e.name and n.key = e.key and n.version > e.version)
            limit 1000)
        """;

    // Longer than any message can lie in a dead-letter queue unnoticed.
    private const string OldMessages =
        "delete from inbox where (message_id, consumer) in (select message_id, consumer from inbox where received_at < clock_timestamp() - interval '30 days' limit 1000)";

    private const string OldAnswers =
        "delete from idempotency_key where (subject, key) in (select subject, key from idempotency_key where created_at < clock_timestamp() - interval '7 days' limit 1000)";

    // Bounded: with a million waiting it is enough to know that it is very many.
    private const string Waiting = """
        select (select count(*) from (select from event_log where published_at is null and parked_at is null limit 100000) w),
               coalesce((select extract(epoch from clock_timestamp() - min(oldest)) from (
                   select (select queued_at from event_log e where e.lane = l.lane and e.published_at is null and e.parked_at is null order by e.sequence limit 1) as oldest
                   from event_lane l) o), 0)::float8,
               (select count(*) from event_log where parked_at is not null)
        """;

    // Not all processes clear in the same minute.
    private int turns = Random.Shared.Next(TurnsInAnHour);

    public override async Task Turn(CancellationToken stop)
    {
        await Count(stop);
        if (++turns % TurnsInAnHour == 0) await Clear(stop);
    }

    internal async Task Count(CancellationToken stop)
    {
        await using var command = database.CreateCommand(Waiting);
        await using var reader = await command.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        (metrics.Waiting, metrics.Oldest, metrics.Parked) = (reader.GetInt64(0), TimeSpan.FromSeconds(reader.GetDouble(1)), reader.GetInt64(2));
    }

    internal async Task Clear(CancellationToken stop)
    {
        foreach (var statement in (string[])[OldEvents, OldMessages, OldAnswers])
        {
            await using var command = database.CreateCommand(statement);
            while (await command.ExecuteNonQueryAsync(stop) > 0) { }
        }
    }
}

/// <summary>Degraded, never unhealthy: without the broker events wait and everything else works.</summary>
internal sealed class MessagingHealth(BrokerAddress address, BrokerWatch broker, MessagingMetrics metrics) : IHealthCheck
{
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) => Task.FromResult(
        address.Uri is null ? HealthCheckResult.Healthy("no broker is configured")
        : !broker.IsReady ? HealthCheckResult.Degraded("the broker is away")
        : metrics.Oldest > Late ? HealthCheckResult.Degraded("events wait longer than they should")
        : HealthCheckResult.Healthy());
}
