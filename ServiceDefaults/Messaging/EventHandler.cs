using Contracts;

namespace ServiceDefaults.Messaging;

/// <summary>What a service does when it hears of another service's noun.</summary>
/// <remarks>
/// Runs within the transaction that also notes the message as handled, so it must neither begin nor commit one; the context is saved
/// after it. A message may come late or again under another id: take it only when its version is higher than the one kept.
/// What it throws is tried again a few times; then the message is set aside in the dead-letter queue. A database that does not answer
/// is waited for instead.
/// </remarks>
public interface IEventHandler<in TEvent, in TDb> where TEvent : INounChanged where TDb : ServiceDb
{
    /// <summary>Takes the noun's new state.</summary>
    Task Handle(TEvent changed, TDb db, CancellationToken stop);
}
