using System.Net;
using Knowledge.Discussions;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Discussions;

/// <summary>What members report, until the moderator has hidden it or left it standing.</summary>
public sealed class Reports(KnowledgeService service)
{
    private const string Discussions = "/knowledge/v1/discussions";

    private HttpClient Officer(string name) => service.Host.WithToken(TestTokens.Create(Roles.ProcurementOfficer, "1280", subject: name));

    private static async Task<DiscussionChangedView> Started(HttpClient who) =>
        await (await who.SendJsonAsync(HttpMethod.Post, Discussions, new StartDiscussion.Request { Title = "Vem kan ringa?", Body = "Vår **leverantör** ber om det.", Topic = "procurement" }))
            .ReadAsync<DiscussionChangedView>(HttpStatusCode.Created);

    [Fact]
    public async Task A_member_reports_once_the_moderator_hides_or_leaves_it_and_is_not_told_who_reported()
    {
        var started = await Started(Officer("fragaren"));
        var reply = await (await Officer("svararen").SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/replies", new ReplyToDiscussion.Request("Ring Anna i receptionen.")))
            .ReadAsync<ReplyToDiscussion.Response>(HttpStatusCode.Created);
        var reports = $"{Discussions}/{started.Id}/reports";
        async Task<List<ListReports.Item>> Waiting() =>
            [.. (await (await service.NetworkLead.GetAsync($"{Discussions}/reports?limit=100")).ReadAsync<Page<ListReports.Item>>()).Items.Where(item => item.DiscussionId == started.Id)];

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.SendJsonAsync(HttpMethod.Post, reports, new ReportDiscussion.Request("Namnger någon", reply.Id))).StatusCode);
        await (await service.Host.As(Roles.Agency, "af").SendJsonAsync(HttpMethod.Post, reports, new ReportDiscussion.Request("Namnger någon", reply.Id))).ReadProblemAsync(403, "discussion/not-member");
        await (await Officer("c").SendJsonAsync(HttpMethod.Post, reports, new ReportDiscussion.Request("Namnger någon", Guid.NewGuid()))).ReadProblemAsync(404, "discussion/no-such-reply");
        foreach (var _ in Enumerable.Range(0, 2))
            Assert.Equal(HttpStatusCode.NoContent, (await Officer("c").SendJsonAsync(HttpMethod.Post, reports, new ReportDiscussion.Request("Namnger någon", reply.Id))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await Officer("d").SendJsonAsync(HttpMethod.Post, reports, new ReportDiscussion.Request("Fel ämne", null))).StatusCode);

        var waiting = await Waiting();
        Assert.Equal([(reply.Id, "Ring Anna i receptionen."), (null, "Vår leverantör ber om det.")], waiting.Select(item => (item.ReplyId, item.Passage)));
        await (await Officer("c").GetAsync($"{Discussions}/reports")).ReadProblemAsync(403, "discussion/not-moderator");
        await (await Officer("c").GetAsync($"{Discussions}/moderations")).ReadProblemAsync(403, "discussion/not-moderator");

        await (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", new ModerateDiscussion.Request("hide", "Pekar ut en person.", reply.Id), ETags.Of(waiting[0].Version)))
            .ReadAsync<DiscussionChangedView>();
        var left = Assert.Single(await Waiting());
        await (await Officer("d").SendJsonAsync(HttpMethod.Post, $"{Discussions}/reports/{left.Id}/dismissal")).ReadProblemAsync(403, "discussion/not-moderator");
        Assert.Equal(HttpStatusCode.NoContent, (await service.NetworkLead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/reports/{left.Id}/dismissal")).StatusCode);
        Assert.Empty(await Waiting());
        var done = (await (await service.NetworkLead.GetAsync($"{Discussions}/moderations?limit=100")).ReadAsync<Page<ListModerations.Item>>()).Items.Single(item => item.DiscussionId == started.Id);
        Assert.Equal((reply.Id, "hide", true), (done.ReplyId, done.Action, done.StillHidden));
    }
}
