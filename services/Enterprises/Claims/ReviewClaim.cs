using System.ComponentModel.DataAnnotations;
using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Claims;

/// <summary>A municipality or the network's lead looks at the evidence of a claim and says whether it bears.</summary>
internal static class ReviewClaim
{
    /// <summary>What was found.</summary>
    public sealed record Request
    {
        /// <summary>confirmed or rejected.</summary>
        [Required(ErrorMessage = "Ange confirmed eller rejected.")]
        public ClaimReview? Review { get; init; }

        /// <summary>Why; needed for a rejection, since the enterprise has to know.</summary>
        [StringLength(1000), NoPersonalNumber]
        public string? Note { get; init; }
    }

    public static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Handle(
        Guid id, Choice<ClaimKind> kind, Request request, IfMatch ifMatch, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.Enterprises.AsTracking().FindVisible(id, user, now, stop) is not { } enterprise) return EnterpriseErrors.NotFound.Result();
        if (!user.IsMunicipal() && !user.HasRole(Roles.NetworkLead)) return ClaimErrors.NotAllowed.Result();
        if (ifMatch.Refuses(enterprise.Version) is { } refused) return refused;
        if (request.Review is ClaimReview.Rejected && string.IsNullOrWhiteSpace(request.Note))
            return CommonErrors.Invalid.Result(null, new InvalidParameter("note", "Skriv varför uppgiften inte godtas."));
        if (enterprise.ReviewClaim(kind.Value, request.Review!.Value, request.Note, user.Subject, now) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(EnterpriseView.Of(enterprise, user, now));
    }
}
