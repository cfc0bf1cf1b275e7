using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Municipalities.Baselines;

/// <summary>Begins a round in the lead's own municipality.</summary>
internal static class OpenBaseline
{
    public static async Task<Results<Created<BaselineView>, ProblemHttpResult>> Handle(
        BaselineTitle content, CurrentUser user, MunicipalitiesDb db, TimeProvider clock, CancellationToken stop)
    {
        if (user.Leads() is not { } municipality) return BaselineErrors.NotALead.Result();
        if (await db.Baselines.AnyAsync(row => row.MunicipalityCode == municipality && row.Status == BaselineStatus.Open, stop)) return BaselineErrors.OpenAlready.Result();
        var before = await db.LatestBaseline(municipality, stop);
        var baseline = Baseline.Open(Guid.CreateVersion7(), municipality, content.Title, before, clock.Today());
        db.Baselines.Add(baseline);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: BaselineTable.OneOpen })
        {
            return BaselineErrors.OpenAlready.Result();
        }
        return TypedResults.Created($"/municipalities/v1/baselines/{baseline.Id}", BaselineView.Of(baseline, municipality, DimensionResult.Of([]), 0));
    }

    /// <summary>A municipality's newest closed round, or null.</summary>
    public static Task<Baseline?> LatestBaseline(this MunicipalitiesDb db, string municipality, CancellationToken stop) =>
        db.Baselines.Where(row => row.MunicipalityCode == municipality && row.Status == BaselineStatus.Closed)
            .OrderByDescending(row => row.ClosedOn).ThenByDescending(row => row.Id).FirstOrDefaultAsync(stop);
}
