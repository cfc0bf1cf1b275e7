using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace ServiceDefaults.Messaging.Broker;

/// <summary>
/// What the broker must hold before anything is sent. Durable queues are quorum queues without exception: with a durable classic
/// queue RabbitMQ 3.10 did not start again after a power loss.
/// <list type="bullet">
/// <item>event exchange, fanout, named as the event; what no queue wants goes on to the exchange and queue <c>unrouted</c></item>
/// <item><c>{service}.{event}</c>: a consumer's queue; <c>{queue}_error</c>: what it could not handle</item>
/// <item><c>{service}.replay</c>: who wants a service's events again</item>
/// </list>
/// </summary>
internal static class Topology
{
    public const string Unrouted = "unrouted";

    /// <summary>
    /// Each crash of a process gives back all that was being handled in it, guilty or not, and counts for all of it. The guilty one
    /// is found after three (see <see cref="Inbox.Consumer"/>), so the broker's own limit is only the last resort.
    /// </summary>
    private const int DeliveryLimit = 20;

    public static string ErrorQueue(string queue) => $"{queue}_error";

    public static string ReplayQueue(string publisher) => $"{publisher}.replay";

    public static Dictionary<string, object?> QueueArguments(string queue) => new(Quorum)
    {
        ["x-delivery-limit"] = DeliveryLimit,
        ["x-dead-letter-exchange"] = "",
        ["x-dead-letter-routing-key"] = ErrorQueue(queue),
        // The dead letter is confirmed before the queue lets go of it, which in turn demands that overflow refuses.
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    private static Dictionary<string, object?> Quorum => new() { ["x-queue-type"] = "quorum" };

    /// <summary>Declares what every service needs, and the queue of its replay requests.</summary>
    public static async Task DeclareShared(IChannel channel, string service, CancellationToken stop)
    {
        await channel.ExchangeDeclareAsync(Unrouted, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: stop);
        // Kept for a look at what went nowhere; the log has everything, so the oldest may go.
        await channel.QueueDeclareAsync(Unrouted, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?>(Quorum) { ["x-max-length"] = 10_000 }, cancellationToken: stop);
        await channel.QueueBindAsync(Unrouted, Unrouted, "", cancellationToken: stop);
        await DeclareReplay(channel, service, stop);
    }

    public static Task DeclareReplay(IChannel channel, string publisher, CancellationToken stop) =>
        channel.QueueDeclareAsync(ReplayQueue(publisher), durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: stop);

    /// <summary>Declares a consumer's queue and binds it.</summary>
    public static async Task DeclareConsumer(IChannel channel, string queue, string name, CancellationToken stop)
    {
        await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true, autoDelete: false,
            new Dictionary<string, object?> { ["alternate-exchange"] = Unrouted }, cancellationToken: stop);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, QueueArguments(queue), cancellationToken: stop);
        await channel.QueueBindAsync(queue, name, "", cancellationToken: stop);
    }

    /// <summary>
    /// Declares where a consumer's dead letters go. Last of all: where this queue is, the others are too and their events have been
    /// asked for, so that a process which ends half-way leaves the whole to be done again.
    /// </summary>
    public static Task DeclareErrorQueue(IChannel channel, string queue, CancellationToken stop) =>
        channel.QueueDeclareAsync(ErrorQueue(queue), durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: stop);

    /// <summary>How many messages wait in a queue; null when there is no such queue.</summary>
    public static async Task<uint?> Count(IConnection connection, string queue, CancellationToken stop)
    {
        // A channel of its own, since the broker closes the one that asks for a queue that is not there.
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stop);
        try { return (await channel.QueueDeclarePassiveAsync(queue, stop)).MessageCount; }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404) { return null; }
    }
}
