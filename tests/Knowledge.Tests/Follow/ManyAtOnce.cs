using System.Net;
using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>Six processes tell people while these read and choose: nobody waits for another in a circle, and no turn fails.</summary>
public sealed class ManyAtOnce(KnowledgeService service)
{
    private const int Rounds = 8, Processes = 6, People = 24, Events = 12;
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);
    private static readonly string[] Choices = ["immediate", "daily", "weekly"];

    [Fact]
    public async Task No_turn_fails_and_each_event_is_in_one_mail()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        for (var person = 0; person < People; person++) await world.Person($"p{person}", null, ("everything", "follow", Choices[person % 3]));
        var database = world.Host.Services.GetRequiredService<NpgsqlDataSource>();
        for (var round = 0; round < Rounds; round++)
        {
            world.Clock.Now = Noon.AddDays(round);
            for (var number = 0; number < Events; number++) await world.Happens($"{round}-{number}", world.Clock.Now.AddHours(-number));
            await Task.WhenAll([
                .. Enumerable.Range(0, Processes).Select(_ => Task.Run(() => Turn(database, world.Clock))),
                .. Enumerable.Range(0, People / 3).Select(person => Task.Run(() => Visit(world, $"p{person}", Choices[person % 3])))]);
        }
        world.Clock.Now = Noon.AddDays(Rounds + 7);
        await Turn(database, world.Clock);
        Assert.Equal(Rounds * Events * People, await world.Read(db => db.Notifications.CountAsync(n => n.MailId != null)));
        // One mail a person and period; and none is empty.
        Assert.Equal(0, await world.Read(db => db.Mails.CountAsync(m => !db.Notifications.Any(n => n.MailId == m.Id && n.FollowerId == m.FollowerId))));
    }

    private static async Task Turn(NpgsqlDataSource database, SetClock clock)
    {
        for (var again = 0; again < 3; again++)
        {
            while (await FanOut.Run(database, clock, default) > 0) { }
            await Digests.Run(database, clock, default);
        }
    }

    /// <summary>Somebody reads everything and says once more how to be told.</summary>
    private static async Task Visit(FollowWorld world, string subject, string digest)
    {
        var person = world.Host.WithToken(TestTokens.Create(Roles.UnitManager, "1280", subject: subject));
        Assert.Equal(HttpStatusCode.NoContent, (await person.SendJsonAsync(HttpMethod.Put, "/knowledge/v1/notifications/reading", new ReadNotifications.Request(world.Clock.Now))).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await person.SendJsonAsync(HttpMethod.Put, "/knowledge/v1/follow/preferences/everything", new ChooseFollowing.Request("follow", digest))).StatusCode);
    }
}
