using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>One round, as far as the reader may see it.</summary>
internal static class GetBaseline
{
    public static async Task<Results<Ok<BaselineView>, ProblemHttpResult>> Handle(Guid id, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        var municipality = user.Municipality();
        var baseline = await db.Baselines.Where(BaselineAccess.SeenBy(municipality)).SingleOrDefaultAsync(row => row.Id == id, stop);
        if (baseline is null) return BaselineErrors.NotFound.Result();
        if (baseline.MunicipalityCode != municipality) return TypedResults.Ok(BaselineView.Of(baseline, municipality));
        var answers = await db.BaselineAnswers.Where(row => row.BaselineId == id).ToListAsync(stop);
        return TypedResults.Ok(BaselineView.Of(baseline, municipality, baseline.Status is BaselineStatus.Open ? DimensionResult.Of(answers) : null, answers.Count));
    }
}
