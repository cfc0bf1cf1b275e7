using Contracts;
using Matchmaking.Copies;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Matchmaking.Interests;

/// <summary>Where an interest stands. Submitted and in dialogue are open; the others are final.</summary>
public enum InterestStatus
{
    /// <summary>The municipality has not answered.</summary>
    Submitted,

    /// <summary>The municipality has taken up the dialogue.</summary>
    InDialogue,

    /// <summary>The enterprise took it back.</summary>
    Withdrawn,

    /// <summary>The municipality said no, with a reason.</summary>
    Declined,

    /// <summary>A deal was signed.</summary>
    Agreed,
}

/// <summary>
/// An enterprise's interest in a need (intresseanmälan). It is no bid: it has no price and binds nobody. Known to the two
/// parties only, so it is never told in an event.
/// </summary>
internal sealed class Interest : Noun
{
    private Interest() { }

    public Guid Id { get; private set; }
    public Guid NeedId { get; private set; }
    public Guid EnterpriseId { get; private set; }

    /// <summary>The need's municipality, kept here so that access does not hang on the copy.</summary>
    public string MunicipalityCode { get; private set; } = "";
    public string Message { get; private set; } = "";

    /// <summary>How to reach a person at the enterprise. Personal data; seen by the two parties only.</summary>
    public string? Contact { get; private set; }
    public InterestStatus Status { get; private set; }
    public DateTimeOffset SubmittedAt { get; private set; }

    /// <summary>The match that it came from, or null when the two had nothing in common that the matching saw.</summary>
    public MatchThen? Match { get; private set; }

    /// <summary>Why it was declined or withdrawn.</summary>
    public string? Answer { get; private set; }

    /// <summary>The same as a code.</summary>
    public NoDealReason? NoDealReason { get; private set; }

    /// <summary>Whether the other party sees the reason in the same way; null until it has said so.</summary>
    public bool? OtherAgrees { get; private set; }

    /// <summary>Why the enterprise may not submit an interest in the need, or null.</summary>
    public static Error? Refuses(NeedCopy? need, EnterpriseCopy? enterprise, DateOnly today) => (need, enterprise) switch
    {
        (null or { Withdrawn: true }, _) => InterestErrors.NeedNotFound,
        ({ IsOpen: false }, _) => InterestErrors.NeedClosed,
        ({ AnswerBy: { } last }, _) when last < today => InterestErrors.TooLate,
        (_, null or { Withdrawn: true }) => InterestErrors.EnterpriseNotPublished,
        _ => null,
    };

    public static Interest Submit(NeedCopy need, Guid enterprise, string message, string? contact, DateTimeOffset now, MatchThen? match = null, Guid? id = null)
    {
        var interest = new Interest
        {
            Id = id ?? Guid.CreateVersion7(now),
            NeedId = need.Id,
            EnterpriseId = enterprise,
            MunicipalityCode = need.MunicipalityCode,
            Message = message,
            Contact = contact,
            SubmittedAt = now,
            Match = match,
        };
        interest.Changed("submitted");
        return interest;
    }

    /// <summary>The municipality takes up the dialogue.</summary>
    public Error? OpenDialogue() => Status == InterestStatus.InDialogue
        ? InterestErrors.AlreadyInDialogue
        : Move(InterestStatus.InDialogue, "dialogue-opened");

    /// <summary>The enterprise takes its interest back; it may submit a new one.</summary>
    public Error? Withdraw(string? reason, NoDealReason? code = null) => Move(InterestStatus.Withdrawn, "withdrawn", reason, code);

    /// <summary>The municipality says no and why: the enterprise can see why it was not chosen.</summary>
    public Error? Decline(string reason, NoDealReason? code = null) => Move(InterestStatus.Declined, "declined", reason, code);

    /// <summary>A deal was signed with the enterprise.</summary>
    public Error? Agree() => Move(InterestStatus.Agreed, "agreed");

    /// <summary>The party that did not say no says whether it sees the reason in the same way.</summary>
    public Error? Confirm(bool byBuyer, bool agrees)
    {
        if (Status is not (InterestStatus.Declined or InterestStatus.Withdrawn)) return Closed ?? InterestErrors.StillOpen;
        if (byBuyer != (Status == InterestStatus.Withdrawn)) return InterestErrors.OwnReason;
        if (OtherAgrees is not null) return InterestErrors.AlreadyConfirmed;
        OtherAgrees = agrees;
        Changed("confirmed");
        return null;
    }

    /// <summary>The deal turned out to be registered by mistake: the two are in dialogue again.</summary>
    public void Reopen()
    {
        if (Status != InterestStatus.Agreed) return;
        Status = InterestStatus.InDialogue;
        Changed("reopened");
    }

    /// <inheritdoc/>
    protected override INounChanged? ToEvent(string reason) => null;

    /// <summary>The name of the final state that forbids every further move, or null while open.</summary>
    public Error? Closed => Status switch
    {
        InterestStatus.Withdrawn => InterestErrors.Withdrawn,
        InterestStatus.Declined => InterestErrors.Declined,
        InterestStatus.Agreed => InterestErrors.Agreed,
        _ => null,
    };

    private Error? Move(InterestStatus to, string reason, string? answer = null, NoDealReason? code = null)
    {
        if (Closed is { } closed) return closed;
        (Status, Answer, NoDealReason) = (to, answer, code);
        Changed(reason);
        return null;
    }
}
