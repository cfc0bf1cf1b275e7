using Enterprises.Claims;
using Enterprises.Offers;
using ServiceDefaults;

namespace Enterprises.Register;

/// <summary>An enterprise as answers show it; how much of it depends on who asks.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Raised by one at each change of the profile or its offers; the ETag of both.</param>
/// <param name="Status">draft, published or withdrawn.</param>
/// <param name="Name">Registered name.</param>
/// <param name="OrganisationNumber">Ten digits; null for a sole trader, whose number only the person sees.</param>
/// <param name="Part">The unit, when the profile is a part of a larger legal person.</param>
/// <param name="LegalForm">Legal form.</param>
/// <param name="MunicipalityCode">SCB code of its home.</param>
/// <param name="Presentation">In its own words.</param>
/// <param name="Website">Address of its web site.</param>
/// <param name="Workforce">Counts at a date, or null; where fewer than five work only the enterprise itself sees them.</param>
/// <param name="ReachesShare">At least 30 percent from target groups (LOU 4 kap. 18 §), computed from the counts; null when not known.</param>
/// <param name="TargetGroups">Codes of target groups that work there; where fewer than five work only the enterprise itself sees them.</param>
/// <param name="Claims">What is claimed, with source and review.</param>
/// <param name="Contact">Whom to talk with; signed-in users only.</param>
/// <param name="Freshness">How new its word is and what follows.</param>
/// <param name="Suspended">Out of sight because of a complaint; seen by the enterprise and the network's lead.</param>
/// <param name="Offers">Published offers; the enterprise itself sees all.</param>
/// <param name="PublishedAt">When it first became public (UTC).</param>
/// <param name="ChangedAt">The last change (UTC).</param>
public sealed record EnterpriseView(
    Guid Id,
    int Version,
    EnterpriseStatus Status,
    string Name,
    string? OrganisationNumber,
    string? Part,
    LegalForm LegalForm,
    string MunicipalityCode,
    string Presentation,
    string? Website,
    Workforce? Workforce,
    bool? ReachesShare,
    IReadOnlyList<string> TargetGroups,
    IReadOnlyList<ClaimView> Claims,
    Contact? Contact,
    FreshnessView Freshness,
    bool Suspended,
    IReadOnlyList<OfferView> Offers,
    DateTimeOffset? PublishedAt,
    DateTimeOffset ChangedAt) : IVersioned
{
    internal static EnterpriseView Of(Enterprise enterprise, CurrentUser user, DateTimeOffset now)
    {
        var own = enterprise.Id == user.Enterprise();
        var workforce = enterprise is { Employed: { } all, EmployedFromTargetGroup: { } some, CountedOn: { } day }
            ? new Workforce { Employed = all, EmployedFromTargetGroup = some, CountedOn = day }
            : null;
        return new EnterpriseView(
            enterprise.Id, enterprise.Version, enterprise.Status, enterprise.Name,
            own || enterprise.LegalForm is not LegalForm.SoleTrader ? enterprise.OrganisationNumber : null,
            enterprise.Part is "" ? null : enterprise.Part, enterprise.LegalForm, enterprise.MunicipalityCode, enterprise.Presentation, enterprise.Website,
            own || !enterprise.TooFew ? workforce : null, workforce?.ReachesShare, own || !enterprise.TooFew ? enterprise.TargetGroups : [],
            [.. enterprise.Claims.OrderBy(claim => claim.Kind).Select(ClaimView.Of)],
            user.IsSignedIn && enterprise.ContactName is { } name ? new Contact { Name = name, Email = enterprise.ContactEmail, Phone = enterprise.ContactPhone } : null,
            FreshnessView.Of(enterprise, now), enterprise.Suspended,
            [.. from offer in enterprise.Offers
                where own || offer.Status is OfferStatus.Published
                orderby offer.Id
                select OfferView.Of(offer, enterprise.Version)],
            enterprise.PublishedAt, enterprise.ChangedAt);
    }
}

/// <summary>How new the enterprise's own word is, and what follows when nobody renews it.</summary>
/// <param name="State">fresh, due-soon, overdue (loses rank) or hidden.</param>
/// <param name="ConfirmedAt">When it was last confirmed (UTC).</param>
/// <param name="LosesRankAt">When it begins to lose rank unless confirmed (UTC).</param>
/// <param name="HiddenAt">When it goes out of sight unless confirmed (UTC).</param>
public sealed record FreshnessView(FreshnessState State, DateTimeOffset ConfirmedAt, DateTimeOffset LosesRankAt, DateTimeOffset HiddenAt)
{
    internal static FreshnessView Of(Enterprise enterprise, DateTimeOffset now) => new(
        Freshness.Of(enterprise.ConfirmedAt, now), enterprise.ConfirmedAt,
        enterprise.ConfirmedAt.AddMonths(Freshness.OverdueMonths), enterprise.ConfirmedAt.AddMonths(Freshness.HiddenMonths));
}
