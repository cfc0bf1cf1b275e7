namespace Municipalities.Journeys;

/// <summary>A follow-up that a network meeting's minutes give a municipality, until the municipality takes it into its journey or declines.</summary>
internal sealed class ProposedAction
{
    public Guid Id { get; init; }
    public string MunicipalityCode { get; set; } = "";
    public string Text { get; set; } = "";
    public DateOnly? DueOn { get; set; }
    public Guid MeetingId { get; init; }
    public string MeetingTitle { get; set; } = "";

    /// <summary>Its number in the minutes, from 0.</summary>
    public int Number { get; init; }

    /// <summary>The version of the meeting that it was last read from.</summary>
    public int MeetingVersion { get; set; }

    public ProposalStatus Status { get; set; }
}

/// <summary>What a municipality has said to a proposal.</summary>
public enum ProposalStatus
{
    /// <summary>Nothing yet.</summary>
    Proposed,

    /// <summary>It is an action of the journey.</summary>
    Accepted,

    /// <summary>No.</summary>
    Declined,
}
