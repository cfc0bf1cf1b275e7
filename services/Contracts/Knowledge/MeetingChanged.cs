namespace Contracts.Knowledge;

/// <summary>An announced meeting of the network.</summary>
/// <param name="Id">Identity of the meeting.</param>
/// <param name="Version">The meeting's version, also its SEQUENCE in calendars.</param>
/// <param name="Reason">announced, revised, cancelled, minuted or adopted.</param>
/// <param name="Withdrawn">True when the meeting is cancelled.</param>
/// <param name="Title">What it is about.</param>
/// <param name="StartsAt">When it begins (UTC).</param>
/// <param name="EndsAt">When it ends (UTC).</param>
/// <param name="Place">Where, or that it is online.</param>
/// <param name="Capacity">Places.</param>
/// <param name="OrganiserOrg">skr, or a municipality's code.</param>
/// <param name="HasMinutes">True when there are minutes to read.</param>
/// <param name="FollowUps">What the adopted minutes say that somebody will do; null before they are adopted.</param>
[EventName("knowledge.meeting-changed")]
public sealed record MeetingChanged(
    Guid Id,
    int Version,
    string Reason,
    bool Withdrawn,
    string Title,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Place,
    int Capacity,
    string OrganiserOrg,
    bool HasMinutes,
    IReadOnlyList<FollowUp>? FollowUps = null) : INounChanged
{
    /// <inheritdoc/>
    public string Key => Id.ToString();
}

/// <summary>Something that a meeting has agreed that somebody will do.</summary>
/// <param name="MunicipalityCode">SCB code of the municipality that does it; null for the network itself.</param>
/// <param name="Text">What, in Swedish.</param>
/// <param name="DueOn">The last day (Swedish time), or null.</param>
public sealed record FollowUp(string? MunicipalityCode, string Text, DateOnly? DueOn);
