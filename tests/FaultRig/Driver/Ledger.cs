using System.Collections.Concurrent;
using System.Diagnostics;

namespace FaultRig.Driver;

/// <summary>How a write was answered.</summary>
internal enum Answer
{
    /// <summary>200: it must have had its effect.</summary>
    Accepted,

    /// <summary>It was rolled back on purpose, or lost the race for its noun: it must not be seen anywhere.</summary>
    Refused,

    /// <summary>503, or no answer: it has had its effect, or not.</summary>
    Unknown,
}

/// <summary>A write that was tried.</summary>
/// <param name="Key">The noun.</param>
/// <param name="Value">Unique to the write.</param>
/// <param name="Answer">How it was answered.</param>
/// <param name="Version">The version that the answer named.</param>
/// <param name="Started">When it was sent, on the clock of the ledger.</param>
/// <param name="Ended">When it was answered.</param>
internal sealed record Entry(string Key, string Value, Answer Answer, int? Version, TimeSpan Started, TimeSpan Ended);

/// <summary>What the driver knows: every write with its answer, every message that it sent itself, every fault.</summary>
internal sealed class Ledger
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public TimeSpan Now => clock.Elapsed;

    public ConcurrentQueue<Entry> Writes { get; } = new();

    /// <summary>Nouns that the driver made up and sent past the publisher, with the versions it sent (F20, F21).</summary>
    public ConcurrentDictionary<string, int> Injected { get; } = new();

    /// <summary>Ids of messages that cannot be handled, and must be set aside (F22); <see cref="NoId"/> for one that has none.</summary>
    public ConcurrentDictionary<string, bool> Poison { get; } = new();

    /// <summary>Stands for a message without an id.</summary>
    public const string NoId = "no id";

    /// <summary>Spans in which only the broker was away: every write in them must be accepted (F4).</summary>
    public ConcurrentQueue<(TimeSpan From, TimeSpan To)> BrokerAway { get; } = new();

    /// <summary>Spans in which tables were locked: every write in them must be answered, with whatever (F25).</summary>
    public ConcurrentQueue<(TimeSpan From, TimeSpan To)> Locked { get; } = new();

    /// <summary>The last row of the publisher's log before the consumers' queue was there; what is older came by a replay (F32).</summary>
    public long LastBeforeConsumers { get; set; }

    /// <summary>What was done when, for the report.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();
}
