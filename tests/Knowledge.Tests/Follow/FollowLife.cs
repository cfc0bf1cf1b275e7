using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Contracts.Municipalities;
using Knowledge.Copies;
using Knowledge.Discussions;
using Knowledge.Follow;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>What a person hears of: by choice, by taking part and by being called on, on the page and in the feeds.</summary>
public sealed class FollowLife(KnowledgeService service)
{
    private const string Api = "/knowledge/v1";
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);

    private static HttpClient Person(FollowWorld world, string subject, string municipality = "1280", string? email = null) => world.Host.WithToken(
        TestTokens.Create(Roles.ProcurementOfficer, municipality, subject: subject, change: token => { if (email is not null) token.Claims["email"] = email; }));

    private static async Task<GetFollowing.Response> Follow(HttpClient who) => await (await who.GetAsync($"{Api}/follow")).ReadAsync<GetFollowing.Response>();

    private static async Task<IReadOnlyList<ListNotifications.Item>> Page(HttpClient who, string filter = "") =>
        (await (await who.GetAsync($"{Api}/notifications?limit=100{filter}")).ReadAsync<Page<ListNotifications.Item>>()).Items;

    private static async Task<Guid> Ask(HttpClient who, string title, string body = "Hur gör ni?", string? group = null) =>
        (await (await who.SendJsonAsync(HttpMethod.Post, $"{Api}/discussions", new StartDiscussion.Request { Title = title, Body = body, Topic = "basics", Group = group }))
            .ReadAsync<DiscussionChangedView>(HttpStatusCode.Created)).Id;

    private static async Task Reply(HttpClient who, Guid id, string body) =>
        Assert.Equal(HttpStatusCode.Created, (await who.SendJsonAsync(HttpMethod.Post, $"{Api}/discussions/{id}/replies", new ReplyToDiscussion.Request(body))).StatusCode);

    private static async Task Choose(HttpClient who, string what, string level, string? digest = null) =>
        Assert.Equal(HttpStatusCode.NoContent, (await who.SendJsonAsync(HttpMethod.Put, $"{Api}/follow/preferences/{what}", new ChooseFollowing.Request(level, digest))).StatusCode);

    [Fact]
    public async Task One_event_is_one_row_and_who_is_called_on_is_told_so()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (anna, bo, cilla, david) = (Person(world, "anna-1280"), Person(world, "bo-0360-tierp", "0360"), Person(world, "cilla-1280"), Person(world, "david-2361", "2361"));
        foreach (var who in new[] { anna, bo, cilla, david }) await Follow(who);
        var id = await Ask(anna, "Förskott", "Vad säger ni, @0360? Skriv till upphandling@1280.se");
        await Reply(cilla, id, "Jag tror att @anna-1280 har rätt.");
        await Reply(bo, id, "Vi gör så.");
        await world.Tell();
        // Who asked is told of the replies and not of the question; the municipality is called on; others hear of the question alone.
        Assert.Equal([("discussion", "Nytt svar från Upphandlare, 0360"), ("mention", "Nytt svar från Upphandlare, 1280")], (await Page(anna)).Select(item => (item.Kind, item.What)).OrderBy(item => item.Kind));
        Assert.Equal([("mention", "Ny fråga")], (await Page(bo)).Select(item => (item.Kind, item.What)));
        Assert.Equal(["discussion", "discussion"], (await Page(cilla)).Select(item => item.Kind));
        Assert.Equal([("discussion", "Ny fråga", $"/diskussioner/{id}")], (await Page(david)).Select(item => (item.Kind, item.What, item.Path)));
        Assert.Empty(await Page(world.Host.As(Roles.UnitManager, "1280")));
    }

    [Fact]
    public async Task Whom_a_reply_calls_on_when_it_is_put_better_is_told_too()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (anna, bo) = (Person(world, "anna-1280"), Person(world, "bo-0360-tierp", "0360"));
        foreach (var who in new[] { anna, bo }) await Follow(who);
        var id = await Ask(anna, "Förskott");
        var reply = await (await anna.SendJsonAsync(HttpMethod.Post, $"{Api}/discussions/{id}/replies", new ReplyToDiscussion.Request("Tierp vet."))).ReadAsync<ReplyToDiscussion.Response>(HttpStatusCode.Created);
        var changed = await (await anna.SendJsonAsync(HttpMethod.Put, $"{Api}/discussions/{id}/replies/{reply.Id}", new ReviseReply.Request("@0360 vet."), ETags.Of(reply.Version))).ReadAsync<DiscussionChangedView>();
        await (await anna.SendJsonAsync(HttpMethod.Put, $"{Api}/discussions/{id}/replies/{reply.Id}", new ReviseReply.Request("@0360 vet nog."), ETags.Of(changed.Version))).ReadAsync<DiscussionChangedView>();
        await world.Tell();
        Assert.Equal([("discussion", "Ny fråga"), ("mention", "Ett svar har ändrats")], (await Page(bo)).Select(item => (item.Kind, item.What)).OrderBy(item => item.Kind));
    }

    [Fact]
    public async Task The_narrowest_choice_counts_and_muted_is_muted_everywhere()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (asks, mutes, follows, hears) = (Person(world, "fragaren-1"), Person(world, "tystaren-1", email: "t@exempel.se"), Person(world, "foljaren-1"), Person(world, "alla-1"));
        foreach (var who in new[] { asks, mutes, follows, hears }) await Follow(who);
        await Choose(mutes, "everything", "follow", "immediate");
        await Choose(mutes, "discussion", "mute");
        var first = await Ask(asks, "Första");
        await Choose(follows, $"discussion/{first}", "follow");
        await Choose(mutes, $"discussion/{first}", "follow", "daily");
        await Reply(asks, first, "Ett svar.");
        await Ask(asks, "Andra");
        await world.Turn();
        Assert.Equal(["Första"], (await Page(mutes)).Select(item => item.Title).Distinct());
        Assert.All(await Page(mutes), item => Assert.Equal("daily", item.Digest));
        Assert.Equal(3, (await Page(follows)).Count);
        Assert.Equal(2, (await Page(hears)).Count);
        Assert.Empty(world.Sink.Mails);
        var chosen = (await Follow(mutes)).Preferences;
        Assert.Contains(new GetFollowing.Choice("discussion", first, "follow", "daily"), chosen);
        Assert.Equal(3, chosen.Count);
        // What waits follows the choice; taken back, the wider one counts for what comes.
        await Choose(mutes, $"discussion/{first}", "follow", "immediate");
        await world.Turn();
        Assert.Single(world.Sink.Mails);
        Assert.Equal(HttpStatusCode.NoContent, (await mutes.DeleteAsync($"{Api}/follow/preferences/discussion/{first}")).StatusCode);
        await Reply(asks, first, "Ett till.");
        await world.Turn();
        Assert.Single(world.Sink.Mails);
        await (await mutes.SendJsonAsync(HttpMethod.Put, $"{Api}/follow/preferences/okänt", new ChooseFollowing.Request("follow", null))).ReadProblemAsync(400, "request/invalid");
        await (await mutes.SendJsonAsync(HttpMethod.Put, $"{Api}/follow/preferences/article", new ChooseFollowing.Request("ibland", null))).ReadProblemAsync(400, "request/invalid");
        await (await world.Host.As(Roles.Agency, "af").GetAsync($"{Api}/follow")).ReadProblemAsync(403, "follow/not-a-person");
    }

    [Fact]
    public async Task A_question_for_a_group_is_told_to_the_group_and_a_hidden_one_to_nobody()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        await world.Read(async db =>
        {
            await new KeepMunicipality().Handle(new MunicipalityChanged("2361", 1, "registered", false, "Härjedalen", "23", "Jämtland", 62, 14, 10000, 2024, "C9", true), db, default);
            return await db.SaveChangesAsync();
        });
        var (inside, outside, lead) = (Person(world, "inne-2361", "2361"), Person(world, "ute-1280"), world.Host.As(Roles.NetworkLead, "skr"));
        foreach (var who in new[] { inside, outside, lead }) await Follow(who);
        var id = await Ask(Person(world, "fragaren-2"), "För pilotkommunerna", group: "pilot");
        await world.Tell();
        Assert.Equal((1, 0, 1), ((await Page(inside)).Count, (await Page(outside)).Count, (await Page(lead)).Count));
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Api}/discussions/{id}/moderation", new ModerateDiscussion.Request("hide", "Fel forum", null), "\"1\"")).ReadAsync<DiscussionChangedView>();
        Assert.Empty(await Page(inside));
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Api}/discussions/{id}/moderation", new ModerateDiscussion.Request("restore", "Rätt ändå", null), "\"2\"")).ReadAsync<DiscussionChangedView>();
        Assert.Single(await Page(inside));
    }

    [Fact]
    public async Task Read_is_read_and_only_ones_own()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (anna, bo) = (Person(world, "anna-3"), Person(world, "bo-3"));
        foreach (var who in new[] { anna, bo }) await Follow(who);
        await world.Happens("Ett", Noon.AddMinutes(-2));
        await world.Happens("Två", Noon.AddMinutes(-1));
        await world.Happens("Tre", Noon);
        await world.Tell();
        Assert.Equal(["Tre", "Två", "Ett"], (await Page(anna)).Select(item => item.Title));
        var own = (await Page(anna))[0].Id;
        await (await bo.SendJsonAsync(HttpMethod.Put, $"{Api}/notifications/{own}/reading")).ReadProblemAsync(404, "follow/no-such-notification");
        Assert.Equal(HttpStatusCode.NoContent, (await anna.SendJsonAsync(HttpMethod.Put, $"{Api}/notifications/reading", new ReadNotifications.Request(Noon.AddMinutes(-1)))).StatusCode);
        Assert.Equal(["Tre"], (await Page(anna, "&read=false")).Select(item => item.Title));
        Assert.Equal(HttpStatusCode.NoContent, (await anna.SendJsonAsync(HttpMethod.Put, $"{Api}/notifications/{own}/reading")).StatusCode);
        Assert.Equal((3, 0), ((await Page(anna, "&read=true")).Count, (await Page(bo, "&read=true")).Count));
        Assert.Equal(HttpStatusCode.Unauthorized, (await world.Host.Public().GetAsync($"{Api}/notifications")).StatusCode);
    }

    [Fact]
    public async Task Feeds_open_with_their_own_address_until_it_is_changed()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var anna = Person(world, "anna-4");
        var (atom, json) = ((await Follow(anna)).AtomFeed, (await Follow(anna)).JsonFeed);
        await world.Happens("Regler & gränser <i praktiken>", Noon);
        await world.Tell();
        var anybody = world.Host.Public();
        var feed = XDocument.Parse(await (await anybody.GetAsync(new Uri(atom).PathAndQuery)).Content.ReadAsStringAsync());
        XNamespace ns = "http://www.w3.org/2005/Atom";
        var entry = Assert.Single(feed.Root!.Elements(ns + "entry"));
        Assert.Equal("Nytt kapitel i handboken: Regler & gränser <i praktiken>", entry.Element(ns + "title")!.Value);
        Assert.Equal("https://natverket.exempel.se/handbok/kapitel", entry.Element(ns + "link")!.Attribute("href")!.Value);
        var items = JsonDocument.Parse(await (await anybody.GetAsync(new Uri(json).PathAndQuery)).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("https://jsonfeed.org/version/1.1", 1), (items.GetProperty("version").GetString(), items.GetProperty("items").GetArrayLength()));
        Assert.Equal(HttpStatusCode.NoContent, (await anna.PostAsync($"{Api}/follow/feed/renewal", null)).StatusCode);
        foreach (var old in new[] { atom, json }) await (await anybody.GetAsync(new Uri(old).PathAndQuery)).ReadProblemAsync(404, "follow/bad-token");
        foreach (var broken in new[] { "x", "a.feed.b", "..", "AAAA.feed.AAAA" }) await (await anybody.GetAsync($"{Api}/follow/feed/atom?token={broken}")).ReadProblemAsync(404, "follow/bad-token");
    }

    [Fact]
    public async Task An_address_from_the_token_counts_at_once_and_one_that_is_typed_when_it_is_confirmed()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        Assert.Equal("anna@malmo.exempel", (await Follow(Person(world, "anna-5", email: "anna@malmo.exempel"))).Email);
        var bo = Person(world, "bo-5");
        Assert.Null((await Follow(bo)).Email);
        await Choose(bo, "everything", "follow", "immediate");
        await (await bo.SendJsonAsync(HttpMethod.Put, $"{Api}/follow/address", new GiveAddress.Request("ingen adress"))).ReadProblemAsync(400, "request/invalid");
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Accepted, (await bo.SendJsonAsync(HttpMethod.Put, $"{Api}/follow/address", new GiveAddress.Request("bo@exempel.se"))).StatusCode);
        await world.Happens("Före", Noon);
        await world.Turn();
        var mail = Assert.Single(world.Sink.Mails, each => each.To.Mailboxes.Single().Address == "bo@exempel.se");
        var link = new Uri(mail.TextBody!.Split('\n').Single(line => line.Contains("http", StringComparison.Ordinal)).Split(": ")[1].Trim()).PathAndQuery;
        var anybody = world.Host.Public();
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(link)).StatusCode);
        Assert.Null((await Follow(bo)).Email);
        Assert.Equal(HttpStatusCode.OK, (await anybody.PostAsync(link, null)).StatusCode);
        Assert.Equal(("bo@exempel.se", null), ((await Follow(bo)).Email, (await Follow(bo)).PendingEmail));
        await (await anybody.PostAsync(link, null)).ReadProblemAsync(404, "follow/bad-token");
        await world.Happens("Efter", Noon);
        await world.Turn();
        Assert.Equal(["Bekräfta din e-postadress", "Nytt kapitel i handboken: Efter"], world.Sink.Mails.Where(each => each.To.Mailboxes.Single().Address == "bo@exempel.se").Select(each => each.Subject));
    }
}
