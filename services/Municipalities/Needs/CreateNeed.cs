using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults;

namespace Municipalities.Needs;

/// <summary>Begins a draft in the person's own municipality.</summary>
internal static class CreateNeed
{
    public static async Task<Results<Created<NeedView>, ProblemHttpResult>> Handle(
        NeedContent content, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Municipality() is not { } municipality) return NeedErrors.NotAMunicipality.Result();
        var (need, error) = Need.Draft(Guid.CreateVersion7(), municipality, content, clock.GetUtcNow());
        if (need is null) return error!.Result();

        db.Needs.Add(need);
        await db.SaveChangesAsync(stop);
        return TypedResults.Created($"/municipalities/v1/needs/{need.Id}", NeedView.Of(need));
    }
}
