using System.Text.Json;
using System.Threading.Channels;
using Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceDefaults.Messaging.Broker;

namespace ServiceDefaults.Messaging.Inbox;

/// <summary>
/// Takes deliveries together into one transaction, whose commit is what costs; a batch that fails is done again one by one, so that
/// only the guilty message fails. A database that does not answer is waited for. What fails three times is set aside.
/// </summary>
internal sealed partial class HandlerConsumer<TEvent, THandler, TDb>(
    ServiceName service, IServiceScopeFactory scopes, Func<BrokerWatch> broker, MessagingMetrics metrics, ILogger<THandler> log)
    : Consumer($"{service.Value}.{EventNames.Of<TEvent>()}", EventNames.Of<TEvent>())
    where TEvent : INounChanged where TDb : ServiceDb where THandler : class, IEventHandler<TEvent, TDb>
{
    private const int MostAttempts = 3;
    private const int MostStarts = 3;
    private readonly Channel<Delivery> arrived = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });

    public override Task Receive(IncomingEvent incoming)
    {
        var delivery = new Delivery(incoming);
        return arrived.Writer.TryWrite(delivery) ? delivery.Done.Task : Task.FromCanceled(new CancellationToken(canceled: true));
    }

    public override async Task Run(CancellationToken stop)
    {
        var batch = new List<Delivery>(Prefetch);
        try
        {
            while (await arrived.Reader.WaitToReadAsync(stop))
            {
                batch.Clear();
                while (batch.Count < Prefetch && arrived.Reader.TryRead(out var delivery)) batch.Add(delivery);
                while (!await Handled(batch, stop)) await Task.Delay(TimeSpan.FromSeconds(1), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { /* given back to the broker below */ }
        finally
        {
            arrived.Writer.TryComplete();
            while (arrived.Reader.TryRead(out var delivery)) batch.Add(delivery);
            foreach (var delivery in batch) delivery.Done.TrySetCanceled(CancellationToken.None);
        }
    }

    /// <summary>What fails without any message being guilty, such as a note that the database refuses, may not end the consumer: nobody would begin it again.</summary>
    private async Task<bool> Handled(List<Delivery> batch, CancellationToken stop)
    {
        try
        {
            await Handle(batch, stop);
            return true;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            Log.NotHandled(log, fault, EventName);
            batch.RemoveAll(delivery => delivery.Done.Task.IsCompleted);
            return false;
        }
    }

    private async Task Handle(List<Delivery> batch, CancellationToken stop)
    {
        var first = new List<Delivery<TEvent>>();
        var again = new List<Delivery<TEvent>>();
        foreach (var delivery in batch)
        {
            if (!TryRead(delivery, out var read, out var reason)) await SetAside(delivery, reason, stop);
            else if (first.TrueForAll(other => other.MessageId != read.MessageId) && delivery.Incoming.Returned == 0) first.Add(read);
            else again.Add(read);
        }
        if (first.Count > 0 && !await HandleTogether(first, stop))
            foreach (var delivery in first) await HandleAlone(delivery, stop);
        // What the broker got back may have ended a process: it is done alone, and its start is noted before.
        foreach (var delivery in again)
        {
            if (delivery.Whole.Incoming.Returned > 0 && await Patience.WhileAwayOrRaced(() => Transaction().NoteStart(delivery.MessageId, stop), log, stop) > MostStarts)
                await SetAside(delivery.Whole, $"The process ended each of the {MostStarts} times that it was handled.", stop);
            else await HandleAlone(delivery, stop);
        }
    }

    private async Task<bool> HandleTogether(List<Delivery<TEvent>> batch, CancellationToken stop)
    {
        try
        {
            await Patience.WhileAway(() => Transaction().Handle(batch, stop), log, stop);
            return true;
        }
        catch (Exception fault) when (!stop.IsCancellationRequested)
        {
            if (!Transient.IsRace(fault)) Log.Separated(log, fault, batch.Count);
            return false;
        }
    }

    private async Task HandleAlone(Delivery<TEvent> delivery, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Patience.WhileAwayOrRaced(() => Transaction().Handle([delivery], stop), log, stop);
                return;
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Log.Failed(log, fault, EventName, delivery.Event.Key, attempt);
                if (attempt == MostAttempts)
                {
                    await SetAside(delivery.Whole, $"{fault.GetType().Name}: {(fault.InnerException ?? fault).Message}", stop);
                    return;
                }
                await Task.Delay(TimeSpan.FromMilliseconds(100 * attempt), stop);
            }
        }
    }

    private InboxTransaction<TEvent, THandler, TDb> Transaction() => new(scopes, Queue, metrics);

    private async Task SetAside(Delivery delivery, string reason, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await broker().DeadLetter(Queue, delivery.Incoming, reason, stop);
                break;
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Log.NotSetAside(log, fault.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
            }
        }
        metrics.Consumed(EventName, "dead-lettered");
        Log.SetAside(log, EventName, delivery.Incoming.MessageId, reason);
        delivery.Done.TrySetResult();
    }

    private static bool TryRead(Delivery delivery, out Delivery<TEvent> read, out string reason)
    {
        (read, reason) = (null!, "The message has no id.");
        if (delivery.Incoming.MessageId is not { } id) return false;
        try
        {
            read = new Delivery<TEvent>(delivery, id, EventJson.Read<TEvent>(delivery.Incoming.Body.Span));
            return true;
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            reason = $"The event cannot be read: {fault.Message}";
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} events failed together and are handled one by one.")]
        public static partial void Separated(ILogger logger, Exception fault, int count);

        [LoggerMessage(2, LogLevel.Warning, "{Event} of {Key} failed, attempt {Attempt}.")]
        public static partial void Failed(ILogger logger, Exception fault, string @event, string key, int attempt);

        [LoggerMessage(3, LogLevel.Error, "{Event}, message {MessageId}, is set aside: {Reason}")]
        public static partial void SetAside(ILogger logger, string @event, Guid? messageId, string reason);

        [LoggerMessage(4, LogLevel.Error, "{Event} could not be handled, nor set aside; it is tried again.")]
        public static partial void NotHandled(ILogger logger, Exception fault, string @event);

        [LoggerMessage(5, LogLevel.Warning, "A message could not be set aside yet: {Fault}")]
        public static partial void NotSetAside(ILogger logger, string fault);
    }
}
