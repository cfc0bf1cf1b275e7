using Matchmaking.Interests;
using ServiceDefaults;

namespace Matchmaking.Deals;

/// <summary>A deal as its two parties see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also the ETag.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="NeedId">The need.</param>
/// <param name="InterestId">The interest that it came from, or null.</param>
/// <param name="Match">The match that the interest came from, as it was then; null when there was none.</param>
/// <param name="Title">The need's title; once signed, as it was then.</param>
/// <param name="CpvCodes">The need's CPV codes, the main one first.</param>
/// <param name="MunicipalityCode">The buyer.</param>
/// <param name="EnterpriseId">The supplier.</param>
/// <param name="EnterpriseName">The supplier's name; once signed, as it was then.</param>
/// <param name="AgreementType">Kind of agreement; null in a draft, like all that was agreed.</param>
/// <param name="Route">Code of the legal route.</param>
/// <param name="AgreedValueSek">Agreed total value, SEK excluding VAT.</param>
/// <param name="ExpectedJobs">Jobs expected, in full-time years.</param>
/// <param name="ExpectedPlacements">Places for work training or practice expected.</param>
/// <param name="SignedOn">The day of the last signature.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day, or null.</param>
/// <param name="FollowUpMonths">Months between follow-ups.</param>
/// <param name="ClosedOn">The day it was completed, ended or withdrawn.</param>
/// <param name="ClosedBecause">Why it was ended or withdrawn.</param>
/// <param name="SupplierAgrees">Whether the enterprise agrees with how it was completed or ended; null until it has said so.</param>
/// <param name="SupplierComment">What the enterprise adds.</param>
/// <param name="CreatedAt">When the draft was made (UTC).</param>
/// <param name="ChangedAt">When it changed last (UTC).</param>
/// <param name="Duties">What the buyer has to do because it was signed, with last days, by the rules of that day; empty in a draft.</param>
/// <param name="Demonstration">True for a made-up deal of the demonstration.</param>
public sealed record DealView(
    Guid Id,
    int Version,
    DealStatus Status,
    Guid NeedId,
    Guid? InterestId,
    MatchThen? Match,
    string Title,
    IReadOnlyList<string> CpvCodes,
    string MunicipalityCode,
    Guid EnterpriseId,
    string EnterpriseName,
    AgreementType? AgreementType,
    string? Route,
    decimal? AgreedValueSek,
    decimal? ExpectedJobs,
    int? ExpectedPlacements,
    DateOnly? SignedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    int FollowUpMonths,
    DateOnly? ClosedOn,
    string? ClosedBecause,
    bool? SupplierAgrees,
    string? SupplierComment,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    IReadOnlyList<DealDuty> Duties,
    bool Demonstration) : IVersioned
{
    internal static DealView Of(Deal deal) => new(
        deal.Id, deal.Version, deal.Status, deal.NeedId, deal.InterestId, deal.Match, deal.Title, deal.CpvCodes, deal.MunicipalityCode, deal.EnterpriseId,
        deal.EnterpriseName, deal.AgreementType, deal.Route, deal.AgreedValueSek, deal.ExpectedJobs, deal.ExpectedPlacements, deal.SignedOn,
        deal.StartsOn, deal.EndsOn, deal.FollowUpMonths, deal.ClosedOn, deal.ClosedBecause, deal.SupplierAgrees, deal.SupplierComment, deal.CreatedAt, deal.ChangedAt,
        DealDuties.Of(deal), deal.Demonstration);
}

internal static class DealQueries
{
    /// <summary>
    /// The municipality's own, and those that the enterprise has signed: before that, whom a municipality has in mind is nothing
    /// it may tell (OSL 19 kap. 3 §). To everybody else they do not exist.
    /// </summary>
    public static IQueryable<Deal> VisibleTo(this IQueryable<Deal> deals, CurrentUser user)
    {
        var (buyer, supplier) = (user.Buyer(), user.Supplier());
        return buyer is not null ? deals.Where(deal => deal.MunicipalityCode == buyer)
            : deals.Where(deal => deal.EnterpriseId == supplier && deal.SignedOn != null);
    }
}
