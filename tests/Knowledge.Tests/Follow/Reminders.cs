using Contracts;
using Contracts.Municipalities;
using Knowledge.Follow;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using Testing;
using Xunit;

namespace Knowledge.Tests.Follow;

/// <summary>What waits is told to those alone who can do something about it, and is asked for no more when it is done.</summary>
public sealed class Reminders(KnowledgeService service)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 11, 0, 0, TimeSpan.Zero);
    private static readonly Reminder Question = new(Guid.CreateVersion7(), "mentorship", Audience.Of("2321", Roles.DevelopmentLead), "Härjedalen frågar om ni kan hjälpa dem", "Mentorskap: samordning", "/resa/mentorskap/1");

    private static ReminderChanged Told(Reminder reminder, int version = 1) => new(reminder, version, "told", false);

    private static ReminderChanged Done(Reminder reminder, int version) => new(reminder, version, "withdrawn", true);

    private static Task<int> Hear(FollowWorld world, ReminderChanged changed) => world.Read(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await new TellOfReminder(world.Clock).Handle(changed, db, default);
        var rows = await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return rows;
    });

    private static async Task<HttpClient> Person(FollowWorld world, string role, string org, string subject)
    {
        var person = world.Host.WithToken(TestTokens.Create(role, org, subject: subject, change: token => token.Claims["email"] = $"{subject}@exempel.se"));
        await (await person.GetAsync("/knowledge/v1/follow")).ReadAsync<GetFollowing.Response>();
        return person;
    }

    private static async Task<IReadOnlyList<ListNotifications.Item>> Page(HttpClient who) => (await (await who.GetAsync("/knowledge/v1/notifications")).ReadAsync<Page<ListNotifications.Item>>()).Items;

    private static IEnumerable<string> Mailed(FollowWorld world) => world.Sink.Mails.Select(mail => mail.To.Mailboxes.Single().Address);

    [Fact]
    public async Task Those_who_can_act_are_told_once_each_day_unless_they_have_muted_it_and_nobody_else()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (lead, muted) = (await Person(world, Roles.DevelopmentLead, "2321", "ledare"), await Person(world, Roles.DevelopmentLead, "2321", "tyst"));
        var others = new[]
        {
            await Person(world, Roles.UnitManager, "2321", "enhetschef"), await Person(world, Roles.DevelopmentLead, "2361", "granne"),
            await Person(world, Roles.NetworkLead, "skr", "processledare"), await Person(world, Roles.EnterpriseManager, $"{Guid.NewGuid()}", "foretag"),
        };
        var own = await (await lead.GetAsync("/knowledge/v1/follow")).ReadAsync<GetFollowing.Response>();
        Assert.Equal(("follow", "daily"), own.Defaults.Where(choice => choice.Kind == "reminder").Select(choice => (choice.Level, choice.Digest)).Single());
        await (await muted.SendJsonAsync(HttpMethod.Put, "/knowledge/v1/follow/preferences/reminder", new ChooseFollowing.Request("mute", null))).Content.ReadAsStringAsync();

        foreach (var _ in new[] { 1, 2 }) await Hear(world, Told(Question));
        await world.Turn();
        var item = Assert.Single(await Page(lead));
        Assert.Equal(("reminder", Question.Line, Question.Title, Question.Path, "daily"), (item.Kind, item.What, item.Title, item.Path, item.Digest));
        foreach (var other in others.Append(muted)) Assert.Empty(await Page(other));
        foreach (var days in new[] { 1, 2, 15 })
        {
            world.Clock.Now = Noon.AddDays(days);
            await world.Turn();
        }
        Assert.Equal("ledare@exempel.se", Assert.Single(Mailed(world)));
    }

    [Fact]
    public async Task What_is_done_before_the_mail_leaves_is_not_in_it_and_a_mail_of_nothing_else_is_not_sent()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (lead, other) = (await Person(world, Roles.DevelopmentLead, "2321", "ledare"), await Person(world, Roles.DevelopmentLead, "2361", "granne"));
        var (review, foreign) = (Question with { Id = Guid.CreateVersion7(), Title = "IOP om mötesplats ska ses över" }, Question with { Id = Guid.CreateVersion7(), For = Audience.Of("2361", Roles.DevelopmentLead) });
        foreach (var reminder in new[] { Question, review, foreign }) await Hear(world, Told(reminder));
        await world.Turn();
        Assert.Equal((2, 1), ((await Page(lead)).Count, (await Page(other)).Count));

        // One is done before the mails are made, the other when they have been made and not sent.
        await Hear(world, Done(Question, 2));
        world.Clock.Now = Noon.AddDays(1);
        await world.Tell();
        await world.MakeMails();
        await Hear(world, Done(foreign, 2));
        await world.Send();

        Assert.Equal("ledare@exempel.se", Assert.Single(Mailed(world)));
        var text = Assert.Single(world.Sink.Mails).TextBody;
        Assert.Contains(review.Title, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Question.Title, text, StringComparison.Ordinal);
        Assert.Equal(review.Title, Assert.Single(await Page(lead)).Title);
        Assert.Empty(await Page(other));
    }

    [Fact]
    public async Task Due_anew_takes_the_place_of_what_was_told_and_what_comes_late_is_passed_over()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var lead = await Person(world, Roles.DevelopmentLead, "2321", "ledare");
        await Hear(world, Told(Question));
        await world.Turn();
        await Hear(world, Told(Question with { Line = "Väntar på er sedan den 1 december 2026" }, 3));
        await Hear(world, Done(Question, 2));
        await world.Turn();
        Assert.Equal("Väntar på er sedan den 1 december 2026", Assert.Single(await Page(lead)).What);

        var over = Question with { Id = Guid.CreateVersion7() };
        await Hear(world, Done(over, 2));
        await Hear(world, Told(over));
        await world.Turn();
        Assert.Single(await Page(lead));
    }

    [Fact]
    public async Task A_person_who_is_named_is_told_whatever_the_organisation_and_the_colleagues_are_not()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        var (who, colleague) = (await Person(world, Roles.ProcurementOfficer, "1280", "klagande"), await Person(world, Roles.ProcurementOfficer, "1280", "kollega"));
        await Hear(world, Told(Question with { Id = Guid.CreateVersion7(), For = Audience.Of("klagande") }));
        await world.Turn();
        Assert.Equal((1, 0), ((await Page(who)).Count, (await Page(colleague)).Count));
        Assert.Equal(1, await world.Read(db => db.Notifications.CountAsync()));
    }

    [Fact]
    public async Task Who_comes_later_is_told_once_what_still_waits_for_the_organisation_and_role_and_nothing_old_done_or_foreign()
    {
        await using var world = await FollowWorld.Start(service, Noon);
        Reminder Another(string title, Audience? audience = null) => Question with { Id = Guid.CreateVersion7(), Title = title, For = audience ?? Question.For };
        var (old, done, waits) = (Another("för gammalt"), Another("redan gjort"), Another("väntar"));
        await Hear(world, Told(old));
        await world.Turn();
        world.Clock.Now = Noon.AddDays(20);
        foreach (var reminder in new[] { done, waits, Another("grannens", Audience.Of("2361", Roles.DevelopmentLead)) }) await Hear(world, Told(reminder));
        await world.Happens("kapitel", world.Clock.Now);
        await world.Turn();
        await Hear(world, Done(done, 2));

        world.Clock.Now = Noon.AddDays(31);
        await Hear(world, Told(Another("inte utsänt än")));
        var leads = await Task.WhenAll(Person(world, Roles.DevelopmentLead, "2321", "ledare"), Person(world, Roles.DevelopmentLead, "2321", "ledare"));
        var manager = await Person(world, Roles.UnitManager, "2321", "chef");
        await world.Turn();
        Assert.Equal(["inte utsänt än", "väntar"], (await Page(leads[0])).Select(item => item.Title).Order());
        Assert.Empty(await Page(manager));

        // Another role is another reader.
        manager = await Person(world, Roles.DevelopmentLead, "2321", "chef");
        Assert.Equal(2, (await Page(manager)).Count);
        Assert.Empty(Mailed(world));
        foreach (var days in new[] { 32, 33, 50 })
        {
            world.Clock.Now = Noon.AddDays(days);
            await world.Turn();
        }
        Assert.Equal(["chef@exempel.se", "ledare@exempel.se"], Mailed(world).Order());
    }
}
