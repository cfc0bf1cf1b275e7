using System.Globalization;
using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Rules;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>Each event in exactly one digest: every sort of digest, through both switches of the clock, however the runs come.</summary>
public sealed class DigestMatrix(KnowledgeService service)
{
    [Theory]
    [InlineData("2026-03-28", "2026-03-28T06:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T05:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T05:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T06:00:00Z")]
    [InlineData("2026-12-31", "2026-12-31T06:00:00Z")]
    public void It_is_seven_by_the_clock_on_the_wall(string day, string moment)
    {
        var (on, at) = (DateOnly.Parse(day, CultureInfo.InvariantCulture), DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture));
        Assert.Equal(at, DigestTime.On(on));
        Assert.Equal((on, on.AddDays(-1)), (DigestTime.Daily(at), DigestTime.Daily(at.AddSeconds(-1))));
    }

    [Theory]
    [InlineData("2026-03-30T04:59:59Z", "2026-03-23")]
    [InlineData("2026-03-30T05:00:00Z", "2026-03-30")]
    [InlineData("2026-10-26T05:59:59Z", "2026-10-19")]
    [InlineData("2026-10-26T06:00:00Z", "2026-10-26")]
    [InlineData("2027-01-01T12:00:00Z", "2026-12-28")]
    public void Weeks_end_on_Monday(string now, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, CultureInfo.InvariantCulture), DigestTime.Weekly(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    public static readonly TheoryData<string, string> Rows = new()
    {
        { "2026-03-26", "often" }, { "2026-03-26", "late" }, { "2026-03-26", "early and on time" }, { "2026-03-26", "away for days" }, { "2026-03-26", "crashes" }, { "2026-03-26", "two at once" },
        { "2026-10-22", "often" }, { "2026-10-22", "late" }, { "2026-10-22", "early and on time" }, { "2026-10-22", "away for days" }, { "2026-10-22", "crashes" }, { "2026-10-22", "two at once" },
        { "2026-12-29", "late" },
    };

    /// <summary>Moments after the beginning at which somebody looks, for twelve days.</summary>
    private static IEnumerable<DateTimeOffset> Runs(DateTimeOffset start, string runs) => runs switch
    {
        "late" => Enumerable.Range(0, 12).Select(day => start.AddDays(day).AddHours(9.5)),
        "early and on time" => Enumerable.Range(0, 12).Select(day => DigestTime.On(SwedishTime.DayOf(start).AddDays(day))).SelectMany(seven => new[] { seven.AddSeconds(-1), seven, seven.AddMinutes(1) }),
        "away for days" => [start.AddHours(5), start.AddDays(5).AddHours(3), start.AddDays(11).AddHours(20)],
        _ => Enumerable.Range(0, 12 * 12).Select(step => start.AddHours(step * 2)),
    };

    [Theory, MemberData(nameof(Rows))]
    public async Task Each_event_is_in_exactly_one_digest(string from, string runs)
    {
        var start = SwedishTime.Midnight(DateOnly.Parse(from, CultureInfo.InvariantCulture));
        await using var world = await FollowWorld.Start(service, start);
        await using var other = runs == "two at once" ? await service.Another(world.Database, world.Sink.Settings, world.Clock) : null;
        foreach (var digest in new[] { "immediate", "daily", "weekly", "off" }) await world.Person(digest, null, ("everything", "follow", digest));
        await world.Person("mute", null, ("everything", "mute", "immediate"));
        // Every five hours and a bit, and at the moments where a fault would show: around seven, and in the hour that comes twice or not at all.
        var events = Enumerable.Range(0, 40).Select(number => start.AddHours(number * 5.3))
            .Concat(new[] { 3, 4, 5 }.SelectMany(day => new[] { DigestTime.On(SwedishTime.DayOf(start).AddDays(day)) })
                .SelectMany(seven => new[] { seven.AddSeconds(-1), seven, seven.AddSeconds(1), seven.AddHours(-5), seven.AddHours(-4.5) }))
            .Where(at => at < start.AddDays(10)).Order().ToList();
        var (told, run) = (0, 0);
        foreach (var moment in Runs(start, runs).Append(start.AddDays(20)))
        {
            world.Clock.Now = moment;
            for (; told < events.Count && events[told] <= moment; told++) await world.Happens($"Händelse-{told}-", events[told]);
            run++;
            if (other is not null) await Task.WhenAll(world.Turn(), Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<FollowWorker>(other.Services).Turn(default));
            else if (runs != "crashes") await world.Turn();
            else
            {
                // It dies after telling, after making mails, or not at all.
                await world.Tell();
                if (run % 3 != 0) await world.MakeMails();
                if (run % 3 == 2) await world.Send();
            }
        }
        await world.Turn();

        var mails = world.Sink.Mails;
        foreach (var person in new[] { "immediate", "daily", "weekly" })
        {
            var text = string.Concat(mails.Where(mail => mail.To.Mailboxes.Single().Address == $"{person}@exempel.se").Select(mail => mail.TextBody));
            Assert.All(Enumerable.Range(0, events.Count), number => Assert.Equal(1, Count(text, $"Händelse-{number}-\n")));
        }
        Assert.DoesNotContain(mails, mail => mail.To.Mailboxes.Single().Address is "off@exempel.se" or "mute@exempel.se");
        Assert.Equal(mails.Count, mails.Select(mail => mail.MessageId).Distinct().Count());
        var all = await world.Read(db => db.Mails.Where(m => m.SentAt != null).ToListAsync());
        // One a day and one a week at most, and never before it is due.
        Assert.All(all.Where(mail => mail.Digest == "daily"), mail => Assert.True(mail.CreatedAt >= DigestTime.On(DateOnly.Parse(mail.Period[6..], CultureInfo.InvariantCulture))));
        Assert.All(all.Where(mail => mail.Digest == "weekly"), mail => Assert.Equal(DayOfWeek.Monday, DateOnly.Parse(mail.Period[7..], CultureInfo.InvariantCulture).DayOfWeek));
        Assert.Equal(events.Count, await world.Read(db => db.Notifications.CountAsync(n => n.Digest == "off" && db.Followers.Any(f => f.Id == n.FollowerId && f.Subject == "off"))));
        Assert.Equal(0, await world.Read(db => db.Notifications.CountAsync(n => db.Followers.Any(f => f.Id == n.FollowerId && f.Subject == "mute"))));
        if (runs is not ("often" or "early and on time")) return;
        // Whoever looks on time mails on time: at seven by the clock of that day, also on the days of the switch.
        var days = all.Where(mail => mail.Digest == "daily").Select(mail => mail.Period[6..]).ToList();
        Assert.Equal(days.Count, days.Distinct().Count());
        Assert.True(days.Count >= 9, string.Join(' ', days));
        Assert.All(all.Where(mail => mail.Digest == "daily" && mail.CreatedAt < start.AddDays(12)), mail =>
            Assert.InRange(mail.CreatedAt - DigestTime.On(DateOnly.Parse(mail.Period[6..], CultureInfo.InvariantCulture)), TimeSpan.Zero, TimeSpan.FromHours(2)));
    }

    private static int Count(string text, string part) => (text.Replace("\r\n", "\n", StringComparison.Ordinal) is var plain ? plain : text).Split(part).Length - 1;
}
