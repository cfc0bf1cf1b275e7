namespace Enterprises.Claims;

/// <summary>A claim as answers show it: the statement, where it comes from, and what a review found.</summary>
/// <param name="Kind">What is claimed.</param>
/// <param name="Answer">yes, no or unknown, as stated.</param>
/// <param name="Holds">What may be built on after the review.</param>
/// <param name="Source">Where the statement comes from.</param>
/// <param name="StatedOn">The day it holds for.</param>
/// <param name="Until">The last day that a revoked registration binds (lag 2022:900, 8 §: five years); otherwise null.</param>
/// <param name="Evidence">Document, register entry or address.</param>
/// <param name="Review">confirmed, rejected, or null when nobody has looked.</param>
/// <param name="ReviewNote">What the reviewer wrote.</param>
/// <param name="ReviewedAt">When (UTC).</param>
public sealed record ClaimView(
    ClaimKind Kind,
    ClaimAnswer Answer,
    ClaimAnswer Holds,
    ClaimSource Source,
    DateOnly StatedOn,
    DateOnly? Until,
    string? Evidence,
    ClaimReview? Review,
    string? ReviewNote,
    DateTimeOffset? ReviewedAt)
{
    internal static ClaimView Of(Claim claim) => new(
        claim.Kind, claim.Answer, claim.Holds, claim.Source, claim.StatedOn,
        claim is { Kind: ClaimKind.RevokedRegistration, Holds: ClaimAnswer.Yes } ? claim.StatedOn.AddYears(5) : null, claim.Evidence, claim.Review, claim.ReviewNote, claim.ReviewedAt);
}
