using System.Net;
using Enterprises.Offers;
using Enterprises.Register;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Enterprises.Tests.Register;

/// <summary>Who may see and change what: one table over all who ask and all they may ask for.</summary>
public class EnterpriseAccessTests(Service service)
{
    [Theory]
    [InlineData(Roles.EnterpriseManager, "0190a1b2-0000-7000-8000-000000000009", 404, 403)]
    [InlineData(Roles.ProcurementOfficer, "1280", 404, 403)]
    [InlineData(Roles.NetworkLead, "skr", 404, 403)]
    [InlineData(Roles.Agency, "tillvaxtverket", 404, 403)]
    [InlineData(null, "own", 404, 403)]
    [InlineData(Roles.UnitManager, "own", 404, 403)]
    [InlineData(null, null, 401, 401)]
    public async Task Others_see_no_draft_and_change_nothing(string? role, string? org, int draftAnswer, int publicAnswer)
    {
        var (hidden, shown) = (EnterpriseClient.New(service.Host), EnterpriseClient.New(service.Host));
        await hidden.RegisteredAsync();
        var secret = await hidden.OfferAsync();
        await shown.PublishedAsync();
        var unpublished = await shown.OfferAsync(EnterpriseClient.Cafe with { Title = "Hemligt utkast" });

        foreach (var (enterprise, offer, answer) in new[] { (hidden, secret, draftAnswer), (shown, unpublished, publicAnswer) })
        {
            var client = (role, org) is (null, null)
                ? service.Public
                : service.Host.WithToken(TestTokens.Create(role, org == "own" ? enterprise.Id.ToString() : org));
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{enterprise.Address}/offers/{offer.Id}")).StatusCode);
            Assert.Equal(enterprise == shown, (await client.GetAsync(enterprise.Address)).IsSuccessStatusCode);
            Assert.DoesNotContain(offer.Id.ToString(), await client.GetStringAsync($"{EnterpriseClient.Root}?limit=100&municipality=1280"), StringComparison.Ordinal);
            Assert.Equal(answer, (int)(await enterprise.PutAsync("", new EnterpriseContent { Name = "Annat namn", MunicipalityCode = "1280" }, client)).StatusCode);
            foreach (var path in new[] { "/publication", "/withdrawal", "/confirmations", $"/offers/{offer.Id}/publication", $"/offers/{offer.Id}/withdrawal" })
                Assert.Equal(answer, (int)(await enterprise.PostAsync(path, by: client)).StatusCode);
            Assert.Equal(answer, (int)(await enterprise.PostAsync("/offers", EnterpriseClient.Cafe, client)).StatusCode);
            Assert.Equal(answer, (int)(await enterprise.PutAsync($"/offers/{offer.Id}", EnterpriseClient.Cafe, client)).StatusCode);
            Assert.Equal(answer, (int)(await enterprise.PutAsync("/claims/wise", new { answer = "no" }, client)).StatusCode);
        }
    }

    [Fact]
    public async Task A_foreign_draft_answers_exactly_like_an_unknown_enterprise()
    {
        var hidden = EnterpriseClient.New(service.Host);
        await hidden.RegisteredAsync();
        var foreign = await service.ManagerOf("F01").GetAsync(hidden.Address);
        var unknown = await service.ManagerOf("F01").GetAsync($"{EnterpriseClient.Root}/{Guid.CreateVersion7()}");
        var (one, other) = (await foreign.ReadProblemAsync(404, "enterprise/not-found"), await unknown.ReadProblemAsync(404, "enterprise/not-found"));
        Assert.Equal(
            other.EnumerateObject().Where(member => member.Name is not ("instance" or "traceId")).Select(member => member.ToString()),
            one.EnumerateObject().Where(member => member.Name is not ("instance" or "traceId")).Select(member => member.ToString()));
    }

    [Theory]
    [InlineData(Roles.ProcurementOfficer, "1280")]
    [InlineData(Roles.EnterpriseManager, "1280")]
    [InlineData(Roles.NetworkLead, "skr")]
    public async Task Only_a_manager_registers_and_only_the_own_enterprise(string role, string org)
    {
        using var response = await service.Host.As(role, org).SendJsonAsync(HttpMethod.Post, EnterpriseClient.Root, EnterpriseClient.Profile());
        await response.ReadProblemAsync(403, "enterprise/not-a-manager");
    }

    [Fact]
    public async Task A_change_names_its_version_and_of_two_at_once_one_loses()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        var seen = await enterprise.PublishedAsync();
        EnterpriseContent content = new() { Name = "Nytt namn ek. för.", MunicipalityCode = "1280" };
        await (await enterprise.Http.SendJsonAsync(HttpMethod.Put, enterprise.Address, content)).ReadProblemAsync(428, "request/if-match-missing");
        await (await enterprise.PutAsync("", content, ifMatch: "\"1\"")).ReadProblemAsync(412, "request/stale");
        await (await enterprise.PutAsync($"/offers/{seen.Offers[0].Id}", EnterpriseClient.Cafe, ifMatch: "\"1\"")).ReadProblemAsync(412, "request/stale");
        var tag = ETags.Of(seen.Version);
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => enterprise.PutAsync("", content, ifMatch: tag)));
        Assert.Single(attempts, attempt => attempt.IsSuccessStatusCode);
        Assert.All(attempts, attempt => Assert.Contains((int)attempt.StatusCode, new[] { 200, 409, 412 }));
        Assert.Equal(seen.Version + 1, (await enterprise.SeenAsync()).Version);
    }

    [Fact]
    public async Task The_same_key_sent_again_makes_no_second_offer()
    {
        var enterprise = EnterpriseClient.New(service.Host);
        await enterprise.RegisteredAsync();
        var key = Guid.NewGuid().ToString();
        async Task<OfferView> SendAsync() => await (await enterprise.Http.SendJsonAsync(
            HttpMethod.Post, $"{enterprise.Address}/offers", EnterpriseClient.Cafe, idempotencyKey: key)).ReadAsync<OfferView>(HttpStatusCode.Created);
        Assert.Equal((await SendAsync()).Id, (await SendAsync()).Id);
        Assert.Single((await enterprise.SeenAsync()).Offers);
    }
}
