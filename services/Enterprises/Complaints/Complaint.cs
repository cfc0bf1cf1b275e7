using ServiceDefaults;

namespace Enterprises.Complaints;

/// <summary>What was found about a complaint.</summary>
public enum ComplaintDecision
{
    /// <summary>It was right: the profile stays out of sight.</summary>
    Upheld,

    /// <summary>It was not, or no longer is: the profile is seen again.</summary>
    Dismissed,
}

/// <summary>A complaint about an enterprise; kept for good, as the audit trail of who held a profile back and why.</summary>
internal sealed class Complaint
{
    private Complaint() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public string Text { get; private set; } = "";
    public string FiledBy { get; private set; } = "";
    public DateTimeOffset FiledAt { get; private set; }
    public ComplaintDecision? Decision { get; private set; }
    public string? Note { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    internal static Complaint File(Guid id, Guid enterprise, string text, string by, DateTimeOffset now) =>
        new() { Id = id, EnterpriseId = enterprise, Text = text.Trim(), FiledBy = by, FiledAt = now };

    /// <summary>A dismissal is final; an upheld complaint may later be dismissed, when the fault has been put right.</summary>
    internal Error? Decide(ComplaintDecision decision, string note, string by, DateTimeOffset now)
    {
        if (Decision is ComplaintDecision.Dismissed || Decision == decision) return ComplaintErrors.AlreadyDecided;
        (Decision, Note, DecidedBy, DecidedAt) = (decision, note.Trim(), by, now);
        return null;
    }
}
