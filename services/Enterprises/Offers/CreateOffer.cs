using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Enterprises.Offers;

/// <summary>Begins an offer, which is a draft.</summary>
internal static class CreateOffer
{
    public static async Task<Results<Created<OfferView>, ProblemHttpResult>> Handle(
        Guid id, OfferContent content, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        // A new offer overwrites nothing, so no version is asked for.
        var (enterprise, refused) = await db.FindToChange(id, user, IfMatch.Any, clock, stop);
        if (enterprise is null) return refused!;
        var (offer, error) = enterprise.DraftOffer(Guid.CreateVersion7(), content);
        if (offer is null) return error!.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/enterprises/v1/enterprises/{id}/offers/{offer.Id}", OfferView.Of(enterprise, offer.Id));
    }
}
