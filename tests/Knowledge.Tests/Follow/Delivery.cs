using System.Net;
using System.Text;
using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>Mails on their way: crashes, a server that is away, addresses that do not exist, and the way out.</summary>
public sealed class Delivery(KnowledgeService service)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);

    private static string Path(string address) => new Uri(address).PathAndQuery;

    [Fact]
    public async Task A_crash_after_the_server_took_the_mail_repeats_it_under_the_same_name()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        await world.Person("anna", null, ("everything", "follow", "immediate"));
        await world.Happens("Tröskelvärden", Noon);
        await world.Turn();
        // As if the process had died between the server's yes and the mark: leased and not marked.
        await world.Read(db => db.Mails.ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, (DateTimeOffset?)null)));
        await world.Turn();
        Assert.Single(world.Sink.Mails);
        world.Clock.Now += TimeSpan.FromMinutes(6);
        await world.Turn();
        var (first, second) = (world.Sink.Mails[0], world.Sink.Mails[1]);
        Assert.Equal((first.MessageId, first.Subject, first.TextBody, first.Date), (second.MessageId, second.Subject, second.TextBody, second.Date));
        await world.Turn();
        Assert.Equal(2, world.Sink.Mails.Count);
    }

    [Fact]
    public async Task A_server_that_is_away_is_tried_again_and_less_and_less_often()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        await world.Person("anna", null, ("everything", "follow", "immediate"));
        await world.Happens("Tröskelvärden", Noon);
        world.Sink.Fails = true;
        for (var minute = 0; minute < 60; minute++, world.Clock.Now += TimeSpan.FromMinutes(1)) await world.Turn();
        var waiting = await world.Read(db => db.Mails.SingleAsync());
        Assert.InRange(waiting.Tries, 4, 6);
        Assert.Equal("SmtpCommandException", waiting.Problem);
        var health = await world.Host.Services.GetRequiredService<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService>().CheckHealthAsync();
        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, health.Entries["mail"].Status);
        world.Sink.Fails = false;
        world.Clock.Now += TimeSpan.FromHours(1);
        await world.Turn();
        Assert.Single(world.Sink.Mails);

        // Old news is not sent when the server comes back after days.
        world.Sink.Fails = true;
        await world.Happens("Gammalt", world.Clock.Now);
        await world.Turn();
        (world.Sink.Fails, world.Clock.Now) = (false, world.Clock.Now + TimeSpan.FromDays(4));
        await world.Turn();
        Assert.Single(world.Sink.Mails);
        Assert.Equal("too old", await world.Read(db => db.Mails.Where(m => m.DroppedAt != null).Select(m => m.Problem).SingleAsync()));
    }

    [Fact]
    public async Task One_address_that_does_not_exist_holds_up_nobody()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        world.Sink.Unknown.Add("borta@exempel.se");
        foreach (var who in new[] { "anna", "borta", "cilla" }) await world.Person(who, null, ("everything", "follow", "immediate"));
        await world.Happens("Tröskelvärden", Noon);
        await world.Turn();
        Assert.Equal(["anna@exempel.se", "cilla@exempel.se"], world.Sink.Mails.Select(mail => mail.To.Mailboxes.Single().Address).Order());
        Assert.Equal("refused: 550", await world.Read(db => db.Mails.Where(m => m.DroppedAt != null).Select(m => m.Problem).SingleAsync()));
    }

    [Fact]
    public async Task Several_processes_at_once_send_each_mail_once()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        await using var second = await service.Another(world.Database, world.Sink.Settings, world.Clock);
        await using var third = await service.Another(world.Database, world.Sink.Settings, world.Clock);
        for (var person = 0; person < 30; person++) await world.Person($"p{person}", null, ("everything", "follow", person % 2 == 0 ? "immediate" : "daily"));
        for (var number = 0; number < 5; number++) await world.Happens($"Nummer-{number}-", Noon.AddMinutes(number - 10));
        world.Clock.Now = Noon.AddDays(1);
        var workers = new[] { world.Host, second, third }.Select(host => host.Services.GetRequiredService<FollowWorker>()).ToList();
        await Task.WhenAll(workers.Concat(workers).Select(worker => Task.Run(() => worker.Turn(default))));
        await world.Turn();
        Assert.Equal(world.Sink.Mails.Count, world.Sink.Mails.Select(mail => mail.MessageId).Distinct().Count());
        foreach (var mails in world.Sink.Mails.GroupBy(mail => mail.To.Mailboxes.Single().Address))
            for (var number = 0; number < 5; number++) Assert.Single(mails, mail => mail.TextBody!.Contains($"Nummer-{number}-", StringComparison.Ordinal));
        Assert.Equal(30, world.Sink.Mails.GroupBy(mail => mail.To.Mailboxes.Single().Address).Count());
    }

    [Fact]
    public async Task One_click_ends_all_mail_and_following_the_link_alone_does_not()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        await world.Person("anna", null, ("everything", "follow", "immediate"), ("article", "follow", "immediate"));
        await world.Happens("Första", Noon);
        await world.Turn();
        var mail = world.Sink.Mails[0];
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"]);
        var link = mail.Headers["List-Unsubscribe"]!.Trim('<', '>');
        Assert.StartsWith("https://natverket.exempel.se/knowledge/v1/follow/unsubscription?token=", link, StringComparison.Ordinal);
        Assert.Contains(link, mail.TextBody!, StringComparison.Ordinal);
        Assert.Equal(("Nytt kapitel i handboken: Första", "auto-generated"), (mail.Subject, mail.Headers["Auto-Submitted"]));

        var anybody = world.Host.Public();
        var page = await anybody.GetAsync(Path(link));
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await world.Happens("Andra", Noon);
        await world.Turn();
        Assert.Equal(2, world.Sink.Mails.Count);

        // Exactly as a mail program posts it; and a link that somebody has changed does nothing.
        Task<HttpResponseMessage> Post(string to) => anybody.PostAsync(Path(to), new StringContent("List-Unsubscribe=One-Click", Encoding.ASCII, "application/x-www-form-urlencoded"));
        await (await Post(link[..^3] + (link.EndsWith("AAA", StringComparison.Ordinal) ? "BBB" : "AAA"))).ReadProblemAsync(404, "follow/bad-token");
        await (await Post(link.Replace(".stop.", ".feed.", StringComparison.Ordinal))).ReadProblemAsync(404, "follow/bad-token");
        await world.Happens("Tredje", Noon);
        await world.Tell();
        await world.MakeMails();
        foreach (var _ in new[] { 1, 2 }) Assert.Equal(HttpStatusCode.OK, (await Post(link)).StatusCode);
        await world.Happens("Fjärde", Noon);
        await world.Turn();
        Assert.Equal(2, world.Sink.Mails.Count);
        Assert.Equal(4, await world.Read(db => db.Notifications.CountAsync()));
    }

    [Fact]
    public async Task Without_a_mail_server_mails_are_written_down_and_shown_to_their_readers()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        await using var silent = await service.Another(world.Database, clock: world.Clock);
        await world.Person("anna", null, ("everything", "follow", "immediate"));
        await world.Happens("Tröskelvärden", Noon);
        await silent.Services.GetRequiredService<FollowWorker>().Turn(default);
        var anna = silent.WithToken(TestTokens.Create(Roles.UnitManager, "1280", subject: "anna"));
        var mail = Assert.Single((await (await anna.GetAsync("/knowledge/v1/follow/mails")).ReadAsync<Page<ListMails.Item>>()).Items);
        Assert.Equal((null, null, 1), (mail.SentAt, mail.DroppedAt, mail.Events));
        Assert.False((await (await anna.GetAsync("/knowledge/v1/follow")).ReadAsync<GetFollowing.Response>()).MailIsSent);
        Assert.Empty((await (await silent.As(Roles.UnitManager, "1280").GetAsync("/knowledge/v1/follow/mails")).ReadAsync<Page<ListMails.Item>>()).Items);
    }
}
