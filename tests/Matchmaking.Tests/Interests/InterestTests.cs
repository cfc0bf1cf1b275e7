using System.Net;
using System.Text.Json;
using Matchmaking.Interests;
using Matchmaking.Matching;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Matchmaking.Tests.Interests;

public class InterestTests(Service service)
{
    private const string Address = "/matchmaking/v1/interests";

    [Fact]
    public async Task Both_parties_see_it_and_nobody_else()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        Assert.Equal((InterestStatus.Submitted, 1, "Lagning av cyklar", "Cykelköket ek. för."),
            (interest.Status, interest.Version, interest.NeedTitle, interest.EnterpriseName));

        foreach (var party in new[] { scenario.Supplier, scenario.Buyer, service.Buyer(scenario.Code, Roles.UnitManager), service.Buyer(scenario.Code, Roles.DevelopmentLead) })
        {
            var response = await party.GetAsync($"{Address}/{interest.Id}");
            Assert.Equal("\"1\"", response.Headers.ETag!.Tag);
            Assert.Equal("Verkstaden, 054-12 34 56", (await response.ReadAsync<InterestView>()).Contact);
            Assert.Equal([interest.Id], await Listed(party, $"?needId={scenario.Need.Id}"));
        }
        foreach (var other in new[]
        {
            service.Buyer(Service.NewCode()), service.Supplier(Guid.CreateVersion7()), service.Host.As(Roles.NetworkLead, "skr"),
            service.Host.As(Roles.EnterpriseManager, scenario.Code), service.Host.As(Roles.Agency, scenario.Code),
        })
        {
            await (await other.GetAsync($"{Address}/{interest.Id}")).ReadProblemAsync(404, "/interest/not-found");
            Assert.Empty(await Listed(other));
            await (await scenario.Move(other, interest, "withdrawal", new { })).ReadProblemAsync(404, "/interest/not-found");
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Host.Public().GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task The_moves_through_the_api_answer_with_the_new_version()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        interest = await (await scenario.Move(scenario.Buyer, interest, "dialogue")).ReadAsync<InterestView>();
        Assert.Equal((InterestStatus.InDialogue, 2), (interest.Status, interest.Version));
        await (await scenario.Move(scenario.Buyer, interest, "dialogue")).ReadProblemAsync(409, "/interest/already-in-dialogue");
        interest = await (await scenario.Move(scenario.Buyer, interest, "refusal", new { reason = "Vi gör det själva." })).ReadAsync<InterestView>();
        Assert.Equal((InterestStatus.Declined, 3, "Vi gör det själva."), (interest.Status, interest.Version, interest.Answer));
        await (await scenario.Move(scenario.Supplier, interest, "withdrawal", new { })).ReadProblemAsync(409, "/interest/declined");
    }

    [Fact]
    public async Task It_keeps_the_match_as_it_was_and_hands_it_to_the_deal()
    {
        var scenario = await Scenario.New(service);
        await Eventually.TrueAsync(async () => (await service.Host.Public().GetStringAsync($"/matchmaking/v1/needs/{scenario.Need.Id}/matches"))
            .Contains(scenario.Enterprise.Id.ToString(), StringComparison.Ordinal));
        var then = (await scenario.Interest()).Match!;
        Assert.Equal(scenario.Enterprise.Offers[0].Id, then.OfferId);
        Assert.InRange(then.Score, 0.5, 1);
        Assert.Equal(then.Score, then.Parts.Values.Sum(), 6);
        Assert.NotEmpty(then.Reasons);
        Assert.StartsWith($"v{Weights.Set}-", then.WeightsVersion, StringComparison.Ordinal);

        // What changes afterwards leaves it as it was.
        await service.Hear(scenario.Enterprise with { Version = 2, Offers = [] });
        var interest = (await (await scenario.Buyer.GetAsync($"{Address}?needId={scenario.Need.Id}")).ReadAsync<Page<InterestView>>()).Items.Single();
        Assert.Equal((then.Score, then.WeightsVersion), (interest.Match!.Score, interest.Match.WeightsVersion));
        Assert.Equal((then.Score, then.WeightsVersion), ((await scenario.Draft(interest)).Match!.Score, interest.Match.WeightsVersion));
    }

    [Fact]
    public async Task Each_side_makes_its_own_moves_only()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        await (await scenario.Move(scenario.Supplier, interest, "dialogue")).ReadProblemAsync(403, "/interest/municipality-only");
        await (await scenario.Move(scenario.Supplier, interest, "refusal", new { reason = "Nej." })).ReadProblemAsync(403, "/interest/municipality-only");
        await (await scenario.Move(scenario.Buyer, interest, "withdrawal", new { })).ReadProblemAsync(403, "/interest/enterprise-only");
        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, Address, new { needId = scenario.Need.Id, message = "Hej" })).ReadProblemAsync(403, "/interest/enterprise-only");
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Host.As(Roles.EnterpriseManager, scenario.Enterprise.Id.ToString(), "matchmaking:read")
            .SendJsonAsync(HttpMethod.Post, Address, new { needId = scenario.Need.Id, message = "Hej" })).StatusCode);
    }

    [Fact]
    public async Task A_second_interest_is_refused_until_the_first_is_withdrawn()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        await (await scenario.PostInterest()).ReadProblemAsync(409, "/interest/already-submitted");
        Assert.Equal(InterestStatus.Withdrawn, (await (await scenario.Move(scenario.Supplier, interest, "withdrawal", new { reason = "Fel behov." })).ReadAsync<InterestView>()).Status);
        Assert.NotEqual(interest.Id, (await scenario.Interest()).Id);
    }

    [Fact]
    public async Task Of_ten_at_once_one_is_stored()
    {
        var scenario = await Scenario.New(service);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => scenario.PostInterest()));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(9, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await Listed(scenario.Supplier));
    }

    [Fact]
    public async Task The_same_key_gives_the_same_answer()
    {
        var scenario = await Scenario.New(service);
        var key = Guid.NewGuid().ToString();
        var first = await (await scenario.PostInterest(key)).ReadAsync<InterestView>(HttpStatusCode.Created);
        var second = await (await scenario.PostInterest(key)).ReadAsync<InterestView>(HttpStatusCode.Created);
        Assert.Equivalent(first, second, strict: true);
        Assert.Single(await Listed(scenario.Supplier));
    }

    [Fact]
    public async Task A_change_must_be_meant_for_the_newest_version()
    {
        var scenario = await Scenario.New(service);
        var interest = await scenario.Interest();
        await (await scenario.Buyer.SendJsonAsync(HttpMethod.Post, $"{Address}/{interest.Id}/dialogue")).ReadProblemAsync(428, "/request/if-match-missing");
        await (await scenario.Move(scenario.Buyer, interest with { Version = 7 }, "dialogue")).ReadProblemAsync(412, "/request/stale");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => scenario.Move(scenario.Buyer, interest, "dialogue")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.True((int)answer.StatusCode is 409 or 412));
    }

    [Fact]
    public async Task An_interest_needs_an_open_need_and_a_published_enterprise()
    {
        var scenario = await Scenario.New(service);
        await service.Hear(scenario.Enterprise with { Version = 2, Withdrawn = true, Offers = [] });
        await (await scenario.PostInterest()).ReadProblemAsync(409, "/interest/enterprise-not-published");
        await service.Hear(scenario.Enterprise with { Version = 3 }, scenario.Need with { Version = 2, Status = "closed", Outcome = "no-deal" });
        await (await scenario.PostInterest()).ReadProblemAsync(409, "/interest/need-closed");
        await service.Hear(scenario.Need with { Version = 3, Withdrawn = true });
        await (await scenario.PostInterest()).ReadProblemAsync(404, "/interest/need-not-found");
        await (await (await Scenario.New(service, answerBy: new DateOnly(2020, 1, 1))).PostInterest()).ReadProblemAsync(409, "/interest/too-late");
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        var problem = await (await service.Supplier(Guid.CreateVersion7()).SendJsonAsync(HttpMethod.Post, Address, new { })).ReadProblemAsync(400, "/request/invalid");
        Assert.Equal(["message", "needId"], problem.GetProperty("invalidParameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()).Order());
    }

    private static async Task<List<Guid>> Listed(HttpClient client, string query = "") =>
        [.. (await (await client.GetAsync(Address + query)).ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid())];
}
