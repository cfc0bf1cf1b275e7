using Matchmaking.Data;
using ServiceDefaults;

namespace Matchmaking.Interests;

/// <summary>An interest as its two parties see it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also the ETag.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="NeedId">The need.</param>
/// <param name="NeedTitle">The need's title as it is now.</param>
/// <param name="MunicipalityCode">The need's municipality.</param>
/// <param name="EnterpriseId">The enterprise.</param>
/// <param name="EnterpriseName">The enterprise's name as it is now.</param>
/// <param name="Message">What the enterprise wrote.</param>
/// <param name="Contact">How to reach a person at the enterprise.</param>
/// <param name="Answer">Why it was declined or withdrawn.</param>
/// <param name="NoDealReason">The same as a code.</param>
/// <param name="OtherAgrees">Whether the other party sees the reason in the same way; null until it has said so.</param>
/// <param name="Match">The match that it came from, as it was then; null when there was none.</param>
/// <param name="SubmittedAt">When it was submitted (UTC).</param>
/// <param name="ChangedAt">When it changed last (UTC).</param>
public sealed record InterestView(
    Guid Id,
    int Version,
    InterestStatus Status,
    Guid NeedId,
    string? NeedTitle,
    string MunicipalityCode,
    Guid EnterpriseId,
    string? EnterpriseName,
    string Message,
    string? Contact,
    string? Answer,
    NoDealReason? NoDealReason,
    bool? OtherAgrees,
    MatchThen? Match,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt) : IVersioned;

internal static class InterestQueries
{
    /// <summary>Those that the person is a party to; to everybody else they do not exist.</summary>
    public static IQueryable<Interest> VisibleTo(this IQueryable<Interest> interests, CurrentUser user)
    {
        var (buyer, supplier) = (user.Buyer(), user.Supplier());
        return buyer is not null ? interests.Where(interest => interest.MunicipalityCode == buyer)
            : interests.Where(interest => interest.EnterpriseId == supplier);
    }

    public static IQueryable<InterestView> ToViews(this IQueryable<Interest> interests, MatchmakingDb db) =>
        from interest in interests
        join need in db.Needs on interest.NeedId equals need.Id into needs
        from need in needs.DefaultIfEmpty()
        join enterprise in db.Enterprises on interest.EnterpriseId equals enterprise.Id into enterprises
        from enterprise in enterprises.DefaultIfEmpty()
        select new InterestView(interest.Id, interest.Version, interest.Status, interest.NeedId, need!.Title, interest.MunicipalityCode,
            interest.EnterpriseId, enterprise!.Name, interest.Message, interest.Contact, interest.Answer, interest.NoDealReason,
            interest.OtherAgrees, interest.Match, interest.SubmittedAt, interest.ChangedAt);
}
