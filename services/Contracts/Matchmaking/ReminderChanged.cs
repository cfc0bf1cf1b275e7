namespace Contracts.Matchmaking;

/// <summary>Something waits for a municipality, an interest or a question to answer, or was answered to an enterprise. Each is told once, again when it has become due anew, and withdrawn when it is done.</summary>
/// <param name="Reminder">What waits and for whom.</param>
/// <param name="Version">Grows each time that it is told or withdrawn.</param>
/// <param name="Reason">told or withdrawn.</param>
/// <param name="Withdrawn">True when it waits no longer.</param>
[EventName("matchmaking.reminder-changed", Private = true)]
public sealed record ReminderChanged(Reminder Reminder, int Version, string Reason, bool Withdrawn) : IReminderChanged
{
    /// <inheritdoc/>
    public string Key => Reminder.Id.ToString();
}
