using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;
using ServiceDefaults.Messaging.Broker;
using ServiceDefaults.Messaging.EventLog;
using ServiceDefaults.Messaging.Inbox;

namespace ServiceDefaults.Messaging;

/// <summary>The commands with which operations put right what has been set aside (docs/runbook.md).</summary>
internal static class Operations
{
    public static async Task<bool> Ran(IServiceProvider services, string command, string[] arguments, CancellationToken stop)
    {
        // A service without messaging, such as Identity, has none of these.
        if (services.GetService<Replay>() is not { } replay) return false;
        var database = services.GetRequiredService<NpgsqlDataSource>();
        switch (command)
        {
            case "replay":
                var since = Option(arguments, "--since") is { } text
                    ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal) : (DateTimeOffset?)null;
                Console.WriteLine($"{await replay.Run(since, Option(arguments, "--event"), stop)} events are sent again.");
                return true;
            case "parked":
                await Parked(database, stop);
                return true;
            case "release":
                Console.WriteLine($"{await Release(database, arguments is [var id, ..] ? Guid.Parse(id) : null, stop)} events are tried again.");
                return true;
            case "dead-letters":
            case "redeliver":
                await DeadLetters(services, command == "redeliver", stop);
                return true;
            default:
                return false;
        }
    }

    internal static async Task<int> Release(NpgsqlDataSource database, Guid? messageId, CancellationToken stop)
    {
        await using var command = database.CreateCommand(
            "update event_log set parked_at = null, attempts = 0, queued_at = clock_timestamp() where parked_at is not null and ($1::uuid is null or message_id = $1)");
        command.Parameters.Add(new() { Value = (object?)messageId ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return await command.ExecuteNonQueryAsync(stop);
    }

    private static async Task Parked(NpgsqlDataSource database, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select message_id, name, key, version, parked_at, last_error from event_log where parked_at is not null order by sequence");
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{reader.GetGuid(0)} {reader.GetString(1)} {reader.GetString(2)} version {reader.GetInt32(3)}, {reader.GetDateTime(4):u}: {(reader.IsDBNull(5) ? "" : reader.GetString(5))}"));
    }

    /// <summary>Moves a service's dead letters back into its queues, each confirmed there before it is taken from here.</summary>
    internal static async Task DeadLetters(IServiceProvider services, bool redeliver, CancellationToken stop)
    {
        var address = services.GetRequiredService<BrokerAddress>().Uri ?? throw new InvalidOperationException("ConnectionStrings:messaging is not set.");
        await using var connection = await BrokerWatch.Connect(address, "operations", stop);
        await using var channel = await connection.CreateChannelAsync(BrokerWatch.Confirmed, stop);
        foreach (var consumer in services.GetServices<Consumer>())
        {
            var count = await Topology.Count(connection, Topology.ErrorQueue(consumer.Queue), stop) ?? 0;
            Console.WriteLine($"{consumer.Queue}: {count}");
            for (var i = 0; redeliver && i < count; i++)
            {
                if (await channel.BasicGetAsync(Topology.ErrorQueue(consumer.Queue), autoAck: false, stop) is not { } letter) break;
                if (Guid.TryParse(letter.BasicProperties.MessageId, out var id)) await Forget(services, id, consumer.Queue, stop);
                var headers = letter.BasicProperties.Headers ?? new Dictionary<string, object?>();
                Console.WriteLine($"  {letter.BasicProperties.MessageId} {(headers.TryGetValue(MessageHeaders.Reason, out var reason) && reason is byte[] text ? Encoding.UTF8.GetString(text) : "delivery limit")}");
                var again = new BasicProperties { MessageId = letter.BasicProperties.MessageId, ContentType = "application/json", DeliveryMode = DeliveryModes.Persistent };
                await channel.BasicPublishAsync("", consumer.Queue, mandatory: true, again, letter.Body, stop);
                await channel.BasicAckAsync(letter.DeliveryTag, multiple: false, stop);
            }
        }
    }

    /// <summary>The count of starts begins anew, or the message would be set aside again at once.</summary>
    private static async Task Forget(IServiceProvider services, Guid messageId, string consumer, CancellationToken stop)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("delete from inbox where message_id = $1 and consumer = $2 and handled_at is null");
        command.Parameters.Add(new() { Value = messageId });
        command.Parameters.Add(new() { Value = consumer });
        await command.ExecuteNonQueryAsync(stop);
    }

    private static string? Option(string[] arguments, string name)
    {
        var at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
