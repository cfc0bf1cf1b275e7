using System.Net;
using Contracts;
using Municipalities.Mentorships;
using Municipalities.Tests.Baselines;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Municipalities.Tests.Reminders;

/// <summary>A question for help reaches the mentor until it is answered, the answer the one who asked, the outcome the mentor; nobody else hears of it.</summary>
public sealed class MentorReminderTests(Service service)
{
    private const string Address = "/municipalities/v1/mentorships";

    [Fact]
    public async Task A_question_waits_for_the_mentor_until_it_is_answered_and_each_thing_is_told_once()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        var (asking, mentor) = (world.Lead("2361"), world.Lead("2321"));
        await mentor.AssessedAsync([3, 4, 3, 3, 3, 3, 3, 3], willing: true);
        Assert.Empty(await world.News());
        var row = await Ask(asking);

        var question = Assert.Single(await world.News());
        Assert.Equal(("told", false, "mentorship", "Härjedalen frågar om ni kan hjälpa dem", "Mentorskap: samordning", $"/resa/mentorskap/{row.Id}"),
            (question.Reason, question.Withdrawn, question.Reminder.Kind, question.Reminder.Line, question.Reminder.Title, question.Reminder.Path));
        Assert.Equivalent(Audience.Of("2321", Roles.DevelopmentLead), question.Reminder.For, strict: true);
        Assert.Empty(await world.News());

        row = await Moved(mentor, row, "acceptance", new { text = "Gärna, vi ringer på torsdag." });
        var answered = await world.News();
        Assert.Equal((2, true, question.Reminder.Id), answered.Where(told => told.Withdrawn).Select(told => (told.Version, told.Withdrawn, told.Reminder.Id)).Single());
        var answer = Assert.Single(answered, told => !told.Withdrawn);
        Assert.Equal(("Åre svarar ja på er fråga om hjälp", "2361"), (answer.Reminder.Line, Assert.Single(answer.Reminder.For.Orgs)));

        row = await Moved(mentor, row, "notes", new { on = "2026-12-01", text = "Berättade hur samordnaren fick tid i budgeten." });
        Assert.Empty(await world.News());
        await Moved(asking, row, "conclusion", new { outcome = "helped", text = "Vi har en samordnare på 30 procent från mars." });
        var outcome = Assert.Single(await world.News());
        Assert.Equal(("Härjedalen har avslutat mentorskapet: det hjälpte", "2321"), (outcome.Reminder.Line, Assert.Single(outcome.Reminder.For.Orgs)));
        // What is decided stays told, and is not told again when it is no longer news.
        world.Clock.Today = new(2027, 3, 1);
        Assert.DoesNotContain(await world.News(), told => told.Reminder.Kind == "mentorship");
    }

    [Fact]
    public async Task A_question_that_is_taken_back_waits_no_longer_and_a_no_is_told_as_one()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        await world.Lead("2321").AssessedAsync([3, 4, 3, 3, 3, 3, 3, 3], willing: true);
        var row = await Ask(world.Lead("2361"));
        var asked = Assert.Single(await world.News());
        await Moved(world.Lead("2361"), row, "withdrawal");
        Assert.Equal((true, asked.Reminder.Id), Assert.Single(await world.News()) is var back ? (back.Withdrawn, back.Reminder.Id) : default);

        row = await Ask(world.Lead("2361"));
        Assert.NotEqual(asked.Reminder.Id, Assert.Single(await world.News()).Reminder.Id);
        await Moved(world.Lead("2321"), row, "refusal", new { text = "Inte förrän efter sommaren." });
        Assert.Equal("Åre svarar nej på er fråga om hjälp", Assert.Single(await world.News(), told => !told.Withdrawn).Reminder.Line);
    }

    [Fact]
    public async Task Nobody_reads_of_it_in_the_open_feed()
    {
        await using var world = await ReminderWorld.Start(service, new(2026, 12, 1));
        await world.Lead("2321").AssessedAsync([3, 4, 3, 3, 3, 3, 3, 3], willing: true);
        var row = await Ask(world.Lead("2361"));
        Assert.Single(await world.News());
        var feed = await world.Host.Public().GetStringAsync("/municipalities/v1/changes?limit=1000");
        Assert.DoesNotContain("reminder", feed, StringComparison.Ordinal);
        Assert.DoesNotContain($"{row.Id}", feed, StringComparison.Ordinal);
        Assert.Contains("municipalities.municipality-changed", feed, StringComparison.Ordinal);
    }

    private static async Task<MentorshipView> Ask(HttpClient lead) => await (await lead.SendJsonAsync(HttpMethod.Post, Address,
        new MentorshipRequest { MentorCode = "2321", Dimension = "coordination", Message = "Hur fick er samordnare tid för uppdraget?" })).ReadAsync<MentorshipView>(HttpStatusCode.Created);

    private static async Task<MentorshipView> Moved(HttpClient lead, MentorshipView row, string move, object? body = null) =>
        await (await lead.SendJsonAsync(HttpMethod.Post, $"{Address}/{row.Id}/{move}", body, ETags.Of(row.Version))).ReadAsync<MentorshipView>();
}
