using Matchmaking.Data;
using Matchmaking.Indicators;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Deals;

/// <summary>A day that was stored before days were bounded.</summary>
public class ImpossibleDayTests(Service service)
{
    [Fact]
    public async Task Figures_stand_a_signing_day_that_nobody_can_have_meant()
    {
        await using var alone = await service.AloneAsync();
        var scenario = await Scenario.New(alone);
        var deal = await scenario.Sign(await scenario.Draft());
        await alone.Host.WithDatabase<MatchmakingDb, int>(db =>
            db.Deals.Where(stored => stored.Id == deal.Id).ExecuteUpdateAsync(set => set.SetProperty(stored => stored.SignedOn, new DateOnly(1, 1, 3))));
        await scenario.Sign(await scenario.Draft());
        Assert.Equal(2, (await (await alone.Host.Public().GetAsync("/matchmaking/v1/indicators")).ReadAsync<IndicatorTable>()).Total.Deals);
    }
}
