using Enterprises.Claims;
using Enterprises.Complaints;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Register;

/// <content>Why the profile can be trusted: claims with sources, freshness, complaints.</content>
internal sealed partial class Enterprise
{
    /// <summary>The one reason that the public feed gives, whether a complaint or age holds a profile back: that somebody complained is nobody else's business.</summary>
    private const string Unseen = "hidden";

    private readonly List<Claim> claims = [];
    private readonly List<Complaint> complaints = [];

    public IReadOnlyList<Claim> Claims => claims;
    public IReadOnlyList<Complaint> Complaints => complaints;

    /// <summary>When somebody of the enterprise last said that the profile is right (UTC).</summary>
    public DateTimeOffset ConfirmedAt { get; private set; }

    /// <summary>Out of sight since nobody has confirmed it for too long.</summary>
    public bool Hidden { get; private set; }

    /// <summary>Out of sight while a complaint is looked at, and after one that was found right.</summary>
    public bool Suspended { get; private set; }

    /// <summary>Says that the profile is still right.</summary>
    public void Confirm(DateTimeOffset now)
    {
        Refresh(now);
        Changed("confirmed");
    }

    /// <summary>Puts a profile out of sight that has not been confirmed for too long; false when it is not due.</summary>
    public bool Hide(DateTimeOffset now)
    {
        if (Hidden || Status is not EnterpriseStatus.Published || Freshness.Of(ConfirmedAt, now) is not FreshnessState.Hidden) return false;
        Hidden = true;
        Changed(Unseen);
        return true;
    }

    public void StateClaim(ClaimKind kind, ClaimAnswer answer, ClaimSource source, DateOnly on, string? evidence, string saidBy)
    {
        var claim = claims.Find(row => row.Kind == kind);
        if (claim is null) claims.Add(claim = Claim.Of(Id, kind));
        claim.State(answer, source, on, evidence?.Trim(), saidBy);
        Changed("claim-stated");
    }

    public Error? ReviewClaim(ClaimKind kind, ClaimReview review, string? note, string by, DateTimeOffset now)
    {
        if (claims.Find(row => row.Kind == kind) is not { } claim) return ClaimErrors.NotFound;
        if (claim.SaidBy == by) return ClaimErrors.OwnReview;
        claim.Examine(review, note?.Trim(), by, now);
        Changed("claim-reviewed");
        return null;
    }

    public (Complaint? Complaint, Error? Error) Complain(Guid id, string text, string by, DateTimeOffset now)
    {
        if (!IsPublic) return (null, EnterpriseErrors.NotFound);
        var complaint = Complaint.File(id, Id, text, by, now);
        complaints.Add(complaint);
        Suspended = true;
        Changed(Unseen);
        return (complaint, null);
    }

    public Error? DecideComplaint(Guid id, ComplaintDecision decision, string note, string by, DateTimeOffset now)
    {
        if (complaints.Find(row => row.Id == id) is not { } complaint) return ComplaintErrors.NotFound;
        if (complaint.Decide(decision, note, by, now) is { } error) return error;
        // An upheld complaint goes on holding the profile back until it is decided anew, as dismissed.
        Suspended = complaints.Exists(row => row.Decision is not ComplaintDecision.Dismissed);
        Changed(Suspended ? Unseen : "shown");
        return null;
    }

    private void Refresh(DateTimeOffset now) => (ConfirmedAt, Hidden) = (now, false);

    private List<string> Kinds() =>
        [.. claims.Where(row => row.Holds is ClaimAnswer.Yes && row.Kind <= ClaimKind.SocialInnovation).Select(row => Kebab.Of(row.Kind)).Order(StringComparer.Ordinal)];

    private bool? Registered() => claims.Find(row => row.Kind is ClaimKind.RegisteredIdeburen)?.Holds switch
    {
        ClaimAnswer.Yes => true,
        ClaimAnswer.No => false,
        _ => null,
    };
}
