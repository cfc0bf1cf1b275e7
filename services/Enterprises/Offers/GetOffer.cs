using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Enterprises.Offers;

/// <summary>One offer, if it is public or one's own.</summary>
internal static class GetOffer
{
    public static async Task<Results<Ok<OfferView>, ProblemHttpResult>> Handle(
        Guid id, Guid offerId, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var enterprise = await db.Enterprises.AsNoTracking().FindVisible(id, user, clock.GetUtcNow(), stop);
        if (enterprise is null) return EnterpriseErrors.NotFound.Result();
        var own = user.Enterprise() == id;
        return enterprise.Offers.Any(offer => offer.Id == offerId && (own || offer.Status is OfferStatus.Published))
            ? TypedResults.Ok(OfferView.Of(enterprise, offerId))
            : OfferErrors.NotFound.Result();
    }
}
