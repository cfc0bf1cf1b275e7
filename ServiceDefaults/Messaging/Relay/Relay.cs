using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceDefaults.Messaging.Broker;

namespace ServiceDefaults.Messaging;

/// <summary>
/// Publishes the event log. Any number of processes may run it: each turn takes lanes that nobody holds, publishes what waits in
/// them (one noun's events one after the other, different nouns at the same time), and marks what the broker has confirmed.
/// A process that dies between confirm and mark leaves events that are published again under the same message id.
/// </summary>
internal sealed partial class Relay(
    NpgsqlDataSource database, IEventBus bus, BrokerWatch broker, RelaySignal signal, IOptions<RelayOptions> options,
    MessagingMetrics metrics, ILogger<Relay> log) : BackgroundService
{
    private readonly RelayOptions options = options.Value;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Enabled
        ? Task.WhenAll(Enumerable.Range(0, options.Workers).Select(_ => Work(stoppingToken)))
        : Task.CompletedTask;

    private async Task Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                // While the broker is away nothing is claimed, so an outage costs no transactions.
                if (broker.IsReady && await Turn(stop)) continue;
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                Log.TurnFailed(log, fault);
                await Task.Delay(TimeSpan.FromMilliseconds(500), stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            // Jitter, so that the processes of a service do not look in the same moment.
            await signal.Wait(options.Poll * (0.75 + Random.Shared.NextDouble() / 2), stop);
        }
    }

    /// <summary>One turn; false when there was nothing to do.</summary>
    internal async Task<bool> Turn(CancellationToken stop)
    {
        await using var turn = new RelayTurn(await database.OpenConnectionAsync(stop), options);
        var waiting = await turn.Begin(stop);
        if (waiting.Count == 0) return false;
        // There may be more in lanes that this turn did not take: the other worker need not wait for its poll.
        if (waiting.Count > 1) signal.Set();

        await Publish(waiting, stop);
        Judge(waiting);
        // Once confirmed it is marked also when the process is about to stop; the database ends it if it takes too long.
        foreach (var (name, lag) in await turn.End(waiting, CancellationToken.None)) metrics.Published(name, lag);
        return waiting.Exists(message => message.Outcome == Outcome.Confirmed);
    }

    private async Task Publish(List<Waiting> waiting, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(options.PublishLimit);
        await Task.WhenAll(waiting.GroupBy(message => message.Outgoing.Key).Select(async noun =>
        {
            foreach (var message in noun)
            {
                await Publish(message, limit.Token);
                // What comes after waits for it: a noun's events leave in the order of its changes.
                if (message.Outcome != Outcome.Confirmed) return;
            }
        }));
    }

    private async Task Publish(Waiting message, CancellationToken stop)
    {
        var outgoing = message.Outgoing;
        using var activity = MessagingMetrics.Activities.StartActivity($"publish {outgoing.Name}", ActivityKind.Producer, outgoing.TraceParent);
        try
        {
            // The limit also where the library under the bus does not look at the token.
            await bus.Publish(outgoing with { TraceParent = activity?.Id ?? outgoing.TraceParent }, stop).WaitAsync(stop);
            message.Outcome = Outcome.Confirmed;
        }
        catch (Exception fault)
        {
            message.Outcome = fault is UnsendableException ? Outcome.AtFault : Outcome.BrokerTrouble;
            message.Error = $"{fault.GetType().Name}: {fault.Message}";
            activity?.SetStatus(ActivityStatusCode.Error, fault.Message);
            metrics.PublishFailed(outgoing.Name);
        }
    }

    private void Judge(List<Waiting> waiting)
    {
        var troubled = waiting.Where(message => message.Outcome == Outcome.BrokerTrouble).ToArray();
        // The broker took all others and refused this one: then it is the message, whatever the library called it.
        if (troubled is [var only] && waiting.Exists(message => message.Outcome == Outcome.Confirmed)) only.Outcome = Outcome.AtFault;
        else if (troubled.Length > 0) Log.Trouble(log, troubled.Length, troubled[0].Error);
        foreach (var message in waiting.Where(message => message.Outcome == Outcome.AtFault))
            if (message.Attempts + 1 >= options.MostAttempts) Log.Parked(log, message.Outgoing.Name, message.Outgoing.Key, message.Outgoing.MessageId, message.Error);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A turn of the relay failed; what it had read is published by the next one.")]
        public static partial void TurnFailed(ILogger logger, Exception fault);

        [LoggerMessage(2, LogLevel.Warning, "{Count} events wait because of the broker: {Error}")]
        public static partial void Trouble(ILogger logger, int count, string? error);

        [LoggerMessage(3, LogLevel.Error, "The event {Name} of {Key} is parked (message {MessageId}): {Error}")]
        public static partial void Parked(ILogger logger, string name, string key, Guid messageId, string? error);
    }
}
