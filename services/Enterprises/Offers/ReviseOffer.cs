using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Enterprises.Offers;

/// <summary>Says something else in an offer.</summary>
internal static class ReviseOffer
{
    public static async Task<Results<Ok<OfferView>, ProblemHttpResult>> Handle(
        Guid id, Guid offerId, OfferContent content, IfMatch ifMatch, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var (enterprise, refused) = await db.FindToChange(id, user, ifMatch, clock, stop);
        if (enterprise is null) return refused!;
        if (enterprise.ReviseOffer(offerId, content) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(OfferView.Of(enterprise, offerId));
    }
}
