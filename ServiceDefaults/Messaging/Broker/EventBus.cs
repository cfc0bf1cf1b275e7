namespace ServiceDefaults.Messaging.Broker;

/// <summary>The way out to the broker. What stands behind it can be exchanged without a service noticing.</summary>
internal interface IEventBus
{
    /// <summary>Sends one event; done when the broker has confirmed that it is kept.</summary>
    Task Publish(OutgoingEvent outgoing, CancellationToken stop);
}

/// <summary>An event on its way out.</summary>
/// <param name="MessageId">The same at each attempt, so that a consumer knows it again.</param>
/// <param name="Name">Name of the event and of its exchange.</param>
/// <param name="Key">The noun.</param>
/// <param name="Version">Its version.</param>
/// <param name="Body">JSON.</param>
/// <param name="TraceParent">W3C traceparent of the change, or null.</param>
/// <param name="OccurredAt">When the change was made.</param>
internal sealed record OutgoingEvent(Guid MessageId, string Name, string Key, int Version, string Body, string? TraceParent, DateTimeOffset OccurredAt);

/// <summary>An event that has arrived.</summary>
/// <param name="MessageId">Null when the sender gave none that can be read.</param>
/// <param name="Body">JSON, if the sender keeps the rules.</param>
/// <param name="TraceParent">W3C traceparent, or null.</param>
/// <param name="OccurredAt">When the change was made, or null.</param>
/// <param name="Returned">How often the broker has delivered it before and got it back.</param>
internal sealed record IncomingEvent(Guid? MessageId, ReadOnlyMemory<byte> Body, string? TraceParent, DateTimeOffset? OccurredAt, long Returned);

/// <summary>The message itself cannot be sent, whatever the state of the broker.</summary>
internal sealed class UnsendableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Headers of a message, besides those of AMQP.</summary>
internal static class MessageHeaders
{
    public const string TraceParent = "traceparent";
    public const string Key = "noun-key";
    public const string Version = "noun-version";
    public const string OccurredAt = "occurred-at";
    public const string Reason = "dead-letter-reason";
    public const string DeliveryCount = "x-delivery-count";
}
