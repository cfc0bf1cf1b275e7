using Contracts;
using Matchmaking.Copies;
using ServiceDefaults.Messaging;

namespace Matchmaking.Dialogues;

/// <summary>Kinds of dialogue before a purchase.</summary>
public enum MeetingKind
{
    /// <summary>Early dialogue with one or several enterprises.</summary>
    EarlyDialogue,

    /// <summary>Request for information (RFI).</summary>
    RequestForInformation,

    /// <summary>Visit at the enterprise or at the unit.</summary>
    Visit,
}

/// <summary>What was said at a meeting about a need, published to all so that those who were not there know as much (LOU 4 kap. 8 §).</summary>
internal sealed class Meeting : Noun
{
    private Meeting() { }

    public Guid Id { get; private set; }
    public Guid NeedId { get; private set; }
    public string MunicipalityCode { get; private set; } = "";
    public MeetingKind Kind { get; private set; }
    public DateOnly HeldOn { get; private set; }

    /// <summary>Organisations that took part, no persons.</summary>
    public List<string> Participants { get; private set; } = [];
    public string Notes { get; private set; } = "";

    public static Meeting Note(NeedCopy need, MeetingKind kind, DateOnly heldOn, IReadOnlyList<string> participants, string notes, DateTimeOffset now)
    {
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(now), NeedId = need.Id, MunicipalityCode = need.MunicipalityCode, Kind = kind, HeldOn = heldOn,
            Participants = [.. participants], Notes = notes,
        };
        meeting.Changed("noted");
        return meeting;
    }

    /// <summary>Takes the words away, names of who took part among them. That the meeting was held stays.</summary>
    public void Redact(string mark)
    {
        (Participants, Notes) = ([], mark);
        Changed("redacted");
    }

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => null;
}
