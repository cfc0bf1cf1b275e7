using System.Text.Json;
using ServiceDefaults.Rules;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Matches;

public class NearMissTests(Service service)
{
    [Fact]
    public async Task An_enterprise_that_is_too_small_is_a_near_miss_for_both_sides_and_two_can_do_it_together()
    {
        var code = Service.NewCode();
        var need = Told.Need(code) with { ValueSek = 900_000m };
        var (one, other) = (Told.Enterprise(code), Told.Enterprise(code));
        await service.Hear(Told.Municipality(code), need, one, other);

        List<JsonElement> Ours(JsonElement answer) => [.. Misses(answer).Where(miss => Enterprise(miss.GetProperty("match")) is var id && (id == one.Id || id == other.Id))];
        var answer = await Eventually.SeeAsync(() => Get(service.Host.Public(), $"needs/{need.Id}"), seen => Ours(seen).Count == 2);
        Assert.All(Ours(answer), miss => Assert.Equal("size", miss.GetProperty("missing").GetString()));
        Assert.All(Ours(answer), miss => Assert.NotEqual("", miss.GetProperty("advice").GetString()));
        var members = answer.GetProperty("consortium").GetProperty("members").EnumerateArray().Select(Enterprise).Order();
        Assert.Equal(new[] { one.Id, other.Id }.Order(), members);

        var own = Assert.Single(Misses(await Get(service.Supplier(one.Id), $"enterprises/{one.Id}")), miss => Need(miss) == need.Id);
        Assert.Equal("size", own.GetProperty("missing").GetString());
    }

    [Fact]
    public async Task Who_can_do_it_alone_is_no_near_miss()
    {
        var scenario = await Scenario.New(service);
        await Eventually.TrueAsync(async () => (await service.Host.Public().GetAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/matches?limit=1")).IsSuccessStatusCode);
        var answer = await Get(service.Host.Public(), $"needs/{scenario.Need.Id}");
        Assert.DoesNotContain(Misses(answer), miss => Enterprise(miss.GetProperty("match")) == scenario.Enterprise.Id);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("consortium").ValueKind);
    }

    [Fact]
    public async Task What_can_no_longer_be_answered_is_only_in_the_municipalitys_own_list()
    {
        // Other tests' needs and enterprises would be in these lists too.
        await using var alone = await service.AloneAsync();
        var code = Service.NewCode();
        var today = TimeProvider.System.Today();
        var enterprise = Told.Enterprise(code);
        var (late, last) = (Told.Need(code, answerBy: today.AddDays(-1)), Told.Need(code, answerBy: today));
        var (lateAndLarge, lastAndLarge) = (late with { Id = Guid.CreateVersion7(), ValueSek = 900_000m }, last with { Id = Guid.CreateVersion7(), ValueSek = 900_000m });
        await alone.Hear(Told.Municipality(code), late, last, lateAndLarge, lastAndLarge, enterprise);
        foreach (var need in new[] { late, last })
            await Eventually.TrueAsync(async () => (await Matched(alone.Host.Public(), $"needs/{need.Id}")).Exists(match => Enterprise(match) == enterprise.Id));

        Assert.Equal(new[] { last.Id, lastAndLarge.Id }.Order(), (await Matched(alone.Supplier(enterprise.Id), $"enterprises/{enterprise.Id}")).Select(match => match.GetProperty("need").GetProperty("id").GetGuid()).Order());
        Assert.Equal([lastAndLarge.Id], Misses(await Get(alone.Supplier(enterprise.Id), $"enterprises/{enterprise.Id}")).Select(Need));
        Assert.Contains(Misses(await Get(alone.Host.Public(), $"needs/{lateAndLarge.Id}")), miss => Enterprise(miss.GetProperty("match")) == enterprise.Id);
        var hints = await (await alone.Supplier(enterprise.Id).GetAsync($"/matchmaking/v1/enterprises/{enterprise.Id}/hints")).ReadAsync<JsonElement>();
        Assert.Equal(2, hints.GetProperty("openMatches").GetInt32());
    }

    [Fact]
    public async Task An_enterprises_near_misses_are_its_own()
    {
        var scenario = await Scenario.New(service);
        await (await scenario.Buyer.GetAsync($"/matchmaking/v1/enterprises/{scenario.Enterprise.Id}/near-misses")).ReadProblemAsync(404, "/match/enterprise-not-found");
        await (await service.Host.Public().GetAsync($"/matchmaking/v1/needs/{Guid.CreateVersion7()}/near-misses")).ReadProblemAsync(404, "/match/need-not-found");
    }

    private static async Task<List<JsonElement>> Matched(HttpClient client, string whose) =>
        [.. (await (await client.GetAsync($"/matchmaking/v1/{whose}/matches")).ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement> Get(HttpClient client, string whose) =>
        await (await client.GetAsync($"/matchmaking/v1/{whose}/near-misses")).ReadAsync<JsonElement>();

    private static List<JsonElement> Misses(JsonElement answer) => [.. answer.GetProperty("nearMisses").EnumerateArray()];

    private static Guid Enterprise(JsonElement match) => match.GetProperty("enterprise").GetProperty("id").GetGuid();

    private static Guid Need(JsonElement miss) => miss.GetProperty("match").GetProperty("need").GetProperty("id").GetGuid();
}
