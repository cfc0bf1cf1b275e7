using Contracts;

namespace ServiceDefaults.Messaging;

/// <summary>
/// Base of the nouns whose changes other services hear of. Each save that changes a noun raises its version by one and writes
/// one event with its new public state, in the same transaction.
/// </summary>
/// <remarks>
/// The version is also the concurrency token: of two writers of the same noun one fails. That is what makes the order of a noun's
/// events in the log the order of its changes. <c>ExecuteUpdate</c> passes all of this by, so it is not for nouns.
/// </remarks>
public abstract class Noun : IVersioned
{
    /// <summary>Raised by one at each save that changes the noun; 1 when it was created.</summary>
    public int Version { get; private set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    internal string? PendingReason { get; private set; }

    /// <summary>Says that a rule has changed the noun. Every method that changes something calls it; of several before a save the last counts.</summary>
    /// <param name="reason">Lower-case past participle, such as <c>published</c>; it travels in the event.</param>
    protected void Changed(string reason) => PendingReason = reason;

    /// <summary>The noun's public state, or null while there is nothing public to tell (a draft). Version and ChangedAt are already the new ones.</summary>
    /// <param name="reason">What <see cref="Changed"/> was told.</param>
    protected internal abstract INounChanged? ToEvent(string reason);

    internal void Saved() => PendingReason = null;
}
