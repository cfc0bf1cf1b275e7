using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Enterprises.Offers;

/// <summary>Takes an offer back.</summary>
internal static class WithdrawOffer
{
    public static async Task<Results<Ok<OfferView>, ProblemHttpResult>> Handle(
        Guid id, Guid offerId, IfMatch ifMatch, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var (enterprise, refused) = await db.FindToChange(id, user, ifMatch, clock, stop);
        if (enterprise is null) return refused!;
        if (enterprise.WithdrawOffer(offerId) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(OfferView.Of(enterprise, offerId));
    }
}
