namespace Contracts;

/// <summary>
/// What every integration event says: a noun's new public state. One event type per noun; a consumer keeps its copy right
/// by taking an event only when its <see cref="Version"/> is higher than the one it holds, so duplicates and late
/// arrivals do no harm and a replay from the beginning rebuilds the copy.
/// </summary>
public interface INounChanged
{
    /// <summary>Identity of the noun: a UUID version 7 in text form, or the SCB code of a municipality.</summary>
    string Key { get; }

    /// <summary>The noun's own version, raised by one at each change. A consumer may see gaps, since drafts are not told.</summary>
    int Version { get; }

    /// <summary>Why it changed, a lower-case English past participle such as <c>published</c>, <c>revised</c> or <c>withdrawn</c>.</summary>
    string Reason { get; }

    /// <summary>True when the noun is no longer public: a tombstone that keeps only identity and version meaningful.</summary>
    bool Withdrawn { get; }
}

/// <summary>Names an event on the wire and in the event log. It never changes, whatever the class is called later.</summary>
/// <param name="name">Such as <c>municipalities.need-changed</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventNameAttribute(string name) : Attribute
{
    /// <summary>The name on the wire.</summary>
    public string Name { get; } = name;

    /// <summary>
    /// True for an event that only those whom it concerns may know of: services hear it, the change feed, which is open to all, leaves it out.
    /// A name that has been private stays so, since the log keeps what was told.
    /// </summary>
    public bool Private { get; init; }
}
