using System.Diagnostics;
using System.IO.Hashing;
using System.Text;
using Contracts;

namespace ServiceDefaults.Messaging.EventLog;

/// <summary>
/// A row of <c>event_log</c>, written in the transaction of the change. It is the outbox that the relay publishes from, the
/// feed that <c>/changes</c> reads, and the source of a replay.
/// </summary>
public sealed class LoggedEvent
{
    /// <summary>How many lanes the relays share. The number is stored in rows: changing it needs a migration of those that wait.</summary>
    public const int Lanes = 16;

    /// <summary>Order of writing; within one noun the order of its versions.</summary>
    public long Sequence { get; private set; }

    /// <summary>Hash of <see cref="Key"/> modulo <see cref="Lanes"/>, so that a noun's events are always published by one relay at a time.</summary>
    public short Lane { get; private set; }

    /// <summary>Identity of the message on the wire; the consumer's inbox knows it by this.</summary>
    public Guid MessageId { get; private set; }

    /// <summary>Name of the event, such as <c>municipalities.need-changed</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Identity of the noun.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The noun's version.</summary>
    public int Version { get; private set; }

    /// <summary>The event as JSON, as it is sent.</summary>
    public string Body { get; private set; } = "";

    /// <summary>W3C traceparent of the request that made the change, or null.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>When the change was made (UTC).</summary>
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>The writing transaction, set by the database: a feed shows only what lies below every running transaction.</summary>
    public ulong TransactionId { get; private set; }

    /// <summary>Since when it waits to be published: when it was written, or when a replay asked for it again (database time).</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    /// <summary>When the broker confirmed it, or null while it waits (database time).</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Attempts that failed because of the message itself; broker trouble is not counted.</summary>
    public int Attempts { get; private set; }

    /// <summary>What the last such attempt said, or null.</summary>
    public string? LastError { get; private set; }

    /// <summary>When it was set aside after too many attempts, or null (database time).</summary>
    public DateTimeOffset? ParkedAt { get; private set; }

    internal static LoggedEvent Of(INounChanged changed, DateTimeOffset now) => new()
    {
        Lane = LaneOf(changed.Key),
        MessageId = Guid.CreateVersion7(now),
        Name = EventNames.Of(changed.GetType()),
        Key = changed.Key,
        Version = changed.Version,
        Body = EventJson.Write(changed),
        TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
        OccurredAt = now,
    };

    /// <summary>The lane of a noun; stable between processes and releases.</summary>
    public static short LaneOf(string key) => (short)(XxHash32.HashToUInt32(Encoding.UTF8.GetBytes(key)) % Lanes);
}

/// <summary>A row of <c>event_lane</c>: a relay that holds its lock publishes that lane's events.</summary>
public sealed class EventLane
{
    /// <summary>0 to 15.</summary>
    public short Lane { get; init; }

    /// <summary>Not to be served before (database time): the pause after broker trouble.</summary>
    public DateTimeOffset NotBefore { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>When it was last served; the lane that has waited longest comes first.</summary>
    public DateTimeOffset LastServed { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Failed turns in a row, which set the length of the pause.</summary>
    public int Failures { get; init; }
}
