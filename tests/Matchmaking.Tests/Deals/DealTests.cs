using System.Net;
using System.Text.Json;
using Matchmaking.Deals;
using Matchmaking.Interests;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Deals;

public class DealTests(Service service)
{
    private const string Address = "/matchmaking/v1/deals";

    [Fact]
    public async Task From_interest_to_completion()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        var deal = await scenario.Draft(interest);
        Assert.Equal((DealStatus.Draft, interest.Id, scenario.Need.Id, scenario.Enterprise.Id), (deal.Status, deal.InterestId, deal.NeedId, deal.EnterpriseId));
        await service.Hear(scenario.Need with { Version = 2, Title = "Lagning av elcyklar" });
        deal = await scenario.Sign(deal);
        Assert.Equal((DealStatus.Signed, 2, "Lagning av elcyklar", 240_000m), (deal.Status, deal.Version, deal.Title, deal.AgreedValueSek));
        Assert.Equal(InterestStatus.Agreed, (await (await scenario.Supplier.GetAsync($"/matchmaking/v1/interests/{interest.Id}")).ReadAsync<InterestView>()).Status);
        Assert.Equal(["DOCUMENT"], deal.Duties.Select(duty => duty.Id));
        Assert.Equal(deal.Duties, (await (await scenario.Buyer.GetAsync(Address)).ReadAsync<Page<DealView>>()).Items.Single().Duties);
        var revised = await scenario.Buyer.SendJsonAsync(HttpMethod.Put, $"{Address}/{deal.Id}", Scenario.Terms(value: 300_000m), "\"2\"");
        deal = await revised.ReadAsync<DealView>();
        Assert.Equal((3, 300_000m), (deal.Version, deal.AgreedValueSek));
        Assert.Equal("\"3\"", revised.Headers.ETag!.Tag);
        deal = await (await scenario.Change(scenario.Buyer, deal, "completion", new { })).ReadAsync<DealView>();
        Assert.Equal(DealStatus.Completed, deal.Status);

        Assert.Equal(["signed", "revised", "completed"], (await Feed(deal.Id, 3)).Select(state => state.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_municipality_sees_a_draft_both_see_what_is_signed_and_others_nothing()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        await (await scenario.Supplier.GetAsync($"{Address}/{deal.Id}")).ReadProblemAsync(404, "/deal/not-found");
        Assert.Empty(await Listed(scenario.Supplier));
        Assert.Empty(await Feed(deal.Id, 0));
        Assert.Equal([deal.Id], await Listed(scenario.Buyer));

        deal = await scenario.Sign(deal);
        foreach (var party in new[] { scenario.Supplier, scenario.Buyer, service.Buyer(scenario.Code, Roles.DevelopmentLead), service.Buyer(scenario.Code, Roles.UnitManager) })
        {
            Assert.Equal(deal.Id, (await (await party.GetAsync($"{Address}/{deal.Id}")).ReadAsync<DealView>()).Id);
            Assert.Equal([deal.Id], await Listed(party, $"?status=signed&needId={scenario.Need.Id}"));
        }
        foreach (var other in new[]
        {
            service.Buyer(Service.NewCode()), service.Supplier(Guid.CreateVersion7()), service.Host.As(Roles.NetworkLead, "skr"),
            service.Host.As(Roles.Agency, scenario.Code), service.Host.As(Roles.Operations, scenario.Enterprise.Id.ToString()),
        })
        {
            await (await other.GetAsync($"{Address}/{deal.Id}")).ReadProblemAsync(404, "/deal/not-found");
            Assert.Empty(await Listed(other));
            foreach (var move in new[] { "signature", "completion", "termination", "withdrawal" })
                await (await scenario.Change(other, deal, move, Body(move))).ReadProblemAsync(404, "/deal/not-found");
        }
        foreach (var move in new[] { "signature", "completion", "termination", "withdrawal" })
            await (await scenario.Change(scenario.Supplier, deal, move, Body(move))).ReadProblemAsync(403, "/deal/municipality-only");
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Host.Public().GetAsync($"{Address}/{deal.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_deal_is_begun_by_the_needs_own_municipality()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        var direct = new { needId = scenario.Need.Id, enterpriseId = scenario.Enterprise.Id };
        await (await Post(scenario.Supplier, direct)).ReadProblemAsync(403, "/deal/municipality-only");
        await (await Post(service.Host.As(Roles.NetworkLead, "skr"), direct)).ReadProblemAsync(403, "/deal/municipality-only");
        await (await Post(service.Buyer(Service.NewCode()), direct)).ReadProblemAsync(404, "/deal/need-not-found");
        await (await Post(service.Buyer(Service.NewCode()), new { interestId = interest.Id })).ReadProblemAsync(404, "/deal/interest-not-found");
        await (await Post(scenario.Buyer, direct with { needId = Guid.CreateVersion7() })).ReadProblemAsync(404, "/deal/need-not-found");
        await (await Post(scenario.Buyer, direct with { enterpriseId = Guid.CreateVersion7() })).ReadProblemAsync(409, "/deal/enterprise-not-published");
        var problem = await (await Post(scenario.Buyer, new { })).ReadProblemAsync(400, "/request/invalid");
        Assert.Equal(["needId", "enterpriseId"], problem.GetProperty("invalidParameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_direct_deal_answers_the_interest_that_is_there()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        var deal = await scenario.Draft();
        Assert.Equal(interest.Id, deal.InterestId);
        await (await Post(scenario.Buyer, new { interestId = interest.Id })).ReadProblemAsync(409, "/deal/already-drafted");

        Assert.Equal(HttpStatusCode.OK, (await scenario.Move(scenario.Supplier, interest, "withdrawal", new { })).StatusCode);
        await (await scenario.Change(scenario.Buyer, deal, "signature", Scenario.Terms())).ReadProblemAsync(409, "/deal/interest-not-open");
        Assert.Equal(DealStatus.Draft, (await (await scenario.Buyer.GetAsync($"{Address}/{deal.Id}")).ReadAsync<DealView>()).Status);
    }

    [Fact]
    public async Task A_deal_registered_by_mistake_leaves_a_tombstone_and_the_dialogue_goes_on()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        var deal = await scenario.Sign(await scenario.Draft(interest));
        Assert.Equal(HttpStatusCode.OK, (await scenario.Change(scenario.Buyer, deal, "withdrawal", new { reason = "Fel företag." })).StatusCode);
        var tombstone = Assert.Single(await Feed(deal.Id, 1));
        Assert.True(tombstone.GetProperty("withdrawn").GetBoolean());
        Assert.Equal(("", 0), (tombstone.GetProperty("enterpriseName").GetString(), tombstone.GetProperty("agreedValueSek").GetDecimal()));
        Assert.Equal(InterestStatus.InDialogue, (await (await scenario.Buyer.GetAsync($"/matchmaking/v1/interests/{interest.Id}")).ReadAsync<InterestView>()).Status);
    }

    [Fact]
    public async Task A_change_must_be_meant_for_the_newest_version_and_one_of_several_wins()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, $"{Address}/{deal.Id}/signature", Scenario.Terms())).ReadProblemAsync(428, "/request/if-match-missing");
        await (await scenario.Change(scenario.Buyer, deal with { Version = 9 }, "signature", Scenario.Terms())).ReadProblemAsync(412, "/request/stale");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scenario.Change(scenario.Buyer, deal, "signature", Scenario.Terms())));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Single(await Feed(deal.Id, 1));
    }

    [Fact]
    public async Task The_same_key_makes_one_deal_and_another_body_is_refused()
    {
        var scenario = await Scenario.New(service);
        var key = Guid.NewGuid().ToString();
        var body = new { needId = scenario.Need.Id, enterpriseId = scenario.Enterprise.Id };
        var first = await (await Post(scenario.Buyer, body, key)).ReadAsync<DealView>(HttpStatusCode.Created);
        Assert.Equal(first.Id, (await (await Post(scenario.Buyer, body, key)).ReadAsync<DealView>(HttpStatusCode.Created)).Id);
        Assert.Single(await Listed(scenario.Buyer));
        Assert.NotEqual(HttpStatusCode.Created, (await Post(scenario.Buyer, body with { enterpriseId = Guid.CreateVersion7() }, key)).StatusCode);
    }

    [Fact]
    public async Task Terms_that_do_not_add_up_change_nothing()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        await (await scenario.Change(scenario.Buyer, deal, "signature", new { })).ReadProblemAsync(400, "/request/invalid");
        var problem = await (await scenario.Change(scenario.Buyer, deal, "signature", Scenario.Terms("OKÄND"))).ReadProblemAsync(400, "/deal/terms-invalid");
        Assert.Equal("route", problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
        deal = await scenario.Sign(deal);
        foreach (var move in new[] { "termination", "completion", "withdrawal" })
            foreach (var on in new[] { "1995-01-01", "2026-11-09", "2099-01-01" })
                await (await scenario.Change(scenario.Buyer, deal, move, move == "completion" ? new { on } : new { reason = "Konkurs", on })).ReadProblemAsync(400, "/deal/terms-invalid");
        deal = await (await scenario.Change(scenario.Buyer, deal, "termination", new { reason = "Konkurs", on = "2026-11-12" })).ReadAsync<DealView>();
        problem = await (await scenario.Buyer.SendJsonAsync(HttpMethod.Put, $"{Address}/{deal.Id}", Scenario.Terms() with { SignedOn = new DateOnly(2026, 11, 13) }, $"\"{deal.Version}\""))
            .ReadProblemAsync(400, "/deal/terms-invalid");
        Assert.Equal("signedOn", problem.GetProperty("invalidParameters")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_deal_that_is_over_is_corrected_or_withdrawn_as_a_mistake()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        var deal = await (await scenario.Change(scenario.Buyer, await scenario.Sign(await scenario.Draft(interest)), "completion", new { })).ReadAsync<DealView>();
        deal = await (await scenario.Buyer.SendJsonAsync(HttpMethod.Put, $"{Address}/{deal.Id}", Scenario.Terms(value: 24_000m), $"\"{deal.Version}\"")).ReadAsync<DealView>();
        Assert.Equal((DealStatus.Completed, 24_000m), (deal.Status, deal.AgreedValueSek));
        Assert.NotNull(deal.ClosedOn);
        Assert.Equal(["signed", "completed", "revised"], (await Feed(deal.Id, 3)).Select(state => state.GetProperty("reason").GetString()));
        deal = await (await scenario.Change(scenario.Buyer, deal, "withdrawal", new { reason = "Fel företag." })).ReadAsync<DealView>();
        Assert.Equal((DealStatus.Withdrawn, "Fel företag."), (deal.Status, deal.ClosedBecause));
        Assert.Equal("withdrawn", Assert.Single(await Feed(deal.Id, 1)).GetProperty("reason").GetString());
        Assert.Equal(InterestStatus.InDialogue, (await (await scenario.Buyer.GetAsync($"/matchmaking/v1/interests/{interest.Id}")).ReadAsync<InterestView>()).Status);
    }

    private static object Body(string move) => move switch { "signature" => Scenario.Terms(), "completion" => new { }, _ => new { reason = "Därför." } };

    private static Task<HttpResponseMessage> Post(HttpClient client, object body, string? key = null) =>
        client.SendJsonAsync(HttpMethod.Post, Address, body, idempotencyKey: key);

    private static async Task<List<Guid>> Listed(HttpClient client, string query = "") =>
        [.. (await (await client.GetAsync(Address + query)).ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];

    /// <summary>What the public feed tells of the deal, oldest first; the feed waits for transactions of other tests that still run.</summary>
    private Task<List<JsonElement>> Feed(Guid deal, int atLeast) => Eventually.SeeAsync(() => Feed(deal), seen => seen.Count >= atLeast);

    private async Task<List<JsonElement>> Feed(Guid deal)
    {
        var client = service.Host.Public();
        var states = new List<JsonElement>();
        for (string? cursor = null; ;)
        {
            var page = await (await client.GetAsync($"/matchmaking/v1/changes?limit=1000{(cursor is null ? "" : $"&cursor={cursor}")}")).ReadAsync<JsonElement>();
            states.AddRange(page.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("key").GetString() == deal.ToString()).Select(item => item.GetProperty("state")));
            if (!page.GetProperty("hasMore").GetBoolean()) return states;
            cursor = page.GetProperty("nextCursor").GetString();
        }
    }
}
