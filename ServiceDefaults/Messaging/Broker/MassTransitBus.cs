using System.Net.Mime;
using System.Text;
using MassTransit;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client.Exceptions;

namespace ServiceDefaults.Messaging.Broker;

/// <summary>
/// The only place that knows MassTransit (8.5, see docs/decisions/0003): connections that come back, channels, publisher
/// confirms, prefetch and acknowledgement. Envelopes, serialisers, retries and error queues of its own are left out: what travels
/// is the event's JSON, and what happens to it is decided by <see cref="Inbox.Consumer"/>.
/// </summary>
internal sealed class MassTransitBus(BrokerAddress address, ILoggerFactory logging) : IEventBus, IAsyncDisposable
{
    /// <summary>RabbitMQ takes more, but the whole platform is held up by it.</summary>
    public const int LargestBody = 1024 * 1024;

    private IBusControl? bus;

    /// <summary>Begins to deliver to the consumers; returns at once, and connects again by itself whenever it must.</summary>
    public void Start(IEnumerable<Inbox.Consumer> consumers)
    {
        if (bus is not null) return;
        LogContext.ConfigureCurrentLogContext(logging);
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(address.Uri!, host => host.Heartbeat(TimeSpan.FromSeconds(10)));
            rabbit.AutoStart = false;
            foreach (var consumer in consumers) rabbit.ReceiveEndpoint(consumer.Queue, endpoint => Receive(endpoint, consumer));
        });
        _ = bus.StartAsync(CancellationToken.None);
    }

    public async Task Publish(OutgoingEvent outgoing, CancellationToken stop)
    {
        if (bus is null) throw new InvalidOperationException("The broker has not answered yet.");
        var body = Encoding.UTF8.GetBytes(outgoing.Body);
        if (body.Length > LargestBody) throw new UnsendableException($"The event has {body.Length} bytes, {LargestBody} at most can be sent.");
        try
        {
            var exchange = await bus.GetSendEndpoint(new Uri($"exchange:{outgoing.Name}?alternateexchange={Topology.Unrouted}"));
            await exchange.Send(new Sent(), Pipe.Execute<SendContext<Sent>>(context =>
            {
                context.MessageId = outgoing.MessageId;
                context.Serializer = new Raw(body);
                context.Headers.Set(MessageHeaders.Key, outgoing.Key);
                context.Headers.Set(MessageHeaders.Version, outgoing.Version);
                context.Headers.Set(MessageHeaders.OccurredAt, outgoing.OccurredAt.ToUnixTimeMilliseconds());
                if (outgoing.TraceParent is { } trace) context.Headers.Set(MessageHeaders.TraceParent, trace);
            }), stop);
        }
        catch (Exception fault) when (fault is ArgumentException or UriFormatException or WireFormattingException or ConfigurationException)
        {
            throw new UnsendableException(fault.Message, fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (bus is null) return;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try { await bus.StopAsync(limit.Token); }
        catch (OperationCanceledException) { /* what was still being handled is delivered again, to another process or the next one */ }
    }

    private static void Receive(IRabbitMqReceiveEndpointConfigurator endpoint, Inbox.Consumer consumer)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.PrefetchCount = consumer.Prefetch;
        endpoint.ConcurrentMessageLimit = consumer.Prefetch;
        foreach (var (name, value) in Topology.QueueArguments(consumer.Queue)) endpoint.SetQueueArgument(name, value);
        // Everything has been done when the filter returns: the message is then acknowledged, and a failure gives it back.
        endpoint.ConfigureReceive(receive => receive.UseFilter(new ToConsumer(consumer)));
        endpoint.ConfigureDeadLetter(skipped => skipped.UseFilter(new Nothing()));
        endpoint.RethrowFaultedMessages();
    }

    private sealed class ToConsumer(Inbox.Consumer consumer) : IFilter<ReceiveContext>
    {
        public Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
        {
            var properties = context.GetPayload<RabbitMqBasicConsumeContext>().Properties;
            var headers = properties.Headers ?? new Dictionary<string, object?>();
            var incoming = new IncomingEvent(
                Guid.TryParse(properties.MessageId, out var id) ? id : null,
                context.Body.GetBytes(),
                headers.TryGetValue(MessageHeaders.TraceParent, out var trace) && trace is byte[] text ? Encoding.ASCII.GetString(text) : null,
                headers.TryGetValue(MessageHeaders.OccurredAt, out var at) && at is long ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null,
                headers.TryGetValue(MessageHeaders.DeliveryCount, out var count) ? Convert.ToInt64(count, null) : context.Redelivered ? 1 : 0);
            return consumer.Receive(incoming);
        }

        public void Probe(ProbeContext context) { }
    }

    private sealed class Nothing : IFilter<ReceiveContext>
    {
        public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => Task.CompletedTask;

        public void Probe(ProbeContext context) { }
    }

    private sealed class Sent;

    private sealed class Raw(byte[] body) : IMessageSerializer
    {
        public ContentType ContentType { get; } = new("application/json");

        public MessageBody GetMessageBody<T>(SendContext<T> context) where T : class => new BytesMessageBody(body);
    }
}

/// <summary>Where the broker is.</summary>
/// <param name="Uri">AMQP URI, or null when the service runs without one.</param>
internal sealed record BrokerAddress(Uri? Uri);
