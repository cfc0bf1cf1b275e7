using System.Text.Json;
using Contracts.Enterprises;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Exposures;

public class ExposureTests(Service service)
{
    [Fact]
    public async Task Equals_take_turns_at_the_top_whichever_replica_answers_and_after_a_restart()
    {
        var database = await service.Postgres.NewDatabaseAsync();
        var need = Told.Need("9902");
        EnterpriseChanged[] equals = [Told.Enterprise("9902"), Told.Enterprise("9902"), Told.Enterprise("9902")];
        await using (var one = await Service.StartAsync(database, exposureMilliseconds: 20))
        {
            await using var other = await Service.StartAsync(database, exposureMilliseconds: 20);
            await Service.Hear(one, [Told.Municipality("9902"), need, .. equals]);
            await Eventually.TrueAsync(async () => await Firsts(one, need.Id, 100) is { Count: 3 } && await Firsts(other, need.Id, 100) is { Count: 3 });
            // Each is first in its turn at either replica, though only one of them is asked at a time.
            foreach (var replica in new[] { one, other, one })
                foreach (var enterprise in equals)
                    await Eventually.SeeAsync(() => Firsts(replica, need.Id, 1), first => first.SequenceEqual([enterprise.Id]));
        }
        await using var later = await Service.StartAsync(database, exposureMilliseconds: 20);
        var times = await later.WithDatabase<MatchmakingDb, List<int>>(db => db.Exposures.Select(exposure => exposure.Times).ToListAsync());
        Assert.Equal(3, times.Count);
        // How evenly is FairTests' matter: here a slow exchange lets one stand first for longer.
        Assert.All(times, shown => Assert.True(shown >= 3, "What was shown is kept."));
    }

    private static async Task<List<Guid>> Firsts(ServiceHost<Program> replica, Guid need, int limit)
    {
        var answer = await replica.Public().GetAsync($"/matchmaking/v1/needs/{need}/matches?limit={limit}");
        return answer.IsSuccessStatusCode
            ? [.. (await answer.ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(match => match.GetProperty("enterprise").GetProperty("id").GetGuid())]
            : [];
    }
}
