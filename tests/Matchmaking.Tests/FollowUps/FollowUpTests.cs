using System.Net;
using System.Text.Json;
using Matchmaking.Deals;
using Matchmaking.FollowUps;
using Matchmaking.Interests;
using Testing;
using Xunit;

namespace Matchmaking.Tests.FollowUps;

public class FollowUpTests(Service service)
{
    private static readonly PeopleCounts People = new(3, 2, 1, 0, 0, 1, 1, 0);

    [Fact]
    public async Task Each_party_tells_what_it_knows_and_both_read_it()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Sign(await scenario.Draft());
        await (await Post(scenario.Buyer, deal, new { on = "2026-11-15", invoicedSek = 80_000 })).ReadAsync<FollowUpView>(HttpStatusCode.Created);
        await (await Post(scenario.Supplier, deal, new { on = "2026-11-16", jobs = 0.5, people = People })).ReadAsync<FollowUpView>(HttpStatusCode.Created);
        foreach (var party in new[] { scenario.Buyer, scenario.Supplier })
        {
            var items = (await (await party.GetAsync(Address(deal))).ReadAsync<ServiceDefaults.Page<FollowUpView>>()).Items;
            Assert.Equal([("enterprise", null, People), ("municipality", 80_000m, null)], items.Select(item => (item.By, item.InvoicedSek, item.People)));
        }
        Assert.Equal("invoicedSek", await Wrong(await Post(scenario.Supplier, deal, new { invoicedSek = 1 }), "/follow-up/not-yours"));
        Assert.Equal("people", await Wrong(await Post(scenario.Buyer, deal, new { people = People }), "/follow-up/not-yours"));
        Assert.Equal("on", await Wrong(await Post(scenario.Buyer, deal, new { on = "2026-11-09" }), "/follow-up/day-invalid"));
        foreach (var other in new[] { service.Buyer(Service.NewCode()), service.Supplier(Guid.CreateVersion7()) })
        {
            await (await other.GetAsync(Address(deal))).ReadProblemAsync(404, "/deal/not-found");
            await (await Post(other, deal, new { })).ReadProblemAsync(404, "/deal/not-found");
        }
    }

    [Fact]
    public async Task Of_each_figure_the_newest_that_was_given_holds()
    {
        await using var alone = await service.AloneAsync();
        var scenario = await Scenario.New(alone);
        var deal = await scenario.Sign(await scenario.Draft());
        foreach (var body in new object[] { new { on = "2026-11-15", invoicedSek = 80_000 }, new { on = "2026-11-16", note = "Allt går bra." } })
            Assert.Null((await (await Post(scenario.Buyer, deal, body)).ReadAsync<FollowUpView>(HttpStatusCode.Created)).People);
        foreach (var body in new object[]
        {
            new { on = "2026-11-15", jobs = 0.5, people = People }, new { on = "2026-11-16", people = new { employedWomen = 4, toWork = 0 } },
            new { on = "2026-11-17", note = "En till är på väg." }, new { on = "2026-11-18", people = new { } },
        })
            Assert.Equal(HttpStatusCode.Created, (await Post(scenario.Supplier, deal, body)).StatusCode);
        var told = (await (await scenario.Supplier.GetAsync(Address(deal))).ReadAsync<ServiceDefaults.Page<FollowUpView>>()).Items.Where(item => item.By == "enterprise").Reverse();
        Assert.Equal([People, new PeopleCounts(EmployedWomen: 4, ToWork: 0), null, null], told.Select(item => item.People));

        var own = Assert.Single((await (await scenario.Buyer.GetAsync($"/matchmaking/v1/indicators?municipality={scenario.Code}")).ReadAsync<Matchmaking.Indicators.IndicatorTable>()).Items);
        Assert.Equal((80_000m, 0.5m, 8, 4, 2, 0), (own.InvoicedSek, own.Jobs, own.Persons, own.People.EmployedWomen, own.People.EmployedMen, own.ToWork));
    }

    [Fact]
    public async Task A_draft_has_nothing_to_follow_up_and_a_due_one_is_found()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Draft();
        await (await Post(scenario.Buyer, deal, new { })).ReadProblemAsync(409, "/deal/not-signed");
        deal = await (await scenario.Change(scenario.Buyer, deal, "signature", Scenario.Terms() with { SignedOn = new DateOnly(2026, 1, 10), FollowUpMonths = 3 })).ReadAsync<DealView>();
        Assert.Equal([deal.Id], await Due(scenario.Buyer));
        Assert.Equal([deal.Id], await Due(scenario.Supplier));
        await (await Post(scenario.Buyer, deal, new { on = "2026-11-20", invoicedSek = 1 })).ReadAsync<FollowUpView>(HttpStatusCode.Created);
        Assert.Empty(await Due(scenario.Buyer));
        Assert.Equal([deal.Id], await Due(scenario.Supplier));
    }

    [Fact]
    public async Task How_a_deal_ended_is_confirmed_once_by_the_enterprise()
    {
        var scenario = await Scenario.New(service);
        var deal = await scenario.Sign(await scenario.Draft());
        await (await scenario.Change(scenario.Supplier, deal, "confirmation", new { agrees = true })).ReadProblemAsync(409, "/deal/not-closed");
        deal = await (await scenario.Change(scenario.Buyer, deal, "termination", new { reason = "Inga medel." })).ReadAsync<DealView>();
        await (await scenario.Change(scenario.Buyer, deal, "confirmation", new { agrees = true })).ReadProblemAsync(403, "/deal/enterprise-only");
        deal = await (await scenario.Change(scenario.Supplier, deal, "confirmation", new { agrees = false, comment = "Vi fick inga beställningar." })).ReadAsync<DealView>();
        Assert.Equal((false, "Vi fick inga beställningar."), (deal.SupplierAgrees, deal.SupplierComment));
        await (await scenario.Change(scenario.Supplier, deal, "confirmation", new { agrees = true })).ReadProblemAsync(409, "/deal/already-confirmed");
        Assert.DoesNotContain("beställningar", await service.Host.Public().GetStringAsync("/matchmaking/v1/changes?limit=1000"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_there_was_no_deal_is_confirmed_by_the_other_party()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        await (await scenario.Move(scenario.Supplier, interest, "confirmation", new { agrees = true })).ReadProblemAsync(409, "/interest/still-open");
        interest = await (await scenario.Move(scenario.Buyer, interest, "refusal", new { reason = "För litet.", code = "capacity" })).ReadAsync<InterestView>();
        Assert.Equal(NoDealReason.Capacity, interest.NoDealReason);
        await (await scenario.Move(scenario.Buyer, interest, "confirmation", new { agrees = true })).ReadProblemAsync(409, "/interest/own-reason");
        interest = await (await scenario.Move(scenario.Supplier, interest, "confirmation", new { agrees = true })).ReadAsync<InterestView>();
        Assert.True(interest.OtherAgrees);
        await (await scenario.Move(scenario.Supplier, interest, "confirmation", new { agrees = false })).ReadProblemAsync(409, "/interest/already-confirmed");
    }

    private static string Address(DealView deal) => $"/matchmaking/v1/deals/{deal.Id}/follow-ups";

    private static Task<HttpResponseMessage> Post(HttpClient who, DealView deal, object body) => who.SendJsonAsync(HttpMethod.Post, Address(deal), body);

    private static async Task<string?> Wrong(HttpResponseMessage response, string type) =>
        (await response.ReadProblemAsync(400, type)).GetProperty("invalidParameters")[0].GetProperty("name").GetString();

    private static async Task<List<Guid>> Due(HttpClient who) =>
        [.. (await (await who.GetAsync("/matchmaking/v1/deals?followUpDue=true")).ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}
