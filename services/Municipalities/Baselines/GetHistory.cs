using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Municipalities.Needs;
using Municipalities.Register;
using ServiceDefaults;

namespace Municipalities.Baselines;

/// <summary>How a municipality stands against its earlier self, dimension by dimension.</summary>
internal static class GetHistory
{
    /// <summary>The history.</summary>
    /// <param name="MunicipalityCode">SCB code, four digits.</param>
    /// <param name="Dimensions">In their own order; others than the municipality's people see the shared ones.</param>
    public sealed record Response(string MunicipalityCode, IReadOnlyList<Line> Dimensions);

    /// <summary>One dimension over time.</summary>
    /// <param name="Code">The dimension's code.</param>
    /// <param name="Name">Its name in Swedish.</param>
    /// <param name="Points">The oldest first; rounds in which nobody answered are left out.</param>
    public sealed record Line(string Code, string Name, IReadOnlyList<Point> Points);

    /// <summary>A mean at a date.</summary>
    /// <param name="BaselineId">The round.</param>
    /// <param name="On">The day the round was closed.</param>
    /// <param name="Mean">Mean level 0 to 5, one decimal.</param>
    public sealed record Point(Guid BaselineId, DateOnly On, decimal Mean);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string code, CurrentUser user, MunicipalitiesDb db, CancellationToken stop)
    {
        if (!await db.Municipalities.AnyAsync(row => row.Code == code, stop)) return MunicipalityEndpoints.NotFound.Result();
        return TypedResults.Ok(new Response(code, await Lines(db, code, all: user.Municipality() == code, stop)));
    }

    /// <param name="db">The database.</param>
    /// <param name="code">The municipality.</param>
    /// <param name="all">Everything, or what is shared.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task<IReadOnlyList<Line>> Lines(MunicipalitiesDb db, string code, bool all, CancellationToken stop)
    {
        var rounds = await db.Baselines.Where(row => row.MunicipalityCode == code && row.Status == BaselineStatus.Closed)
            .OrderBy(row => row.ClosedOn).ThenBy(row => row.Id).ToListAsync(stop);
        return
        [
            .. from dimension in Dimensions.All
               let points = (from round in rounds
                             where all || round.Shared.Contains(dimension.Code)
                             let mean = round.MeanOf(dimension.Code)
                             where mean is not null
                             select new Point(round.Id, round.ClosedOn!.Value, mean.Value)).ToList()
               where all || points.Count > 0
               select new Line(dimension.Code, dimension.Name, points),
        ];
    }
}
