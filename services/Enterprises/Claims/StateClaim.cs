using System.ComponentModel.DataAnnotations;
using Enterprises.Register;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Enterprises.Claims;

/// <summary>The enterprise says yes, no or unknown, and where that comes from. It replaces an earlier statement and its review.</summary>
internal static class StateClaim
{
    /// <summary>A statement.</summary>
    public sealed record Request
    {
        /// <summary>yes, no or unknown.</summary>
        [Required(ErrorMessage = "Svara yes, no eller unknown.")]
        public ClaimAnswer? Answer { get; init; }

        /// <summary>own-statement: what the enterprise says of itself comes from nobody else, and what it points to is evidence.</summary>
        public ClaimSource Source { get; init; }

        /// <summary>The day it holds for; today when not given.</summary>
        [Day]
        public DateOnly? StatedOn { get; init; }

        /// <summary>Document, register entry or address that shows it.</summary>
        [StringLength(1000), NoPersonalNumber]
        public string? Evidence { get; init; }
    }

    public static async Task<Results<Ok<EnterpriseView>, ProblemHttpResult>> Handle(
        Guid id, Choice<ClaimKind> kind, Request request, IfMatch ifMatch, CurrentUser user, EnterprisesDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var (enterprise, refused) = await db.FindToChange(id, user, ifMatch, clock, stop);
        if (enterprise is null) return refused!;
        if (request.Source is not ClaimSource.OwnStatement)
            return ClaimErrors.NotYourSource.Result("Skriv i evidence var det kan kontrolleras, till exempel posten i registret.", new InvalidParameter("source", ClaimErrors.NotYourSource.Title));
        var today = SwedishTime.DayOf(now);
        if (request.StatedOn > today) return ClaimErrors.InFuture.Result(null, new InvalidParameter("statedOn", ClaimErrors.InFuture.Title));
        enterprise.StateClaim(kind.Value, request.Answer!.Value, request.Source, request.StatedOn ?? today, request.Evidence, user.Subject);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(EnterpriseView.Of(enterprise, user, now));
    }
}
