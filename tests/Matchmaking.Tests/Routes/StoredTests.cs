using System.Net;
using System.Text.Json;
using Matchmaking.Data;
using Microsoft.EntityFrameworkCore;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Routes;

public class StoredTests(Service service)
{
    private static object Facts(decimal? value = 240_000) =>
        new { need = new { kind = "service", cpv = new[] { "77314100" }, valueSek = value, startDate = "2026-11-23" }, enterprise = (object?)null };

    private static string Of(Guid deal) => $"/matchmaking/v1/deals/{deal}/route-assessments";

    [Fact]
    public async Task An_assessment_is_kept_with_facts_rules_answers_person_and_time()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        var kept = await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts())).ReadAsync<JsonElement>(HttpStatusCode.Created);
        Assert.Equal(240_000, kept.GetProperty("facts").GetProperty("need").GetProperty("valueSek").GetDecimal());
        // What was left out stays out: null would say that it was unknown.
        Assert.False(kept.GetProperty("facts").GetProperty("need").TryGetProperty("optionsSek", out _));
        Assert.Contains("limits-2026", kept.GetProperty("result").GetProperty("ruleVersions").EnumerateArray().Select(version => version.GetString()));
        Assert.NotEqual("", kept.GetProperty("assessedBy").GetString());

        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts(value: null))).ReadAsync<JsonElement>(HttpStatusCode.Created);
        var list = await (await scenario.Buyer.GetAsync(Of(deal.Id))).ReadAsync<JsonElement>();
        Assert.Equal(["unknown", "yes"], list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("result").GetProperty("routes")
            .EnumerateArray().Single(route => route.GetProperty("route").GetString() == "DIRECT_AWARD").GetProperty("answer").GetString()));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("items")[0].GetProperty("facts").GetProperty("need").GetProperty("valueSek").ValueKind);

        var document = await (await scenario.Buyer.GetAsync($"{Of(deal.Id)}/{kept.GetProperty("id").GetGuid()}/document")).Content.ReadAsStringAsync();
        Assert.Contains($"Gjort av {kept.GetProperty("assessedBy").GetString()}.", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_the_municipalitys_own()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        foreach (var stranger in new[] { service.Buyer(Service.NewCode()), scenario.Supplier })
            await (await stranger.GetAsync(Of(deal.Id))).ReadProblemAsync(404, "/deal/not-found");
        await (await service.Buyer(Service.NewCode()).SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts())).ReadProblemAsync(404, "/deal/not-found");
        await (await scenario.Supplier.SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts())).ReadProblemAsync(403, "/deal/municipality-only");
        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts(-1))).ReadProblemAsync(400, "/request/invalid");
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Host.Public().SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts())).StatusCode);
    }

    [Fact]
    public async Task An_assessment_that_changed_rules_would_answer_otherwise_is_flagged_to_its_owner()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        var kept = await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, Of(deal.Id), Facts())).ReadAsync<JsonElement>(HttpStatusCode.Created);
        async Task<JsonElement> Changed(HttpClient who) => (await (await who.GetAsync("/matchmaking/v1/route-assessments/changed")).ReadAsync<JsonElement>()).GetProperty("items");
        Assert.Empty((await Changed(scenario.Buyer)).EnumerateArray());

        // As if an earlier build, with other rules, had answered no.
        var id = kept.GetProperty("id").GetGuid();
        await service.Host.WithDatabase<MatchmakingDb, int>(db => db.Database.ExecuteSqlAsync(
            $"update route_assessment set result = jsonb_set(result, '{{routes,1,answer}}', '\"no\"') where id = {id}"));
        var flagged = Assert.Single((await Changed(scenario.Buyer)).EnumerateArray());
        Assert.Equal(["DIRECT_AWARD"], flagged.GetProperty("changedRoutes").EnumerateArray().Select(route => route.GetString()));
        Assert.Empty((await Changed(service.Buyer(Service.NewCode()))).EnumerateArray());
    }
}
