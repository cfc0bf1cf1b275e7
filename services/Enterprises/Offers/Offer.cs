using Contracts.Enterprises;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Offers;

/// <summary>Where an offer is in its life.</summary>
public enum OfferStatus
{
    /// <summary>Seen by the enterprise alone.</summary>
    Draft,

    /// <summary>Seen by all, as long as the enterprise is.</summary>
    Published,

    /// <summary>Taken back; it may be published again.</summary>
    Withdrawn,
}

/// <summary>What an enterprise offers; a part of the enterprise, whose version its changes raise.</summary>
internal sealed class Offer
{
    private Offer() { }

    public Guid Id { get; private set; }
    public Guid EnterpriseId { get; private set; }
    public OfferStatus Status { get; private set; }
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";
    public List<string> CpvCodes { get; private set; } = [];
    public AreaKind AreaKind { get; private set; }
    public List<string> AreaCodes { get; private set; } = [];
    public int? RadiusKm { get; private set; }
    public decimal? MaxContractSek { get; private set; }

    internal static Offer Draft(Guid id, Guid enterprise, OfferContent content)
    {
        var offer = new Offer { Id = id, EnterpriseId = enterprise };
        offer.Take(content);
        return offer;
    }

    internal void Take(OfferContent content)
    {
        (Title, Description, MaxContractSek) = (content.Title.Trim(), content.Description.Trim(), content.MaxContractSek);
        CpvCodes = [.. content.CpvCodes];
        (AreaKind, AreaCodes, RadiusKm) = (content.ServiceArea!.Kind, [.. content.ServiceArea.Codes], content.ServiceArea.RadiusKm);
    }

    internal Error? Publish()
    {
        if (Status is OfferStatus.Published) return OfferErrors.AlreadyPublished;
        Status = OfferStatus.Published;
        return null;
    }

    internal Error? Withdraw()
    {
        if (Status is OfferStatus.Withdrawn) return OfferErrors.AlreadyWithdrawn;
        Status = OfferStatus.Withdrawn;
        return null;
    }

    internal OfferState ToState() =>
        new(Id, Title, Description, CpvCodes, new Contracts.Enterprises.ServiceArea(Kebab.Of(AreaKind), AreaCodes, RadiusKm), MaxContractSek);
}
