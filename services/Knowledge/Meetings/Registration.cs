namespace Knowledge.Meetings;

/// <summary>Somebody who wants to come. Name and organisation are for the organiser; when the person leaves they go too.</summary>
internal sealed class Registration
{
    public Guid Id { get; init; }
    public Guid MeetingId { get; init; }

    /// <summary>The token's subject.</summary>
    public string Subject { get; init; } = "";

    public string Name { get; init; } = "";
    public string? Org { get; init; }
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Order of arrival in the meeting, from 1: who has waited longest is promoted first.</summary>
    public int Number { get; init; }

    /// <summary>True for a place, false for the waitlist.</summary>
    public bool HasPlace { get; set; }

    /// <summary>True when the organiser has noted that the person came.</summary>
    public bool Attended { get; set; }
}
