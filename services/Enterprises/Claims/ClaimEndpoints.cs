using Enterprises.Register;
using ServiceDefaults;
using ServiceDefaults.Messaging;

namespace Enterprises.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this RouteGroupBuilder api)
    {
        var claims = api.MapGroup("/enterprises/{id:guid}/claims/{kind}").WithTags("claims");
        claims.MapPut("/", StateClaim.Handle).WithName("StateClaim").WithSummary("Lämna en uppgift / State a claim")
            .Fails([.. EnterpriseEndpoints.Changing, CommonErrors.Invalid, ClaimErrors.InFuture, ClaimErrors.NotYourSource]);
        claims.MapPost("/reviews", ReviewClaim.Handle).WithName("ReviewClaim").WithSummary("Granska en uppgift / Review a claim")
            .Fails([.. EnterpriseEndpoints.Changing, CommonErrors.Invalid, ClaimErrors.NotFound, ClaimErrors.NotAllowed, ClaimErrors.OwnReview]).Idempotent<EnterprisesDb>();
    }
}
