using System.Net;
using Municipalities.Needs;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Needs;

/// <summary>Who may see and change what: one table over all who ask and all they may ask for.</summary>
public class NeedAccessTests(Service service)
{
    public static TheoryData<string, string?, string?, bool, int, int> Askers => new()
    {
        // who, role, organisation, sees the draft, answer to a change of a foreign draft, answer to a change of a public need
        { "the same municipality's unit manager", Roles.UnitManager, "1280", true, 200, 200 },
        { "the same municipality's procurement officer", Roles.ProcurementOfficer, "1280", true, 200, 200 },
        { "another municipality", Roles.DevelopmentLead, "1283", false, 404, 403 },
        { "an enterprise", Roles.EnterpriseManager, "0190a1b2-0000-7000-8000-000000000001", false, 404, 403 },
        { "an enterprise that says it is Malmö", Roles.EnterpriseManager, "1280", false, 404, 403 },
        { "the network's lead", Roles.NetworkLead, "skr", false, 404, 403 },
        { "an agency", Roles.Agency, "arbetsformedlingen", false, 404, 403 },
        { "a person without role", null, "1280", false, 404, 403 },
        { "the public", null, null, false, 401, 401 },
    };

    [Theory]
    [MemberData(nameof(Askers))]
    public async Task Everybody_sees_and_changes_just_what_they_may(string who, string? role, string? org, bool seesDraft, int draftAnswer, int publicAnswer)
    {
        var client = (role, org) is (null, null) ? service.Public : service.Host.WithToken(TestTokens.Create(role, org));
        var draft = await service.Malmo.DraftAsync();
        var published = await service.Malmo.PublishedAsync();

        Assert.True(seesDraft == (await client.GetAsync($"{NeedClient.Address}/{draft.Id}")).IsSuccessStatusCode, who);
        Assert.Equal(seesDraft, (await client.ListAsync("status=draft&municipality=1280")).Items.Any(need => need.Id == draft.Id));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{NeedClient.Address}/{published.Id}")).StatusCode);
        Assert.Equal(draftAnswer, (int)(await Put(client, draft)).StatusCode);
        Assert.Equal(publicAnswer, (int)(await Put(client, published)).StatusCode);
        foreach (var move in new[] { "publication", "dialogue", "closure", "withdrawal" })
            if (!seesDraft) Assert.Equal(draftAnswer, (int)(await client.MoveAsync(draft, move, move == "closure" ? new { outcome = "deal" } : null)).StatusCode);
    }

    [Fact]
    public async Task A_foreign_draft_answers_exactly_like_an_unknown_need()
    {
        var draft = await service.Malmo.DraftAsync();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Put })
        {
            var body = method == HttpMethod.Put ? NeedClient.Content : null;
            var foreign = await Answer(method, draft.Id, body);
            var unknown = await Answer(method, Guid.CreateVersion7(), body);
            Assert.Equal(unknown, foreign);
        }

        async Task<(int, string, string)> Answer(HttpMethod method, Guid id, object? body)
        {
            using var response = await service.Helsingborg.SendJsonAsync(method, $"{NeedClient.Address}/{id}", body, "\"1\"");
            var problem = await response.ReadProblemAsync(404, "need/not-found");
            return ((int)response.StatusCode, problem.GetProperty("title").GetString()!, string.Join(',', problem.EnumerateObject().Select(member => member.Name).Order()));
        }
    }

    [Theory]
    [InlineData(Roles.EnterpriseManager, "0190a1b2-0000-7000-8000-000000000001", 403)]
    [InlineData(Roles.NetworkLead, "skr", 403)]
    [InlineData(Roles.UnitManager, null, 403)]
    [InlineData(Roles.UnitManager, "1280", 201)]
    public async Task Only_a_municipality_drafts(string role, string? org, int status) =>
        Assert.Equal(status, (int)(await service.Host.As(role, org).SendJsonAsync(HttpMethod.Post, NeedClient.Address, NeedClient.Content)).StatusCode);

    [Fact]
    public async Task A_token_without_the_write_scope_changes_nothing()
    {
        using var reader = service.Host.As(Roles.UnitManager, "1280", scope: "municipalities:read enterprises:write");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SendJsonAsync(HttpMethod.Post, NeedClient.Address, NeedClient.Content)).StatusCode);
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, NeedView need) =>
        client.SendJsonAsync(HttpMethod.Put, $"{NeedClient.Address}/{need.Id}", NeedClient.Content, ETags.Of(need.Version));
}
