using System.Net;
using System.Text.Json;
using Contracts.Enterprises;
using Contracts.Municipalities;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Matches;

public class MatchTests(Service service)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Either_side_first_gives_the_pair_with_the_same_score_in_both_directions(bool needFirst)
    {
        var code = Service.NewCode();
        var (need, enterprise) = (Told.Need(code), Told.Enterprise(code));
        await service.Hear(Told.Municipality(code));
        await service.Hear(needFirst ? [need] : [enterprise]);
        await Eventually.SeeAsync(() => needFirst ? NeedMatches(need) : EnterpriseMatches(enterprise), matches => matches is not null);
        await service.Hear(needFirst ? [enterprise] : [need]);

        var forNeed = await SeePair(need, enterprise, there: true);
        var forEnterprise = (await EnterpriseMatches(enterprise))!.Single(match => Id(match, "need") == need.Id);
        Assert.Equal(forNeed.GetProperty("score").GetDouble(), forEnterprise.GetProperty("score").GetDouble(), 9);
        Assert.Equal(forNeed.GetProperty("score").GetDouble(), forNeed.GetProperty("parts").EnumerateObject().Sum(part => part.Value.GetDouble()), 6);
        Assert.NotEmpty(forNeed.GetProperty("reasons").EnumerateArray());
        Assert.NotEqual("", forNeed.GetProperty("weightsVersion").GetString());
    }

    [Fact]
    public async Task A_change_of_either_side_changes_the_matches()
    {
        var code = Service.NewCode();
        var (need, enterprise) = (Told.Need(code), Told.Enterprise(code));
        await service.Hear(Told.Municipality(code), need, enterprise);
        await SeePair(need, enterprise, there: true);

        await service.Hear(enterprise with { Version = 2, Withdrawn = true, Offers = [] });
        await SeePair(need, enterprise, there: false);
        await service.Hear(enterprise with { Version = 3, Name = "Cykelköket igen" });
        Assert.Equal("Cykelköket igen", (await SeePair(need, enterprise, there: true)).GetProperty("enterprise").GetProperty("name").GetString());

        await service.Hear(need with { Version = 2, Status = "closed", Outcome = "deal" });
        await SeePair(need, enterprise, there: false);
        Assert.DoesNotContain((await EnterpriseMatches(enterprise))!, match => Id(match, "need") == need.Id);
    }

    [Fact]
    public async Task Who_was_left_out_is_counted_by_reason()
    {
        // Who is hidden is counted wherever it is.
        await using var alone = await service.AloneAsync();
        var code = Service.NewCode();
        var need = Told.Need(code) with { ValueSek = 9_000_000m };
        var near = Told.Enterprise(code);
        await alone.Hear(Told.Municipality(code), need, near, Told.Enterprise(code) with { ConfirmedAt = DateTimeOffset.UtcNow.AddDays(-600) });
        var leftOut = await Eventually.SeeAsync(
            async () => (await (await alone.Host.Public().GetAsync($"/matchmaking/v1/needs/{need.Id}/matches")).ReadAsync<JsonElement>()).GetProperty("leftOut"),
            left => left.GetProperty("hidden").GetInt32() == 1);
        Assert.True(leftOut.GetProperty("area").GetInt32() >= 0);
        Assert.Equal(0.2, leftOut.GetProperty("leastScore").GetDouble());
        var misses = await (await alone.Host.Public().GetAsync(leftOut.GetProperty("nearMisses").GetString())).ReadAsync<JsonElement>();
        Assert.Contains(misses.GetProperty("nearMisses").EnumerateArray(), miss => Id(miss.GetProperty("match"), "enterprise") == near.Id);
        Assert.All((await Items(alone.Host.Public(), $"/matchmaking/v1/needs/{need.Id}/matches?limit=100"))!, match => Assert.True(match.GetProperty("score").GetDouble() >= 0.2));
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("hidden")]
    public async Task Who_is_out_of_sight_is_counted_and_not_named_until_it_is_back_or_gone(string reason)
    {
        await using var alone = await service.AloneAsync();
        var (need, enterprise) = (Told.Need("9912"), Told.Enterprise("9912"));
        await alone.Hear(Told.Municipality("9912"), need, enterprise);
        await Sees(matched: 1, hidden: 0);
        var gone = enterprise with { Version = 2, Reason = reason, Withdrawn = true, Presentation = "", Kinds = [], TargetGroups = [], Offers = [] };
        await alone.Hear(gone);
        var told = await Sees(matched: 0, hidden: 1);
        Assert.DoesNotContain(enterprise.Id.ToString(), told, StringComparison.Ordinal);
        Assert.DoesNotContain(reason, told.Replace("\"hidden\":", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(enterprise.Id.ToString(), await alone.Host.Public().GetStringAsync($"/matchmaking/v1/needs/{need.Id}/near-misses"), StringComparison.Ordinal);
        await alone.Hear(enterprise with { Version = 3, Reason = "restored" });
        await Sees(matched: 1, hidden: 0);
        await alone.Hear(gone with { Version = 4 }, gone with { Version = 5, Reason = "claim-reviewed" });
        await Sees(matched: 0, hidden: 1);
        await alone.Hear(gone with { Version = 6, Reason = "withdrawn" }, gone with { Version = 7, Reason = "revised" });
        await Sees(matched: 0, hidden: 0);

        async Task<string> Sees(int matched, int hidden) => await Eventually.SeeAsync(
            () => alone.Host.Public().GetStringAsync($"/matchmaking/v1/needs/{need.Id}/matches"),
            answer => JsonSerializer.Deserialize<JsonElement>(answer) is var page && page.GetProperty("items").GetArrayLength() == matched
                && page.GetProperty("leftOut").GetProperty("hidden").GetInt32() == hidden);
    }

    [Fact]
    public async Task A_need_is_matched_in_the_open_and_an_unknown_one_is_not_found()
    {
        var scenario = await Scenario.New(service);
        await SeePair(scenario.Need, scenario.Enterprise, there: true);
        await service.Hear(scenario.Need with { Version = 2, Withdrawn = true });
        foreach (var id in new[] { scenario.Need.Id, Guid.CreateVersion7() })
            await (await service.Host.Public().GetAsync($"/matchmaking/v1/needs/{id}/matches")).ReadProblemAsync(404, "/match/need-not-found");
    }

    [Fact]
    public async Task An_enterprises_matches_are_its_own()
    {
        var scenario = await Scenario.New(service);
        var address = $"/matchmaking/v1/enterprises/{scenario.Enterprise.Id}/matches";
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Host.Public().GetAsync(address)).StatusCode);
        foreach (var other in new[]
        {
            service.Supplier(Guid.CreateVersion7()), scenario.Buyer, service.Host.As(Roles.NetworkLead, "skr"),
            service.Host.As(Roles.UnitManager, scenario.Enterprise.Id.ToString()),
        })
            await (await other.GetAsync(address)).ReadProblemAsync(404, "/match/enterprise-not-found");
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Host.As(Roles.EnterpriseManager, scenario.Enterprise.Id.ToString(), "knowledge:read").GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Pages_are_parts_of_the_whole()
    {
        var code = Service.NewCode();
        var need = Told.Need(code);
        var enterprises = Enumerable.Range(0, 5).Select(_ => Told.Enterprise(code)).ToArray();
        await service.Hear([Told.Municipality(code), need, .. enterprises]);
        foreach (var enterprise in enterprises) await SeePair(need, enterprise, there: true);
        // Other tests publish enterprises meanwhile, which may come between two pages: then the reading is done again.
        await Eventually.TrueAsync(async () =>
        {
            var whole = (await NeedMatches(need, "?limit=100"))!;
            var parts = new List<JsonElement>();
            for (var page = 1; page <= (whole.Count + 1) / 2; page++) parts.AddRange((await NeedMatches(need, $"?limit=2&page={page}"))!);
            return whole.Count >= enterprises.Length && whole.Select(match => Id(match, "enterprise")).SequenceEqual(parts.Select(match => Id(match, "enterprise")));
        });
    }

    [Fact]
    public async Task Every_replica_has_the_same_matches_also_one_that_starts_later()
    {
        var database = await service.Postgres.NewDatabaseAsync();
        await using var first = await Service.StartAsync(database);
        await using var second = await Service.StartAsync(database);
        var (need, enterprise) = (Told.Need("9901"), Told.Enterprise("9901"));
        await Service.Hear(first, Told.Municipality("9901"), need, enterprise);
        await using var third = await Service.StartAsync(database);
        // A replica may have heard of the pair before it hears what the place is called.
        await Eventually.SeeAsync(
            () => Task.WhenAll(new[] { first, second, third }.Select(replica => replica.Public().GetStringAsync($"/matchmaking/v1/needs/{need.Id}/matches"))),
            seen => seen[0].Contains(enterprise.Id.ToString(), StringComparison.Ordinal) && seen.Distinct().Count() == 1);
    }

    private async Task<JsonElement> SeePair(NeedChanged need, EnterpriseChanged enterprise, bool there)
    {
        var matches = await Eventually.SeeAsync(() => NeedMatches(need, "?limit=100"),
            seen => seen is not null && seen.Any(match => Id(match, "enterprise") == enterprise.Id) == there);
        return matches!.FirstOrDefault(match => Id(match, "enterprise") == enterprise.Id);
    }

    private Task<List<JsonElement>?> NeedMatches(NeedChanged need, string query = "") =>
        Items(service.Host.Public(), $"/matchmaking/v1/needs/{need.Id}/matches{query}");

    private Task<List<JsonElement>?> EnterpriseMatches(EnterpriseChanged enterprise) =>
        Items(service.Supplier(enterprise.Id), $"/matchmaking/v1/enterprises/{enterprise.Id}/matches?limit=100");

    private static async Task<List<JsonElement>?> Items(HttpClient client, string address)
    {
        var response = await client.GetAsync(address);
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable) return null;
        return [.. (await response.ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray()];
    }

    private static Guid Id(JsonElement match, string side) => match.GetProperty(side).GetProperty("id").GetGuid();
}
