using Matchmaking.Copies;
using Matchmaking.Data;
using Matchmaking.Deals;
using Microsoft.EntityFrameworkCore;

namespace Matchmaking.Statistics;

/// <summary>Counts from the copies and the deals.</summary>
internal static class CountStatistics
{
    /// <summary>Statistics of the municipalities given, in their order.</summary>
    public static async Task<List<MunicipalityStatistics>> CountAsync(this MatchmakingDb db, IReadOnlyList<MunicipalityCopy> municipalities, CancellationToken stop)
    {
        var codes = municipalities.Select(municipality => municipality.Code).ToList();
        var signed = db.Deals.Where(deal => codes.Contains(deal.MunicipalityCode) && deal.SignedOn != null && deal.Status != DealStatus.Withdrawn);
        var needs = await db.Needs
            .Where(need => codes.Contains(need.MunicipalityCode) && !need.Withdrawn)
            .Select(need => new
            {
                need.MunicipalityCode,
                Open = need.Status != NeedCopy.Closed,
                Answered = db.Interests.Any(interest => interest.NeedId == need.Id),
                Dealt = signed.Any(deal => deal.NeedId == need.Id),
            })
            .GroupBy(need => need.MunicipalityCode)
            .Select(group => new
            {
                group.Key,
                Published = group.Count(),
                Open = group.Count(need => need.Open),
                Answered = group.Count(need => need.Answered),
                Dealt = group.Count(need => need.Dealt),
            })
            .ToDictionaryAsync(count => count.Key, stop);
        var deals = (await signed
            .GroupBy(deal => new { deal.MunicipalityCode, deal.Route })
            .Select(group => new
            {
                group.Key.MunicipalityCode,
                group.Key.Route,
                Count = group.Count(),
                Value = group.Sum(deal => deal.AgreedValueSek),
                Jobs = group.Sum(deal => deal.ExpectedJobs),
            })
            .ToListAsync(stop)).ToLookup(count => count.MunicipalityCode);
        return [.. municipalities.Select(municipality =>
        {
            needs.TryGetValue(municipality.Code, out var need);
            var own = deals[municipality.Code].OrderByDescending(route => route.Count).ThenBy(route => route.Route).ToList();
            return new MunicipalityStatistics(municipality.Code, municipality.Name, municipality.CountyCode, municipality.SkrGroup,
                need?.Published ?? 0, need?.Open ?? 0, need?.Answered ?? 0, need?.Dealt ?? 0,
                own.Sum(route => route.Count), own.Sum(route => route.Value ?? 0), own.Sum(route => route.Jobs ?? 0),
                [.. own.Select(route => new MunicipalityStatistics.RouteCount(route.Route!, route.Count))], []);
        })];
    }
}
