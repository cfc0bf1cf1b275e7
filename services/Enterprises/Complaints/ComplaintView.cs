using Enterprises.Register;
using ServiceDefaults;

namespace Enterprises.Complaints;

/// <summary>A complaint as answers show it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Text">What is complained of.</param>
/// <param name="FiledBy">Who filed it; not shown to the enterprise.</param>
/// <param name="FiledAt">When (UTC).</param>
/// <param name="Decision">upheld, dismissed, or null while it is looked at.</param>
/// <param name="Note">Why it was decided so.</param>
/// <param name="DecidedBy">Who decided; not shown to the enterprise.</param>
/// <param name="DecidedAt">When (UTC).</param>
public sealed record ComplaintView(
    Guid Id,
    string Text,
    string? FiledBy,
    DateTimeOffset FiledAt,
    ComplaintDecision? Decision,
    string? Note,
    string? DecidedBy,
    DateTimeOffset? DecidedAt)
{
    internal static ComplaintView Of(Complaint complaint, CurrentUser user)
    {
        var shown = user.Enterprise() != complaint.EnterpriseId;
        return new ComplaintView(
            complaint.Id, complaint.Text, shown ? complaint.FiledBy : null, complaint.FiledAt,
            complaint.Decision, complaint.Note, shown ? complaint.DecidedBy : null, complaint.DecidedAt);
    }
}
