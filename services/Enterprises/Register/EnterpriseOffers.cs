using Enterprises.Offers;
using ServiceDefaults;

namespace Enterprises.Register;

/// <content>The enterprise's offers.</content>
internal sealed partial class Enterprise
{
    /// <summary>The reason of changes that nobody outside may notice.</summary>
    private const string OfferDrafted = "offer-drafted";

    private const int MostOffers = 50;

    private readonly List<Offer> offers = [];

    public IReadOnlyList<Offer> Offers => offers;

    public (Offer? Offer, Error? Error) DraftOffer(Guid id, OfferContent content)
    {
        if (offers.Count >= MostOffers) return (null, OfferErrors.TooMany);
        var offer = Offer.Draft(id, Id, content);
        offers.Add(offer);
        Changed(OfferDrafted);
        return (offer, null);
    }

    public Error? ReviseOffer(Guid id, OfferContent content) => WithOffer(id, offer =>
    {
        offer.Take(content);
        return null;
    }, "offer-revised");

    public Error? PublishOffer(Guid id) => WithOffer(id, offer => offer.Publish(), "offer-published");

    public Error? WithdrawOffer(Guid id) => WithOffer(id, offer => offer.Withdraw(), "offer-withdrawn");

    private Error? WithOffer(Guid id, Func<Offer, Error?> rule, string reason)
    {
        if (offers.Find(offer => offer.Id == id) is not { } offer) return OfferErrors.NotFound;
        var wasPublic = offer.Status is OfferStatus.Published;
        if (rule(offer) is { } error) return error;
        Changed(wasPublic || offer.Status is OfferStatus.Published ? reason : OfferDrafted);
        return null;
    }
}
