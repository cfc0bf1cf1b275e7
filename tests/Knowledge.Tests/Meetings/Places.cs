using System.Net;
using Knowledge.Follow;
using Knowledge.Meetings;
using Knowledge.Tests.Follow;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Meetings;

/// <summary>What whoever registers is told, and has in the own calendar.</summary>
public sealed class Places(KnowledgeService service)
{
    private const string Api = "/knowledge/v1";
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);

    private static async Task<Guid> Announced(FollowWorld world)
    {
        var lead = world.Host.As(Roles.NetworkLead, "skr");
        var plan = new PlanMeeting.Request
        {
            Title = "Träff om inköp",
            Agenda = "- Läget",
            StartsAt = Noon.AddDays(7),
            EndsAt = Noon.AddDays(7).AddHours(1),
            Place = "Online",
            JoinLink = "https://mote.exempel.se/inkop",
            Capacity = 1,
        };
        var planned = await (await lead.SendJsonAsync(HttpMethod.Post, $"{Api}/meetings", plan)).ReadAsync<MeetingChangedView>(HttpStatusCode.Created);
        return (await (await lead.SendJsonAsync(HttpMethod.Post, $"{Api}/meetings/{planned.Id}/announcement", null, ETags.Of(planned.Version))).ReadAsync<MeetingChangedView>()).Id;
    }

    private static HttpClient Person(FollowWorld world, string subject) => world.Host.WithToken(
        TestTokens.Create(Roles.UnitManager, "1280", subject: subject, change: token => token.Claims["email"] = $"{subject}@exempel.se"));

    private static async Task<bool> Registers(HttpClient who, Guid meeting) =>
        (await (await who.SendJsonAsync(HttpMethod.Put, $"{Api}/meetings/{meeting}/registrations/own")).ReadAsync<Register.Response>()).HasPlace;

    private static Task<HttpResponseMessage> Leaves(HttpClient who, Guid meeting) => who.SendJsonAsync(HttpMethod.Delete, $"{Api}/meetings/{meeting}/registrations/own");

    private static async Task<Ical.Net.CalendarComponents.CalendarEvent> OwnCalendar(FollowWorld world, HttpClient who)
    {
        var address = new Uri((await (await who.GetAsync($"{Api}/follow")).ReadAsync<GetFollowing.Response>()).Calendar).PathAndQuery;
        var file = await world.Host.Public().GetStringAsync(address);
        Calendar.Parse(file);
        return Assert.Single(Ical.Net.Calendar.Load(file)!.Events);
    }

    [Fact]
    public async Task Who_gets_a_place_is_told_at_once_without_having_asked_for_it()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var meeting = await Announced(world);
        var (anna, bo) = (Person(world, "anna"), Person(world, "bo"));
        Assert.Equal((true, false), (await Registers(anna, meeting), await Registers(bo, meeting)));
        // Again and again: each time whoever waits is told once.
        foreach (var who in new[] { anna, bo, anna })
        {
            await Leaves(who, meeting);
            await world.Turn();
            Assert.False(await Registers(who, meeting));
        }
        await world.Turn();
        Assert.Equal(["anna@exempel.se", "bo@exempel.se", "bo@exempel.se"], world.Sink.Mails.Where(mail => mail.TextBody!.Contains("Du har fått en plats", StringComparison.Ordinal)).Select(mail => mail.To.Mailboxes.Single().Address).Order());
    }

    [Fact]
    public async Task The_own_calendar_has_the_join_link_when_there_is_a_place()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var meeting = await Announced(world);
        var (anna, bo) = (Person(world, "anna"), Person(world, "bo"));
        await Registers(anna, meeting);
        await Registers(bo, meeting);
        var (sure, waits) = (await OwnCalendar(world, anna), await OwnCalendar(world, bo));
        Assert.Equal((waits.Uid, "CONFIRMED", "TENTATIVE"), (sure.Uid, sure.Status, waits.Status));
        Assert.Contains("https://mote.exempel.se/inkop", sure.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("mote.exempel.se", waits.Description, StringComparison.Ordinal);
        await (await world.Host.Public().GetAsync($"{Api}/follow/feed/calendar?token=ingen")).ReadProblemAsync(404, "follow/bad-token");

        await Leaves(anna, meeting);
        Assert.Equal("CONFIRMED", (await OwnCalendar(world, bo)).Status);
    }
}
