using Contracts;
using Contracts.Municipalities;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Municipalities.Mentorships;

/// <summary>Where help between two municipalities stands.</summary>
public enum MentorshipStatus
{
    /// <summary>Asked for.</summary>
    Requested,

    /// <summary>The mentor has said yes; they talk.</summary>
    Accepted,

    /// <summary>The mentor has said no.</summary>
    Declined,

    /// <summary>Taken back by the one who asked.</summary>
    Withdrawn,

    /// <summary>Ended, with an outcome.</summary>
    Concluded,
}

/// <summary>What the help led to.</summary>
public enum MentorshipOutcome
{
    /// <summary>It helped on.</summary>
    Helped,

    /// <summary>It helped in part.</summary>
    HelpedInPart,

    /// <summary>It did not help.</summary>
    DidNotHelp,
}

/// <summary>What was said in a conversation.</summary>
/// <param name="On">The day of the conversation.</param>
/// <param name="By">SCB code of the municipality that wrote the note.</param>
/// <param name="Text">What was said and agreed.</param>
public sealed record ConversationNote(DateOnly On, string By, string Text);

/// <summary>
/// Help from one municipality to another in one dimension: requested → accepted → concluded with an outcome; or declined; or
/// withdrawn before it was answered. It is the two municipalities' own.
/// </summary>
internal sealed class Mentorship : Noun
{
    private Mentorship() { }

    public Guid Id { get; private set; }
    public string AskingCode { get; private set; } = "";
    public string MentorCode { get; private set; } = "";
    public string Dimension { get; private set; } = "";
    public MentorshipStatus Status { get; private set; }
    public string Message { get; private set; } = "";

    /// <summary>What the mentor answered, or null.</summary>
    public string? Answer { get; private set; }

    public IReadOnlyList<ConversationNote> Notes { get; private set; } = [];
    public MentorshipOutcome? Outcome { get; private set; }
    public string? OutcomeText { get; private set; }
    public DateOnly RequestedOn { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public DateOnly? ConcludedOn { get; private set; }
    public bool Demonstration { get; private set; }

    public static Mentorship Request(Guid id, string asking, string mentor, string dimension, string message, DateOnly today, bool demonstration = false)
    {
        var request = new Mentorship
        {
            Id = id,
            AskingCode = asking,
            MentorCode = mentor,
            Dimension = dimension,
            Message = message.Trim(),
            RequestedOn = today,
            Demonstration = demonstration,
        };
        request.Changed("requested");
        return request;
    }

    /// <summary>Yes or no from the mentor.</summary>
    public Error? Reply(string by, bool accepts, string? answer, DateOnly today)
    {
        if (by != MentorCode) return MentorshipErrors.NotTheMentor;
        if (Status is not MentorshipStatus.Requested) return MentorshipErrors.NotRequested;
        (Status, Answer, AnsweredOn) = (accepts ? MentorshipStatus.Accepted : MentorshipStatus.Declined, answer?.Trim(), today);
        Changed(accepts ? "accepted" : "declined");
        return null;
    }

    public Error? Withdraw(string by)
    {
        if (by != AskingCode) return MentorshipErrors.NotTheAsking;
        if (Status is not MentorshipStatus.Requested) return MentorshipErrors.NotRequested;
        Status = MentorshipStatus.Withdrawn;
        Changed("withdrawn");
        return null;
    }

    public Error? Note(string by, DateOnly on, string text)
    {
        if (Status is not MentorshipStatus.Accepted) return MentorshipErrors.NotAccepted;
        if (Notes.Count >= 100) return MentorshipErrors.TooManyNotes;
        Notes = [.. Notes, new ConversationNote(on, by, text.Trim())];
        Changed("noted");
        return null;
    }

    /// <summary>Ends it; what came of it is for the one who was helped to say.</summary>
    public Error? Conclude(string by, MentorshipOutcome outcome, string text, DateOnly today)
    {
        if (by != AskingCode) return MentorshipErrors.NotTheAsking;
        if (Status is not MentorshipStatus.Accepted) return MentorshipErrors.NotAccepted;
        if (Notes.Count == 0) return MentorshipErrors.NoConversation;
        (Status, Outcome, OutcomeText, ConcludedOn) = (MentorshipStatus.Concluded, outcome, text.Trim(), today);
        Changed("concluded");
        return null;
    }

    /// <summary>Who has helped others on is told, so that those who look for help find them; all else is the two municipalities' own.</summary>
    protected override INounChanged? ToEvent(string reason) => Outcome is not { } outcome || Demonstration ? null : new MentorshipChanged(
        Id, Version, reason, false, MentorCode, Dimension,
        outcome switch { MentorshipOutcome.Helped => "helped", MentorshipOutcome.HelpedInPart => "helped-in-part", _ => "did-not-help" }, ConcludedOn!.Value);
}
