using System.Net;
using Knowledge.Discussions;
using Knowledge.Search;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Discussions;

/// <summary>A question from the first word to the accepted answer, moderation, and who sees and may do what.</summary>
public sealed class DiscussionLife(KnowledgeService service)
{
    private const string Discussions = "/knowledge/v1/discussions";

    private static StartDiscussion.Request Question(string title = "Får vi betala i förskott?", string body = "Vår **leverantör** ber om det.", string? group = null) =>
        new() { Title = title, Body = body, Topic = "procurement", Group = group };

    private HttpClient Officer(string name, string municipality = "1280") => service.Host.WithToken(TestTokens.Create(Roles.ProcurementOfficer, municipality, subject: name));

    private static async Task<DiscussionChangedView> Start(HttpClient who, StartDiscussion.Request question) =>
        await (await who.SendJsonAsync(HttpMethod.Post, Discussions, question)).ReadAsync<DiscussionChangedView>(HttpStatusCode.Created);

    private static async Task<ReplyToDiscussion.Response> Reply(HttpClient who, Guid id, string body) =>
        await (await who.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{id}/replies", new ReplyToDiscussion.Request(body))).ReadAsync<ReplyToDiscussion.Response>(HttpStatusCode.Created);

    private static async Task<GetDiscussion.Response> Read(HttpClient who, Guid id) => await (await who.GetAsync($"{Discussions}/{id}")).ReadAsync<GetDiscussion.Response>();

    [Fact]
    public async Task A_question_is_answered_and_everybody_can_read_it_but_names_are_for_members()
    {
        var asks = Officer("fragaren");
        var started = await Start(asks, Question());
        var reply = await Reply(Officer("svararen", "0360"), started.Id, "Ja, mot säkerhet. <script>alert(1)</script>");
        await (await Officer("annan").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}/answer", new AcceptAnswer.Request(reply.Id), "\"2\"")).ReadProblemAsync(403, "discussion/not-yours");
        await (await asks.SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}/answer", new AcceptAnswer.Request(Guid.NewGuid()), "\"2\"")).ReadProblemAsync(404, "discussion/no-such-reply");
        var answered = await (await asks.SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}/answer", new AcceptAnswer.Request(reply.Id), "\"2\"")).ReadAsync<DiscussionChangedView>();
        Assert.Equal((reply.Id, 1, 3), (answered.AnswerId, answered.Replies, answered.Version));

        var seen = await Read(service.Public, started.Id);
        Assert.True(Assert.Single(seen.Replies).Accepted);
        Assert.Contains("<strong>leverantör</strong>", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", seen.Replies[0].Html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((null, null), (seen.WriterName, seen.Replies[0].WriterName));
        Assert.StartsWith("Upphandlare, ", seen.Writer, StringComparison.Ordinal);
        Assert.Equal("svararen", (await Read(asks, started.Id)).Replies[0].WriterName);
        Assert.Equal((true, false), ((await Read(asks, started.Id)).Own, (await Read(Officer("annan"), started.Id)).Own));
    }

    [Fact]
    public async Task Only_members_write_and_only_what_they_wrote()
    {
        var started = await Start(Officer("a"), Question());
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Public.SendJsonAsync(HttpMethod.Post, Discussions, Question())).StatusCode);
        await (await service.Host.As(Roles.Agency, "af").SendJsonAsync(HttpMethod.Post, Discussions, Question())).ReadProblemAsync(403, "discussion/not-member");
        await (await Officer("b").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}", Question("Annat"), "\"1\"")).ReadProblemAsync(403, "discussion/not-yours");
        await (await Officer("a").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}", Question("Annat"))).ReadProblemAsync(428, "request/if-match-missing");
        await (await Officer("a").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}", Question("Annat"), "\"7\"")).ReadProblemAsync(412, "request/stale");
        await (await Officer("a").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}", Question("Annat"), "\"1\"")).ReadAsync<DiscussionChangedView>();
        Assert.Equal("Annat", (await Read(service.Public, started.Id)).Title);

        var reply = await Reply(Officer("b"), started.Id, "Ett svar");
        await (await Officer("a").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}/replies/{reply.Id}", new ReviseReply.Request("Mitt"), "\"3\"")).ReadProblemAsync(403, "discussion/not-yours");
        await (await Officer("b").SendJsonAsync(HttpMethod.Put, $"{Discussions}/{started.Id}/replies/{reply.Id}", new ReviseReply.Request("Bättre"), "\"3\"")).ReadAsync<DiscussionChangedView>();
        var rewritten = Assert.Single((await Read(service.Public, started.Id)).Replies);
        Assert.Equal(("Bättre", true), (rewritten.Body, rewritten.RewrittenAt is not null));
    }

    [Theory]
    [InlineData("", "procurement", null, "Text")]
    [InlineData("Rubrik", "okänt", null, "Text")]
    [InlineData("Rubrik", "procurement", "skr:X9", "Text")]
    [InlineData("Rubrik", "procurement", null, "")]
    [InlineData("Rubrik", "procurement", null, "Hon har nummer 811218-9876 och vill börja.")]
    public async Task What_cannot_be_asked_is_refused(string title, string topic, string? group, string body) =>
        await (await Officer("a").SendJsonAsync(HttpMethod.Post, Discussions, new StartDiscussion.Request { Title = title, Topic = topic, Group = group, Body = body }))
            .ReadProblemAsync(400, "request/invalid");

    [Fact]
    public async Task All_who_reply_at_once_are_heard()
    {
        var started = await Start(Officer("a"), Question());
        var replies = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Eventually.SeeAsync(
            () => Officer($"p{number}").SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/replies", new ReplyToDiscussion.Request($"Svar {number}")),
            answer => answer.StatusCode != HttpStatusCode.ServiceUnavailable, TimeSpan.FromMinutes(1))));
        Assert.All(replies, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var seen = await Read(service.Public, started.Id);
        Assert.Equal((12, 13), (seen.Replies.Select(r => r.Body).Distinct().Count(), seen.Version));
        Assert.Equal(seen.Replies.Select(r => r.WrittenAt), seen.Replies.Select(r => r.WrittenAt).Order());
    }

    [Fact]
    public async Task A_request_sent_again_has_no_second_effect()
    {
        var started = await Start(Officer("a"), Question());
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Created, (await Officer("a").SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/replies",
                new ReplyToDiscussion.Request("En gång"), idempotencyKey: $"svar-{started.Id}")).StatusCode);
        Assert.Single((await Read(service.Public, started.Id)).Replies);
    }

    [Fact]
    public async Task A_moderator_hides_and_restores_with_a_reason_and_it_is_noted_who_did_it()
    {
        var (asks, replies, lead) = (Officer("a"), Officer("b"), service.NetworkLead);
        var started = await Start(asks, Question("Zyrkonfrågan om moderering"));
        var reply = await Reply(replies, started.Id, "Ett olämpligt zyrkonsvar");
        var hide = new ModerateDiscussion.Request("hide", "Pekar ut en enskild person", reply.Id);
        await (await asks.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", hide, "\"2\"")).ReadProblemAsync(403, "discussion/not-moderator");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", hide with { Reason = "" }, "\"2\"")).ReadProblemAsync(400, "request/invalid");
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", hide, "\"2\"")).ReadAsync<DiscussionChangedView>();
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", hide, "\"3\"")).ReadProblemAsync(409, "discussion/already-hidden");

        var others = Assert.Single((await Read(service.Public, started.Id)).Replies);
        Assert.Equal(("", "", true, null), (others.Body, others.Html, others.Hidden, others.HiddenReason));
        Assert.Equal("Pekar ut en enskild person", (await Read(replies, started.Id)).Replies[0].HiddenReason);
        Assert.Empty((await Search(service.Public, "olämpligt zyrkonsvar", every: true)).Page.Items);
        Assert.Single((await (await replies.GetAsync($"{Discussions}/{started.Id}/moderation")).ReadAsync<Page<ListModeration.Item>>()).Items);
        Assert.Empty((await (await Officer("c").GetAsync($"{Discussions}/{started.Id}/moderation")).ReadAsync<Page<ListModeration.Item>>()).Items);

        // The whole discussion: to others it does not exist, and the event says no more than that.
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", hide with { ReplyId = null }, "\"3\"")).ReadAsync<DiscussionChangedView>();
        await (await service.Public.GetAsync($"{Discussions}/{started.Id}")).ReadProblemAsync(404, "discussion/not-found");
        await (await replies.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/replies", new ReplyToDiscussion.Request("Hej"))).ReadProblemAsync(404, "discussion/not-found");
        Assert.Equal("Pekar ut en enskild person", (await Read(asks, started.Id)).HiddenReason);
        Assert.Empty((await Search(service.Public, "zyrkonfrågan", every: true)).Page.Items);
        var told = await service.Host.WithDatabase<KnowledgeDb, LoggedEventText>(async db =>
        {
            var row = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.EventLog, e => e.Key == started.Id.ToString() && e.Version == 4);
            return new LoggedEventText(row.Name, row.Body);
        });
        Assert.Equal("knowledge.discussion-changed", told.Name);
        Assert.DoesNotContain("Zyrkon", told.Body, StringComparison.OrdinalIgnoreCase);

        foreach (var (id, version) in new (Guid?, int)[] { (null, 4), (reply.Id, 5) })
            await (await lead.SendJsonAsync(HttpMethod.Post, $"{Discussions}/{started.Id}/moderation", new ModerateDiscussion.Request("restore", "Efter rättelse", id), $"\"{version}\"")).ReadAsync<DiscussionChangedView>();
        Assert.Equal("Ett olämpligt zyrkonsvar", Assert.Single((await Read(service.Public, started.Id)).Replies).Body);
        Assert.Single((await Search(service.Public, "zyrkonsvar", every: true)).Page.Items);
        var audit = await (await lead.GetAsync($"{Discussions}/{started.Id}/moderation")).ReadAsync<Page<ListModeration.Item>>();
        Assert.Equal(["hide", "hide", "restore", "restore"], audit.Items.Select(item => item.Action));
        Assert.All(audit.Items, item => Assert.Equal("network-lead@skr", item.Moderator));
    }

    private sealed record LoggedEventText(string Name, string Body);

    private static async Task<SearchKnowledge.Response> Search(HttpClient who, string question, bool every)
    {
        var answer = await (await who.GetAsync($"/knowledge/v1/search?kind=discussion&q={Uri.EscapeDataString(question)}")).ReadAsync<SearchKnowledge.Response>();
        return every && !answer.EveryWord ? answer with { Page = answer.Page with { Items = [] } } : answer;
    }

    [Fact]
    public async Task What_has_been_asked_before_shows_while_somebody_writes()
    {
        var started = await Start(Officer("a"), Question("Hur lång får en vinteravstängning av badhuset vara i avtalet?", "Badhuset ligger nere i februari."));
        var similar = await (await service.Public.GetAsync($"{Discussions}/similar?text={Uri.EscapeDataString("vi undrar om badhusets vinteravstängning")}")).ReadAsync<SimilarDiscussions.Response>();
        Assert.Equal(started.Id, similar.Discussions[0].Id);
        Assert.Contains("<mark>", similar.Discussions[0].Passage, StringComparison.Ordinal);
        var handbook = await (await service.Public.GetAsync($"{Discussions}/similar?text={Uri.EscapeDataString("när får vi göra en direktupphandling")}")).ReadAsync<SimilarDiscussions.Response>();
        Assert.Equal("direktupphandling", handbook.Chapters[0].Slug);
        var nothing = await (await service.Public.GetAsync($"{Discussions}/similar?text={Uri.EscapeDataString("kvantmekanikens xylofon brummar")}")).ReadAsync<SimilarDiscussions.Response>();
        Assert.Empty(nothing.Discussions);
        await (await service.Public.GetAsync($"{Discussions}/similar?text=a")).ReadProblemAsync(400, "request/invalid");
    }

    [Fact]
    public async Task Lists_narrow_and_examples_say_that_they_are_made_up()
    {
        var own = await Start(Officer("listan"), Question(group: "skr:C6"));
        async Task<IReadOnlyList<ListDiscussions.Item>> List(HttpClient who, string filter) =>
            (await (await who.GetAsync($"{Discussions}?limit=100&{filter}")).ReadAsync<Page<ListDiscussions.Item>>()).Items;
        Assert.Equal(own.Id, Assert.Single(await List(Officer("listan"), "own=true")).Id);
        Assert.Empty(await List(service.Public, "own=true"));
        Assert.Contains(await List(service.Public, "group=skr:C6"), item => item.Id == own.Id);
        Assert.DoesNotContain(await List(service.Public, "group=county:21"), item => item.Id == own.Id);
        Assert.DoesNotContain(await List(service.Public, "topic=routes"), item => item.Id == own.Id);
        var examples = await List(service.Public, "fictional=true");
        Assert.True(examples.Count >= 5);
        foreach (var example in examples)
        {
            var whole = await Read(service.Public, example.Id);
            Assert.StartsWith("**Det här är en påhittad fråga.**", whole.Body, StringComparison.Ordinal);
            Assert.All(whole.Replies.Select(r => r.Writer).Append(whole.Writer), writer => Assert.EndsWith("(påhittad)", writer, StringComparison.Ordinal));
        }
        Assert.All(await List(service.Public, "fictional=true&answered=true"), item => Assert.True(item.Answered));
        await (await service.Public.GetAsync($"{Discussions}?grupp=pilot")).ReadProblemAsync(400, "request/invalid");
    }
}
