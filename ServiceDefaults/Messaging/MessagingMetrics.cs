using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ServiceDefaults.Messaging;

/// <summary>What operations watch (docs/runbook.md says what to do about each).</summary>
internal sealed class MessagingMetrics
{
    /// <summary>Name of meter and activity source.</summary>
    public const string Name = "Platform.Messaging";

    public static readonly ActivitySource Activities = new(Name);

    private readonly Counter<long> published;
    private readonly Counter<long> publishFailed;
    private readonly Counter<long> consumed;
    private readonly Histogram<double> publishLag;
    private readonly Histogram<double> effectLag;
    private readonly ConcurrentDictionary<string, long> deadLetters = new();

    public MessagingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        published = meter.CreateCounter<long>("platform.outbox.published", description: "Events confirmed by the broker");
        publishFailed = meter.CreateCounter<long>("platform.outbox.failed", description: "Attempts to publish that failed");
        consumed = meter.CreateCounter<long>("platform.inbox.consumed", description: "Deliveries by outcome: handled, duplicate, dead-lettered");
        double[] seconds = [.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300];
        publishLag = meter.CreateHistogram("platform.outbox.lag", "s", "From commit to confirm", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = seconds });
        effectLag = meter.CreateHistogram("platform.inbox.lag", "s", "From change to its effect here", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = seconds });
        meter.CreateObservableGauge("platform.outbox.waiting", () => Waiting, description: "Events not yet published");
        meter.CreateObservableGauge("platform.outbox.oldest", () => Oldest.TotalSeconds, "s", "Age of the oldest of them");
        meter.CreateObservableGauge("platform.outbox.parked", () => Parked, description: "Events set aside after ten attempts");
        meter.CreateObservableGauge("platform.unrouted", () => Unrouted, description: "Events that no queue wanted");
        meter.CreateObservableGauge("platform.inbox.dead_letters", () => deadLetters.Select(queue =>
            new Measurement<long>(queue.Value, new KeyValuePair<string, object?>("queue", queue.Key))), description: "Messages that could not be handled");
    }

    public long Waiting { get; set; }
    public TimeSpan Oldest { get; set; }
    public long Parked { get; set; }
    public long Unrouted { get; set; }

    public void DeadLetters(string queue, long count) => deadLetters[queue] = count;

    public void Published(string name, double lagSeconds)
    {
        published.Add(1, new KeyValuePair<string, object?>("event", name));
        publishLag.Record(lagSeconds, new KeyValuePair<string, object?>("event", name));
    }

    public void PublishFailed(string name) => publishFailed.Add(1, new KeyValuePair<string, object?>("event", name));

    public void Consumed(string name, string outcome, int count = 1) =>
        consumed.Add(count, new("event", name), new("outcome", outcome));

    public void Effect(string name, TimeSpan lag) => effectLag.Record(lag.TotalSeconds, new KeyValuePair<string, object?>("event", name));
}
