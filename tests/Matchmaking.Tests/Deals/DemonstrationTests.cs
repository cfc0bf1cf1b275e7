using System.Text.Json;
using Matchmaking.Data;
using Matchmaking.Deals;
using Matchmaking.Indicators;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Deals;

/// <summary>The deals of the demonstration: marked, made once, told as people's are, and enough of them that something can be shown.</summary>
public class DemonstrationTests(Service service)
{
    [Fact]
    public async Task They_are_seeded_once_and_fill_the_public_figures()
    {
        await using var alone = await service.AloneAsync();
        for (var run = 0; run < 2; run++)
            await alone.Host.WithDatabase<MatchmakingDb, int>(async db =>
            {
                await DemonstrationSeed.Run(db, TimeProvider.System, default);
                return 0;
            });

        var deals = await alone.Host.WithDatabase<MatchmakingDb, List<Deal>>(db => db.Deals.AsNoTracking().ToListAsync());
        Assert.Equal(27, deals.Count);
        Assert.All(deals, deal => Assert.True(deal.Demonstration && DealView.Of(deal).Demonstration));
        Assert.True(deals.Select(deal => deal.MunicipalityCode).Distinct().Count() >= 8);
        Assert.True(deals.Select(deal => deal.Route).Distinct().Count() >= 6);
        Assert.Contains(deals, deal => deal is { Status: DealStatus.Ended, SupplierAgrees: true });
        Assert.Equal(2, await alone.Host.WithDatabase<MatchmakingDb, int>(db => db.Interests.CountAsync(interest =>
            interest.OtherAgrees == true && !db.Deals.Any(deal => deal.NeedId == interest.NeedId))));

        // Like those of people: signed is told, and then what came of it.
        var feed = await (await alone.Host.Public().GetAsync("/matchmaking/v1/changes?limit=500")).ReadAsync<JsonElement>();
        var completed = deals.Count(deal => deal.Status == DealStatus.Completed);
        Assert.Equal(27 + completed + 1, feed.GetProperty("items").GetArrayLength());

        var table = await (await alone.Host.Public().GetAsync("/matchmaking/v1/indicators?by=route")).ReadAsync<IndicatorTable>();
        Assert.StartsWith("Exempel ur demonstrationen ingår.", table.Note, StringComparison.Ordinal);
        Assert.True(table.Total.Persons >= 100, $"{table.Total.Persons}");
        Assert.NotNull(table.Items.Single(row => row.Code == "DIRECT_AWARD").Persons);
    }
}
