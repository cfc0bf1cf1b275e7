using Matchmaking.RouteAssessments;
using Matchmaking.Routes;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Routes;

public class ChangedNeedTests(Service service)
{
    private static readonly DateTimeOffset Before = new(2025, 12, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_need_that_new_limits_have_overtaken_is_shown_to_its_owner()
    {
        var code = Service.NewCode();
        // Between the thresholds of 2024 and 2026.
        var overtaken = Told.Need(code) with { ValueSek = 2_420_000m, PublishedAt = Before };
        var same = Told.Need(code) with { ValueSek = 240_000m, PublishedAt = Before };
        await service.Hear(Told.Municipality(code), overtaken, same);
        var changes = await (await service.Buyer(code).GetAsync("/matchmaking/v1/route-assessments/changed")).ReadAsync<ListAssessments.Changes>();
        var need = Assert.Single(changes.Needs);
        Assert.Equal((overtaken.Id, new DateOnly(2025, 12, 1)), (need.NeedId, need.PublishedOn));
        Assert.Contains(need.ChangedRoutes, route => route is { Code: "DIRECTIVE", Then: Answer.Yes, Now: Answer.No });
        Assert.NotEqual(need.RulesThen, need.RulesNow);
        Assert.Empty((await (await service.Buyer(Service.NewCode()).GetAsync("/matchmaking/v1/route-assessments/changed")).ReadAsync<ListAssessments.Changes>()).Needs);
    }
}
