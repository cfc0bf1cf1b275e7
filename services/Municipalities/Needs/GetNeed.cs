using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>One need, if it is public or one's own.</summary>
internal static class GetNeed
{
    // The platform's hottest query: compiled, it takes about two thirds of the time.
    private static readonly Func<MunicipalitiesDb, Guid, string?, CancellationToken, Task<NeedView?>> Find = EF.CompileAsyncQuery(
        (MunicipalitiesDb db, Guid id, string? municipality, CancellationToken stop) =>
            db.Needs.Where(need => need.Id == id && (NeedAccess.PublicOnes.Contains(need.Status) || need.MunicipalityCode == municipality)).Select(NeedView.From).SingleOrDefault());

    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, CancellationToken stop) =>
        await Find(db, id, user.Municipality(), stop) is { } found
            ? TypedResults.Ok(found)
            : NeedErrors.NotFound.Result();
}
