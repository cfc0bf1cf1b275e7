using Enterprises.Register;
using ServiceDefaults;

namespace Enterprises.Offers;

/// <summary>An offer as answers show it.</summary>
/// <param name="Id">Identity.</param>
/// <param name="EnterpriseId">Whose it is.</param>
/// <param name="Version">The enterprise's version, which a changed offer raises; the ETag.</param>
/// <param name="Status">draft, published or withdrawn.</param>
/// <param name="Title">The trade in everyday words.</param>
/// <param name="Description">The offer at length.</param>
/// <param name="CpvCodes">CPV codes.</param>
/// <param name="ServiceArea">Where it is delivered.</param>
/// <param name="MaxContractSek">Largest total contract value taken on alone, SEK excluding VAT.</param>
public sealed record OfferView(
    Guid Id,
    Guid EnterpriseId,
    int Version,
    OfferStatus Status,
    string Title,
    string Description,
    IReadOnlyList<string> CpvCodes,
    ServiceArea ServiceArea,
    decimal? MaxContractSek) : IVersioned
{
    internal static OfferView Of(Enterprise enterprise, Guid id) => Of(enterprise.Offers.Single(offer => offer.Id == id), enterprise.Version);

    internal static OfferView Of(Offer offer, int version) => new(
        offer.Id, offer.EnterpriseId, version, offer.Status, offer.Title, offer.Description, offer.CpvCodes,
        new ServiceArea { Kind = offer.AreaKind, Codes = offer.AreaCodes, RadiusKm = offer.RadiusKm }, offer.MaxContractSek);
}
