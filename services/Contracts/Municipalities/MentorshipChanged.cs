namespace Contracts.Municipalities;

/// <summary>
/// Help between two municipalities that has ended. Told is who helped, in what and whether it did; who was helped and what
/// was said is the two municipalities' own.
/// </summary>
/// <param name="Id">Identity of the mentorship.</param>
/// <param name="Version">The mentorship's version.</param>
/// <param name="Reason">concluded.</param>
/// <param name="Withdrawn">False: what has helped stays.</param>
/// <param name="MentorCode">SCB code of the municipality that helped.</param>
/// <param name="Dimension">Dimension of the baseline that it was about.</param>
/// <param name="Outcome">helped, helped-in-part or did-not-help, as the one who asked says.</param>
/// <param name="ConcludedOn">The day it ended (Swedish time).</param>
[EventName("municipalities.mentorship-changed")]
public sealed record MentorshipChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string MentorCode,
    string Dimension,
    string Outcome,
    DateOnly ConcludedOn) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}
