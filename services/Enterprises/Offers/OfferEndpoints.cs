using Enterprises.Register;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Enterprises.Offers;

internal static class OfferEndpoints
{
    public static void MapOffers(this RouteGroupBuilder api)
    {
        var offers = api.MapGroup("/enterprises/{id:guid}/offers").WithTags("offers");
        Error[] changing = [.. EnterpriseEndpoints.Changing, OfferErrors.NotFound];
        offers.MapGet("/{offerId:guid}", GetOffer.Handle).WithName("GetOffer").WithSummary("Ett erbjudande / Get an offer")
            .Fails(EnterpriseErrors.NotFound, OfferErrors.NotFound);
        offers.MapPost("/", CreateOffer.Handle).WithName("CreateOffer").WithSummary("Nytt erbjudande / Draft an offer")
            .Fails(CommonErrors.Invalid, EnterpriseErrors.NotFound, EnterpriseErrors.NotYours, OfferErrors.TooMany, CommonErrors.Race).Idempotent<EnterprisesDb>();
        offers.MapPut("/{offerId:guid}", ReviseOffer.Handle).WithName("ReviseOffer").WithSummary("Ändra / Revise").Fails([.. changing, CommonErrors.Invalid]);
        offers.MapPost("/{offerId:guid}/publication", PublishOffer.Handle).WithName("PublishOffer").WithSummary("Publicera / Publish")
            .Fails([.. changing, OfferErrors.AlreadyPublished]).Idempotent<EnterprisesDb>();
        offers.MapPost("/{offerId:guid}/withdrawal", WithdrawOffer.Handle).WithName("WithdrawOffer").WithSummary("Återkalla / Withdraw")
            .Fails([.. changing, OfferErrors.AlreadyWithdrawn]).Idempotent<EnterprisesDb>();
    }
}
