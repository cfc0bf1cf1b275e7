using ServiceDefaults.Rules;
using System.ComponentModel.DataAnnotations;
using Matchmaking.Data;
using Matchmaking.Matching;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;

namespace Matchmaking.Interests;

/// <summary>An enterprise tells the municipality that it is interested.</summary>
internal static class SubmitInterest
{
    /// <param name="NeedId">The need.</param>
    /// <param name="Message">How the enterprise would meet the need. No price: this is not a bid.</param>
    /// <param name="Contact">Name, telephone or e-mail of somebody to talk to; seen by the municipality only.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "Ange vilket behov det gäller.")] Guid? NeedId,
        [property: Required(ErrorMessage = "Beskriv hur ni kan möta behovet."), MaxLength(4000, ErrorMessage = "Högst 4 000 tecken."), NoPersonalNumber] string Message,
        [property: MaxLength(200, ErrorMessage = "Högst 200 tecken."), NoPersonalNumber] string? Contact = null);

    public static async Task<Results<Created<InterestView>, ProblemHttpResult>> Handle(
        Request request, CurrentUser user, MatchmakingDb db, MatchIndex index, TimeProvider clock, CancellationToken stop)
    {
        if (user.Supplier() is not { } supplier) return InterestErrors.EnterpriseOnly.Result("Logga in som företagets chef.");
        var need = await db.Needs.FindAsync([request.NeedId], stop);
        var enterprise = await db.Enterprises.FindAsync([supplier], stop);
        if (Interest.Refuses(need, enterprise, clock.Today()) is { } refused) return refused.Result();

        var interest = Interest.Submit(need!, supplier, request.Message.Trim(), request.Contact?.Trim(), clock.Moment(),
            MatchThen.Of(index.Between(need!.Id, supplier), need));
        // Asked first for the common case; the unique index decides when two come at once.
        if (await db.Interests.AnyAsync(other => other.NeedId == need!.Id && other.EnterpriseId == supplier && other.Status != InterestStatus.Withdrawn, stop))
            return InterestErrors.AlreadySubmitted.Result("Läs er tidigare anmälan under interests.");
        db.Add(interest);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: InterestTable.OncePerNeed })
        {
            return InterestErrors.AlreadySubmitted.Result("Läs er tidigare anmälan under interests.");
        }
        var view = await db.Interests.Where(stored => stored.Id == interest.Id).ToViews(db).SingleAsync(stop);
        return TypedResults.Created($"/matchmaking/v1/interests/{interest.Id}", view);
    }
}
