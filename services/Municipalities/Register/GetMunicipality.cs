using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Municipalities.Register;

/// <summary>One municipality by its SCB code.</summary>
internal static class GetMunicipality
{
    public static async Task<Results<Ok<MunicipalityView>, ProblemHttpResult>> Handle(string code, MunicipalitiesDb db, CancellationToken stop) =>
        await db.Municipalities.Where(row => row.Code == code).Select(MunicipalityView.From).SingleOrDefaultAsync(stop) is { } found
            ? TypedResults.Ok(found)
            : MunicipalityEndpoints.NotFound.Result("Ange kommunkoden med fyra siffror, till exempel 1280 eller 0360.");
}
