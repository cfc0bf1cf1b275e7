using ServiceDefaults.Messaging.Broker;

namespace ServiceDefaults.Messaging.Inbox;

/// <summary>One of a service's handlers and the queue that feeds it.</summary>
internal abstract class Consumer(string queue, string eventName)
{
    /// <summary>Service and event; replicas of the service share it.</summary>
    public string Queue => queue;

    public string EventName => eventName;

    /// <summary>Deliveries that are in this process at a time, and so the most that one transaction handles.</summary>
    public ushort Prefetch { get; init; } = 64;

    /// <summary>Done when the message has had its effect, was a duplicate, or has been set aside: it may be acknowledged.</summary>
    public abstract Task Receive(IncomingEvent incoming);

    /// <summary>Handles what is received, until it is stopped.</summary>
    public abstract Task Run(CancellationToken stop);
}

/// <summary>A delivery and its end.</summary>
internal sealed class Delivery(IncomingEvent incoming)
{
    public IncomingEvent Incoming => incoming;
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>A delivery that could be read.</summary>
internal sealed record Delivery<TEvent>(Delivery Whole, Guid MessageId, TEvent Event);
