using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using ServiceDefaults.Messaging.EventLog;
using ServiceDefaults.Messaging.Inbox;

namespace ServiceDefaults.Messaging.Broker;

/// <summary>
/// Keeps one connection to the broker to know whether it is there, declares the topology each time it comes back, and counts what
/// waits. Nothing is published before the topology stands.
/// <para>
/// A consumer's queue that had to be created may have missed events: its consumer never ran before, or the broker has lost its data.
/// The watch then asks the publisher, through a queue that waits for it, to send the present state of all its nouns again.
/// </para>
/// </summary>
internal sealed partial class BrokerWatch(
    BrokerAddress address, ServiceName service, IEnumerable<Consumer> consumers, MassTransitBus bus, Replay replay,
    RelaySignal signal, MessagingMetrics metrics, ILogger<BrokerWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Consumer[] consumers = [.. consumers];
    private volatile IConnection? connection;
    private volatile bool ready;

    /// <summary>True while the broker answers and holds the topology.</summary>
    public bool IsReady => ready && connection is { IsOpen: true };

    /// <summary>Sets a message aside, confirmed.</summary>
    public async Task DeadLetter(string queue, IncomingEvent incoming, string reason, CancellationToken stop)
    {
        if (connection is not { } open) throw new InvalidOperationException("The broker is not there.");
        await using var channel = await open.CreateChannelAsync(Confirmed, stop);
        var properties = new BasicProperties
        {
            MessageId = incoming.MessageId?.ToString(),
            ContentType = "application/json",
            DeliveryMode = DeliveryModes.Persistent,
            Headers = new Dictionary<string, object?> { [MessageHeaders.Reason] = reason.Length > 1000 ? reason[..1000] : reason, [MessageHeaders.TraceParent] = incoming.TraceParent },
        };
        await channel.BasicPublishAsync("", Topology.ErrorQueue(queue), mandatory: true, properties, incoming.Body, stop);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // First of all no more deliveries; what is being handled is finished.
        await bus.DisposeAsync();
        await base.StopAsync(cancellationToken);
    }

    internal static CreateChannelOptions Confirmed => new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (address.Uri is null) return;
        for (var pause = 1; !stoppingToken.IsCancellationRequested; pause = Math.Min(pause * 2, 5))
        {
            try
            {
                await using var opened = await Connect(address.Uri, $"{service.Value} watch", stoppingToken);
                connection = opened;
                var closed = new TaskCompletionSource();
                opened.ConnectionShutdownAsync += (_, _) => { closed.TrySetResult(); return Task.CompletedTask; };
                await using var channel = await opened.CreateChannelAsync(Confirmed, stoppingToken);
                await Topology.DeclareShared(channel, service.Value, stoppingToken);
                await DeclareConsumers(opened, channel, stoppingToken);
                await HearReplayRequests(channel, stoppingToken);
                // First the bus: a relay that finds the broker ready publishes at once.
                bus.Start(consumers);
                (ready, pause) = (true, 1);
                signal.Set();
                while (opened.IsOpen && channel.IsOpen)
                {
                    await Count(opened, stoppingToken);
                    await Task.WhenAny(closed.Task, Task.Delay(Interval, stoppingToken));
                    stoppingToken.ThrowIfCancellationRequested();
                    await DeclareConsumers(opened, channel, stoppingToken);
                }
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Away(log, fault.Message);
            }
            finally
            {
                (ready, connection) = (false, null);
            }
            await Task.Delay(TimeSpan.FromSeconds(pause), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal static Task<IConnection> Connect(Uri uri, string name, CancellationToken stop) => new ConnectionFactory
    {
        Uri = uri,
        ClientProvidedName = name,
        AutomaticRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
        ContinuationTimeout = TimeSpan.FromSeconds(20),
    }.CreateConnectionAsync(stop);

    private async Task DeclareConsumers(IConnection opened, IChannel channel, CancellationToken stop)
    {
        foreach (var consumer in consumers)
        {
            var known = await Topology.Count(opened, Topology.ErrorQueue(consumer.Queue), stop);
            if (known is { } dead)
            {
                // The library under the bus declares a queue anew that somebody has deleted, but not what feeds it.
                await Topology.DeclareConsumer(channel, consumer.Queue, consumer.EventName, stop);
                metrics.DeadLetters(consumer.Queue, dead);
                continue;
            }
            var publisher = EventNames.Publisher(consumer.EventName);
            await Topology.DeclareReplay(channel, publisher, stop);
            await Topology.DeclareConsumer(channel, consumer.Queue, consumer.EventName, stop);
            await channel.BasicPublishAsync("", Topology.ReplayQueue(publisher), mandatory: true,
                new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, Encoding.UTF8.GetBytes(consumer.EventName), stop);
            await Topology.DeclareErrorQueue(channel, consumer.Queue, stop);
            Log.AskedForReplay(log, consumer.Queue);
        }
    }

    private async Task HearReplayRequests(IChannel channel, CancellationToken stop)
    {
        await channel.BasicQosAsync(0, 1, global: false, stop);
        var requests = new AsyncEventingBasicConsumer(channel);
        requests.ReceivedAsync += async (_, request) =>
        {
            try
            {
                await replay.Run(since: null, Encoding.UTF8.GetString(request.Body.Span), stop);
                await channel.BasicAckAsync(request.DeliveryTag, multiple: false, stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Log.ReplayFailed(log, fault);
                await Task.Delay(TimeSpan.FromSeconds(2), stop);
                await channel.BasicNackAsync(request.DeliveryTag, multiple: false, requeue: true, stop);
            }
        };
        await channel.BasicConsumeAsync(Topology.ReplayQueue(service.Value), autoAck: false, requests, stop);
    }

    private async Task Count(IConnection opened, CancellationToken stop)
    {
        if (await Topology.Count(opened, Topology.Unrouted, stop) is { } unrouted) metrics.Unrouted = unrouted;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The broker is away: {Fault}. Events wait in the event log.")]
        public static partial void Away(ILogger logger, string fault);

        [LoggerMessage(2, LogLevel.Information, "The queue {Queue} was created and may have missed events; its publisher is asked for all of them.")]
        public static partial void AskedForReplay(ILogger logger, string queue);

        [LoggerMessage(3, LogLevel.Error, "A replay that was asked for failed; it is tried again.")]
        public static partial void ReplayFailed(ILogger logger, Exception fault);
    }
}
