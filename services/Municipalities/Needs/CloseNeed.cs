using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Ends a need with its outcome.</summary>
internal static class CloseNeed
{
    /// <summary>How it ended.</summary>
    /// <param name="Outcome">deal, no-deal or procured-elsewhere.</param>
    public sealed record Request([property: System.ComponentModel.DataAnnotations.Required(ErrorMessage = "Ange hur behovet slutade.")] NeedOutcome? Outcome);

    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(
        Guid id, Request request, IfMatch ifMatch, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        var (need, refused) = await db.FindToChange(id, user, ifMatch, stop);
        if (need is null) return refused!;
        if (need.Close(request.Outcome!.Value, clock.GetUtcNow()) is { } error) return error.Result();
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
