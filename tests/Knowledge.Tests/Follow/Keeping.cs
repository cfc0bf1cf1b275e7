using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>How long news are kept, and that nobody is told of what they did themselves.</summary>
public sealed class Keeping(KnowledgeService service)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);

    private static Task<int> Clear(FollowWorld world) =>
        OldNews.Clear(world.Host.Services.GetRequiredService<NpgsqlDataSource>(), world.Clock, FollowSettings.DefaultKeepDays, default);

    [Fact]
    public async Task Old_news_go_when_they_have_been_told_and_not_before()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        foreach (var digest in new[] { "immediate", "weekly", "off" }) await world.Person(digest, null, ("everything", "follow", digest));
        await world.Happens("Gammalt", Noon);
        await world.Tell();
        await world.MakeMails();
        world.Clock.Now = Noon.AddDays(FollowSettings.DefaultKeepDays + 1);
        // The weekly mail is not made, so what waits for it stays; the immediate one was never sent and is far too old for it.
        Assert.Equal(3, await Clear(world));
        Assert.Equal("weekly", (await world.Read(db => db.Notifications.SingleAsync())).Digest);
        await world.Happens("Nytt", world.Clock.Now);
        await world.Turn();
        Assert.Contains("Gammalt", Assert.Single(world.Sink.Mails, mail => mail.To.Mailboxes.Single().Address == "weekly@exempel.se").TextBody, StringComparison.Ordinal);
        // Mailed, it goes too, and so does the notice that nobody has any more.
        world.Clock.Now = world.Clock.Now.AddDays(1);
        await Clear(world);
        Assert.Equal(["Nytt"], await world.Read(db => db.Notices.Select(notice => notice.Title).ToListAsync()));
        Assert.All(await world.Read(db => db.Notifications.ToListAsync()), notification => Assert.True(notification.OccurredAt > Noon.AddDays(1)));
        // What has gone is not told again.
        var sent = world.Sink.Mails.Count;
        await world.Turn();
        Assert.Equal((sent, 0), (world.Sink.Mails.Count, await Clear(world)));
    }

    [Fact]
    public async Task Who_did_it_is_not_told_and_others_are()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (writer, other) = (world.Host.WithToken(TestTokens.Create(Roles.NetworkLead, "skr", subject: "skriver-1")), world.Host.WithToken(TestTokens.Create(Roles.NetworkLead, "skr", subject: "laser-1")));
        foreach (var who in new[] { writer, other }) await (await who.GetAsync("/knowledge/v1/follow")).ReadAsync<GetFollowing.Response>();
        var draft = await (await writer.SendJsonAsync(HttpMethod.Post, "/knowledge/v1/articles", Articles.Text.Draft())).ReadAsync<Knowledge.Articles.ArticleChangedView>(System.Net.HttpStatusCode.Created);
        await (await writer.SendJsonAsync(HttpMethod.Post, $"/knowledge/v1/articles/{draft.Id}/publication", null, "\"1\"")).ReadAsync<Knowledge.Articles.ArticleChangedView>();
        await world.Tell();
        async Task<int> Told(HttpClient who) => (await (await who.GetAsync("/knowledge/v1/notifications")).ReadAsync<Page<ListNotifications.Item>>()).Items.Count;
        Assert.Equal((0, 1), (await Told(writer), await Told(other)));
    }
}
