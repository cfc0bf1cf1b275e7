namespace Enterprises.Claims;

/// <summary>
/// What is said about an enterprise: by whom, from which source, with which evidence, and who looked at it. There is no
/// state register of all social enterprises, so each statement carries where it comes from.
/// </summary>
internal sealed class Claim
{
    private Claim() { }

    public Guid EnterpriseId { get; private set; }
    public ClaimKind Kind { get; private set; }
    public ClaimAnswer Answer { get; private set; }
    public ClaimSource Source { get; private set; }
    public DateOnly StatedOn { get; private set; }
    public string? Evidence { get; private set; }
    public string SaidBy { get; private set; } = "";
    public ClaimReview? Review { get; private set; }
    public string? ReviewNote { get; private set; }
    public string? ReviewedBy { get; private set; }
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>What may be built on: a statement that a review rejected is unknown again.</summary>
    public ClaimAnswer Holds => Review is ClaimReview.Rejected ? ClaimAnswer.Unknown : Answer;

    internal static Claim Of(Guid enterprise, ClaimKind kind) => new() { EnterpriseId = enterprise, Kind = kind };

    /// <summary>A new statement replaces the old one and its review.</summary>
    internal void State(ClaimAnswer answer, ClaimSource source, DateOnly on, string? evidence, string saidBy)
    {
        (Answer, Source, StatedOn, Evidence, SaidBy) = (answer, source, on, evidence, saidBy);
        (Review, ReviewNote, ReviewedBy, ReviewedAt) = (null, null, null, null);
    }

    internal void Examine(ClaimReview review, string? note, string by, DateTimeOffset now) =>
        (Review, ReviewNote, ReviewedBy, ReviewedAt) = (review, note, by, now);
}

/// <summary>What can be claimed. The kinds are independent of each other: one does not follow from another.</summary>
public enum ClaimKind
{
    /// <summary>Arbetsintegrerande socialt företag (ASF).</summary>
    Wise,

    /// <summary>Idéburen organisation: an exclusively public-benefit purpose in its statutes.</summary>
    NonProfit,

    /// <summary>Socialt företag in the wide sense of the government's strategy of 2018.</summary>
    SocialEnterprise,

    /// <summary>Socialt innovationsföretag.</summary>
    SocialInnovation,

    /// <summary>Registered with Kammarkollegiet under lag 2022:900.</summary>
    RegisteredIdeburen,

    /// <summary>The registration under lag 2022:900 was revoked within five years, so 8 § of that law still binds.</summary>
    RevokedRegistration,

    /// <summary>Skyddad verkstad (LOU 4 kap. 18 §).</summary>
    ShelteredWorkshop,

    /// <summary>Profit is mainly reinvested.</summary>
    ProfitReinvested,

    /// <summary>A state, region or municipality has the decisive influence.</summary>
    PubliclyOwned,
}

/// <summary>Three-valued: what nobody knows is not a no.</summary>
public enum ClaimAnswer
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It is so.</summary>
    Yes,

    /// <summary>It is not so.</summary>
    No,
}

/// <summary>Where a statement comes from.</summary>
public enum ClaimSource
{
    /// <summary>The enterprise itself.</summary>
    OwnStatement,

    /// <summary>Skoopi's list of work-integrating social enterprises.</summary>
    Skoopi,

    /// <summary>Kammarkollegiet's register.</summary>
    Kammarkollegiet,

    /// <summary>Bolagsverket.</summary>
    Bolagsverket,

    /// <summary>A municipality that knows the enterprise.</summary>
    Municipality,
}

/// <summary>What somebody who looked at the evidence found.</summary>
public enum ClaimReview
{
    /// <summary>The evidence bears it.</summary>
    Confirmed,

    /// <summary>The evidence does not bear it.</summary>
    Rejected,
}
