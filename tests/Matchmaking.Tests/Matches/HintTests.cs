using Contracts.Enterprises;
using Matchmaking.Matches;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Matches;

public class HintTests(Service service)
{
    [Fact]
    public async Task A_profile_without_hits_hears_what_it_lacks_and_nobody_else_does()
    {
        var code = Service.NewCode();
        var enterprise = Told.Enterprise(code) with
        {
            Presentation = "",
            Offers = [new OfferState(Guid.CreateVersion7(), "Xyzzy", "Plugh.", [], new ServiceArea("municipalities", [], null), null)],
            Name = "Xyzzy",
        };
        await service.Hear(Told.Municipality(code), enterprise);
        var address = $"/matchmaking/v1/enterprises/{enterprise.Id}/hints";
        var told = await Eventually.SeeAsync(async () => await (await service.Supplier(enterprise.Id).GetAsync(address)).ReadAsync<ListHints.Response>(), told => told.Hints.Count > 1);
        Assert.Equal(("none", 0, 0), (told.Hits, told.OpenMatches, told.ShownLast30Days));
        Assert.Equal(["no-area", "no-cpv", "short-description", "unread-trade"], told.Hints.Select(hint => hint.Code));
        await (await service.Supplier(Guid.CreateVersion7()).GetAsync(address)).ReadProblemAsync(404, "/match/enterprise-not-found");
    }

    [Fact]
    public async Task A_need_that_only_the_size_keeps_away_is_told()
    {
        var code = Service.NewCode();
        var enterprise = Told.Enterprise(code);
        enterprise = enterprise with { Offers = [enterprise.Offers[0] with { MaxContractSek = 1_000m }] };
        var need = Told.Need(code) with { ValueSek = 90_000_000m };
        await service.Hear(Told.Municipality(code), enterprise, need);
        var hints = await Eventually.SeeAsync(async () =>
            await (await service.Supplier(enterprise.Id).GetAsync($"/matchmaking/v1/enterprises/{enterprise.Id}/near-misses")).ReadAsync<ListNearMisses.Response>(),
            seen => seen.NearMisses.Any(miss => miss.Match.Need.Id == need.Id));
        Assert.Contains(Hint.ForMore([], [new(null!, "size", "")]), hint => hint is { Code: "size" } && hint.Text.StartsWith("Ett behov är större", StringComparison.Ordinal));
        Assert.Equal("size", Assert.Single(hints.NearMisses, miss => miss.Match.Need.Id == need.Id).Missing);
    }
}
