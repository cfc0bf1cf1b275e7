using System.Net;
using System.Text.Json;
using Contracts.Municipalities;
using Matchmaking.Statistics;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Statistics;

public class StatisticsTests(Service service)
{
    private const string Address = "/matchmaking/v1/statistics/municipalities";

    [Fact]
    public async Task A_deal_shows_and_the_public_does_not_see_how_few_were_answered()
    {
        var scenario = await Scenario.New(service);
        await service.Hear(
            Told.Need(scenario.Code), Told.Need(scenario.Code, status: "closed", outcome: "no-deal"), Told.Need(scenario.Code, withdrawn: true));
        var interest = await scenario.Interest();
        await scenario.Sign(await scenario.Draft(interest));
        await scenario.Draft();

        var own = await Of(scenario.Buyer, scenario.Code);
        Assert.Equal((3, 2, 1, 1), (own.NeedsPublished, own.NeedsOpen, own.NeedsAnswered, own.NeedsWithDeal));
        Assert.Equal((1, 240_000m, 1.5m), (own.Deals, own.AgreedValueSek, own.ExpectedJobs));
        Assert.Equal([new MunicipalityStatistics.RouteCount("DIRECT_AWARD", 1)], own.Routes);
        Assert.Empty(own.Suppressed);
        foreach (var other in new[] { service.Host.Public(), service.Buyer(Service.NewCode()), scenario.Supplier, service.Host.As(Roles.NetworkLead, "skr") })
        {
            var shown = await Of(other, scenario.Code);
            Assert.Null(shown.NeedsAnswered);
            Assert.Equal(["needsAnswered"], shown.Suppressed);
            Assert.Equal((3, 1, 240_000m), (shown.NeedsPublished, shown.Deals, shown.AgreedValueSek));
        }
    }

    [Fact]
    public async Task From_five_on_and_at_zero_the_number_is_shown()
    {
        await using var alone = await service.AloneAsync();
        var scenario = await Scenario.New(alone);
        Assert.Equal(0, (await Of(alone.Host.Public(), scenario.Code)).NeedsAnswered);
        NeedChanged[] more = [.. Enumerable.Range(0, 4).Select(_ => Told.Need(scenario.Code))];
        await alone.Hear(more);
        await scenario.Interest();
        foreach (var need in more)
            await (await scenario.Supplier.SendJsonAsync(HttpMethod.Post, "/matchmaking/v1/interests", new { needId = need.Id, message = "Gärna." })).ReadAsync<JsonElement>(HttpStatusCode.Created);
        Assert.Equal(5, (await Of(alone.Host.Public(), scenario.Code)).NeedsAnswered);
    }

    [Fact]
    public async Task A_withdrawn_deal_is_not_counted()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Sign(await scenario.Draft());
        await scenario.Change(scenario.Buyer, deal, "withdrawal", new { reason = "Fel." });
        Assert.Equal((0, 0m), ((await Of(scenario.Buyer, scenario.Code)).Deals, (await Of(scenario.Buyer, scenario.Code)).AgreedValueSek));
    }

    [Fact]
    public async Task The_list_agrees_with_the_single_ones_and_an_unknown_code_is_not_found()
    {
        // Alone: a municipality that comes between two pages would move the next one.
        await using var alone = await service.AloneAsync();
        var scenario = await Scenario.New(alone);
        await scenario.Sign(await scenario.Draft());
        for (var more = 0; more < 4; more++) await Scenario.New(alone);
        var client = alone.Host.Public();
        var seen = new List<MunicipalityStatistics>();
        for (var next = $"{Address}?limit=2"; next is not null;)
        {
            var page = await (await client.GetAsync(next)).ReadAsync<Page<MunicipalityStatistics>>();
            seen.AddRange(page.Items);
            next = page.Links.Next;
        }
        Assert.Equal(5, seen.Count);
        Assert.Equal(seen.Select(item => item.MunicipalityCode).Distinct().Order(), seen.Select(item => item.MunicipalityCode));
        Assert.Equivalent(await Of(client, scenario.Code), seen.Single(item => item.MunicipalityCode == scenario.Code));
        await (await client.GetAsync($"{Address}/0000")).ReadProblemAsync(404, "/statistics/municipality-not-found");
    }

    private static async Task<MunicipalityStatistics> Of(HttpClient client, string code) =>
        await (await client.GetAsync($"{Address}/{code}")).ReadAsync<MunicipalityStatistics>();
}
