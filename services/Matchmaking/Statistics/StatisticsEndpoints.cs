using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Indicators;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;

namespace Matchmaking.Statistics;

internal static class StatisticsEndpoints
{
    private static readonly Error NotFound = new("statistics/municipality-not-found", 404, "Kommunen finns inte");

    public static void MapStatistics(this RouteGroupBuilder api)
    {
        var statistics = api.MapGroup("/statistics/municipalities").WithTags("statistics");
        statistics.MapGet("/", List).WithName("ListStatistics").WithSummary("Behov och affärer per kommun");
        statistics.MapGet("/{code}", Get).WithName("GetStatistics").WithSummary("En kommuns behov och affärer").Fails(NotFound);
    }

    /// <summary>All municipalities by code; the caller's own with its small numbers.</summary>
    public static async Task<Ok<Page<MunicipalityStatistics>>> List(
        [AsParameters] Paging paging, CurrentUser user, MatchmakingDb db, PublicFigures figures, HttpRequest request, CancellationToken stop)
    {
        var page = await Current(db).OrderBy(municipality => municipality.Code).ToPageAsync(paging, request, stop);
        var counts = await db.CountAsync(page.Items, stop);
        var (_, hidden) = await figures.ReadAsync(db, stop);
        return TypedResults.Ok(new Page<MunicipalityStatistics>([.. counts.Select(count => Shown(count, user, hidden))], page.Meta, page.Links));
    }

    public static async Task<Results<Ok<MunicipalityStatistics>, ProblemHttpResult>> Get(
        string code, CurrentUser user, MatchmakingDb db, PublicFigures figures, CancellationToken stop)
    {
        var municipality = await Current(db).SingleOrDefaultAsync(municipality => municipality.Code == code, stop);
        if (municipality is null) return NotFound.Result("Ange SCB:s kommunkod, fyra siffror.");
        var count = (await db.CountAsync([municipality], stop)).Single();
        return TypedResults.Ok(Shown(count, user, (await figures.ReadAsync(db, stop)).Hidden));
    }

    private static IQueryable<MunicipalityCopy> Current(MatchmakingDb db) =>
        db.Municipalities.AsNoTracking().Where(municipality => !municipality.Withdrawn);

    private static MunicipalityStatistics Shown(MunicipalityStatistics count, CurrentUser user, HashSet<Cell> hidden) =>
        user.Buyer() == count.MunicipalityCode ? count : count.ForPublic(hidden);
}
